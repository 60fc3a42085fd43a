"""Tables of the tree as ReportLab tables: merged cells, repeated header, splitting of long rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from reportlab.platypus import Table as TableFlowable

from nastavnik_desktop.documents.grid import PlacedCell, column_edges, placed_cells
from nastavnik_desktop.documents.measure import lines_needed
from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.pdf_text import FONT, leading, plain
from nastavnik_desktop.documents.tree import Border, Table, Vertical

LINE_PT = 0.5
_SIDE_PADDING_PT = 3.5
_TOP_PADDING_PT = 1.5
_BOTTOM_PADDING_PT = 3.0
_MOST_KEPT_SHARE = 0.75


class TurnedText(Flowable):
    """A text that reads upwards; its lines are as long as the rows of its cell are high."""

    def __init__(self, text: Flowable, length_pt: float) -> None:
        super().__init__()
        self._text = text
        self._length_pt = length_pt - _TOP_PADDING_PT - _BOTTOM_PADDING_PT

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        """The whole width of the cell, in the middle of which the lines will stand."""
        _, self._lines_pt = self._text.wrap(self._length_pt, aH)
        self.width, self.height = max(aW, self._lines_pt), self._length_pt
        return self.width, self.height

    def draw(self) -> None:
        """Write the lines turned by a right angle."""
        self.canv.saveState()
        self.canv.rotate(90)
        self._text.drawOn(self.canv, 0, -(self.width + self._lines_pt) / 2)
        self.canv.restoreState()


class _FramedTable(TableFlowable):
    """A table whose every part is closed by a line where a page ends it."""

    def onSplit(self, T: TableFlowable, byRow: int = 1) -> None:  # noqa: N803, ARG002
        """Draw the line under the last row of a part."""
        T.setStyle([("LINEBELOW", (0, -1), (-1, -1), LINE_PT, black)])


def table(block: Table, page: PageSetup, text: TextSetup) -> TableFlowable:
    """The table over the whole text width."""
    size = block.size_pt or text.table_size_pt
    cells = list(placed_cells(block))
    edges = column_edges(block, page.text_width_mm)
    limit = page.text_height_mm * mm * _MOST_KEPT_SHARE
    text_outgrows, rows_outgrow = _outgrowing(cells, edges, size, limit)
    flowable = (_FramedTable if rows_outgrow else TableFlowable)(
        _contents(block, cells, size),
        colWidths=[(right - left) * mm for left, right in pairwise(edges)],
        rowHeights=None,
        minRowHeights=[row.least_height_mm * mm for row in block.rows],
        repeatRows=block.header_rows,
        splitInRow=int(text_outgrows),
        style=[
            *_common_commands(has_lines=block.has_lines),
            *_cell_commands(cells, splits_spans=rows_outgrow),
        ],
    )
    flowable.hAlign = "LEFT"
    return flowable


def _contents(block: Table, cells: list[PlacedCell], size_pt: float) -> list[list[object]]:
    rows: list[list[object]] = [[""] * len(block.widths_mm) for _ in block.rows]
    for placed in cells:
        if placed.cell.text:
            rows[placed.row][placed.column] = _content(block, placed, size_pt)
    return rows


def _content(block: Table, placed: PlacedCell, table_size_pt: float) -> Flowable:
    cell, size = placed.cell, placed.cell.size_pt or table_size_pt
    text = plain(cell.text, size, cell.alignment, bold=cell.bold, indent=cell.indent)
    if cell.is_turned:
        length_pt = _height_mm(block, placed) * mm
        return TurnedText(text, length_pt)
    return text


def _height_mm(block: Table, placed: PlacedCell) -> float:
    return sum(row.least_height_mm for row in block.rows[placed.row : placed.last_row + 1])


def _outgrowing(
    cells: list[PlacedCell], edges: tuple[float, ...], size_pt: float, limit_pt: float
) -> tuple[bool, bool]:
    """Whether some text, and whether some rows bound by a merged cell, may outgrow a page."""
    guesses = [(placed, _guessed_height(placed, edges, size_pt)) for placed in cells]
    rows: dict[int, float] = defaultdict(float)
    for placed, height in guesses:
        for row in range(placed.row, placed.last_row + 1):
            rows[row] = max(rows[row], height / placed.cell.rowspan)
    bound = (
        sum(rows[row] for row in range(placed.row, placed.last_row + 1))
        for placed, _ in guesses
        if placed.cell.rowspan > 1
    )
    text_outgrows = any(height > limit_pt for _, height in guesses)
    return text_outgrows, text_outgrows or any(height > limit_pt for height in bound)


def _guessed_height(placed: PlacedCell, edges: tuple[float, ...], size_pt: float) -> float:
    if placed.cell.is_turned:
        return 0.0
    size = placed.cell.size_pt or size_pt
    width = edges[placed.last_column + 1] - edges[placed.column]
    padding = _TOP_PADDING_PT + _BOTTOM_PADDING_PT
    return lines_needed(placed.cell.text, width, size) * leading(size) + padding


def _common_commands(*, has_lines: bool) -> list[tuple[Any, ...]]:
    """A table without lines stands level with the margins of the page, as it does in Word."""
    whole = ((0, 0), (-1, -1))
    side, top, bottom = (
        (_SIDE_PADDING_PT, _TOP_PADDING_PT, _BOTTOM_PADDING_PT) if has_lines else (0.0, 0.0, 0.0)
    )
    return [
        ("FONTNAME", *whole, FONT),
        ("LEFTPADDING", *whole, side),
        ("RIGHTPADDING", *whole, side),
        ("TOPPADDING", *whole, top),
        ("BOTTOMPADDING", *whole, bottom),
        ("VALIGN", *whole, "TOP"),
    ]


def _cell_commands(cells: list[PlacedCell], *, splits_spans: bool) -> Iterator[tuple[Any, ...]]:
    """Spans, places of texts and lines.

    Rows that a span binds are never split; where a text may be longer than a page, a cell over
    several rows is only framed as one, and its text stands in the first of them.
    """
    is_whole_grid = not splits_spans and all(placed.cell.border is Border.ALL for placed in cells)
    if is_whole_grid:
        yield ("GRID", (0, 0), (-1, -1), LINE_PT, black)
    for placed in cells:
        place = ((placed.column, placed.row), (placed.last_column, placed.last_row))
        if placed.is_merged and not (splits_spans and placed.cell.rowspan > 1):
            yield ("SPAN", *place)
        if placed.cell.place is not Vertical.TOP and not splits_spans:
            yield ("VALIGN", *place, placed.cell.place.upper())
        if placed.cell.border is Border.ALL and not is_whole_grid:
            yield ("BOX", *place, LINE_PT, black)
        if placed.cell.border is Border.BOTTOM:
            yield ("LINEBELOW", (placed.column, placed.last_row), place[1], LINE_PT, black)
