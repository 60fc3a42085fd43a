"""Finding tables in a grid: the header among titles and notes, its levels, and where rows end."""

from __future__ import annotations

import re
from collections.abc import Callable

from nastavnik_desktop.imports.column_meaning import PERSON, HeaderMeaning, Role
from nastavnik_desktop.imports.column_words import ColumnWords, usual_words
from nastavnik_desktop.imports.grid import Grid
from nastavnik_desktop.imports.header_cells import (
    has_joined_down,
    is_joined_across,
    is_wide,
    joined_header,
    level_key,
)
from nastavnik_desktop.imports.side_by_side import parts_side_by_side
from nastavnik_desktop.imports.table import HeaderColumn, Table
from nastavnik_desktop.imports.values.lists import read_flag
from nastavnik_desktop.imports.values.text import is_total

_FEWEST_KNOWN = 2
_MOST_LEVELS = 3
_LONGEST_HEADER_CELL = 160
_ROWS_THAT_TELL = 200
_VALUE = re.compile(r"\w@\w|^\W?\d{1,2}[./]\d|^\W*\d(?:[\s()–-]*\d){6,}")
"""A date, a telephone or an address of mail: such cells stand in rows of people, not in headers."""

ReadHeader = Callable[[str], HeaderMeaning]


def find_tables(grid: Grid, words: ColumnWords | None = None) -> list[Table]:
    """All tables of people in a grid; a table ends where a different header begins.

    Two tables with one header side by side are two tables, each with its own columns.
    """
    words = words or usual_words()
    read = words.read_header
    header = _Finder(grid, words, read).first_header()
    if header is None:
        read = words.read_misspelled
        header = _Finder(grid, words, read).first_header(_ROWS_THAT_TELL)
    parts = parts_side_by_side(grid, header, read) if header is not None else []
    return [table for part in parts for table in _Finder(part, words, read).tables()]


