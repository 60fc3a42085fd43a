"""Any table of the program, as it is shown, as a document to print or to export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from nastavnik_desktop.documents.measure import text_mm
from nastavnik_desktop.documents.order_tables import header_cell
from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.tree import Alignment, Cell, Document, Paragraph, Role, Row, Table
from nastavnik_desktop.documents.widths import (
    CELL_PADDING_MM,
    fitted,
    least_mm,
    with_spare_room,
)
from nastavnik_desktop.domain.dates import short_date

Value = str | int | float | date | None
"""What stands in a cell; dates and numbers stay such in a workbook."""

_PORTRAIT = PageSetup(left_mm=20, right_mm=10, top_mm=20, bottom_mm=15)
_LANDSCAPE = PageSetup(landscape=True, left_mm=20, right_mm=10, top_mm=20, bottom_mm=15)
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_DATE_FORMAT = "dd.mm.yyyy"
_LARGE_PT, _SMALL_PT = 11.0, 9.0
_LEAST_MM, _MOST_MM = 12.0, 66.0
_TITLE_SHARE = 0.6
_WIDE_TABLE_COLUMNS = 9


@dataclass(frozen=True)
class ListColumn:
    """A column as shown; ``is_number`` aligns its values to the right."""

    title: str
    is_number: bool = False


def list_document(
    title: str,
    columns: Sequence[ListColumn],
    rows: Sequence[Sequence[Value]],
    *,
    subtitle: str = "",
    author: str = "",
) -> Document:
    """The table with a title; it is turned to landscape when its columns are many or wide.

    Every row has as many values as there are columns.
    """
    body = _body(columns, rows)
    size = _SMALL_PT if len(columns) >= _WIDE_TABLE_COLUMNS else _LARGE_PT
    needs = _needs(columns, body, size)
    page = _PORTRAIT if _total(needs) <= _PORTRAIT.text_width_mm else _LANDSCAPE
    return Document(
        title=title,
        author=author,
        page=page,
        text=TextSetup(size_pt=12.0, table_size_pt=size),
        sheet_name=title,
        blocks=(
            Paragraph.of(title, Role.TITLE),
            *((Paragraph.of(subtitle, Role.SUBTITLE),) if subtitle else ()),
            _table(columns, body, _widths(needs, page)),
        ),
    )


def list_blocks(
    columns: Sequence[ListColumn],
    rows: Sequence[Sequence[Value]],
    page: PageSetup,
    size_pt: float,
) -> tuple[Table]:
    """The table alone, for a document that holds several: fitted to a page of its own choice."""
    body = _body(columns, rows)
    needs = _needs(columns, body, size_pt)
    return (_table(columns, body, _widths(needs, page)),)


def _body(columns: Sequence[ListColumn], rows: Sequence[Sequence[Value]]) -> list[Row]:
    alignments = [Alignment.RIGHT if column.is_number else Alignment.LEFT for column in columns]
    return [
        Row(tuple(value_cell(*pair) for pair in zip(row, alignments, strict=True))) for row in rows
    ]


def _needs(columns: Sequence[ListColumn], body: list[Row], size_pt: float) -> list[_Need]:
    return [
        _need(column.title, [row.cells[index].text for row in body], size_pt)
        for index, column in enumerate(columns)
    ]


def _table(columns: Sequence[ListColumn], body: list[Row], widths: tuple[float, ...]) -> Table:
    head = Row(tuple(header_cell(column.title) for column in columns))
    return Table(widths_mm=widths, rows=(head, *body), header_rows=1)


def value_cell(value: Value, alignment: Alignment) -> Cell:
    """A cell whose dates and numbers stay such in a workbook."""
    if value is None or isinstance(value, str):
        return Cell(value or "", alignment)
    if isinstance(value, date):
        days = (value - _EXCEL_DAY_ZERO).days
        return Cell(short_date(value), alignment, value=days, number_format=_DATE_FORMAT)
    text = f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)
    return Cell(text, alignment, value=float(value))


class _Need(NamedTuple):
    """Widths of a column: for its longest word, for nine of ten of its texts, for all of them."""

    least_mm: float
    usual_mm: float
    longest_mm: float


def _need(title: str, texts: list[str], size_pt: float) -> _Need:
    least = max(_LEAST_MM, least_mm([title, *texts], size_pt))
    by_length = sorted(texts, key=len) or [""]
    usual, longest = (
        text_mm(text, size_pt) + CELL_PADDING_MM
        for text in (by_length[len(by_length) * 9 // 10], by_length[-1])
    )
    wanted = max(usual, text_mm(title, size_pt) * _TITLE_SHARE)
    return _Need(least, max(least, min(wanted, _MOST_MM)), longest)


def _total(needs: list[_Need]) -> float:
    return sum(need.usual_mm for need in needs)


def _widths(needs: list[_Need], page: PageSetup) -> tuple[float, ...]:
    least, usual, longest = zip(*needs, strict=True)
    wanted = with_spare_room(usual, longest, page.text_width_mm)
    return fitted(wanted, least, page.text_width_mm)
