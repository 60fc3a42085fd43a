"""Tables of the tree as ReportLab tables: merged cells, repeated header, splitting of long rows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import Table as TableFlowable

from nastavnik_desktop.documents.grid import PlacedCell, column_edges, placed_cells
from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.pdf_text import FONT, plain
from nastavnik_desktop.documents.tree import Border, Table

LINE_PT = 0.5
_SIDE_PADDING_PT = 3.5
_TOP_PADDING_PT = 1.5
_BOTTOM_PADDING_PT = 3.0


def table(block: Table, page: PageSetup, text: TextSetup) -> TableFlowable:
    """The table over the whole text width."""
    size = block.size_pt or text.table_size_pt
    cells = list(placed_cells(block))
    edges = column_edges(block, page.text_width_mm)
    flowable = TableFlowable(
        _contents(block, cells, size),
        colWidths=[(right - left) * mm for left, right in pairwise(edges)],
        rowHeights=None,
        minRowHeights=[row.least_height_mm * mm for row in block.rows],
        repeatRows=block.header_rows,
        splitInRow=1,
        style=[*_common_commands(), *_cell_commands(cells)],
    )
    flowable.hAlign = "LEFT"
    return flowable


def _contents(block: Table, cells: list[PlacedCell], size_pt: float) -> list[list[object]]:
    rows: list[list[object]] = [[""] * len(block.widths_mm) for _ in block.rows]
    for placed in cells:
        cell = placed.cell
        if cell.text:
            rows[placed.row][placed.column] = plain(
                cell.text, cell.size_pt or size_pt, cell.alignment, bold=cell.bold
            )
    return rows


def _common_commands() -> list[tuple[Any, ...]]:
    whole = ((0, 0), (-1, -1))
    return [
        ("FONTNAME", *whole, FONT),
        ("LEFTPADDING", *whole, _SIDE_PADDING_PT),
        ("RIGHTPADDING", *whole, _SIDE_PADDING_PT),
        ("TOPPADDING", *whole, _TOP_PADDING_PT),
        ("BOTTOMPADDING", *whole, _BOTTOM_PADDING_PT),
        ("VALIGN", *whole, "TOP"),
    ]


def _cell_commands(cells: list[PlacedCell]) -> Iterator[tuple[Any, ...]]:
    is_whole_grid = all(placed.cell.border is Border.ALL for placed in cells)
    if is_whole_grid:
        yield ("GRID", (0, 0), (-1, -1), LINE_PT, black)
    for placed in cells:
        place = ((placed.column, placed.row), (placed.last_column, placed.last_row))
        if placed.is_merged:
            yield ("SPAN", *place)
        if placed.cell.middle:
            yield ("VALIGN", *place, "MIDDLE")
        if placed.cell.border is Border.ALL and not is_whole_grid:
            yield ("BOX", *place, LINE_PT, black)
        if placed.cell.border is Border.BOTTOM:
            yield ("LINEBELOW", (placed.column, placed.last_row), place[1], LINE_PT, black)
            yield ("VALIGN", *place, "BOTTOM")
