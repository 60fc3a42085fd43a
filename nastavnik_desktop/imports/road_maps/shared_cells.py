"""Columns that share meanings: a day and a person in one cell, one deadline over many columns.

«до 15 февраля ⏎ Методист» stands below «Срок / ответственный»; below «I кв.», «II кв.» stands «+».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nastavnik_desktop.domain.deadlines import Kind, ReadingYear, read_deadline
from nastavnik_desktop.imports.road_maps.tables import MARK, MapColumn, MapTable
from nastavnik_desktop.imports.values.text import folded, one_line

DEADLINE, RESPONSIBLE = "deadline", "responsible"
_MARKS = frozenset(("+", "++", "х", "x", "v", "✓", "✔", "√", "*", "•", "да"))
_ANY_YEAR = ReadingYear(2000)
"""Whether words speak of a time does not depend on the year."""
_AFTER_A_DAY = re.compile(r",\s+|\s[–—-]\s|;\s+")


def parts_of_cell(table: MapTable, column: MapColumn, text: str) -> Iterator[tuple[str, str]]:
    """The meanings of a cell with their texts; only «Срок / ответственный» holds two of them."""
    if MARK in column.also:
        yield DEADLINE, one_line(column.header.rpartition(" / ")[2]) if _is_mark(text) else text
        return
    if not is_shared(table, column):
        yield column.meaning, text
        return
    when, who = _parted(text)
    if when:
        yield DEADLINE, when
    if who:
        yield RESPONSIBLE, who


def between_parts(column: MapColumn, meaning: str) -> str:
    """What joins the texts of several columns of one meaning: ends of a span, marked months."""
    if MARK in column.also:
        return ", "
    return " – " if meaning == DEADLINE else "\n"


def _is_mark(text: str) -> bool:
    return folded(text) in _MARKS


def is_shared(table: MapTable, column: MapColumn) -> bool:
    """Whether a column holds deadlines and those responsible, and no other holds either."""
    if {column.meaning, *column.also} != {DEADLINE, RESPONSIBLE}:
        return False
    return not any(
        one.meaning in {DEADLINE, RESPONSIBLE} for one in table.columns if one is not column
    )


def _parted(text: str) -> tuple[str, str]:
    """Lines that tell a time, and the others; in a single line what follows the day."""
    lines = text.split("\n")
    if len(lines) == 1 and not is_time(text):
        lines = _halves(text)
    when = [line for line in lines if is_time(line)]
    who = [line for line in lines if not is_time(line)]
    return "\n".join(when), "\n".join(who)


def _halves(text: str) -> list[str]:
    for found in _AFTER_A_DAY.finditer(text):
        first, second = text[: found.start()], text[found.end() :]
        if is_time(first) != is_time(second):
            return [first, second]
    return [text]


def is_time(text: str) -> bool:
    """Whether a text speaks of a time and of nothing else."""
    read = read_deadline(text, _ANY_YEAR)
    return read.kind is not Kind.UNDEFINED and not read.not_understood and not read.remarks
