"""The words of «ответственный» cells: abbreviations written out, and what sort of body is named.

All wordings are data in ``resources/import/responsibles.json``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import Any

from nastavnik_desktop.imports.values.text import folded
from nastavnik_desktop.imports.wording import load_words

_WORDINGS = "responsibles"
_LONGEST_SPELLING = 3
_ADJECTIVE = re.compile(r".{2,}(?:ый|[гкхжчшщн]ий|ой|ая|яя|ое|ее|ые|[гкхжчшщ]ие|ого|ых|их)$")
_PURE_ADJECTIVE = re.compile(r".{2,}(?:ск(?:ий|ая|ое|ие)|н(?:ый|ий|ая|яя|ое|ее|ые|ой))$")
_PLURAL_ADJECTIVE = re.compile(r".{2,}(?:ые|[гкхжчшщ]ие)$")
_PLURAL_NOUN = re.compile(r".{2,}(?:ы|и)$")
_PLURAL_WORDS = frozenset(
    (
        *("директора", "учителя", "мастера", "профессора", "доктора", "тренера", "инспектора"),
        *("управления", "учреждения", "объединения", "отделения", "предприятия", "завучи", "дети"),
    )
)
_ABBREVIATION = re.compile(r"[А-ЯЁA-Z]{2,}[а-я]?[А-ЯЁA-Z]*")
_CLASSES = re.compile(r"(?<=\d)\s*(?:кл|классы)\b\.?(?!\w)", re.IGNORECASE)
_ROMAN_CLASSES = re.compile(r"\b([IVX]+)(?:\s*[-–—]\s*([IVX]+))?(?=\s*кл)")
_ROMAN = {roman: number for number, roman in enumerate(
    ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI"), start=1)}  # fmt: skip
_GLUED_DOT = re.compile(r"(?<=[А-ЯЁа-яё])\.(?=[А-ЯЁа-яё])")


class ResponsibleType(StrEnum):
    """Who can stand in such a cell."""

    PERSON = "person"
    ROLE = "role"
    GROUP = "group"
    ORG = "org"


def written_in_full(text: str, beside: Sequence[str] = ()) -> tuple[ResponsibleType, str]:
    """The sort of a part, and its role in full and in small letters, or the name as written.

    ``beside`` are the other parts of the cell, in the form in which texts are compared: they can
    change what an abbreviation stands for («ОО, ДО»).
    """
    plain = folded(text).replace(".", " ")
    plain = " ".join(plain.split())
    if known := _words()["whole"].get(plain):
        role = _beside(plain, beside) or known[1]
        return ResponsibleType(known[0]), role
    words = _spelled_out(_without_quantifier(_spread(text).split()))
    kind = kind_of(" ".join(words))
    if kind is ResponsibleType.ORG:
        return kind, text
    return kind, _in_small_letters(_classes(" ".join(_with_bodies(words))))


def kind_of(text: str) -> ResponsibleType:
    """A role of one, a group, or an organisation, by the noun that decides."""
    words = folded(text).split()
    if not words or _is_abbreviation(text.split(maxsplit=1)[0]):
        return ResponsibleType.ORG
    head = _deciding(words)
    found = _head(head)
    is_plural = _is_plural(words[0])
    if head.startswith("администраци"):
        is_of_school = len(words) == 1 or words[1] in _words()["school_bodies"]
        return ResponsibleType.GROUP if is_of_school else ResponsibleType.ORG
    if is_plural or found == "group_heads":
        return ResponsibleType.GROUP
    if found == "org_heads" or (not found and text[:1].isupper() and _is_named(text)):
        return ResponsibleType.ORG
    return ResponsibleType.ROLE


def _deciding(words: Sequence[str]) -> str:
    """The noun that decides: adjectives before it are passed by («родительский комитет»)."""
    for word in words:
        if _PURE_ADJECTIVE.match(word):
            continue
        if _head(word) or not _ADJECTIVE.match(word):
            return word
    return words[0]


def starts_a_part(words: Sequence[str]) -> bool:
    """Whether the words can begin a part of their own: a head, or adjectives and a head."""
    for word in words:
        plain = folded(word).rstrip(".")
        if _head(plain) or plain in _words()["whole"] or plain in _words()["spellings"]:
            return True
        if not _ADJECTIVE.match(plain):
            return False
    return False


def is_known_abbreviation(word: str) -> bool:
    """Whether an abbreviation is a part by itself: «ОО»."""
    return folded(word) in _words()["whole"]


def is_of_people(word: str) -> bool:
    """Whether a word names a role or a group of people."""
    return _head(folded(word).rstrip(".")) in {"role_heads", "group_heads"}


@cache
def prefixes() -> tuple[str, ...]:
    """Words like «ответственный» that say nothing in such a cell, the longest first."""
    return tuple(sorted(_words()["prefixes"], key=len, reverse=True))


@cache
def _words() -> dict[str, Any]:
    return load_words(_WORDINGS)


def _beside(plain: str, beside: Sequence[str]) -> str:
    others = _words()["beside"].get(plain, {})
    return next((others[one] for one in beside if one in others), "")


def _is_abbreviation(word: str) -> bool:
    return _ABBREVIATION.fullmatch(word.strip(".,")) is not None


def _is_named(text: str) -> bool:
    return "«" in text or '"' in text or "№" in text


@cache
def _head(word: str) -> str:
    """The list that holds the beginning of a noun; the longest beginning decides."""
    found, length = "", 0
    for name in ("role_heads", "group_heads", "org_heads"):
        for stem in _words()[name]:
            if len(stem) > length and word.startswith(stem):
                found, length = name, len(stem)
    return found


def _is_plural(word: str) -> bool:
    if word in _words()["singular"]:
        return False
    if word in _PLURAL_WORDS or _PLURAL_ADJECTIVE.match(word) or word.endswith("иеся"):
        return True
    return _PLURAL_NOUN.match(word) is not None


def _spread(text: str) -> str:
    """Words glued by dots apart: «Зам.по ВР», «кл.руководители»."""
    return _GLUED_DOT.sub(". ", text)


def _without_quantifier(words: list[str]) -> list[str]:
    quantifiers = _words()["quantifiers"]
    return words[1:] if len(words) > 1 and folded(words[0]) in quantifiers else words


def _spelled_out(words: list[str]) -> list[str]:
    """Abbreviations replaced by what they stand for, the longest first."""
    full: list[str] = []
    at = 0
    while at < len(words):
        replaced, step = _spelling(words, at)
        full += replaced
        at += step
    return _with_director(full)


def _spelling(words: list[str], at: int) -> tuple[list[str], int]:
    if at and (folded(words[at - 1]) == "по" or _is_second_work(words, at)):
        return _work(words, at)
    for length in range(_LONGEST_SPELLING, 0, -1):
        key = " ".join(folded(word).rstrip(".") for word in words[at : at + length])
        found = _words()["spellings"].get(key)
        if found and at + length <= len(words):
            return found.split(), length
    return [words[at]], 1


def _is_second_work(words: list[str], at: int) -> bool:
    """The second work of «по УВР и ВР»."""
    is_joined = at > 2 and folded(words[at - 1]) == "и" and folded(words[at - 3]) == "по"
    return is_joined and is_work(words[at])


def is_work(word: str) -> bool:
    """Whether a word is what a deputy is «по»: «УВР»."""
    return folded(word).rstrip(".,") in _words()["works"]


def _work(words: list[str], at: int) -> tuple[list[str], int]:
    for length in (2, 1):
        key = " ".join(folded(word).rstrip(".,") for word in words[at : at + length])
        if found := _words()["works"].get(key):
            return found.split(), length
    return [words[at]], 1


def _with_director(words: list[str]) -> list[str]:
    """«заместитель по УВР» is the director's."""
    if len(words) > 1 and folded(words[1]) == "по" and folded(words[0]).startswith("заместител"):
        return [words[0], "директора", *words[1:]]
    return words


