"""Tree -> XLSX with XlsxWriter: a sheet per section, ready to print."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

import xlsxwriter

from nastavnik_desktop.documents.measure import lines_needed
from nastavnik_desktop.documents.numbering import numbered
from nastavnik_desktop.documents.page import PageSetup, PaperFormat, TextSetup
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
from nastavnik_desktop.documents.xlsx_layout import SheetColumns
from nastavnik_desktop.documents.xlsx_tables import (
    BASE_FONT,
    ROW_PADDING_PT,
    Area,
    Formats,
    TableWriter,
    write_cell,
)

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

PRODUCER = "Наставник"
_PAPERS = {PaperFormat.A4: 9, PaperFormat.A3: 8}
"""Numbers of formats in the file (ECMA-376, 18.3.1.63)."""
_PIXELS_PER_MM = 96 / 25.4
_MM_PER_INCH = 25.4
_LONGEST_SHEET_NAME = 31


def render(document: Document) -> bytes:
    """The document as XLSX bytes."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, **BASE_FONT})
    book.set_properties({"title": document.title, "author": document.author})
    formats = Formats(book)
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


class _SheetWriter:
    """Writes the blocks of one section from the top of a sheet downwards."""

    def __init__(
        self,
        sheet: Worksheet,
        page: PageSetup,
        text: TextSetup,
        formats: Formats,
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
        cell = Cell(text, alignment, bold=bold, border=Border.NONE)
        self._write(cell, 0, self._columns.last, size_pt)
        self._set_height(lines_needed(text, self._page.text_width_mm, size_pt), size_pt)
        self._row += 1

    def _two_texts(self, left: str, right: str) -> None:
        size, middle = self._text.size_pt, self._columns.right_part()
        self._write(Cell(left, border=Border.NONE), 0, middle - 1, size)
        right_cell = Cell(right, Alignment.RIGHT, vertical=Vertical.BOTTOM, border=Border.NONE)
        self._write(right_cell, middle, self._columns.last, size)
        width = self._columns.width_mm(0, middle - 1)
        self._set_height(lines_needed(left, width, size), size)
        self._row += 1

    def _table(self, block: Table) -> None:
        size = block.size_pt or self._text.table_size_pt
        writer = TableWriter(self._sheet, self._formats, self._columns, size)
        writer.write(block, self._row, self._page.text_width_mm)
        if block.header_rows and self._header_rows is None:
            self._header_rows = (self._row, self._row + block.header_rows - 1)
        self._row += len(block.rows)

    def _write(self, cell: Cell, left: int, right: int, size_pt: float) -> None:
        area = Area(self._row, left, self._row, right)
        write_cell(self._sheet, area, cell, self._formats.of(cell, size_pt))

    def _set_height(self, lines: float, size_pt: float) -> None:
        self._sheet.set_row(self._row, lines * size_pt * FONT_LINE_HEIGHT + ROW_PADDING_PT)

    def _set_print(self) -> None:
        page, sheet = self._page, self._sheet
        sheet.set_paper(_PAPERS[page.paper])
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
