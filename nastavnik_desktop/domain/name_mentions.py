"""A person's name in free text: found in any case and short form, and taken out of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.search import search_key

REMOVED = "(удалено)"
_GAP = r"\s*"
_BEGINS = r"(?<![А-Яа-яЁё])"
_ENDS = r"(?![А-Яа-яЁё])"
_OTHER_BEFORE = re.compile(r"(?:[А-ЯЁ]\s?\.\s*|[А-ЯЁ][а-яё]+-)$")
_OTHER_AFTER = re.compile(
    r"\s*[А-ЯЁ]\s?\.|-[А-ЯЁ]|\s+[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:ич|вн|чн|оглы|кызы)"
)
_LAST_NAME = (
    r"[А-ЯЁ][а-яё]*(?:(?:[оеё]в|[иы]н)(?:а|ой|у|ым|ом|е)?|[сц]к(?:ий|ая|ого|ому|им|ом|ой|ую)|енко"
    r"|[аяюу]к(?:а|у|ом|е)?|[иы]х|ян(?:а|у|ом|е)?|дзе|ец|ко)"
)
_LAST_NAME_BEFORE = re.compile(rf"{_LAST_NAME}\s+$")
_LAST_NAME_AFTER = re.compile(rf"\s+{_LAST_NAME}(?![а-яё])")
_FULL_BEFORE = re.compile(r"[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:ич|вн|чн)[а-яё]*\s+$")


class NameMentions:
    """How a text may name a person: «Ивановой Анне Петровне», «Иванова А. П.», «А. П. Иванова».

    ``forms`` are the name in all its cases (a former last name too), ``others`` the people of the
    base who stay: what only they are called is theirs. A last name alone, or a first name with a
    patronymic, is taken for this person's where nobody else bears it.
    """

    def __init__(self, forms: Iterable[FullName], others: Iterable[FullName] = ()) -> None:
        self._forms = tuple(dict.fromkeys(form for form in forms if form.last_name))
        self._others = tuple(others)

    def is_in(self, text: str) -> bool:
        """Whether a text names the person."""
        return next(self._found(text), None) is not None

    def without(self, text: str, instead: str = REMOVED) -> str:
        """The text with each mention replaced."""
        parts, at = [], 0
        for start, end in self._found(text):
            parts += [text[at:start], instead]
            at = end
        return "".join([*parts, text[at:]])

    def _found(self, text: str) -> Iterator[tuple[int, int]]:
        for found in self._pattern.finditer(text):
            if not self._is_of_another(found, text):
                yield found.span()

    def _is_of_another(self, found: re.Match[str], text: str) -> bool:
        before, after = text[: found.start()], text[found.end() :]
        if found["last"]:
            told = bool(_OTHER_BEFORE.search(before) or _OTHER_AFTER.match(after))
            return told or bool(_FULL_BEFORE.search(before)) or self._is_shared(found["last"])
        if found["given"]:
            beside = _LAST_NAME_BEFORE.search(before) or _LAST_NAME_AFTER.match(after)
            return bool(beside) or self._is_given_name_shared
        return self._is_nominative_of_another(found[0])

    def _is_shared(self, last_name: str) -> bool:
        """Whether somebody who stays has this last name, in the nominative or as the person's."""
        own = {search_key(form.last_name) for form in self._forms}
        keys = {search_key(other.last_name) for other in self._others}
        return search_key(last_name) in keys or bool(keys & own)

    @cached_property
    def _is_given_name_shared(self) -> bool:
        own = {_given_key(form) for form in self._forms}
        return any(_given_key(other) in own for other in self._others)

    def _is_nominative_of_another(self, text: str) -> bool:
        """«Иванова А. П.» is the teacher Иванова, not Иванов in the genitive."""
        key = _plain(text)
        if any(key in _spellings(form) for form in self._forms[:1]):
            return False
        return any(key in _spellings(other) for other in self._others)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        last = _any_of(form.last_name for form in self._forms)
        first = _any_of(form.first_name for form in self._forms)
        patronymic = _any_of(form.patronymic for form in self._forms)
        given = _given_pattern(self._forms[0], first, patronymic)
        ways = [rf"(?P<last>{last})"]
        if first and patronymic:
            ways.insert(0, rf"(?P<given>{first}\s+{patronymic})")
        else:
            ways.append(r"(?P<given>(?!))")
        if given:
            ways = [rf"{last},?{_GAP}(?:{given})", rf"(?:{given}){_GAP}{last}", *ways]
        return re.compile("|".join(rf"{_BEGINS}(?:{way}){_ENDS}" for way in ways))


def _given_pattern(name: FullName, first: str, patronymic: str) -> str:
    """«Анне Петровне», «Анне», «А. П.», «А.П», «А.»: what may stand beside a last name."""
    if not name.first_name:
        return ""
    initial = rf"{re.escape(name.first_name[0])}\s?\."
    if not name.patronymic:
        return rf"{first}|{initial}(?!\s?[А-ЯЁ])"
    second = re.escape(name.patronymic[0])
    return (
        rf"{first}\s+{patronymic}|{first}(?!\s+[А-ЯЁ])"
        rf"|{initial}\s?{second}(?:\s?\.|{_ENDS})|{initial}(?!\s?[А-ЯЁ])"
    )


def _any_of(words: Iterable[str]) -> str:
    """One of these words as they are written in texts: ё or е, in capitals too."""
    found = sorted({word for word in words if word}, key=len, reverse=True)
    both = dict.fromkeys([*found, *(word.upper() for word in found)])
    ways = (re.sub(r"[её]", "[её]", re.escape(word)) for word in both)
    ways = (re.sub(r"[ЕЁ]", "[ЕЁ]", way) for way in ways)
    return f"(?:{'|'.join(ways)})" if found else ""


def _given_key(name: FullName) -> str:
    return search_key(f"{name.first_name} {name.patronymic}")


def _spellings(name: FullName) -> Collection[str]:
    """The full and short forms of a name, as ``_plain`` tells them."""
    pair = f"{name.last_name} {name.first_name}"
    return {_plain(one) for one in (name.full, name.short, name.signature, pair)}


def _plain(text: str) -> str:
    return re.sub(r"[\s.,]+", "", search_key(text))
