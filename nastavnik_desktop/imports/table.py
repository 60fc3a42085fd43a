"""A table found in a grid: its header, its columns and where its rows stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from nastavnik_desktop.imports.column_meaning import HeaderMeaning
from nastavnik_desktop.imports.grid import Grid
from nastavnik_desktop.imports.header_cells import key_of, level_key

_FEWEST_TEXTS = 2


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
        return tuple(level_key(self.grid, row) for row in self.header_rows)

    def is_repeated_header(self, row: int) -> bool:
        """Whether a row of the body only repeats a level of the header."""
        texts = [cell for cell in self.grid.rows[row] if isinstance(cell, str)]
        if len(texts) not in self._level_sizes:
            return False
        return len(texts) >= _FEWEST_TEXTS and key_of(texts) in self.level_keys

    @cached_property
    def _level_sizes(self) -> frozenset[int]:
        return frozenset(map(len, self.level_keys))
