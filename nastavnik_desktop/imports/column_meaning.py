"""Meaning of a column by the words of its header; the words are data in ``columns.json``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from nastavnik_desktop.imports.values.details import Hint
from nastavnik_desktop.imports.values.text import folded
from nastavnik_desktop.imports.wording import load_words

PERSON = "full_name"
UNKNOWN = "unknown"
NAME_MEANINGS = frozenset(("full_name", "last_name", "first_name", "patronymic"))
_LONGEST_HEADER = 160
_SHORTEST_GLUED = 6
_YES_OR_NO = {"да", "нет"}
_WORD_BREAK = re.compile(r"(?<=[а-яё])-\s+(?=[а-яё])", re.IGNORECASE)
_INITIALS = re.compile(r"\bф\W{0,3}и\W{0,3}о\b")
_OTHER_WORDS_FOR_MENTEES = re.compile(
    r"молод[а-я]+ (?:специалист|педагог|учител)[а-я]*"
    r"|(?:состав|участники|члены) (?:пары|групп)[а-я]*"
)
_WORDS = re.compile(r"№|[^\W_]+")
_HINTS = (
    (re.compile(r"класс"), Hint.CLASS),
    (re.compile(r"стаж"), Hint.SERVICE),
    (re.compile(r"предмет"), Hint.SUBJECT),
    (re.compile(r"рожд"), Hint.BIRTH),
)


class Role(StrEnum):
    """Whose column it is, when the header says so."""

    NOBODY = ""
    MENTOR = "mentor"
    MENTEE = "mentee"
    PARENT = "parent"
    STUDENT = "student"
    STAFF = "staff"
    COORDINATOR = "coordinator"


@dataclass(frozen=True)
class HeaderMeaning:
    """What a header says: a base meaning and whose it is; ``hint`` is what its cells may hold.

    ``is_role_aside`` when the role is named only in brackets: the cells may be of others too.
    """

    base: str = UNKNOWN
    role: Role = Role.NOBODY
    hint: Hint = Hint.NONE
    relation: str = ""
    is_role_aside: bool = False

    @property
    def is_known(self) -> bool:
        """Whether the header was recognised at all."""
        return self.base != UNKNOWN

    @property
    def is_name(self) -> bool:
        """Whether the column holds names of people or parts of them."""
        return self.base in NAME_MEANINGS and self.role is not Role.COORDINATOR


@dataclass(frozen=True)
class _Phrase:
    meaning: str
    words: tuple[str, ...]
    is_whole: bool
    weight: int


@lru_cache(maxsize=4096)
def read_header(header: str) -> HeaderMeaning:
    """Recognise a header; of two levels it is written «upper / lower»."""
    if not header or len(header) > _LONGEST_HEADER:
        return HeaderMeaning()
    text = _header_text(header)
    outside = re.sub(r"\([^)]*\)?", " ", text)
    hint = _hint_of(text)
    role, words, relation = _without_roles(_words(outside))
    if role is Role.MENTOR and not words and set(_words(text)) >= _YES_OR_NO:
        return HeaderMeaning("is_mentor")
    base = _base_of(words, outside) if words else ""
    if base == UNKNOWN and outside != text:
        base = _base_of(_without_roles(_words(text))[1], text)
    if not base:
        base = PERSON if role is not Role.NOBODY else UNKNOWN
    is_aside = role is Role.NOBODY and outside != text
    if is_aside:
        role = _without_roles(_words(text))[0]
    return HeaderMeaning(base, role, hint, relation, is_aside)


def header_words(header: str) -> str:
    """A header in the form in which two headers are compared."""
    return " ".join(_words(_header_text(header)))


def _header_text(header: str) -> str:
    text = _INITIALS.sub("фио", folded(_WORD_BREAK.sub("", header)))
    return _OTHER_WORDS_FOR_MENTEES.sub("наставляемый", text)


def _words(text: str) -> list[str]:
    return _WORDS.findall(text)


def _hint_of(text: str) -> Hint:
    hint = Hint.NONE
    for pattern, one in _HINTS:
        if pattern.search(text):
            hint |= one
    return hint


def _without_roles(words: list[str]) -> tuple[Role, list[str], str]:
    """The role of the first role word that decides, and the words that are left."""
    role, relation, left = Role.NOBODY, "", []
    relations: dict[str, str] = load_words("columns")["relations"]
    for word in words:
        found = _role_words().get(word)
        if found is None:
            left.append(word)
            continue
        relation = relation or relations.get(word, "")
        if role in (Role.NOBODY, Role.STAFF, Role.STUDENT) or found is Role.PARENT:
            role = found
    return role, [word for word in left if not word.startswith("законн")], relation


def _base_of(words: list[str], text: str) -> str:
    """The best phrase: names first, then by parts between commas from the left.

    A phrase that no single part holds («число, месяц, год рождения») goes before the parts.
    """
    name = _best(words, "names")
    if name:
        return name.meaning
    parts = [_without_roles(_words(part))[1] for part in re.split(r"[,;]", text)]
    whole = _best(words, "meanings")
    if whole and len(whole.words) > 2 and not any(_fits(part, whole) for part in parts):
        return whole.meaning
    found = next(filter(None, (_best(part, "meanings") for part in parts)), whole)
    return found.meaning if found else _best_glued("".join(words)) or UNKNOWN


def _best(words: list[str], group: str) -> _Phrase | None:
    fitting = [phrase for phrase in _phrases(group) if _fits(words, phrase)]
    return max(fitting, key=lambda phrase: phrase.weight, default=None)


def _best_glued(glued: str) -> str:
    """For words broken by blanks («Тари фная») or glued together: look inside the letters."""
    weight, meaning = _SHORTEST_GLUED, ""
    for phrase in _phrases("meanings"):
        inside = "".join(word.rstrip("*") for word in phrase.words)
        if not phrase.is_whole and phrase.weight > weight and inside in glued:
            weight, meaning = phrase.weight, phrase.meaning
    return meaning


def _fits(words: list[str], phrase: _Phrase) -> bool:
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


@cache
def _phrases(group: str) -> tuple[_Phrase, ...]:
    known: dict[str, list[str]] = load_words("columns")[group]
    return tuple(
        _phrase(meaning, written) for meaning, phrases in known.items() for written in phrases
    )


def _phrase(meaning: str, written: str) -> _Phrase:
    words = tuple(written.lstrip("=").split())
    is_whole = written.startswith("=")
    letters = sum(len(word.rstrip("*")) for word in words)
    return _Phrase(meaning, words, is_whole, letters + 100 * is_whole)


@cache
def _role_words() -> dict[str, Role]:
    known: dict[str, list[str]] = load_words("columns")["roles"]
    return {word: Role(role) for role, words in known.items() for word in words}
