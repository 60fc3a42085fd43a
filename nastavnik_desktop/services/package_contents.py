"""What a package holds beside the forms: forms of mentoring, the team, people by choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from nastavnik_desktop.domain.consolidation.package import (
    ModelLine,
    PackagePerson,
    RoadMapExecution,
)
from nastavnik_desktop.domain.pairings import MentoringForm
from nastavnik_desktop.domain.road_maps.kept import KeptRoadMap
from nastavnik_desktop.domain.road_maps.monitoring import MonitoredState, monitored
from nastavnik_desktop.domain.road_maps.records import RoadMapLevel
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.domain.school_year import SchoolYear
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


def execution_of(plans: Sequence[KeptRoadMap], day: date) -> RoadMapExecution | None:
    """How the school's own road maps are carried out: items due since 1 September, to the day.

    None where no own road map covers the day. ``plans`` come the newest first; the title is that
    of the newest.
    """
    own = [
        plan
        for plan in plans
        if plan.head.level is RoadMapLevel.SCHOOL
        and plan.head.begins_on <= day <= plan.head.ends_on
    ]
    if not own:
        return None
    states = [item.state for item in monitored(own, SchoolYear.of(day).first_day, day, day)]
    return RoadMapExecution(
        title=" ".join(own[0].head.title.split()),
        items=len(states),
        done=sum(state.is_done for state in states),
        overdue=states.count(MonitoredState.OVERDUE),
    )


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
