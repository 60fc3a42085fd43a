"""A person who stands in the packages of two schools: counted in both, so the sum is too high."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nastavnik_desktop.domain.consolidation.package import PackagePerson
from nastavnik_desktop.domain.dates import short_date


@dataclass(frozen=True)
class PersonInSchool:
    """A person of a package with the school that sent it."""

    school_id: int
    school: str
    person: PackagePerson


@dataclass(frozen=True)
class Repeated:
    """One person in several schools; ``is_sure`` when the full date of birth is the same."""

    places: tuple[PersonInSchool, ...]
    is_sure: bool

    @property
    def title(self) -> str:
        """«Петров Иван Ильич, 05.03.2012»."""
        person = self.places[0].person
        born = short_date(person.birth_date) or str(person.birth_year or "")
        return f"{person.name.full}, {born}" if born else person.name.full

    @property
    def is_counted_twice(self) -> bool:
        """Whether the person takes part in mentoring in more than one school."""
        return sum(bool(place.person.roles) for place in self.places) > 1


def repeated(people: Iterable[PersonInSchool]) -> list[Repeated]:
    """People found in more than one school: the same full name and no contradicting birth.

    Only full names are compared: initials say nothing across schools.
    """
    by_name: dict[str, list[PersonInSchool]] = {}
    for one in people:
        name = one.person.name
        if name.first_name.strip(".")[1:] and name.last_name:
            by_name.setdefault(name.key, []).append(one)
    found = []
    for key in sorted(by_name):
        if len({one.school_id for one in by_name[key]}) > 1:
            found += _groups(by_name[key])
    return found


def _groups(namesakes: list[PersonInSchool]) -> list[Repeated]:
    """Namesakes with one date of birth; those without a date may be any of them."""
    dates = {one.person.birth_date for one in namesakes} - {None}
    groups = [[one for one in namesakes if one.person.birth_date == day] for day in sorted(
        day for day in dates if day is not None
    )]  # fmt: skip
    sure = [Repeated(tuple(group), True) for group in groups if _schools(group) > 1]
    unknown = [one for one in namesakes if one.person.birth_date is None]
    doubtful = [
        Repeated((one, *fitting), False)
        for one in unknown
        if (fitting := _fitting(one, namesakes, unknown))
    ]
    return [*sure, *doubtful]


def _fitting(
    one: PersonInSchool, namesakes: list[PersonInSchool], unknown: list[PersonInSchool]
) -> tuple[PersonInSchool, ...]:
    """Namesakes of other schools whose year of birth does not contradict, each pair once."""
    later = unknown[unknown.index(one) + 1 :]
    known = [other for other in namesakes if other.person.birth_date is not None]
    return tuple(
        other
        for other in (*known, *later)
        if other.school_id != one.school_id and _may_be_one(one.person, other.person)
    )


def _may_be_one(first: PackagePerson, second: PackagePerson) -> bool:
    years = {_year(first), _year(second)} - {None}
    return first.kind == second.kind and len(years) < 2


def _year(person: PackagePerson) -> int | None:
    return person.birth_date.year if person.birth_date else person.birth_year


def _schools(group: list[PersonInSchool]) -> int:
    return len({one.school_id for one in group})
