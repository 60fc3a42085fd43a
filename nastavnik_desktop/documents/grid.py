"""Places of cells in a table: spans resolved to rows and columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from nastavnik_desktop.documents.tree import Cell, Row, Table


class PlacedCell(NamedTuple):
    """A cell with the row and the column of its upper left corner, from zero."""

    cell: Cell
    row: int
    column: int

    @property
    def last_row(self) -> int:
        """The lowest row that the cell covers."""
        return self.row + self.cell.rowspan - 1

    @property
    def last_column(self) -> int:
        """The rightmost column that the cell covers."""
        return self.column + self.cell.colspan - 1

    @property
    def is_merged(self) -> bool:
        """Whether the cell covers more than one place."""
        return self.cell.rowspan > 1 or self.cell.colspan > 1


def placed_cells(table: Table) -> Iterator[PlacedCell]:
    """Cells with their places, row by row.

    Raises ValueError when a row does not fill the columns of the table.
    """
    width = len(table.widths_mm)
    covered: set[tuple[int, int]] = set()
    for row_index, row in enumerate(table.rows):
        if not covered and len(row.cells) == width and not _has_spans(row):
            yield from (PlacedCell(cell, row_index, index) for index, cell in enumerate(row.cells))
            continue
        column = 0
        for cell in row.cells:
            while (row_index, column) in covered:
                column += 1
            placed = PlacedCell(cell, row_index, column)
            covered.update(_places(placed))
            yield placed
        if any((row_index, index) not in covered for index in range(width)):
            raise ValueError(f"row {row_index} does not fill {width} columns")
        covered = {(row, column) for row, column in covered if row > row_index}


def column_edges(table: Table, text_width_mm: float) -> tuple[float, ...]:
    """Left edges of the columns and the right edge of the table, from 0 to the text width."""
    scale = text_width_mm / sum(table.widths_mm)
    edges = [0.0]
    for width in table.widths_mm:
        edges.append(edges[-1] + width * scale)
    return tuple(edges)


def _has_spans(row: Row) -> bool:
    return any(cell.rowspan > 1 or cell.colspan > 1 for cell in row.cells)


def _places(placed: PlacedCell) -> Iterator[tuple[int, int]]:
    for row in range(placed.row, placed.last_row + 1):
        for column in range(placed.column, placed.last_column + 1):
            yield row, column
