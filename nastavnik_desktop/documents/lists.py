"""Any table of the program, as it is shown, as a document to print or to export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.documents.order_tables import header_cell
from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.tree import Alignment, Cell, Document, Paragraph, Role, Row, Table
from nastavnik_desktop.domain.dates import short_date

Value = str | int | float | date | None
"""What stands in a cell; dates and numbers stay such in a workbook."""

_PORTRAIT = PageSetup(left_mm=20, right_mm=10, top_mm=20, bottom_mm=15)
_LANDSCAPE = PageSetup(landscape=True, left_mm=20, right_mm=10, top_mm=20, bottom_mm=15)
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_DATE_FORMAT = "dd.mm.yyyy"
_MOST_PORTRAIT_LETTERS = 90
_LEAST_LETTERS, _MOST_LETTERS = 5, 34
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
    letters = [_letters(index, column, rows) for index, column in enumerate(columns)]
    is_wide = sum(letters) > _MOST_PORTRAIT_LETTERS
    size = 9.0 if len(columns) >= _WIDE_TABLE_COLUMNS else 11.0
    return Document(
        title=title,
        author=author,
        page=_LANDSCAPE if is_wide else _PORTRAIT,
        text=TextSetup(size_pt=12.0, table_size_pt=size),
        sheet_name=title,
        blocks=(
            Paragraph.of(title, Role.TITLE),
            *((Paragraph.of(subtitle, Role.SUBTITLE),) if subtitle else ()),
            _table(columns, rows, letters),
        ),
    )


def _table(
    columns: Sequence[ListColumn], rows: Sequence[Sequence[Value]], letters: list[float]
) -> Table:
    return Table(
        widths_mm=tuple(letters),
        rows=(
            Row(tuple(header_cell(column.title) for column in columns)),
            *(Row(tuple(_cell(*pair) for pair in zip(columns, row, strict=True))) for row in rows),
        ),
        header_rows=1,
    )


def _cell(column: ListColumn, value: Value) -> Cell:
    return value_cell(value, Alignment.RIGHT if column.is_number else Alignment.LEFT)


def value_cell(value: Value, alignment: Alignment) -> Cell:
    """A cell whose dates and numbers stay such in a workbook."""
    text = _text(value)
    if isinstance(value, date):
        days = (value - _EXCEL_DAY_ZERO).days
        return Cell(text, alignment, value=days, number_format=_DATE_FORMAT)
    if isinstance(value, (int, float)):
        return Cell(text, alignment, value=float(value))
    return Cell(text, alignment)


def _text(value: Value) -> str:
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    return "" if value is None else str(value)


def _letters(index: int, column: ListColumn, rows: Sequence[Sequence[Value]]) -> float:
    """Width of a column in letters: enough for long words and most of its texts."""
    texts = [_text(row[index]) for row in rows]
    longest_word = max(
        (len(word) for text in (column.title, *texts) for word in text.split()), default=1
    )
    usual = sorted(len(text) for text in texts)[len(texts) * 9 // 10] if texts else 0
    wanted = max(usual, len(column.title) * 0.6)
    return max(_LEAST_LETTERS, longest_word + 1, min(wanted, _MOST_LETTERS))