def _with_bodies(words: list[str]) -> list[str]:
    """«руководители МО» are those of several bodies, «руководитель МО» of one."""
    if len(words) < 2:
        return words
    many = int(_is_plural(folded(words[0])))
    return [words[0], *(_body(words, at, many) for at in range(1, len(words)))]


def _body(words: list[str], at: int, many: int) -> str:
    """An abbreviation after a role in full; after another preposition than «в» it is left."""
    forms = _words()["bodies"].get(folded(words[at]))
    before = folded(words[at - 1])
    if forms is None or before in {"с", "к", "по", "для", "при"}:
        return words[at]
    if before == "в":
        return re.sub(r"(ций|ний)$", lambda end: end[0][:-1] + "ях", forms[1])
    return str(forms[many])


def _classes(text: str) -> str:
    """«I-XI классов», «5-11 кл» -> «1-11 классов», «5-11 классов»."""
    text = _ROMAN_CLASSES.sub(_arabic, text)
    is_one = re.search(r"(?<![\d–-])\d+\s*[«\"]?[А-Яа-я]?[»\"]?\s*кл\b", text) is not None
    return _CLASSES.sub(" класса" if is_one else " классов", text)


def _arabic(found: re.Match[str]) -> str:
    ends = [str(_ROMAN.get(roman, roman)) for roman in found.groups() if roman]
    return "-".join(ends)


def _in_small_letters(text: str) -> str:
    """The first letter small, unless an abbreviation begins there."""
    first = text.split(" ", 1)[0]
    return text if _is_abbreviation(first) else text[:1].lower() + text[1:]
