"""Matching of people read from a file with people of the base: the same, similar, or new.

Nothing is decided here for the user: every candidate comes with the reason why it is one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Protocol

from nastavnik_desktop.domain.search import search_key
from nastavnik_desktop.imports.known_people import KnownPerson

_CLOSE_ENOUGH = 2
"""Letters that may differ in a whole name before two names are two people."""
_SHORTEST_FOR_TYPOS = 4


class Nameable(Protocol):
    """A person read from a file: a row of a list, or one who is mentioned in another's row."""

    @property
    def last_name(self) -> str:
        """Last name."""

    @property
    def first_name(self) -> str:
        """First name; empty where only initials are known."""

    @property
    def patronymic(self) -> str:
        """Patronymic; may be empty."""

    @property
    def initials(self) -> str:
        """«И.О.» where the names are not written."""

    @property
    def former_last_name(self) -> str:
        """The last name before a change, when the file tells it."""


class MatchKind(StrEnum):
    """How certain a match is."""

    SAME = "same"
    SIMILAR = "similar"
    NEW = "new"


class Reason(StrEnum):
    """Why two names may be one person."""

    SAME_NAME = "same_name"
    SPELLED_WITH_YO = "spelled_with_yo"
    INITIALS = "initials"
    NO_PATRONYMIC = "no_patronymic"
    CHANGED_LAST_NAME = "changed_last_name"
    FORMER_LAST_NAME = "former_last_name"
    TRANSPOSED = "transposed"
    TYPO = "typo"
    SEVERAL_NAMESAKES = "several_namesakes"

    @property
    def label(self) -> str:
        """Russian words for the user."""
        return _REASONS[self]


_REASONS = {
    Reason.SAME_NAME: "то же имя",
    Reason.SPELLED_WITH_YO: "отличается только буквой ё",
    Reason.INITIALS: "совпадают фамилия и инициалы",
    Reason.NO_PATRONYMIC: "совпадают фамилия и имя, отчества нет",
    Reason.CHANGED_LAST_NAME: "другая фамилия, остальное совпадает",
    Reason.FORMER_LAST_NAME: "это прежняя фамилия",
    Reason.TRANSPOSED: "переставлены соседние буквы",
    Reason.TYPO: "похоже на опечатку",
    Reason.SEVERAL_NAMESAKES: "полные тёзки, нужно выбрать",
}


@dataclass(frozen=True)
class Candidate:
    """A person of the base who may be the one in the file."""

    person: KnownPerson
    reason: Reason


@dataclass(frozen=True)
class Match:
    """What the base knows of a person in the file; ``candidates`` best first, none when new."""

    kind: MatchKind
    candidates: tuple[Candidate, ...] = ()

    @property
    def same(self) -> KnownPerson | None:
        """The person of the base when there is no doubt."""
        return self.candidates[0].person if self.kind is MatchKind.SAME else None


NEW = Match(MatchKind.NEW)


class PeopleIndex:
    """People of the base by keys of their names, so that no name is compared with all."""

    def __init__(self, people: Iterable[KnownPerson]) -> None:
        self._people = tuple(people)

    @cached_property
    def by_name(self) -> Mapping[str, Sequence[KnownPerson]]:
        """By the whole name."""
        return _grouped((person.name.key, person) for person in self._people)

    @cached_property
    def by_last_name(self) -> Mapping[str, Sequence[KnownPerson]]:
        """By the last name."""
        return _grouped((search_key(person.name.last_name), person) for person in self._people)

    @cached_property
    def by_former_last_name(self) -> Mapping[str, Sequence[KnownPerson]]:
        """By the last name before a change."""
        return _grouped(
            (search_key(person.former_last_name), person)
            for person in self._people
            if person.former_last_name
        )

    @cached_property
    def by_given_names(self) -> Mapping[str, Sequence[KnownPerson]]:
        """By first name and patronymic, for changed last names and typos in them."""
        return _grouped(
            (_given_key(person.name.first_name, person.name.patronymic), person)
            for person in self._people
        )


def match_person(
    read: Nameable,
    index: PeopleIndex,
    birth_date: date | None = None,
    birth_year: int | None = None,
    school_class: str = "",
    contacts: frozenset[str] = frozenset(),
) -> Match:
    """Find a person of the base; ``birth_year`` counts where the date is not known.

    One name with other years of birth is another person. Several people of one name that nothing
    tells apart are all shown as similar. A misspelled or changed name needs an equal birth date
    when both are known.
    """
    year = birth_date.year if birth_date else birth_year
    exact = _of_year(index.by_name.get(search_key(_full(read)), ()), year)
    if read.first_name and exact:
        return _of_exact(read, exact, year, school_class)
    candidates = _similar(read, index, _Known(birth_date, year, contacts))
    return Match(MatchKind.SIMILAR, candidates) if candidates else NEW


