"""Tables of the tree as WordprocessingML: merged cells, repeated header, rows kept whole.

The XML is written in one piece: python-docx needs a time that grows with the square of the rows.
"""

from __future__ import annotations

from collections import defaultdict
from html import escape
from itertools import pairwise

from docx.oxml.ns import nsdecls

from nastavnik_desktop.documents.docx_styles import TWIPS_PER_MM
from nastavnik_desktop.documents.grid import PlacedCell, column_edges, placed_cells
from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.styles import INDENT_STEP_PT
from nastavnik_desktop.documents.tree import Border, Cell, Row, Table, Vertical

_LINED_MARGINS = (15, 70, 45, 70)
_NO_MARGINS = (0, 0, 0, 0)
_SIDES = ("top", "left", "bottom", "right")
_VERTICALS = {Vertical.TOP: "top", Vertical.MIDDLE: "center", Vertical.BOTTOM: "bottom"}
_ALIGNMENTS = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def table_xml(block: Table, page: PageSetup, text: TextSetup) -> str:
    """The w:tbl element over the whole text width."""
    widths = [
        round((right - left) * TWIPS_PER_MM)
        for left, right in pairwise(column_edges(block, page.text_width_mm))
    ]
    size = block.size_pt or text.table_size_pt
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    by_row = _cells_by_row(block)
    rows = "".join(
        _row_xml(row, by_row[index], index, widths, size, is_header=index < block.header_rows)
        for index, row in enumerate(block.rows)
    )
    return (
        f"<w:tbl {nsdecls('w')}><w:tblPr>"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_margins(block)}</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _cells_by_row(block: Table) -> dict[int, list[PlacedCell]]:
    """Every row's cells from left to right, continuations of merged ones included."""
    by_row: dict[int, list[PlacedCell]] = defaultdict(list)
    for placed in placed_cells(block):
        for row in range(placed.row, placed.last_row + 1):
            by_row[row].append(placed)
    return by_row


def _row_xml(
    row: Row,
    cells: list[PlacedCell],
    index: int,
    widths: list[int],
    size: float,
    *,
    is_header: bool,
) -> str:
    properties = "<w:cantSplit/>"
    if row.least_height_mm:
        height = round(row.least_height_mm * TWIPS_PER_MM)
        properties += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
    if is_header:
        properties += "<w:tblHeader/>"
    ordered = sorted(cells, key=lambda placed: placed.column)
    is_bound = any(index < placed.last_row for placed in cells)
    content = "".join(_cell_xml(placed, index, widths, size, is_bound) for placed in ordered)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{content}</w:tr>"


def _cell_xml(
    placed: PlacedCell,
    row: int,
    widths: list[int],
    size: float,
    is_bound: bool,
) -> str:
    """A cell; paragraphs of a row that a merged cell binds to the next one stay beside it."""
    cell = placed.cell
    width = sum(widths[placed.column : placed.last_column + 1])
    parts = [f'<w:tcW w:w="{width}" w:type="dxa"/>']
    if cell.colspan > 1:
        parts.append(f'<w:gridSpan w:val="{cell.colspan}"/>')
    if cell.rowspan > 1:
        parts.append("<w:vMerge/>" if row > placed.row else '<w:vMerge w:val="restart"/>')
    parts.append(f"<w:tcBorders>{_borders(cell.border)}</w:tcBorders>")
    if cell.is_turned:
        parts.append('<w:textDirection w:val="btLr"/>')
    parts.append(f'<w:vAlign w:val="{_VERTICALS[cell.place]}"/>')
    text = cell.text if row == placed.row else ""
    keep = "<w:keepNext/>" if is_bound else ""
    content = _paragraph_xml(cell, text, size, keep)
    return f"<w:tc><w:tcPr>{''.join(parts)}</w:tcPr>{content}</w:tc>"


def _paragraph_xml(cell: Cell, text: str, table_size: float, keep: str) -> str:
    half_points = round((cell.size_pt or table_size) * 2)
    look = f'{"<w:b/>" if cell.bold else ""}<w:sz w:val="{half_points}"/>'
    look = f'<w:rPr>{look}<w:szCs w:val="{half_points}"/></w:rPr>'
    content = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line, quote=False)}</w:t>' for line in text.split("\n")
    )
    run = f"<w:r>{look}{content}</w:r>" if text else ""
    alignment = _ALIGNMENTS[cell.alignment]
    indent = f'<w:ind w:left="{round(cell.indent * INDENT_STEP_PT * 20)}"/>' if cell.indent else ""
    return f'<w:p><w:pPr>{keep}{indent}<w:jc w:val="{alignment}"/>{look}</w:pPr>{run}</w:p>'


def _borders(border: Border) -> str:
    drawn = {Border.ALL: _SIDES, Border.BOTTOM: ("bottom",), Border.NONE: ()}[border]
    return "".join(f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>' for side in drawn)


def _margins(block: Table) -> str:
    """Room around the texts; a table without lines stands level with the margins of the page."""
    sizes = _LINED_MARGINS if block.has_lines else _NO_MARGINS
    return "".join(
        f'<w:{side} w:w="{size}" w:type="dxa"/>' for side, size in zip(_SIDES, sizes, strict=True)
    )
