"""What headings of road maps and plans mean: wordings are data in ``road_map_headings.json``."""

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
_WORDINGS = "road_map_headings"
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

    @property
    def weight(self) -> int:
        """Longer wordings say more than short ones."""
        return sum(len(word.rstrip("*")) for word in self.words) + 100 * self.is_whole


@lru_cache(maxsize=2048)
def meaning_of(header: str) -> HeadingMeaning:
    """Recognise a heading; forgiving of case, blanks, hyphens and a wrong letter."""
    if not header.strip() or len(header) > _LONGEST_HEADER:
        return HeadingMeaning()
    words = _words(header)
    exact = _exact().get(" ".join(words))
    if exact:
        return HeadingMeaning(exact[0], tuple(exact[1:]))
    if _is_year(words):
        return HeadingMeaning("indicator")
    if any(_start(words, phrase) is not None for phrase in _none()):
        return HeadingMeaning()
    found = _of_parts(header)
    if not found and (glued := _glued("".join(words))):
        found = [glued]
    return HeadingMeaning(found[0], tuple(found[1:])) if found else HeadingMeaning()


def _words(header: str) -> list[str]:
    return _WORDS.findall(folded(_WORD_BREAK.sub("", header)))


def _is_year(words: Sequence[str]) -> bool:
    """«2021», «2022 год»: the value of an indicator in that year."""
    is_year = bool(words) and len(words[0]) == 4 and words[0].isdigit() and words[0][:2] == "20"
    return is_year and set(words[1:]) <= {"г", "год", "года"}


def _of_parts(header: str) -> list[str]:
    """Meanings of the parts of a heading, in order: «Сроки, место проведения».

    What stands in brackets explains the part before it, unless it makes a longer wording with it
    («Дата исполнения (факт)»). A row that holds activities and their sections is one of activities.
    """
    whole = _best([_nearest(word) for word in _words(header)])
    outside = re.sub(r"\([^)]*\)?", " ", _WORD_BREAK.sub("", header))
    parts = [[_nearest(word) for word in _words(part)] for part in _PARTS.split(outside)]
    found = [phrase.meaning for phrase in map(_best, parts) if phrase]
    if whole and len(whole.words) > 1 and not any(_start(part, whole) == 0 for part in parts):
        found = [whole.meaning, *found[1:]]
    meanings = list(dict.fromkeys(found)) or ([whole.meaning] if whole else [])
    if set(meanings[:2]) == {"activity", "stage"}:
        meanings[:2] = ["activity", "stage"]
    return meanings


def _best(words: Sequence[str]) -> _Phrase | None:
    """The phrase that begins first, of those that begin together the longest."""
    starts = (
        (start, phrase) for phrase in _phrases() if (start := _start(words, phrase)) is not None
    )
    return min(starts, key=lambda pair: (pair[0], -pair[1].weight), default=(0, None))[1]


def _start(words: Sequence[str], phrase: _Phrase) -> int | None:
    """Where the words of a phrase begin among others; None when they are not all there."""
    if phrase.is_whole and len(words) != len(phrase.words):
        return None
    start, place = 0, 0
    for at, word in enumerate(words):
        wanted = phrase.words[place]
        if word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted:
            start = at if place == 0 else start
            place += 1
            if place == len(phrase.words):
                return start
        elif phrase.is_whole:
            return None
    return None


def _glued(text: str) -> str:
    """For words broken by blanks («Ответ ственный») or glued together: look inside the letters."""
    weight, meaning = _SHORTEST_GLUED, ""
    for phrase in _phrases():
        inside = "".join(word.rstrip("*") for word in phrase.words)
        if len(inside) > weight and inside in text:
            weight, meaning = len(inside), phrase.meaning
    return meaning


@lru_cache(maxsize=4096)
def _nearest(word: str) -> str:
    """The known beginning of a word that differs from the written one in one letter."""
    from rapidfuzz.distance import OSA

    stems = _stems()
    if len(word) < _SHORTEST_MISSPELLED or any(word.startswith(stem) for stem in stems):
        return word
    for stem in stems:
        lengths = {len(stem) - 1, len(stem), len(stem) + 1}
        if any(OSA.distance(word[:length], stem) == 1 for length in lengths):
            return stem
    return word


@cache
def _stems() -> tuple[str, ...]:
    words = {word.rstrip("*") for phrase in _phrases() for word in phrase.words}
    long = (word for word in words if len(word) >= _SHORTEST_MISSPELLED)
    return tuple(sorted(long, key=lambda word: (-len(word), word)))


@cache
def _exact() -> dict[str, list[str]]:
    return dict(load_words(_WORDINGS)["exact"])


@cache
def _none() -> tuple[_Phrase, ...]:
    return tuple(_phrase(OTHER, written) for written in load_words(_WORDINGS)["none"])


@cache
def _phrases() -> tuple[_Phrase, ...]:
    known = load_words(_WORDINGS)["meanings"]
    return tuple(_phrase(meaning, one) for meaning, all_ in known.items() for one in all_)


def _phrase(meaning: str, written: str) -> _Phrase:
    return _Phrase(meaning, tuple(written.lstrip("=").split()), written.startswith("="))
