"""Tree -> XLSX with XlsxWriter: a sheet per section, ready to print."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from nastavnik_desktop.documents.grid import PlacedCell, column_edges, placed_cells
from nastavnik_desktop.documents.numbering import numbered
from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.styles import FONT_LINE_HEIGHT, LOOKS, alignment_of
from nastavnik_desktop.documents.tree import (
    Alignment,
    AnnexMark,
    Block,
    Border,
    Cell,
    Document,
    LeftRight,
    NumberedClauses,
    PageBreak,
    PageFoot,
    Paragraph,
    Role,
    Section,
    SignatureLine,
    Spacer,
    Table,
    Vertical,
)
from nastavnik_desktop.documents.xlsx_layout import SheetColumns, lines_needed, with_addresses

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

FONT = "Times New Roman"
PRODUCER = "Наставник"
_A4 = 9
_VERTICALS = {Vertical.TOP: "top", Vertical.MIDDLE: "vcenter", Vertical.BOTTOM: "bottom"}
_PIXELS_PER_MM = 96 / 25.4
_MM_PER_INCH = 25.4
_LONGEST_SHEET_NAME = 31
_ROW_PADDING_PT = 3.0
_POINTS_PER_MM = 72 / 25.4
_MADE_AT = datetime(2020, 1, 1)
"""A fixed moment in the properties: the same document always gives the same file."""


def render(document: Document) -> bytes:
    """The document as XLSX bytes."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"title": document.title, "author": document.author, "created": _MADE_AT})
    formats = _Formats(book)
    for index, (name, page, blocks) in enumerate(_sheets(document), start=1):
        sheet = book.add_worksheet(_sheet_name(name or f"Лист {index}", book))
        _SheetWriter(sheet, page, document.text, formats).write(blocks)
    book.close()
    return target.getvalue()


def _sheets(document: Document) -> Iterator[tuple[str, PageSetup, list[Block]]]:
    name, page, blocks = document.sheet_name, document.page, list[Block]()
    for block in document.blocks:
        if isinstance(block, Section):
            yield name, page, blocks
            name, page, blocks = block.name, block.page, []
        else:
            blocks.append(block)
    yield name, page, blocks


def _sheet_name(wanted: str, book: Workbook) -> str:
    """A name without the characters that Excel forbids, not yet taken."""
    clean = "".join(" " if sign in "[]:*?/\\" else sign for sign in wanted).strip("' ")
    name = clean[:_LONGEST_SHEET_NAME]
    taken = {sheet.get_name().casefold() for sheet in book.worksheets()}
    number = 2
    while name.casefold() in taken:
        name = f"{clean[: _LONGEST_SHEET_NAME - 4]} ({number})"
        number += 1
    return name


