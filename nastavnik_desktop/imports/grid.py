"""A sheet, a Word table or a CSV file as one grid of cells; addresses are those the user sees."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TypeAlias

CellValue: TypeAlias = str | int | float | bool | date | datetime | None
"""What a cell holds: tidied text, a whole or broken number, a date, or nothing."""

MOST_COLUMNS = 400
"""A list of people is not wider."""

_HIDDEN_MARKS = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_LONG_TAIL = 1000
_DIGITS = "0123456789 .\u00a0"
_ODD_BLANKS = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\t\v\f"), " ")
_CLEANING = {**_HIDDEN_MARKS, **_ODD_BLANKS, ord("\r"): "\n"}


def clean_value(value: object) -> CellValue:
    """A raw value of a library as a cell value: odd blanks replaced, «5.0» made 5, "" made None."""
    if isinstance(value, str):
        return value.translate(_CLEANING).strip() or None
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if isinstance(value, bool | int | date):
        return value
    return None


def without_tail(rows: Sequence[Sequence[object]]) -> Sequence[Sequence[object]]:
    """The rows up to the last one with a word, when a long tail of numbers or blanks follows.

    Numbers of rows drawn down to the end of the sheet are no people.
    """
    last = len(rows)
    while last and not any(map(_is_worded, rows[last - 1])):
        last -= 1
    return rows[:last] if len(rows) - last > _LONG_TAIL else rows


def _is_worded(cell: object) -> bool:
    return isinstance(cell, str) and bool(cell.strip(_DIGITS))


def column_letter(index: int) -> str:
    """Excel's name of a column by its number from 0: 0 -> A, 27 -> AB."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def as_text(value: CellValue) -> str:
    """The text of a cell as the user sees it; a date as 05.09.2026."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y")
    return str(value)


@dataclass(frozen=True)
class Merge:
    """A range of joined cells; numbers from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """Cells of one sheet or table; ``name`` is what the user calls it (may be empty).

    ``rows`` may be of unequal length. ``text_before`` holds paragraphs that stand before a table
    of a document, ``is_hidden`` tells of a sheet that the user does not see.
    """

    name: str
    rows: tuple[tuple[CellValue, ...], ...]
    merges: tuple[Merge, ...] = ()
    hidden_columns: frozenset[int] = frozenset()
    text_before: tuple[str, ...] = ()
    is_hidden: bool = False
    notices: tuple[str, ...] = field(default=())

    @cached_property
    def width(self) -> int:
        """The number of columns."""
        return max((len(row) for row in self.rows), default=0)

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.rows)

    @cached_property
    def anchors(self) -> dict[tuple[int, int], tuple[int, int]]:
        """For every covered cell of a joined range its upper left cell."""
        return {
            (row, column): (merge.top, merge.left)
            for merge in self.merges
            for row in range(merge.top, min(merge.bottom + 1, self.height))
            for column in range(merge.left, min(merge.right + 1, self.width))
            if (row, column) != (merge.top, merge.left)
        }

    def value(self, row: int, column: int) -> CellValue:
        """The cell's own value; nothing outside the grid."""
        cells = self.rows[row] if 0 <= row < len(self.rows) else ()
        return cells[column] if 0 <= column < len(cells) else None

    def text(self, row: int, column: int) -> str:
        """The cell's own value as text."""
        return as_text(self.value(row, column))

    def covering_row(self, row: int, column: int) -> int:
        """The row in which the value of a cell stands: above it when cells are joined downward."""
        top, left = self.anchors.get((row, column), (row, column))
        return top if left == column else row

    def filled_row(self, row: int) -> list[CellValue]:
        """The row's values, with values of cells joined downward repeated."""
        cells = list(self.rows[row]) + [None] * (self.width - len(self.rows[row]))
        if self._covered_rows and row in self._covered_rows:
            for column in range(self.width):
                top = self.covering_row(row, column)
                if top != row:
                    cells[column] = self.value(top, column)
        return cells

    @cached_property
    def _covered_rows(self) -> frozenset[int]:
        return frozenset(row for (row, _), (top, _left) in self.anchors.items() if top != row)
