"""What changed between two texts, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class LineMark(StrEnum):
    """What became of a line; the value stands before it."""

    SAME = " "
    REMOVED = "−"
    ADDED = "+"


@dataclass(frozen=True)
class MarkedLine:
    """A line of either text."""

    mark: LineMark
    text: str


def difference(before: str, after: str) -> tuple[MarkedLine, ...]:
    """All lines of both texts in their order; where both differ, the former line comes first."""
    return tuple(_marked(before.splitlines(), after.splitlines()))


def _marked(before: list[str], after: list[str]) -> Iterator[MarkedLine]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, from_, until, new_from, new_until in matcher.get_opcodes():
        if what == "equal":
            yield from (MarkedLine(LineMark.SAME, line) for line in before[from_:until])
            continue
        yield from (MarkedLine(LineMark.REMOVED, line) for line in before[from_:until])
        yield from (MarkedLine(LineMark.ADDED, line) for line in after[new_from:new_until])
