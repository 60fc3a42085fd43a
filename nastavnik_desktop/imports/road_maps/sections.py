"""Titles of stages and sections that stand in rows of their own: which one stands in which."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nastavnik_desktop.imports.values.text import folded

ROMAN = re.compile(r"\s*([IVXLCІХ]{1,6})(?:[.)]|(?=\s|$))\s*")
ARABIC = re.compile(r"\s*(\d{1,2}(?:\.\d{1,2})*)(?:[.)]+(?!\d)|(?=\s|$))\s*")
_STAGE = re.compile(r"(?<!\w)этап(?!\w{4})")
_PART = re.compile(r"(?:раздел|часть|блок|направление|модуль|задача)(?!\w)")
_LONGEST_STAGE = 110
_RANKS = {"stage": 0, "caps": 1, "roman": 2, "part": 3, "arabic": 4, "plain": 20}
_RUNS = frozenset(("plain", "caps"))


@dataclass(frozen=True)
class SectionRow:
    """A title with its number, from its own cell or from the beginning of the title."""

    title: str
    number: str = ""

    @property
    def style(self) -> str:
        """How the title is marked; titles marked alike stand on one level."""
        own = self.number or self.title
        if ROMAN.match(own):
            return "roman"
        arabic = ARABIC.match(own)
        if arabic and not folded(self.title[arabic.end() :]).startswith("этап"):
            return f"arabic{arabic[1].count('.')}"
        key = folded(self.title)
        if _PART.match(key):
            return "part"
        if _STAGE.search(key) and len(key) <= _LONGEST_STAGE:
            return "stage"
        return "caps" if self.title.isupper() else "plain"

    @property
    def arabic(self) -> str:
        """«6.1» of «6.1.»; empty for a title without an Arabic number."""
        found = ARABIC.match(self.number or self.title)
        return found[1] if found else ""


def _rank(style: str) -> int:
    if style.startswith("arabic"):
        return _RANKS["arabic"] + int(style[6:])
    return _RANKS[style.rstrip("'")] + style.count("'")


class SectionStack:
    """The titles that hold at a row, from the outermost inwards."""

    def __init__(self) -> None:
        self._open: list[tuple[str, SectionRow]] = []

    @property
    def titles(self) -> tuple[str, ...]:
        """Titles from the outermost inwards."""
        return tuple(row.title for _, row in self._open)

    def enter(self, rows: list[SectionRow], next_number: str) -> None:
        """Titles that follow each other, and the number of the item after them."""
        previous = ""
        for row in rows:
            style = row.style
            if style in _RUNS:
                style = self._in_run(style, previous, is_alone=len(rows) == 1)
            self._leave(style, next_number, is_first=not previous)
            self._open.append((style, row))
            previous = style

    def _in_run(self, style: str, previous: str, *, is_alone: bool) -> str:
        """Of two unmarked titles one after the other the second stands in the first."""
        if previous.rstrip("'") == style:
            return f"{previous}'"
        inner = [known for known, _ in self._open if known.startswith(f"{style}'")]
        return inner[-1] if is_alone and inner else style

    def _leave(self, style: str, next_number: str, *, is_first: bool) -> None:
        """Close the titles that the new one ends: of its own level and of levels below it."""
        known = [one for one, _ in self._open]
        if style in known:
            del self._open[known.index(style) :]
            return
        self._open = [one for one in self._open if _rank(one[0]) < _rank(style)]
        first = next_number.strip(" .").partition(".")[0]
        if is_first and style == "plain" and "." in next_number.strip(" ."):
            self._open = [one for one in self._open if not one[1].arabic or one[1].arabic == first]
