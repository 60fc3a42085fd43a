"""A blank in Excel: read for showing, filled inside its own file."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from nastavnik_desktop.documents.blanks.dependence import dependent_sheets
from nastavnik_desktop.documents.blanks.package import DAMAGED, part_of, with_parts
from nastavnik_desktop.documents.blanks.sheet_cells import Area, SheetCells
from nastavnik_desktop.documents.blanks.workbook_parts import sheet_part
from nastavnik_desktop.domain.blanks import Blank, BlankCell, BlankSheet, BlankValue, CellPlace
from nastavnik_desktop.domain.errors import UnreadableFile

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_ROWS = 3000
_MOST_COLUMNS = 300


def read_xlsx(content: bytes) -> Blank:
    """Sheets, words and merged cells; raises UnreadableFile for a file that is none."""
    from openpyxl import load_workbook

    try:
        workbook = load_workbook(io.BytesIO(content))
    except DAMAGED as error:
        raise UnreadableFile("Бланк не прочитан: файл повреждён. Возьмите его заново.") from error
    return Blank(
        tuple(
            BlankSheet(sheet.title, tuple(_cells(sheet)), sheet.sheet_state != "visible")
            for sheet in workbook.worksheets
        )
    )


def fill_xlsx(content: bytes, values: Mapping[CellPlace, BlankValue]) -> bytes:
    """The file with the values in their cells.

    Touched are the sheets written to and those whose formulas may look at them: there the old
    results of formulas go, and the sheet asks to be calculated on opening, because LibreOffice
    would show what the file remembers. Every other part stays byte for byte.
    Raises RuleViolation for a value in a cell with a formula, UnreadableFile for another form.
    """
    by_sheet: defaultdict[str, dict[CellPlace, BlankValue]] = defaultdict(dict)
    for place, value in values.items():
        by_sheet[place.sheet][place] = value
    parts = {}
    for sheet, inside in by_sheet.items():
        name = sheet_part(content, sheet)
        parts[name] = SheetCells(part_of(content, name)).filled(inside)
    for name, cells in dependent_sheets(content, by_sheet.keys()).items():
        parts[name] = cells.filled({})
    return with_parts(content, parts)


def _cells(sheet: Worksheet) -> Iterator[BlankCell]:
    spans = {
        (merged.min_row, merged.min_col): (merged.size["rows"], merged.size["columns"])
        for merged in sheet.merged_cells.ranges
    }
    covered = {
        place
        for merged in sheet.merged_cells.ranges
        for row in merged.rows
        for place in row
        if place != (merged.min_row, merged.min_col)
    }
    areas = [area for one in sheet.array_formulae.values() for area in Area.of(one)]
    bottom, right = min(sheet.max_row, _MOST_ROWS), min(sheet.max_column, _MOST_COLUMNS)
    for row, line in enumerate(sheet.iter_rows(max_row=bottom, max_col=right), start=1):
        for column, cell in enumerate(line, start=1):
            place = (row, column)
            is_ruled = _is_ruled(cell)
            is_shown = cell.value is not None or place in spans or is_ruled
            if place not in covered and is_shown:
                rows, columns = spans.get(place, (1, 1))
                is_result = any(area.holds(row, column) for area in areas)
                shown = ("", True) if is_result else _shown(cell)
                yield BlankCell(row, column, *shown, rows, columns, is_ruled=is_ruled)


def _is_ruled(cell: Cell | MergedCell) -> bool:
    lines = cell.border
    sides = (lines.left, lines.right, lines.top, lines.bottom)
    return any(side is not None and side.style for side in sides)


def _shown(cell: Cell | MergedCell) -> tuple[str, bool]:
    """The text of a cell and whether it holds a formula, whose text is not shown."""
    is_formula = cell.data_type == "f"
    return "" if is_formula or cell.value is None else str(cell.value), is_formula
