"""What a package holds beside the forms: forms of mentoring, the team, people by choice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from nastavnik_desktop.domain.consolidation.package import ModelLine, PackagePerson
from nastavnik_desktop.domain.pairings import MentoringForm
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.domain.statistics.facts import PairingRecord, StatisticsFacts

MENTOR, MENTEE = "mentor", "mentee"


def models_of(
    facts: StatisticsFacts, forms: Mapping[int, MentoringForm], day: date
) -> tuple[ModelLine, ...]:
    """Forms of mentoring of a day in the user's order, with pairs and people (each once)."""
    found = []
    for form in forms.values():
        pairings = [one for one in _counted(facts, day) if one.form_code == form.code]
        if pairings:
            mentors = {key for one in pairings for key in one.mentors_on(day)}
            mentees = {key for one in pairings for key in one.mentees_on(day)}
            found.append(ModelLine(form.title, len(pairings), len(mentors), len(mentees)))
    return tuple(found)


def people_of(facts: StatisticsFacts, day: date) -> tuple[PackagePerson, ...]:
    """Everybody who is at the school on a day, by name, with their parts in pairings."""
    mentors = {key for one in _counted(facts, day) for key in one.mentors_on(day)}
    mentees = {key for one in _counted(facts, day) for key in one.mentees_on(day)}
    people = [
        PackagePerson(
            name=person.name,
            kind=person.kind.value,
            birth_date=person.birth_date,
            birth_year=person.birth_year,
            occupation=person.occupation_on(day),
            roles=tuple(role for role, ids in ((MENTOR, mentors), (MENTEE, mentees)) if key in ids),
        )
        for key, person in facts.people.items()
        if person.is_here_on(day)
    ]
    return tuple(sorted(people, key=lambda one: one.name.key))


def team_of(school: School, day: date) -> tuple[str, ...]:
    """The management team by name: who signs, and who coordinates the programme."""
    head = school.head_on(day)
    members = [f"{head.name.full}, {head.title}"] if head is not None else []
    if school.coordinator_name:
        words = (school.coordinator_name, school.coordinator_title)
        members.append(", ".join(part for part in words if part))
    return tuple(members)


def _counted(facts: StatisticsFacts, day: date) -> list[PairingRecord]:
    """Pairings that count on a day: they run, and stand in an order."""
    return [one for one in facts.pairings if one.runs_on(day) and one.order_on(day) is not None]
