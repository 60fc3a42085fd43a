"""Which rows of a table are people, and which are sections, totals, signatures, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from nastavnik_desktop.imports.grid import CellValue, as_text
from nastavnik_desktop.imports.kinds import Column
from nastavnik_desktop.imports.table import Table
from nastavnik_desktop.imports.values.lists import is_form
from nastavnik_desktop.imports.values.people import begins_with_name
from nastavnik_desktop.imports.values.posts import is_post
from nastavnik_desktop.imports.values.text import (
    folded,
    is_ditto,
    is_sheet_error,
    is_total,
    one_line,
)
from nastavnik_desktop.imports.wording import folded_starts

_UNDERSCORES = re.compile(r"_{3,}")
_LINED_DATE = re.compile(r"\d[_\s»\"]+[а-я]{3,8}[_\s]+(?:19|20)\d\d", re.IGNORECASE)
"""«__4__»__марта____2022 г.»: a date filled into a printed form, not a place for a signature."""
_SHORT_NAME = re.compile(
    r"(?:[А-ЯЁ]\.\s?){1,2}\s?[А-ЯЁ][а-яё-]+|[А-ЯЁ][а-яё-]+\s+(?:[А-ЯЁ]\.\s?){1,2}"
)
_CONTINUED = "пометка о продолжении таблицы"
SECOND_BLOCK = "продолжение таблицы: человек уже назван"
_FEWEST_NUMBERS = 3
_FIRST_COLUMN_NUMBERS = frozenset(map(str, range(1, 100)))


class RowKind(Enum):
    """What a row of a table is."""

    EMPTY = auto()
    NUMBERS = auto()
    REPEATED_HEADER = auto()
    SECTION = auto()
    TOTAL = auto()
    VACANCY = auto()
    SIGNATURE = auto()
    NOTE = auto()
    CONTINUATION = auto()
    DATA = auto()


_OF_PEOPLE = (RowKind.DATA, RowKind.VACANCY)


@dataclass(frozen=True)
class ClassifiedRow:
    """A row with its kind; ``text`` is what it says, ``reason`` why it is no person."""

    row: int
    kind: RowKind
    text: str = ""
    reason: str = ""


class RowClassifier:
    """Tells kinds of rows of one table; knows which columns hold numbers and names."""

    def __init__(self, table: Table, columns: tuple[Column, ...]) -> None:
        self._table = table
        self._grid = table.grid
        self._number = next((c.index for c in columns if c.meaning == "number"), None)
        names = ("full_name", "last_name", "mentor", "mentor_last_name")
        self._name = next((c.index for c in columns if c.meaning in names), 0)
        mentees = ("mentees", "mentee_last_name")
        self._other = next((c.index for c in columns if c.meaning in mentees), None)

    def classify(self) -> list[ClassifiedRow]:
        """Kinds of all rows of the table's body."""
        rows: list[ClassifiedRow] = []
        named: set[str] = set()
        is_second_block = False
        for row in self._table.body:
            found = self._classified(row)
            is_second_block = is_second_block or found.reason == _CONTINUED
            rows.append(self._of_second_block(found, named) if is_second_block else found)
            if not is_second_block and found.kind in _OF_PEOPLE:
                named.add(folded(self._grid.text(row, self._name)))
        return self._notes_at_the_end(rows)

    def _of_second_block(self, row: ClassifiedRow, named: set[str]) -> ClassifiedRow:
        """After the word «продолжение» come more columns of the same people: no rows of people."""
        name = self._grid.text(row.row, self._name)
        if row.kind not in _OF_PEOPLE or (begins_with_name(name) and folded(name) not in named):
            return row
        reason = SECOND_BLOCK if begins_with_name(name) else "продолжение таблицы без имён"
        return ClassifiedRow(row.row, RowKind.NOTE, reason=reason)

    def _classified(self, row: int) -> ClassifiedRow:
        cells = [(n, cell) for n, cell in enumerate(self._grid.rows[row]) if cell is not None]
        if not cells or self._is_bare_number(cells):
            return ClassifiedRow(row, RowKind.EMPTY)
        if self._is_plain(row, len(cells)):
            return ClassifiedRow(row, RowKind.DATA)
        if are_column_numbers([cell for _, cell in cells]):
            return ClassifiedRow(row, RowKind.NUMBERS, reason="строка с номерами граф")
        if self._table.is_repeated_header(row):
            return ClassifiedRow(row, RowKind.REPEATED_HEADER, reason="повтор шапки")
        return self._by_words(row, cells)

    def _is_plain(self, row: int, filled: int) -> bool:
        """A numbered row with a name and more: most rows are such and need no other look."""
        name = self._grid.value(row, self._name)
        if self._number is None or filled <= _FEWEST_NUMBERS or not isinstance(name, str):
            return False
        is_numbered = _is_number(self._grid.value(row, self._number))
        is_name = not name.isdecimal() and not folded(name).startswith(folded_starts("vacancy"))
        return is_numbered and is_name

    def _by_words(self, row: int, cells: Sequence[tuple[int, CellValue]]) -> ClassifiedRow:
        texts = [one_line(as_text(cell)) for _, cell in cells]
        words = [
            text for (_, cell), text in zip(cells, texts, strict=True) if isinstance(cell, str)
        ]
        first = folded(words[0]) if words else ""
        name = one_line(self._grid.text(row, self._name))
        said = _said_by_words(row, first, name, words)
        if said is not None:
            return said
        if self._is_signature(row, name, words):
            return ClassifiedRow(row, RowKind.SIGNATURE, first, _signature_reason(first))
        if len(set(texts)) == 1 and words:
            return self._lonely(row, cells[0][0], words[0])
        return ClassifiedRow(row, self._data_kind(row, cells))

    def _lonely(self, row: int, column: int, text: str) -> ClassifiedRow:
        """A row of one text: a section, a note, or a person of whom only the name is known."""
        if folded(text).startswith(folded_starts("note_starts")):
            return ClassifiedRow(row, RowKind.NOTE, text, "сноска под таблицей")
        is_joined = self._grid.anchors.get((row, column + 1)) == (row, column)
        is_name_column = column in (self._name, self._other)
        if is_name_column and not is_joined and begins_with_name(text) and not is_form(text):
            return ClassifiedRow(row, self._data_kind(row, [(column, text)]))
        if not is_joined and column > max(self._name, self._number or 0):
            return ClassifiedRow(row, RowKind.CONTINUATION)
        label = "строка раздела: " if "орм" in text else "заголовок раздела "
        shown = text if "орм" in text else f"«{text}»"
        return ClassifiedRow(row, RowKind.SECTION, text, label + shown)

    def _data_kind(self, row: int, cells: Sequence[tuple[int, CellValue]]) -> RowKind:
        if self._grid.value(row, self._name) is not None:
            return RowKind.DATA
        if self._grid.covering_row(row, self._name) != row:
            return RowKind.CONTINUATION
        filled = {index for index, _ in cells}
        is_numbered = self._number is None or self._number in filled
        return RowKind.DATA if is_numbered else RowKind.CONTINUATION

    def _is_bare_number(self, cells: Sequence[tuple[int, CellValue]]) -> bool:
        index, value = cells[0]
        return len(cells) == 1 and index == self._number and _is_number(value)

    def _is_signature(self, row: int, name: str, words: list[str]) -> bool:
        """No number, and a post, «исп.» or underscores where people have their names."""
        if self._number is not None and _is_number(self._grid.value(row, self._number)):
            return False
        lined = [word for word in words if _UNDERSCORES.search(word)]
        if lined and not (begins_with_name(name) and all(map(_LINED_DATE.search, lined))):
            return True
        first = folded(words[0]) if words else ""
        if first.startswith(folded_starts("signature_starts")) and not begins_with_name(words[0]):
            return True
        head = name if is_post(name) else words[0] if words else ""
        others = [word.strip(" /()") for word in words if word != head]
        return (
            is_post(head)
            and not begins_with_name(head)
            and not begins_with_name(name)
            and any(_SHORT_NAME.fullmatch(word) for word in others)
        )

    def _notes_at_the_end(self, rows: list[ClassifiedRow]) -> list[ClassifiedRow]:
        """After the last person a lonely text is a note, not a section."""
        people = (RowKind.DATA, RowKind.CONTINUATION, RowKind.VACANCY)
        last = max((n for n, row in enumerate(rows) if row.kind in people), default=-1)
        return [
            ClassifiedRow(row.row, RowKind.NOTE, row.text, "примечание под таблицей")
            if n > last and row.kind is RowKind.SECTION
            else row
            for n, row in enumerate(rows)
        ]


