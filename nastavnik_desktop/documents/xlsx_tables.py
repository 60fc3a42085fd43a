"""Cells and tables of the XLSX renderer: formats made once, heights guessed from the texts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from xlsxwriter.utility import xl_rowcol_to_cell

from nastavnik_desktop.documents.grid import PlacedCell, column_edges, placed_cells
from nastavnik_desktop.documents.measure import lines_needed
from nastavnik_desktop.documents.styles import FONT_LINE_HEIGHT
from nastavnik_desktop.documents.tree import Border, Cell, Table, Vertical
from nastavnik_desktop.documents.xlsx_layout import SheetColumns, with_addresses

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

FONT = "Times New Roman"
BASE_FONT = {"default_format_properties": {"font_name": FONT, "font_size": 11}}
"""The font in whose digits a workbook counts the widths of its columns."""
ROW_PADDING_PT = 3.0
_POINTS_PER_MM = 72 / 25.4
_GUESS_RESERVE = 1.03
_SIDE_PADDING_MM = 1.6
_VERTICALS = {Vertical.TOP: "top", Vertical.MIDDLE: "vcenter", Vertical.BOTTOM: "bottom"}


class Formats:
    """Cell formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[object, ...], Format] = {}

    def of(self, cell: Cell, size_pt: float) -> Format:
        """The format of a cell; ``size_pt`` is used when the cell has no size of its own."""
        size = cell.size_pt or size_pt
        key = (
            size, cell.bold, cell.alignment, cell.vertical, cell.border, cell.is_turned,
            cell.indent, cell.number_format,
        )  # fmt: skip
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._book.add_format(_properties(cell, size))
        return made


def _properties(cell: Cell, size_pt: float) -> dict[str, object]:
    properties: dict[str, object] = {
        "font_name": FONT,
        "font_size": size_pt,
        "text_wrap": True,
        "bold": cell.bold,
        "align": str(cell.alignment),
        "valign": _VERTICALS[cell.place],
    }
    if cell.border is Border.ALL:
        properties["border"] = 1
    if cell.border is Border.BOTTOM:
        properties["bottom"] = 1
    if cell.indent:
        properties["indent"] = cell.indent
    if cell.is_turned:
        properties["rotation"] = 90
    if cell.number_format:
        properties["num_format"] = cell.number_format
    return properties


class Area(NamedTuple):
    """Rows and columns of a sheet that a cell covers, counted from zero."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def is_merged(self) -> bool:
        """Whether it is more than one cell of the sheet."""
        return self.top != self.bottom or self.left != self.right


def write_cell(sheet: Worksheet, area: Area, cell: Cell, look: Format, formula: str = "") -> None:
    """A number as a number, a formula as a formula, any other text as text."""
    if area.is_merged:
        sheet.merge_range(area.top, area.left, area.bottom, area.right, "", look)
    if formula:
        shown = cell.text if cell.value is None else cell.value
        sheet.write_formula(area.top, area.left, f"={formula}", look, shown)
    elif cell.value is not None:
        sheet.write_number(area.top, area.left, cell.value, look)
    elif cell.text:
        sheet.write_string(area.top, area.left, cell.text, look)
    else:
        sheet.write_blank(area.top, area.left, None, look)


class TableWriter:
    """Writes one table from a row of the sheet downwards."""

    def __init__(
        self, sheet: Worksheet, formats: Formats, columns: SheetColumns, size_pt: float
    ) -> None:
        self._sheet = sheet
        self._formats = formats
        self._columns = columns
        self._size_pt = size_pt

    def write(self, block: Table, first_row: int, width_mm: float) -> None:
        """All cells and the heights of the rows."""
        starts = [self._columns.index(edge) for edge in column_edges(block, width_mm)]
        placed = list(placed_cells(block))
        addresses = _addresses(placed, first_row, starts)
        lines = [1.0] * len(block.rows)
        for item in placed:
            area = Area(
                first_row + item.row,
                starts[item.column],
                first_row + item.last_row,
                starts[item.last_column + 1] - 1,
            )
            look = self._formats.of(item.cell, self._size_pt)
            formula = with_addresses(item.cell, addresses) if item.cell.formula else ""
            write_cell(self._sheet, area, item.cell, look, formula)
            self._note_height(item, area, lines)
        for index, row in enumerate(block.rows):
            self._set_height(first_row + index, lines[index], row.least_height_mm)

    def _note_height(self, item: PlacedCell, area: Area, lines: list[float]) -> None:
        """A text over several rows is shared among them; a turned one asks for nothing."""
        if item.cell.is_turned:
            return
        width = self._columns.width_mm(area.left, area.right) - _SIDE_PADDING_MM
        needed = lines_needed(item.cell.text, width, item.cell.size_pt or self._size_pt)
        share = needed / item.cell.rowspan
        for row in range(item.row, item.last_row + 1):
            lines[row] = max(lines[row], share)

    def _set_height(self, row: int, lines: float, least_mm: float) -> None:
        height = lines * self._size_pt * FONT_LINE_HEIGHT * _GUESS_RESERVE + ROW_PADDING_PT
        self._sheet.set_row(row, max(height, least_mm * _POINTS_PER_MM))


def _addresses(
    placed: Iterable[PlacedCell], first_row: int, starts: list[int]
) -> dict[tuple[int, int], str]:
    """Names such as «B7» of the table's cells; none when no cell has a formula."""
    cells = list(placed)
    if not any(item.cell.formula for item in cells):
        return {}
    return {
        (item.row, item.column): xl_rowcol_to_cell(first_row + item.row, starts[item.column])
        for item in cells
    }
