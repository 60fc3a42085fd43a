"""Finding tables in a grid: the header among titles and notes, its levels, and where rows end."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from nastavnik_desktop.imports.column_meaning import (
    PERSON,
    HeaderMeaning,
    Role,
    header_words,
    read_header,
)
from nastavnik_desktop.imports.grid import CellValue, Grid
from nastavnik_desktop.imports.values.lists import read_flag
from nastavnik_desktop.imports.values.text import is_total, one_line

_FEWEST_KNOWN = 2
_MOST_LEVELS = 3
_LONGEST_HEADER_CELL = 160
_ROWS_THAT_TELL = 200
_VALUE = re.compile(r"\w@\w|^\W?\d{1,2}[./]\d|^\W*\d(?:[\s()–-]*\d){6,}")
"""A date, a telephone or an address of mail: such cells stand in rows of people, not in headers."""


@dataclass(frozen=True)
class HeaderColumn:
    """A column of a table: its number in the grid, the joined header and what it says."""

    index: int
    header: str
    meaning: HeaderMeaning


@dataclass(frozen=True)
class Table:
    """A table in a grid: rows of the header, columns, rows of the body, rows of titles above."""

    grid: Grid
    header_rows: tuple[int, ...]
    columns: tuple[HeaderColumn, ...]
    body: range
    above: range

    @cached_property
    def level_keys(self) -> tuple[tuple[str, ...], ...]:
        """Texts of the levels of the header, to know its repetition on a new page."""
        return tuple(_level_key(self.grid, row) for row in self.header_rows)

    def is_repeated_header(self, row: int) -> bool:
        """Whether a row of the body only repeats a level of the header."""
        texts = [cell for cell in self.grid.rows[row] if isinstance(cell, str)]
        if len(texts) not in self._level_sizes:
            return False
        return len(texts) >= _FEWEST_KNOWN and _key_of(texts) in self.level_keys

    @cached_property
    def _level_sizes(self) -> frozenset[int]:
        return frozenset(map(len, self.level_keys))


def find_tables(grid: Grid) -> list[Table]:
    """All tables of people in a grid; a table ends where a different header begins.

    Two tables with one header side by side are two tables, each with its own columns.
    """
    return [table for part in _parts_side_by_side(grid) for table in _tables_below(part)]


def _tables_below(grid: Grid) -> list[Table]:
    headers: list[tuple[int, ...]] = []
    row = 0
    while row < grid.height:
        if _is_header(grid, row):
            levels = _levels(grid, row)
            if not headers or not _repeats(grid, headers[-1], levels):
                headers.append(levels)
            row = levels[-1]
        row += 1
    return [_table(grid, headers, number) for number in range(len(headers))]


def _table(grid: Grid, headers: list[tuple[int, ...]], number: int) -> Table:
    levels = headers[number]
    end = _titles_start(grid, headers, number + 1)
    begin = _titles_start(grid, headers, number)
    return Table(
        grid, levels, _columns(grid, levels), range(levels[-1] + 1, end), range(begin, levels[0])
    )


def _titles_start(grid: Grid, headers: list[tuple[int, ...]], number: int) -> int:
    """Where the titles of a table begin: below another table only lonely texts above the header."""
    if number == 0:
        return 0
    if number == len(headers):
        return grid.height
    first = row = headers[number][0]
    while row - 1 > headers[number - 1][-1] and _may_be_title(grid, row - 1):
        row -= 1
        if any(cell is not None for cell in grid.rows[row]):
            first = row
        elif first != headers[number][0]:
            break
    return first


def _may_be_title(grid: Grid, row: int) -> bool:
    """An empty row, or a row of one text that is no total and no place for a signature."""
    filled = [cell for cell in grid.rows[row] if cell is not None]
    if len(filled) != 1:
        return not filled
    text = filled[0] if isinstance(filled[0], str) else ""
    return bool(text) and "__" not in text and not is_total(text)


def _parts_side_by_side(grid: Grid) -> list[Grid]:
    """The grid itself, or a grid for each repetition of the header in its row."""
    header = next((row for row in range(grid.height) if _is_header(grid, row)), None)
    if header is None:
        return [grid]
    texts = [(n, header_words(cell)) for n, cell in enumerate(grid.rows[header])
             if isinstance(cell, str)]  # fmt: skip
    starts = _repetition_starts(texts)
    if not starts:
        return [grid]
    ends = [*starts[1:], grid.width]
    return [_part(grid, header, *span) for span in zip(starts, ends, strict=True)]


def _repetition_starts(texts: list[tuple[int, str]]) -> list[int]:
    """Columns in which the same row of headers begins again; empty when it does not."""
    words = [text for _, text in texts]
    for size in range(_FEWEST_KNOWN, len(words) // 2 + 1):
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


def _is_header(grid: Grid, row: int) -> bool:
    """Texts alone, at least two and half of them recognised, one of them a name.

    Rows of data may hold words of headers too («Учитель», «класс»), but few of all their cells.
    """
    filled = [cell for cell in grid.rows[row] if cell is not None]
    texts = [cell for cell in filled if isinstance(cell, str) and not cell.isdigit()]
    if len(texts) < max(_FEWEST_KNOWN, len(filled)) or any(map(_VALUE.search, texts)):
        return False
    known = _known_in(grid, row)
    has_name = any(meaning.is_name for meaning in known)
    return has_name and len(known) >= max(_FEWEST_KNOWN, len(filled) / 2)


def _known_in(grid: Grid, row: int) -> list[HeaderMeaning]:
    texts = [cell for cell in grid.rows[row] if isinstance(cell, str)]
    read = (read_header(text) for text in texts if len(text) <= _LONGEST_HEADER_CELL)
    return [meaning for meaning in read if meaning.is_known]


def _levels(grid: Grid, first: int) -> tuple[int, ...]:
    levels = [first]
    while len(levels) < _MOST_LEVELS and _is_lower_level(grid, levels[-1], levels[-1] + 1):
        levels.append(levels[-1] + 1)
    return tuple(levels)


def _is_lower_level(grid: Grid, upper: int, row: int) -> bool:
    """A row of short texts that stand only under joined or empty cells of the level above."""
    if row >= grid.height:
        return False
    filled = [n for n, cell in enumerate(grid.rows[row]) if cell is not None]
    if not filled or any(not isinstance(grid.value(row, n), str) for n in filled):
        return False
    if any(len(grid.text(row, n)) > _LONGEST_HEADER_CELL for n in filled) or _is_wide(grid, row):
        return False
    joined = [n for n in filled if _is_joined_across(grid, upper, n)]
    free = [n for n in filled if n in joined or grid.value(upper, n) is None]
    known = len(_known_in(grid, row))
    if len(free) == len(filled):
        return known > 0 or len(joined) == len(filled) or _has_joined_down(grid, upper)
    return known * 2 > len(filled) and known >= _FEWEST_KNOWN and len(free) > 0


def _is_wide(grid: Grid, row: int) -> bool:
    """Whether one cell of a row is joined over most of the columns: a section, not a header."""
    return any(m.top == row and m.right - m.left + 1 > grid.width * 0.6 for m in grid.merges)


def _is_joined_across(grid: Grid, row: int, column: int) -> bool:
    return any(
        m.top <= row <= m.bottom and m.left <= column <= m.right and m.right > m.left
        for m in grid.merges
    )


def _has_joined_down(grid: Grid, row: int) -> bool:
    return any(m.top == row and m.bottom > row for m in grid.merges)


def _columns(grid: Grid, levels: tuple[int, ...]) -> tuple[HeaderColumn, ...]:
    columns = []
    for index in range(grid.width):
        header = _joined_header(grid, levels, index)
        if header:
            columns.append(HeaderColumn(index, header, _meaning(grid, levels[-1], index, header)))
    return tuple(columns)


def _meaning(grid: Grid, last_level: int, index: int, header: str) -> HeaderMeaning:
    """What the header says; «Наставник» over nothing but «да» and «нет» holds no names."""
    meaning = read_header(header)
    if meaning.role is not Role.MENTOR or meaning.base != PERSON:
        return meaning
    rows = range(last_level + 1, min(last_level + 1 + _ROWS_THAT_TELL, grid.height))
    values = [value for row in rows if (value := grid.value(row, index)) is not None]
    is_flag = bool(values) and all(read_flag(value) is not None for value in values)
    return HeaderMeaning("is_mentor") if is_flag else meaning


def _joined_header(grid: Grid, levels: tuple[int, ...], column: int) -> str:
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


def _level_key(grid: Grid, row: int) -> tuple[str, ...]:
    return _key_of([cell for cell in grid.rows[row] if isinstance(cell, str)])


def _key_of(texts: list[str]) -> tuple[str, ...]:
    return tuple(map(header_words, texts))


def _repeats(grid: Grid, known: tuple[int, ...], levels: tuple[int, ...]) -> bool:
    return _level_key(grid, known[0]) == _level_key(grid, levels[0])