def _said_by_words(row: int, first: str, name: str, words: list[str]) -> ClassifiedRow | None:
    """A total, a vacancy, the word «продолжение», nothing but errors; None when it is no such."""
    if any(map(is_total, words[:2])):
        return ClassifiedRow(row, RowKind.TOTAL, first, "итоговая строка")
    if folded(name).startswith(folded_starts("vacancy")):
        return ClassifiedRow(row, RowKind.VACANCY, name, "вакансия")
    if first.startswith(folded_starts("continuation")):
        return ClassifiedRow(row, RowKind.NOTE, first, _CONTINUED)
    if words and all(map(is_sheet_error, words)):
        return ClassifiedRow(row, RowKind.NOTE, first, "вместо значений ошибки Excel")
    return None


def are_column_numbers(values: Sequence[CellValue]) -> bool:
    """1, 2, 3 … under the header, as numbers or as text."""
    texts = [as_text(value).strip(" .") for value in values]
    if len(texts) < _FEWEST_NUMBERS or texts[0] not in _FIRST_COLUMN_NUMBERS:
        return False
    first = int(texts[0])
    return texts == [str(number) for number in range(first, first + len(texts))]


def _is_number(value: CellValue) -> bool:
    return as_text(value).strip(" .").isdecimal()


def _signature_reason(first: str) -> str:
    if first.startswith("исп"):
        return "исполнитель"
    return "подпись директора" if first.startswith("директор") else "подпись"


def is_repetition(text: str) -> bool:
    """Whether a cell only repeats the cell above: «-//-»."""
    return len(text) < 12 and is_ditto(text)