def _of_exact(
    read: Nameable, exact: list[KnownPerson], birth_year: int | None, school_class: str
) -> Match:
    chosen = exact
    if len(exact) > 1:
        by_year = [one for one in exact if birth_year and one.year == birth_year]
        by_class = [one for one in exact if school_class and one.school_class == school_class]
        chosen = by_year if len(by_year) == 1 else by_class if len(by_class) == 1 else exact
    if len(chosen) > 1:
        found = tuple(Candidate(person, Reason.SEVERAL_NAMESAKES) for person in chosen)
        return Match(MatchKind.SIMILAR, found)
    same_letters = chosen[0].name.full.casefold() == _full(read).casefold()
    reason = Reason.SAME_NAME if same_letters else Reason.SPELLED_WITH_YO
    return Match(MatchKind.SAME, (Candidate(chosen[0], reason),))


@dataclass(frozen=True)
class _Known:
    """What the file says of a person besides the name."""

    birth_date: date | None
    birth_year: int | None
    contacts: frozenset[str]


def _similar(read: Nameable, index: PeopleIndex, about: _Known) -> tuple[Candidate, ...]:
    """Everybody who shares the last name or the given names, with the reason for each."""
    last, given = search_key(read.last_name), _given_key(read.first_name, read.patronymic)
    former = search_key(read.former_last_name)
    found: dict[int, Candidate] = {}
    near = [*index.by_last_name.get(last, ()), *index.by_last_name.get(former, ())]
    near += index.by_former_last_name.get(last, ())
    near += index.by_given_names.get(given, ()) if read.first_name else ()
    for person in _of_year(near, about.birth_year):
        days = (about.birth_date, person.birth_date)
        is_other_day = None not in days and days[0] != days[1]
        reason = None if is_other_day else _reason(read, person, about)
        if reason and person.person_id not in found:
            found[person.person_id] = Candidate(person, reason)
    order = tuple(Reason)
    return tuple(sorted(found.values(), key=lambda one: order.index(one.reason)))


def _reason(read: Nameable, person: KnownPerson, about: _Known) -> Reason | None:
    name = person.name
    last, known_last = search_key(read.last_name), search_key(name.last_name)
    if last == known_last and (read.initials or len(name.first_name.rstrip(".")) == 1):
        return Reason.INITIALS if _initials_agree(read, person) else None
    is_same_given = _given_key(read.first_name, read.patronymic) == _given_key(
        name.first_name, name.patronymic
    )
    if last == known_last and search_key(read.first_name) == search_key(name.first_name):
        one_lacks = not (read.patronymic and name.patronymic)
        return Reason.NO_PATRONYMIC if one_lacks else _misspelled(_full(read), name.full)
    if is_same_given and last != known_last:
        return _misspelled(last, known_last) or _changed_last_name(read, person, about)
    return _misspelled(_full(read), name.full) if last == known_last else None


def _changed_last_name(read: Nameable, person: KnownPerson, about: _Known) -> Reason | None:
    """Given names are shared by many: a former last name, the birth date or contacts agree too."""
    if search_key(read.last_name) == search_key(person.former_last_name):
        return Reason.FORMER_LAST_NAME
    is_former = search_key(read.former_last_name) == search_key(person.name.last_name)
    is_same_day = about.birth_date is not None and person.birth_date == about.birth_date
    is_reached_so = bool(about.contacts & person.contacts)
    return Reason.CHANGED_LAST_NAME if is_former or is_same_day or is_reached_so else None


def _misspelled(one: str, other: str) -> Reason | None:
    from rapidfuzz.distance import OSA

    one, other = search_key(one), search_key(other)
    if min(len(one), len(other)) < _SHORTEST_FOR_TYPOS:
        return None
    allowed = 1 if min(len(one), len(other)) < 8 else _CLOSE_ENOUGH
    distance = OSA.distance(one, other, score_cutoff=allowed)
    if distance > allowed or _is_other_sex(one, other):
        return None
    is_transposed = distance == 1 and len(one) == len(other) and sorted(one) == sorted(other)
    return Reason.TRANSPOSED if is_transposed else Reason.TYPO


def _is_other_sex(one: str, other: str) -> bool:
    """«Иванов» and «Иванова» differ in one letter, but are two people."""
    return one.rstrip("а") == other.rstrip("а") and one != other


def _initials_agree(read: Nameable, person: KnownPerson) -> bool:
    written = _letters(read.initials) or _first_letters(read.first_name, read.patronymic)
    known = _first_letters(person.name.first_name, person.name.patronymic)
    return bool(written and known) and (written.startswith(known) or known.startswith(written))


def _letters(initials: str) -> str:
    return "".join(letter for letter in search_key(initials) if letter.isalpha())


def _first_letters(*names: str) -> str:
    return "".join(search_key(name)[0] for name in names if name)


def _of_year(people: Iterable[KnownPerson], birth_year: int | None) -> list[KnownPerson]:
    """Without those who were born in another year."""
    return [
        one for one in people if birth_year is None or one.year is None or one.year == birth_year
    ]


def _full(read: Nameable) -> str:
    return " ".join(part for part in (read.last_name, read.first_name, read.patronymic) if part)


def _given_key(first_name: str, patronymic: str) -> str:
    return search_key(f"{first_name} {patronymic}")


def _grouped(pairs: Iterable[tuple[str, KnownPerson]]) -> Mapping[str, Sequence[KnownPerson]]:
    groups: dict[str, list[KnownPerson]] = defaultdict(list)
    for key, person in pairs:
        groups[key].append(person)
    return groups
