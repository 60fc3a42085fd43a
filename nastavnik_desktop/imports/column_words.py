"""The words by which headers are recognised: data in ``columns.json`` and a user's own besides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from nastavnik_desktop.imports.column_meaning import (
    PERSON,
    UNKNOWN,
    HeaderMeaning,
    Role,
    chosen_meaning,
    header_text,
    header_words,
    hint_of,
    words_in,
)
from nastavnik_desktop.imports.values.text import folded
from nastavnik_desktop.imports.wording import load_words

_LONGEST_HEADER = 160
_MOST_REMEMBERED = 4096
_SHORTEST_GLUED = 6
_SHORTEST_MISSPELLED = 6
_YES_OR_NO = {"да", "нет"}
_OWN_WEIGHT = 50
"""A user's own phrase goes before those that come with the program."""


@dataclass(frozen=True)
class _Phrase:
    meaning: str
    words: tuple[str, ...]
    is_whole: bool
    weight: int


class ColumnWords:
    """Recognises headers; ``own`` are a user's words in the form of ``columns.json``.

    Besides phrases they may hold whole headers by the meaning that the user gave them
    («headers»): such a header is nothing else.
    """

    def __init__(self, own: Mapping[str, Any] | None = None) -> None:
        usual, own = load_words("columns"), own or {}
        self._relations: dict[str, str] = usual["relations"]
        self._roles = {
            folded(word): Role(role)
            for group in (usual.get("roles", {}), own.get("roles", {}))
            for role, words in group.items()
            for word in words
        }
        self._phrases = {
            group: (
                *_phrases(usual.get(group, {}), 0),
                *_phrases(own.get(group, {}), _OWN_WEIGHT),
            )
            for group in ("names", "meanings")
        }
        self._headers = {
            header_words(header): meaning
            for meaning, headers in own.get("headers", {}).items()
            for header in headers
        }
        self._known: dict[str, HeaderMeaning] = {}

    def read_header(self, header: str) -> HeaderMeaning:
        """Recognise a header; of two levels it is written «upper / lower»."""
        known = self._known.get(header)
        if known is None:
            if len(self._known) > _MOST_REMEMBERED:
                self._known.clear()
            known = self._known[header] = self._read(header)
        return known

    def read_misspelled(self, header: str) -> HeaderMeaning:
        """Recognise a header in which a word may have a wrong letter: «Должнось»."""
        meaning = self.read_header(header)
        if meaning.is_known or len(header) > _LONGEST_HEADER:
            return meaning
        corrected = " ".join(map(self._nearest, words_in(header_text(header))))
        return self.read_header(corrected)

    def _read(self, header: str) -> HeaderMeaning:
        if not header or len(header) > _LONGEST_HEADER:
            return HeaderMeaning()
        text = header_text(header)
        own = self._headers.get(header_words(header)) if self._headers else None
        if own is not None:
            return chosen_meaning(own, HeaderMeaning(hint=hint_of(text)))
        outside = re.sub(r"\([^)]*\)?", " ", text)
        hint = hint_of(text)
        role, words, relation = self._without_roles(words_in(outside))
        if role is Role.MENTOR and not words and set(words_in(text)) >= _YES_OR_NO:
            return HeaderMeaning("is_mentor")
        base = self._base_of(words, outside) if words else ""
        if base == UNKNOWN and outside != text:
            base = self._base_of(self._without_roles(words_in(text))[1], text)
        is_bare_role = not base
        if is_bare_role:
            base = PERSON if role is not Role.NOBODY else UNKNOWN
        is_aside = role is Role.NOBODY and outside != text
        if is_aside or (role in (Role.STAFF, Role.STUDENT) and self._is_of_a_pair(text)):
            role = self._without_roles(words_in(text))[0]
        return HeaderMeaning(base, role, hint, relation, is_aside, is_bare_role)

    def _is_of_a_pair(self, text: str) -> bool:
        """Whether brackets say nothing but the part in a pair: «Учитель (наставник)»."""
        found = re.search(r"\(\s*([а-я-]+)\s*\)", text)
        role = self._roles.get(found[1]) if found else None
        return role in (Role.MENTOR, Role.MENTEE)

    def _without_roles(self, words: list[str]) -> tuple[Role, list[str], str]:
        """The role of the first role word that decides, and the words that are left."""
        role, relation, left = Role.NOBODY, "", []
        for word in words:
            found = self._roles.get(word)
            if found is None:
                left.append(word)
                continue
            relation = relation or self._relations.get(word, "")
            if role in (Role.NOBODY, Role.STAFF, Role.STUDENT) or found is Role.PARENT:
                role = found
        return role, [word for word in left if not word.startswith("законн")], relation

    def _base_of(self, words: list[str], text: str) -> str:
        """The best phrase: names first, then by parts between commas from the left.

        A phrase that no single part holds («число, месяц, год рождения») goes before the parts.
        """
        name = self._best(words, "names")
        if name:
            return name.meaning
        parts = [self._without_roles(words_in(part))[1] for part in re.split(r"[,;]", text)]
        whole = self._best(words, "meanings")
        if whole and len(whole.words) > 2 and not any(_fits(part, whole) for part in parts):
            return whole.meaning
        found = next(filter(None, (self._best(part, "meanings") for part in parts)), whole)
        return found.meaning if found else self._best_glued("".join(words)) or UNKNOWN

    def _best(self, words: list[str], group: str) -> _Phrase | None:
        fitting = [phrase for phrase in self._phrases[group] if _fits(words, phrase)]
        return max(fitting, key=lambda phrase: phrase.weight, default=None)

    def _best_glued(self, glued: str) -> str:
        """For words broken by blanks («Тари фная») or glued together: look inside the letters."""
        weight, meaning = _SHORTEST_GLUED, ""
        for phrase in self._phrases["meanings"]:
            inside = "".join(word.rstrip("*") for word in phrase.words)
            if not phrase.is_whole and phrase.weight > weight and inside in glued:
                weight, meaning = phrase.weight, phrase.meaning
        return meaning

    def _nearest(self, word: str) -> str:
        """The known beginning of a word that differs from the written one in one letter."""
        from rapidfuzz.distance import OSA

        if len(word) < _SHORTEST_MISSPELLED:
            return word
        for stem in self._stems:
            if abs(len(word) - len(stem)) < 2 and OSA.distance(word, stem) == 1:
                return stem
            if len(word) > len(stem) and OSA.distance(word[: len(stem)], stem) == 1:
                return stem
        return word

    @cached_property
    def _stems(self) -> tuple[str, ...]:
        """Words of roles and phrases, the longest first."""
        phrases = (phrase for group in self._phrases.values() for phrase in group)
        words = {word.rstrip("*") for phrase in phrases for word in phrase.words} | {*self._roles}
        long = (word for word in words if len(word) >= _SHORTEST_MISSPELLED)
        return tuple(sorted(long, key=lambda word: (-len(word), word)))


@cache
def usual_words() -> ColumnWords:
    """The words that come with the program."""
    return ColumnWords()


def _fits(words: Sequence[str], phrase: _Phrase) -> bool:
    if phrase.is_whole and len(words) != len(phrase.words):
        return False
    place = 0
    for word in words:
        wanted = phrase.words[place]
        if word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted:
            place += 1
            if place == len(phrase.words):
                return True
        elif phrase.is_whole:
            return False
    return False


def _phrases(known: Mapping[str, Sequence[str]], weight: int) -> Iterator[_Phrase]:
    for meaning, phrases in known.items():
        for written in phrases:
            yield _phrase(meaning, folded(written), weight)


def _phrase(meaning: str, written: str, weight: int) -> _Phrase:
    words = tuple(written.lstrip("=").split())
    is_whole = written.startswith("=")
    letters = sum(len(word.rstrip("*")) for word in words)
    return _Phrase(meaning, words, is_whole, letters + 100 * is_whole + weight)
