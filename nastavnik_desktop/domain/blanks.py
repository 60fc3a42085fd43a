"""A blank of the authority as the program shows it: sheets, cells, the headings of a cell."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from nastavnik_desktop.domain.dates import MONTHS_GENITIVE

BlankValue = int | float | str
"""What is written into a cell: a whole number, a number with decimals, or a text."""

_LETTERS = 26
_MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_PASSING = frozenset((*_MONTHS, *MONTHS_GENITIVE, "i", "ii", "iii", "iv", "і", "іі", "ііі"))
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


@dataclass(frozen=True, order=True)
class CellPlace:
    """Where a value goes: sheet of a workbook or «Таблица 1» of a document; counted from 1."""

    sheet: str
    row: int
    column: int

    @property
    def address(self) -> str:
        """«B5», as spreadsheets write it."""
        return f"{column_letters(self.column)}{self.row}"

    @staticmethod
    def parse(sheet: str, address: str) -> CellPlace:
        """A place from «B5»; raises ValueError for a text that is no address."""
        found = _ADDRESS.fullmatch(address.strip().upper())
        if found is None:
            raise ValueError(address)
        return CellPlace(sheet, int(found[2]), column_number(found[1]))


@dataclass(frozen=True)
class BlankCell:
    """A cell as it is shown; ``rows`` and ``columns`` are what a merged cell covers.

    ``is_ruled`` marks a cell with a line on one of its sides: it belongs to a table or is written
    upon.
    """

    row: int
    column: int
    text: str = ""
    is_formula: bool = False
    rows: int = 1
    columns: int = 1
    is_ruled: bool = False

    def covers(self, row: int, column: int) -> bool:
        """Whether the cell lies over this place."""
        return (
            self.row <= row < self.row + self.rows
            and self.column <= column < self.column + self.columns
        )


@dataclass(frozen=True)
class BlankSheet:
    """One sheet or table; cells without text are there only when they are merged or ruled."""

    name: str
    cells: tuple[BlankCell, ...]
    is_hidden: bool = False

    @cached_property
    def height(self) -> int:
        """The last row in use."""
        return max((cell.row + cell.rows - 1 for cell in self.cells), default=0)

    @cached_property
    def width(self) -> int:
        """The last column in use."""
        return max((cell.column + cell.columns - 1 for cell in self.cells), default=0)

    def cell_at(self, row: int, column: int) -> BlankCell:
        """The cell over a place; an empty one where nothing stands."""
        return self._covering.get((row, column)) or BlankCell(row, column)

    def place(self, row: int, column: int) -> CellPlace:
        """The place that a value for this place is written to: the first of a merged cell."""
        cell = self.cell_at(row, column)
        return CellPlace(self.name, cell.row, cell.column)

    def row_headings(self, row: int, column: int) -> tuple[str, ...]:
        """Words at the left of a cell, from the outermost inwards; numbers are no headings."""
        return tuple(_headings(self.cell_at(row, at) for at in range(1, column)))

    def column_headings(self, row: int, column: int) -> tuple[str, ...]:
        """Words above a cell, from the uppermost down; numbers are no headings."""
        return tuple(_headings(self.cell_at(at, column) for at in range(1, row)))

    @cached_property
    def _covering(self) -> dict[tuple[int, int], BlankCell]:
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }


@dataclass(frozen=True)
class Blank:
    """A file of the authority with its sheets or tables."""

    sheets: tuple[BlankSheet, ...]

    def sheet(self, name: str) -> BlankSheet | None:
        """The sheet of that name."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)

    @property
    def shape(self) -> str:
        """What files of one shape share: names of sheets and words in their places.

        Numbers and dates are left out, so that the next quarter's file of the same shape is known
        again.
        """
        words = "\n".join(
            f"{lasting_words(sheet.name)}|{cell.row}|{cell.column}|{lasting_words(cell.text)}"
            for sheet in self.sheets
            for cell in sheet.cells
            if lasting_words(cell.text)
        )
        return hashlib.sha256(words.encode()).hexdigest()


def lasting_words(text: str) -> str:
    """Words without what changes from one quarter to the next: numbers, «II», months, signs.

    What is nothing but such words stays as it is: a column «сентябрь» keeps its heading.
    """
    words = re.sub(r"[\d.,:;()–—\-%№«»\"]+", " ", text).casefold().split()
    lasting = [word for word in words if word not in _PASSING]
    return " ".join(lasting or words)


def column_letters(number: int) -> str:
    """«A» for 1, «AA» for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """1 for «A», 27 for «AA»."""
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def _headings(cells: Iterator[BlankCell]) -> Iterator[str]:
    last = None
    for cell in cells:
        if cell is not last and lasting_words(cell.text) and not cell.is_formula:
            yield " ".join(cell.text.split())
        last = cell
