"""A workbook of plain tables to work on: a sheet each, with filters and real dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

SheetValue = str | int | bool | date | None

_WIDEST, _NARROWEST = 48, 8
_ROWS_MEASURED = 200


@dataclass(frozen=True)
class Sheet:
    """A table by its title; every row has a value for each column."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[SheetValue]]


def render_workbook(sheets: Sequence[Sheet]) -> bytes:
    """The tables as an .xlsx file; a text is never taken for a formula."""
    import xlsxwriter

    target = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        day = book.add_format({"num_format": "dd.mm.yyyy", "align": "left"})
        for sheet in sheets:
            _write(book.add_worksheet(sheet.title), sheet, head, day)
    return target.getvalue()


def _write(worksheet: Worksheet, sheet: Sheet, head: Format, day: Format) -> None:
    worksheet.write_row(0, 0, sheet.columns, head)
    worksheet.freeze_panes(1, 1)
    worksheet.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    for place, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, date):
                worksheet.write_datetime(place, column, value, day)
            elif value is not None and value != "":
                shown = ("да" if value else "") if isinstance(value, bool) else value
                worksheet.write(place, column, shown)
    for column, width in enumerate(_widths(sheet)):
        worksheet.set_column(column, column, width)


def _widths(sheet: Sheet) -> list[int]:
    """Widths in letters, by the heads and the first rows."""
    texts = [sheet.columns, *sheet.rows[:_ROWS_MEASURED]]
    return [
        min(max(_NARROWEST, *(len(str(row[column] or "")) + 2 for row in texts)), _WIDEST)
        for column in range(len(sheet.columns))
    ]
