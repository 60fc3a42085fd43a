"""Журнал регистрации приказов: a register as a table document, A4 landscape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.documents.letterhead import Letterhead
from nastavnik_desktop.documents.order_tables import header_cell
from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.tree import Alignment, Cell, Document, Paragraph, Role, Row, Table
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.language.typography import tidy

_PAGE = PageSetup(
    landscape=True, left_mm=20, right_mm=10, top_mm=20, bottom_mm=15, shows_numbers=True
)
_COLUMNS = (
    ("№\nп/п", 12.0),
    ("Дата", 23.0),
    ("Номер приказа", 24.0),
    ("Заголовок (краткое содержание)", 84.0),
    ("Кем подписан", 36.0),
    ("Исполнитель", 40.0),
    ("Примечание", 48.0),
)


@dataclass(frozen=True)
class RegisterRow:
    """One order of the register; what is not known is empty."""

    number: str
    issued_on: date | None
    heading: str
    signed_by: str = ""
    executor: str = ""
    note: str = ""


def order_register(
    school: Letterhead, title: str, period: str, rows: Sequence[RegisterRow]
) -> Document:
    """The register, such as «Журнал регистрации приказов по основной деятельности», «2026 год»."""
    return Document(
        title=f"{title}, {period}",
        author=school.short_name or school.full_name,
        page=_PAGE,
        text=TextSetup(size_pt=13.0, table_size_pt=11.0),
        sheet_name="Журнал приказов",
        blocks=(
            Paragraph.of(tidy(school.full_name), Role.REQUISITE),
            Paragraph.of(tidy(f"{title}\n{period}"), Role.TITLE),
            _table(rows),
            Paragraph.of(
                f"Всего: {counted(len(rows), 'приказ', 'приказа', 'приказов')}.", Role.NOTE
            ),
        ),
    )


def _table(rows: Sequence[RegisterRow]) -> Table:
    return Table(
        widths_mm=tuple(width for _, width in _COLUMNS),
        rows=(
            Row(tuple(header_cell(title) for title, _ in _COLUMNS)),
            *(_row(position, row) for position, row in enumerate(rows, start=1)),
        ),
        header_rows=1,
    )


def _row(position: int, row: RegisterRow) -> Row:
    return Row(
        (
            Cell(f"{position}", Alignment.CENTER, value=position),
            Cell(short_date(row.issued_on), Alignment.CENTER),
            Cell(row.number, Alignment.CENTER),
            Cell(tidy(row.heading)),
            Cell(row.signed_by),
            Cell(row.executor),
            Cell(tidy(row.note)),
        )
    )
