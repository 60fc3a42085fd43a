"""Columns of a sheet on which tables of different columns and running text stand together."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from nastavnik_desktop.documents.grid import column_edges
from nastavnik_desktop.documents.tree import Block, Cell, LeftRight, SignatureLine, Table

_SAME_EDGE_MM = 0.4
_RIGHT_SHARE = 0.6
_REFERENCE = re.compile(r"\{(\d+):(\d+)\}")


@dataclass(frozen=True)
class SheetColumns:
    """Edges of the sheet's columns in millimetres: those of all its tables together."""

    edges_mm: tuple[float, ...]

    @staticmethod
    def of(blocks: list[Block], width_mm: float) -> SheetColumns:
        """The fewest columns into which every table of the sheet fits."""
        found = {0.0, width_mm}
        for block in blocks:
            if isinstance(block, Table):
                found.update(column_edges(block, width_mm))
        edges = _without_close_ones(sorted(found))
        if len(edges) == 2 and any(isinstance(item, (LeftRight, SignatureLine)) for item in blocks):
            edges = [0.0, width_mm * _RIGHT_SHARE, width_mm]
        return SheetColumns(tuple(edges))

    @property
    def last(self) -> int:
        """Index of the last column."""
        return len(self.edges_mm) - 2

    def index(self, edge_mm: float) -> int:
        """The column that begins at an edge, or the nearest one."""
        place = bisect_left(self.edges_mm, edge_mm - _SAME_EDGE_MM)
        return min(place, len(self.edges_mm) - 1)

    def width_mm(self, first: int, last: int) -> float:
        """Width of the columns from ``first`` to ``last``."""
        return self.edges_mm[last + 1] - self.edges_mm[first]

    def right_part(self) -> int:
        """The first column of the right part of a line with two texts."""
        return max(1, min(self.last, self.index(self.edges_mm[-1] * _RIGHT_SHARE)))


def with_addresses(cell: Cell, places: dict[tuple[int, int], str]) -> str:
    """The cell's formula with ``{row:column}`` replaced by addresses of the sheet."""
    return _REFERENCE.sub(lambda found: places[int(found[1]), int(found[2])], cell.formula)


def _without_close_ones(edges: list[float]) -> list[float]:
    kept = [edges[0]]
    for edge in edges[1:]:
        if edge - kept[-1] > _SAME_EDGE_MM:
            kept.append(edge)
    return kept
