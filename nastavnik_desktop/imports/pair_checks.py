"""Findings in lists of pairs and on the forms of mentoring in bases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.search import search_key
from nastavnik_desktop.imports.records import (
    MentionedPerson,
    ReadPair,
    ReadPerson,
    RowProblem,
)
from nastavnik_desktop.imports.values.dates import YearMonth

_PUPILS = frozenset(("ученик", "обучающийся", "школьник", "учащийся"))
_EDUCATORS = frozenset(("учитель", "педагог", "руководитель"))


def problems_of_pairs(pairs: tuple[ReadPair, ...]) -> Iterator[RowProblem]:
    """One person with himself, one mentee with several mentors at a time, namesakes."""
    earlier: dict[str, list[tuple[ReadPair, MentionedPerson]]] = defaultdict(list)
    for pair in pairs:
        for mentee in pair.mentees:
            if pair.mentor and _is_same_name(pair.mentor, mentee):
                message = "наставник и наставляемый – один и тот же человек"
                yield RowProblem(pair.row, "self_pair", message, Level.ERROR, "mentees", pair.sheet)
                continue
            same_name = earlier[_key(mentee)]
            yield from _of_same_name(pair, mentee, same_name)
            same_name.append((pair, mentee))


def form_conflict(
    form: str,
    mentor: MentionedPerson | ReadPerson | None,
    mentee: MentionedPerson | ReadPerson,
    pupils: frozenset[str],
) -> str:
    """A Russian sentence when the people of a row do not fit its form; empty when they do.

    ``pupils`` are the short names of those of whom other rows tell a class.
    """
    sides = form.split(" – ")
    if len(sides) != 2:
        return ""
    for role, person, title in (
        (sides[0], mentor, "наставник"),
        (sides[1], mentee, "наставляемый"),
    ):
        if person is None:
            continue
        if role in _PUPILS and _is_adult(person, pupils):
            return f"форма «{form}», а {title} – взрослый ({_shown(person)})"
        if role in _EDUCATORS and person.school_class:
            return f"форма «{form}», а {title} – обучающийся ({_shown(person)})"
    return ""


def short_names_of_pupils(people: Iterable[MentionedPerson | ReadPerson]) -> frozenset[str]:
    """«лосев а. и.» and «лосев а.» for everyone who is written with a class and a first name."""
    shorts: set[str] = set()
    for person in people:
        if person.school_class and person.first_name:
            letters = [f"{name[0]}." for name in (person.first_name, person.patronymic) if name]
            shorts.update(_short(person.last_name, letters[:n]) for n in (1, 2))
    return frozenset(shorts)


def _short(last_name: str, letters: list[str]) -> str:
    return search_key(f"{last_name} {''.join(letters)}")


def _is_adult(person: MentionedPerson | ReadPerson, pupils: frozenset[str]) -> bool:
    """A post, or initials without a class: pupils are written with a class or a first name."""
    if person.school_class or _short(person.last_name, [person.initials]) in pupils:
        return False
    if isinstance(person, ReadPerson) and person.representative:
        return False
    return bool(person.position or person.initials)


def _of_same_name(
    pair: ReadPair, mentee: MentionedPerson, same: list[tuple[ReadPair, MentionedPerson]]
) -> Iterator[RowProblem]:
    for other, person in same:
        classes = (person.school_class, mentee.school_class)
        if all(classes) and classes[0] != classes[1]:
            message = f"полные тёзки «{_shown(mentee)}»: {classes[0]} и {classes[1]}"
            yield RowProblem(pair.row, "namesake", message, Level.INFO, "mentees", pair.sheet)
            return
        if _is_written_twice(pair, other):
            message = f"пара уже записана в строке {other.row}: «{_shown(mentee)}»"
            yield RowProblem(pair.row, "duplicate", message, Level.WARNING, "mentees", pair.sheet)
            return
        if _have_two_mentors(pair, other):
            names = f"{_shown(other.mentor)} и {_shown(pair.mentor)}"
            message = f"«{_shown(mentee)}» записан к двум наставникам ({names})"
            yield RowProblem(pair.row, "many_mentors", message, Level.INFO, "mentees", pair.sheet)
            return


def _have_two_mentors(one: ReadPair, other: ReadPair) -> bool:
    if one.mentor is None or other.mentor is None or _is_same_name(one.mentor, other.mentor):
        return False
    return _overlap(_days(one), _days(other))


def _is_written_twice(one: ReadPair, other: ReadPair) -> bool:
    if one.mentor is None or other.mentor is None or one is other:
        return False
    same_form = one.form == other.form
    return (
        same_form and _is_same_name(one.mentor, other.mentor) and _overlap(_days(one), _days(other))
    )


def _days(pair: ReadPair) -> tuple[date, date]:
    """First and last day; an unknown or impossible end is open."""
    start = pair.start.first_day if isinstance(pair.start, YearMonth) else pair.start
    end = pair.end.last_day if isinstance(pair.end, YearMonth) else pair.end
    first = start or date.min
    return first, end if end and end >= first else date.max


def _overlap(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _key(person: MentionedPerson) -> str:
    return search_key(f"{_full(person)} {person.initials}")


def _is_same_name(one: MentionedPerson, other: MentionedPerson) -> bool:
    return _key(one) == _key(other)


def _full(person: MentionedPerson | ReadPerson) -> str:
    return FullName(person.last_name, person.first_name, person.patronymic).full


def _shown(person: MentionedPerson | ReadPerson | None) -> str:
    return f"{_full(person)} {person.initials}".strip() if person else ""
