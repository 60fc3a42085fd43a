"""What the headings of road maps and plans mean: wordings are data in ``road_map_headings.json``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from nastavnik_desktop.imports.values.text import folded
from nastavnik_desktop.imports.wording import load_words

OTHER = "other"
MEANINGS = (
    "number", "stage", "activity", "details", "deadline", "done_date", "responsible", "result",
    "indicator", "document", "status", "place", "participants", "quantity", "funding", "control",
    "note", OTHER,
)  # fmt: skip
_LONGEST_HEADER = 200
_SHORTEST_MISSPELLED = 6
_SHORTEST_GLUED = 6
_WORD_BREAK = re.compile(r"(?<=[а-яё])[-\u00ad]\s*\n\s*(?=[а-яё])|\u00ad|(?<=[а-яё])-\s+(?=[а-яё])")
_WORDS = re.compile(r"№|[^\W_]+")
_PARTS = re.compile(r"[,;/.]|\bи\b|\n")


@dataclass(frozen=True)
class HeadingMeaning:
    """What a column holds, and what else its cells may hold besides."""

    meaning: str = OTHER
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Phrase:
    meaning: str
    words: tuple[str, ...]
    is_whole: bool
    also: tuple[str, ...] = ()

    @property
    def weight(self) -> int:
        return sum(len(word.rstrip("*")) for word in self.words) + 100 * self.is_whole


@lru_cache(maxsize=2048)
def meaning_of(header: str) -> HeadingMeaning:
    """Recognise a heading; forgiving of case, blanks, hyphens and a wrong letter."""
    if not header.strip() or len(header) > _LONGEST_HEADER:
        return HeadingMeaning()
    words = _words(header)
    if _best(words, _phrases("none")):
        return HeadingMeaning()
    whole = _best(words, _phrases("whole"))
    if whole:
        return HeadingMeaning(whole.meaning, whole.also)
    found = _of_parts(header) or _of_words([_nearest(word) for word in words])
    if not found and (glued := _glued(words)):
        found = [glued]
    return HeadingMeaning(found[0], tuple(found[1:])) if found else HeadingMeaning()