class _Formats:
    """Cell formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}

    def get(self, **properties: object) -> Format:
        """The format with these properties besides the font and wrapping."""
        whole = {"font_name": FONT, "text_wrap": True, **properties}
        key = tuple(sorted(whole.items(), key=lambda item: item[0]))
        if key not in self._made:
            self._made[key] = self._book.add_format(whole)
        return self._made[key]


class _SheetWriter:
    """Writes the blocks of one section from the top of a sheet downwards."""

    def __init__(
        self,
        sheet: Worksheet,
        page: PageSetup,
        text: TextSetup,
        formats: _Formats,
    ) -> None:
        self._sheet = sheet
        self._page = page
        self._text = text
        self._formats = formats
        self._columns = SheetColumns((0.0, page.text_width_mm))
        self._row = 0
        self._header_rows: tuple[int, int] | None = None

    def write(self, blocks: list[Block]) -> None:
        """All blocks, then the print setup."""
        self._columns = SheetColumns.of(blocks, self._page.text_width_mm)
        for index in range(self._columns.last + 1):
            pixels = round(self._columns.width_mm(index, index) * _PIXELS_PER_MM)
            self._sheet.set_column_pixels(index, index, pixels)
        for block in blocks:
            self._block(block)
        self._set_print()

    def _block(self, block: Block) -> None:
        match block:
            case Table():
                self._table(block)
            case Paragraph():
                look = LOOKS[block.role]
                text = "".join(run.text for run in block.runs)
                self._line(text, alignment_of(block), look.size_pt(self._text), bold=look.bold)
            case NumberedClauses():
                for number, clause in numbered(block):
                    self._line(f"{number} {clause.text}", Alignment.LEFT, self._text.size_pt)
            case LeftRight():
                self._two_texts(block.left, block.right)
            case SignatureLine():
                self._row += 1
                self._two_texts(block.post, block.name)
            case AnnexMark() | PageFoot():
                size = LOOKS[Role.NOTE].size_pt(self._text)
                alignment = Alignment.RIGHT if isinstance(block, AnnexMark) else Alignment.LEFT
                self._line("\n".join(block.lines), alignment, size)
            case Spacer():
                self._sheet.set_row(self._row, block.height_pt)
                self._row += 1
            case PageBreak() | Section():
                self._sheet.set_h_pagebreaks([self._row])

    def _line(self, text: str, alignment: Alignment, size_pt: float, *, bold: bool = False) -> None:
        cell = Cell(text, alignment, bold=bold, border=Border.NONE, size_pt=size_pt)
        self._write(cell, self._row, 0, self._row, self._columns.last)
        self._set_height(lines_needed(text, self._page.text_width_mm, size_pt), size_pt)
        self._row += 1

    def _two_texts(self, left: str, right: str) -> None:
        size, middle = self._text.size_pt, self._columns.right_part()
        self._write(
            Cell(left, border=Border.NONE, size_pt=size), self._row, 0, self._row, middle - 1
        )
        right_cell = Cell(right, Alignment.RIGHT, border=Border.NONE, size_pt=size)
        self._write(right_cell, self._row, middle, self._row, self._columns.last)
        width = self._columns.width_mm(0, middle - 1)
        self._set_height(lines_needed(left, width, size), size)
        self._row += 1

    def _table(self, block: Table) -> None:
        first, size = self._row, block.size_pt or self._text.table_size_pt
        edges = column_edges(block, self._page.text_width_mm)
        columns = [self._columns.index(edge) for edge in edges]
        cells = list(placed_cells(block))
        places = {
            (placed.row, placed.column): xl_rowcol_to_cell(
                first + placed.row, columns[placed.column]
            )
            for placed in cells
        }
        for placed in cells:
            self._placed(placed, columns, places, size)
        for index, row in enumerate(block.rows):
            self._set_table_height(index, row.least_height_mm, cells, columns, size)
        if block.header_rows and self._header_rows is None:
            self._header_rows = (first, first + block.header_rows - 1)
        self._row = first + len(block.rows)

    def _placed(
        self,
        placed: PlacedCell,
        columns: list[int],
        places: dict[tuple[int, int], str],
        size_pt: float,
    ) -> None:
        cell = placed.cell
        self._write(
            cell,
            self._row + placed.row,
            columns[placed.column],
            self._row + placed.last_row,
            columns[placed.last_column + 1] - 1,
            formula=with_addresses(cell, places),
            size_pt=size_pt,
        )

    def _write(
        self,
        cell: Cell,
        top: int,
        left: int,
        bottom: int,
        right: int,
        *,
        formula: str = "",
        size_pt: float | None = None,
    ) -> None:
        look = self._look(cell, cell.size_pt or size_pt or self._text.table_size_pt)
        if (bottom, right) != (top, left):
            self._sheet.merge_range(top, left, bottom, right, "", look)
        if formula:
            shown = cell.text if cell.value is None else cell.value
            self._sheet.write_formula(top, left, f"={formula}", look, shown)
        elif cell.value is not None:
            self._sheet.write_number(top, left, cell.value, look)
        elif cell.text:
            self._sheet.write_string(top, left, cell.text, look)
        else:
            self._sheet.write_blank(top, left, None, look)

    def _look(self, cell: Cell, size_pt: float) -> Format:
        properties: dict[str, object] = {
            "font_size": size_pt,
            "bold": cell.bold,
            "align": str(cell.alignment),
            "valign": _VERTICALS[cell.place],
        }
        if cell.border is Border.ALL:
            properties["border"] = 1
        if cell.border is Border.BOTTOM:
            properties["bottom"] = 1
        if cell.is_turned:
            properties["rotation"] = 90
        if cell.number_format:
            properties["num_format"] = cell.number_format
        return self._formats.get(**properties)

    def _set_table_height(
        self,
        row: int,
        least_mm: float,
        cells: list[PlacedCell],
        columns: list[int],
        size_pt: float,
    ) -> None:
        lines = [
            lines_needed(
                placed.cell.text,
                self._columns.width_mm(columns[placed.column], columns[placed.last_column + 1] - 1),
                placed.cell.size_pt or size_pt,
            )
            / placed.cell.rowspan
            for placed in cells
            if placed.row <= row <= placed.last_row and not placed.cell.is_turned
        ]
        height = max(lines, default=1) * size_pt * FONT_LINE_HEIGHT * 1.1 + _ROW_PADDING_PT
        self._sheet.set_row(self._row + row, max(height, least_mm * _POINTS_PER_MM))

    def _set_height(self, lines: float, size_pt: float) -> None:
        self._sheet.set_row(self._row, lines * size_pt * FONT_LINE_HEIGHT + _ROW_PADDING_PT)

    def _set_print(self) -> None:
        page, sheet = self._page, self._sheet
        sheet.set_paper(_A4)
        (sheet.set_landscape if page.landscape else sheet.set_portrait)()
        margins = (page.left_mm, page.right_mm, page.top_mm, page.bottom_mm)
        sheet.set_margins(*(margin / _MM_PER_INCH for margin in margins))
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        if self._row:
            sheet.print_area(0, 0, self._row - 1, self._columns.last)
        if self._header_rows:
            sheet.repeat_rows(*self._header_rows)
            sheet.freeze_panes(self._header_rows[1] + 1, 0)
        if page.shows_numbers:
            sheet.set_header("&C&P")
