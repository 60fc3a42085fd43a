"""Two or more tables side by side on a sheet: one header again and again, or an empty column."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from nastavnik_desktop.imports.column_meaning import HeaderMeaning, header_words
from nastavnik_desktop.imports.grid import CellValue, Grid

_FEWEST_COLUMNS = 2


_FEWEST_TABLES = 2
_MOST_TITLES = 2
"""Rows of titles in which each of two tables has its own, taken for a header at first."""


def parts_side_by_side(grid: Grid, header: int, read: Callable[[str], HeaderMeaning]) -> list[Grid]:
    """The grid itself, or a grid for each repetition of the header in its row.

    Different tables beside each other are parted by an empty column, and each has a column of
    numbers and one of names of its own; ``read`` recognises a header.
    """
    for row in range(header, min(header + _MOST_TITLES, grid.height)):
        starts = _numbered_starts(grid, row, read)
        if starts:
            ends = [*starts[1:], grid.width]
            return [_part(grid, row, *span) for span in zip(starts, ends, strict=True)]
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


def _numbered_starts(grid: Grid, row: int, read: Callable[[str], HeaderMeaning]) -> list[int]:
    """First columns of tables parted by empty columns; empty where there is one table."""
    numbers = [one for one in grid.rows[row] if isinstance(one, str) and _is_number(read(one))]
    if len(numbers) < _FEWEST_TABLES:
        return []
    empty = {
        column
        for column in range(grid.width)
        if all(grid.value(one, column) is None for one in range(row, grid.height))
    }
    starts = [n for n in range(grid.width) if n not in empty and (n == 0 or n - 1 in empty)]
    for start, end in zip(starts, [*starts[1:], grid.width], strict=True):
        texts = [grid.value(row, column) for column in range(start, end)]
        found = [read(text) for text in texts if isinstance(text, str)]
        is_numbered = bool(found) and _is_number(found[0])
        if not is_numbered or not any(meaning.is_name for meaning in found):
            return []
    return starts if len(starts) >= _FEWEST_TABLES else []


def _is_number(meaning: HeaderMeaning) -> bool:
    return meaning.base == "number"


def _part(grid: Grid, header: int, start: int, end: int) -> Grid:
    """The columns of one part in their places; texts that stand alone above belong to all.

    Where each part has a title in one row, the title belongs to its part.
    """

    def kept(row: int) -> tuple[CellValue, ...]:
        cells = grid.rows[row]
        if row < header and sum(cell is not None for cell in cells) == 1:
            return cells
        return tuple(cell if start <= n < end else None for n, cell in enumerate(cells))

    merges = tuple(one for one in grid.merges if one.top < header or start <= one.left < end)
    return replace(grid, rows=tuple(map(kept, range(grid.height))), merges=merges)
