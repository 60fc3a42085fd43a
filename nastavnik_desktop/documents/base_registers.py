"""«База наставников» and «База наставляемых» as papers: A4 landscape, wide tables in small type."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from nastavnik_desktop.documents.letterhead import Letterhead
from nastavnik_desktop.documents.lists import value_cell
from nastavnik_desktop.documents.order_tables import header_cell
from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.tree import (
    Alignment,
    Cell,
    Document,
    Paragraph,
    Role,
    Row,
    Table,
    Vertical,
)
from nastavnik_desktop.domain.base_registers import (
    RegisterColumn,
    RegisterKind,
    RegisterRow,
    Value,
)
from nastavnik_desktop.domain.full_name import NBSP
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.language.typography import tidy

_PAGE = PageSetup(
    landscape=True, left_mm=20, right_mm=10, top_mm=20, bottom_mm=10, shows_numbers=True
)
_SMALL_PT, _LARGE_PT = 8.0, 9.0
_MOST_COLUMNS_IN_LARGE = 10
_LETTER_MM_PER_PT = 0.185
"""Mean width of a small Cyrillic letter of the papers' font."""
_PADDING_MM = 2.6
_TURNED_HEIGHT_MM = 46.0


def base_register(
    school: Letterhead,
    kind: RegisterKind,
    year: str,
    columns: Sequence[RegisterColumn],
    rows: Sequence[RegisterRow],
    *,
    is_public: bool = False,
) -> Document:
    """The base of a school year with the chosen columns; ``year`` is «2026/27»."""
    return Document(
        title=f"{kind.label}, {year} учебный год",
        author=school.short_name or school.full_name,
        page=_PAGE,
        text=TextSetup(size_pt=12.0, table_size_pt=_size_pt(columns)),
        sheet_name=kind.label,
        blocks=(
            Paragraph.of(tidy(school.full_name), Role.REQUISITE),
            Paragraph.of(f"{kind.label}\n{year} учебный год", Role.TITLE),
            _table(columns, rows),
            Paragraph.of(_note(rows, is_public=is_public), Role.NOTE),
        ),
    )


def _note(rows: Sequence[RegisterRow], *, is_public: bool) -> str:
    people = len({row.person.person_id for row in rows})
    total = f"Всего: {counted(people, 'человек', 'человека', 'человек')}."
    if not is_public:
        return total
    return f"{total} Названы только те, кто дал согласие на публикацию."


def _size_pt(columns: Sequence[RegisterColumn]) -> float:
    return _LARGE_PT if len(columns) <= _MOST_COLUMNS_IN_LARGE else _SMALL_PT


def _table(columns: Sequence[RegisterColumn], rows: Sequence[RegisterRow]) -> Table:
    return Table(
        widths_mm=tuple(column.width_mm for column in columns),
        rows=(
            _header(columns),
            *(Row(tuple(_cell(column.value(row)) for column in columns)) for row in rows),
        ),
        header_rows=1,
    )


def _header(columns: Sequence[RegisterColumn]) -> Row:
    """Titles whose words are wider than their columns read upwards."""
    share = _PAGE.text_width_mm / sum(column.width_mm for column in columns)
    letter_mm = _size_pt(columns) * _LETTER_MM_PER_PT
    cells = [_title(column, column.width_mm * share, letter_mm) for column in columns]
    is_any_turned = any(cell.is_turned for cell in cells)
    return Row(tuple(cells), least_height_mm=_TURNED_HEIGHT_MM if is_any_turned else 0.0)


def _title(column: RegisterColumn, width_mm: float, letter_mm: float) -> Cell:
    longest_word = max(len(word) for word in column.title.split())
    if longest_word * letter_mm + _PADDING_MM <= width_mm:
        return header_cell(column.title)
    return Cell(column.title, Alignment.CENTER, vertical=Vertical.MIDDLE, is_turned=True)


def _cell(value: Value) -> Cell:
    if isinstance(value, (int, date)):
        return value_cell(value, Alignment.CENTER)
    # In a narrow column words bound to each other would be broken in the middle.
    return value_cell(tidy(value).replace(NBSP, " ") if value else "", Alignment.LEFT)
