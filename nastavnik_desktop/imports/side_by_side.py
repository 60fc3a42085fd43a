"""Two or more tables side by side on a sheet: one header again and again in its row."""

from __future__ import annotations

from dataclasses import replace

from nastavnik_desktop.imports.column_meaning import header_words
from nastavnik_desktop.imports.grid import CellValue, Grid

_FEWEST_COLUMNS = 2


def parts_side_by_side(grid: Grid, header: int) -> list[Grid]:
    """The grid itself, or a grid for each repetition of the header in its row."""
    texts = [
        (n, header_words(cell)) for n, cell in enumerate(grid.rows[header]) if isinstance(cell, str)
    ]
    starts = _repetition_starts(texts)
    if not starts:
        return [grid]
    ends = [*starts[1:], grid.width]
    return [_part(grid, header, *span) for span in zip(starts, ends, strict=True)]


def _repetition_starts(texts: list[tuple[int, str]]) -> list[int]:
    """Columns in which the same row of headers begins again; empty when it does not."""
    words = [text for _, text in texts]
    for size in range(_FEWEST_COLUMNS, len(words) // 2 + 1):
        if len(words) % size == 0 and words == words[:size] * (len(words) // size):
            return [column for column, _ in texts[::size]]
    return []


def _part(grid: Grid, header: int, start: int, end: int) -> Grid:
    """The columns of one part in their places; texts that stand alone above belong to all."""

    def kept(row: int) -> tuple[CellValue, ...]:
        cells = grid.rows[row]
        if row < header and sum(cell is not None for cell in cells) == 1:
            return cells
        return tuple(cell if start <= n < end else None for n, cell in enumerate(cells))

    merges = tuple(one for one in grid.merges if one.top < header or start <= one.left < end)
    return replace(grid, rows=tuple(map(kept, range(grid.height))), merges=merges)
