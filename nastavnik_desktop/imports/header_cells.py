"""Headers of tables as cells: levels joined into one text, joined and blank cells."""

from __future__ import annotations

from nastavnik_desktop.imports.column_meaning import header_words
from nastavnik_desktop.imports.grid import Grid
from nastavnik_desktop.imports.values.text import one_line


def joined_header(grid: Grid, levels: tuple[int, ...], column: int) -> str:
    """«upper / lower»; the upper text of joined cells counts for all columns below it."""
    texts: list[str] = []
    for level in levels:
        text = one_line(_header_cell(grid, levels, level, column))
        if text and text not in texts:
            texts.append(text)
    return " / ".join(texts)


def _header_cell(grid: Grid, levels: tuple[int, ...], level: int, column: int) -> str:
    top, left = grid.anchors.get((level, column), (level, column))
    if top in levels and grid.value(top, left) is not None:
        return grid.text(top, left)
    is_upper_blank = level != levels[-1] and grid.value(levels[-1], column) is not None
    return _left_neighbour(grid, level, column) if is_upper_blank else ""


def _left_neighbour(grid: Grid, level: int, column: int) -> str:
    """Without joined cells a blank upper cell belongs to the text on its left."""
    if grid.merges:
        return ""
    for index in range(column, -1, -1):
        if grid.value(level, index) is not None:
            return grid.text(level, index)
    return ""


def is_wide(grid: Grid, row: int) -> bool:
    """Whether one cell of a row is joined over most of the columns: a section, not a header."""
    return any(m.top == row and m.right - m.left + 1 > grid.width * 0.6 for m in grid.merges)


def is_joined_across(grid: Grid, row: int, column: int) -> bool:
    """Whether a cell belongs to a range joined over several columns."""
    return any(
        m.top <= row <= m.bottom and m.left <= column <= m.right and m.right > m.left
        for m in grid.merges
    )


def has_joined_down(grid: Grid, row: int) -> bool:
    """Whether cells of a row are joined with cells below them."""
    return any(m.top == row and m.bottom > row for m in grid.merges)


def level_key(grid: Grid, row: int) -> tuple[str, ...]:
    """The texts of a row in the form in which two headers are compared."""
    return key_of([cell for cell in grid.rows[row] if isinstance(cell, str)])


def key_of(texts: list[str]) -> tuple[str, ...]:
    """Texts of a header in the form in which two headers are compared."""
    return tuple(map(header_words, texts))