class _Finder:
    """Finds the headers of one grid by the words of the columns."""

    def __init__(self, grid: Grid, words: ColumnWords, read: ReadHeader) -> None:
        self._grid = grid
        self._words = words
        self._read = read

    def first_header(self, rows: int | None = None) -> int | None:
        """The row of the first header, among the first ``rows``; None where there is none."""
        upper = range(self._grid.height)[:rows]
        return next((row for row in upper if self._is_header(row, is_first=True)), None)

    def tables(self) -> list[Table]:
        """Tables that stand one below another."""
        headers: list[tuple[int, ...]] = []
        row = 0
        while row < self._grid.height:
            if self._is_header(row, is_first=not headers):
                levels = self._levels(row)
                if not headers or not self._repeats(headers[-1], levels):
                    headers.append(levels)
                row = levels[-1]
            row += 1
        return [self._table(headers, number) for number in range(len(headers))]

    def _table(self, headers: list[tuple[int, ...]], number: int) -> Table:
        levels = headers[number]
        end = self._titles_start(headers, number + 1)
        begin = self._titles_start(headers, number)
        body, above = range(levels[-1] + 1, end), range(begin, levels[0])
        return Table(self._grid, levels, self._columns(levels), body, above)

    def _titles_start(self, headers: list[tuple[int, ...]], number: int) -> int:
        """Where titles begin: below another table only lonely texts just above the header."""
        if number == 0:
            return 0
        if number == len(headers):
            return self._grid.height
        first = row = headers[number][0]
        while row - 1 > headers[number - 1][-1] and self._may_be_title(row - 1):
            row -= 1
            if any(cell is not None for cell in self._grid.rows[row]):
                first = row
            elif first != headers[number][0]:
                break
        return first

    def _may_be_title(self, row: int) -> bool:
        """An empty row, or a row of one text that is no total and no place for a signature."""
        filled = [cell for cell in self._grid.rows[row] if cell is not None]
        if len(filled) != 1:
            return not filled
        text = filled[0] if isinstance(filled[0], str) else ""
        return bool(text) and "__" not in text and not is_total(text)

    def _is_header(self, row: int, *, is_first: bool) -> bool:
        """Texts, at least two and half of them recognised, one of them a name.

        Rows of data may hold words of headers too («Учитель», «класс»), but few of all their cells.
        Beside «ФИО» or «Фамилия» one known column is enough: no row of people holds these words.
        A few numbers (classes, years) may stand among many texts. Below a header «Учитель» alone is
        no name of a column, but a post in a row.
        """
        filled = [cell for cell in self._grid.rows[row] if cell is not None]
        texts = [cell for cell in filled if isinstance(cell, str) and not cell.isdigit()]
        numbers = len(filled) - len(texts)
        if len(texts) < _FEWEST_KNOWN or any(map(_VALUE.search, texts)):
            return False
        if numbers and (numbers * 2 > len(texts) or filled[0] is not texts[0]):
            return False
        known = self._known_in(row)
        has_name = any(
            meaning.is_name and (is_first or not _may_be_post(meaning)) for meaning in known
        )
        names_people = any(one.is_name and not one.is_bare_role for one in known)
        share = 0 if names_people and not numbers else len(filled) / 2
        return has_name and len(known) >= max(_FEWEST_KNOWN + (numbers > 0), share)

    def _known_in(self, row: int) -> list[HeaderMeaning]:
        texts = (cell for cell in self._grid.rows[row] if isinstance(cell, str))
        short = (text for text in texts if len(text) <= _LONGEST_HEADER_CELL)
        return [found for found in map(self._read, short) if found.is_known]

    def _levels(self, first: int) -> tuple[int, ...]:
        levels = [first]
        while len(levels) < _MOST_LEVELS and self._is_lower_level(levels[-1], levels[-1] + 1):
            levels.append(levels[-1] + 1)
        return tuple(levels)

    def _is_lower_level(self, upper: int, row: int) -> bool:
        """A row of short texts that stand only under joined or empty cells of the level above."""
        if row >= self._grid.height:
            return False
        filled = [n for n, cell in enumerate(self._grid.rows[row]) if cell is not None]
        if not filled or any(not isinstance(self._grid.value(row, n), str) for n in filled):
            return False
        longest = max(len(self._grid.text(row, n)) for n in filled)
        if longest > _LONGEST_HEADER_CELL or is_wide(self._grid, row):
            return False
        joined = [n for n in filled if is_joined_across(self._grid, upper, n)]
        free = [n for n in filled if n in joined or self._grid.value(upper, n) is None]
        known = len(self._known_in(row))
        if len(free) == len(filled):
            return known > 0 or len(joined) == len(filled) or has_joined_down(self._grid, upper)
        return known * 2 > len(filled) and known >= _FEWEST_KNOWN and len(free) > 0

    def _columns(self, levels: tuple[int, ...]) -> tuple[HeaderColumn, ...]:
        columns = []
        for index in range(self._grid.width):
            header = joined_header(self._grid, levels, index)
            if header:
                meaning = self._meaning(levels[-1], index, header)
                columns.append(HeaderColumn(index, header, meaning))
        return tuple(columns)

    def _meaning(self, last_level: int, index: int, header: str) -> HeaderMeaning:
        """What the header says; «Наставник» over nothing but «да» and «нет» holds no names."""
        meaning = self._words.read_misspelled(header)
        if meaning.role is not Role.MENTOR or meaning.base != PERSON:
            return meaning
        rows = range(last_level + 1, min(last_level + 1 + _ROWS_THAT_TELL, self._grid.height))
        values = [value for row in rows if (value := self._grid.value(row, index)) is not None]
        is_flag = bool(values) and all(read_flag(value) is not None for value in values)
        return HeaderMeaning("is_mentor") if is_flag else meaning

    def _repeats(self, known: tuple[int, ...], levels: tuple[int, ...]) -> bool:
        return level_key(self._grid, known[0]) == level_key(self._grid, levels[0])


def _may_be_post(meaning: HeaderMeaning) -> bool:
    return meaning.is_bare_role and meaning.role in (Role.STAFF, Role.STUDENT)
