"""People of road maps: roles filled for a year, how much each has to do, the check of a plan."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import PersonModel, RoadMapRoleModel
from db.queries.people import staff_rows
from db.queries.road_maps import all_road_maps, role_fillings
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.road_maps.findings import Finding
from nastavnik_desktop.domain.road_maps.kept import (
    KeptRoadMap,
    Load,
    Occurrence,
    OccurrenceState,
    RoleFilling,
)
from nastavnik_desktop.domain.road_maps.lint_cells import KnownPerson
from nastavnik_desktop.domain.road_maps.linting import findings_in
from nastavnik_desktop.domain.road_maps.records import RoadMapReading
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.search import search_key
from nastavnik_desktop.imports.responsible_words import ResponsibleType
from nastavnik_desktop.imports.responsibles import Responsible, read_responsible
from nastavnik_desktop.services.results import Saved
from nastavnik_desktop.services.road_map_records import reading_of
from nastavnik_desktop.services.road_maps import kept_road_map, kept_road_maps
from nastavnik_desktop.services.working_calendar import working_calendar

_CHANGES = Changes.ROAD_MAPS


class RoadMapPeopleService:
    """Use cases about those who answer for items."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def roles(self, year: SchoolYear) -> list[RoleFilling]:
        """Roles and groups that road maps of a school year name, and who fills them."""
        with self._base.reading() as session:
            filled = role_fillings(session, year.start)
            named = {
                search_key(one.role): one.role
                for kept in _of_year(session, year)
                for item in kept.items
                for one in read_responsible(item.responsible)
                if one.type is ResponsibleType.ROLE and one.role
            }
        return [
            RoleFilling(role, filled[key][0], filled[key][1].full)
            if key in filled
            else RoleFilling(role)
            for key, role in sorted(named.items())
        ]

    def fill_role(self, role: str, year: SchoolYear, person_id: int | None) -> Saved:
        """Let a person fill a role in a school year; without a person nobody does."""
        return self.fill_roles({role: person_id}, year)

    def fill_roles(self, fillings: Mapping[str, int | None], year: SchoolYear) -> Saved:
        """Several roles in one step: who fills each, None for nobody."""
        title = f"Роли дорожных карт на {year.label}"
        if len(fillings) == 1:
            title = f"Роль «{next(iter(fillings))}» на {year.label}"
        with self._base.begin(title, _CHANGES) as session:
            for role, person_id in fillings.items():
                _fill(session, role, year, person_id)
        return Saved(f"{title}: сохранено", _CHANGES)

    def loads(self, year: SchoolYear) -> list[Load]:
        """How much each responsible has to do in a school year, the busiest first."""
        with self._base.reading() as session:
            by_person = tasks_by_responsible(
                session, year, (one for kept in _of_year(session, year) for one in kept.occurrences)
            )
        loads = (_load(name, tasks, self._today()) for name, tasks in by_person.items())
        return sorted(loads, key=lambda one: (-one.total, one.responsible))

    def tasks(self, year: SchoolYear) -> dict[str, list[Occurrence]]:
        """What each responsible has to do in a school year, by day."""
        with self._base.reading() as session:
            found = (one for kept in _of_year(session, year) for one in kept.occurrences)
            return tasks_by_responsible(session, year, found)

    def findings(self, road_map_id: int) -> tuple[Finding, ...]:
        """What deserves a second look, with the people of the base and the working calendar."""
        with self._base.reading() as session:
            return self._checked(session, reading_of(kept_road_map(session, road_map_id)))

    def check(self, reading: RoadMapReading) -> tuple[Finding, ...]:
        """The same for a file that is not kept."""
        with self._base.reading() as session:
            return self._checked(session, reading)

    def _checked(self, session: Session, reading: RoadMapReading) -> tuple[Finding, ...]:
        """A base without people knows nobody: names are then not compared."""
        calendar = working_calendar(session, reading.first_day, reading.last_day)
        people = _known_people(session, SchoolYear.of(self._today()))
        return findings_in(reading, calendar.is_day_off, people or None)


def tasks_by_responsible(
    session: Session, year: SchoolYear, occurrences: Iterable[Occurrence]
) -> dict[str, list[Occurrence]]:
    """Occurrences of a school year by who answers; a filled role counts for its person."""
    filled = role_fillings(session, year.start)
    found: dict[str, list[Occurrence]] = defaultdict(list)
    for one in occurrences:
        if one.due_on is None or one.due_on not in year:
            continue
        names = {_name(part, filled) for part in read_responsible(one.responsible)}
        for name in names - {""}:
            found[name].append(one)
    return {
        name: sorted(tasks, key=lambda one: one.due_on or date.max)
        for name, tasks in sorted(found.items())
    }


def _of_year(session: Session, year: SchoolYear) -> Iterator[KeptRoadMap]:
    """Road maps that hold in some part of a school year."""
    yield from kept_road_maps(
        session,
        [
            model
            for model in all_road_maps(session)
            if model.begins_on <= year.last_day and model.ends_on >= year.first_day
        ],
    )


def _name(part: Responsible, filled: dict[str, tuple[int, FullName]]) -> str:
    holder = filled.get(search_key(part.role or "")) if part.name is None else None
    if holder is not None:
        return holder[1].short
    return part.name or (part.role or "").capitalize()


def _load(name: str, tasks: list[Occurrence], today: date) -> Load:
    months = Counter((one.due_on.year, one.due_on.month) for one in tasks if one.due_on)
    fullest = max(months, key=lambda month: (months[month], month), default=None)
    return Load(
        responsible=name,
        total=len(tasks),
        overdue=sum(one.state_on(today) is OccurrenceState.OVERDUE for one in tasks),
        fullest_month=fullest,
        in_fullest_month=months[fullest] if fullest else 0,
    )


def _fill(session: Session, role: str, year: SchoolYear, person_id: int | None) -> None:
    key = search_key(role)
    if not key:
        raise RuleViolation("Назовите роль.", "role")
    model = _stored_role(session, key, year)
    if person_id is None:
        if model is not None:
            session.delete(model)
        return
    if session.get(PersonModel, person_id) is None:
        raise RuleViolation("Этого человека больше нет в базе.", "person_id")
    model = model or RoadMapRoleModel(role_key=key, school_year=year.start)
    model.role, model.person_id = role.strip(), person_id
    session.add(model)


def _stored_role(session: Session, key: str, year: SchoolYear) -> RoadMapRoleModel | None:
    statement = select(RoadMapRoleModel).where(
        RoadMapRoleModel.role_key == key, RoadMapRoleModel.school_year == year.start
    )
    return session.scalars(statement).first()


def _known_people(session: Session, year: SchoolYear) -> list[KnownPerson]:
    """The staff, and those who left with the day of it."""
    left = select(PersonModel).where(PersonModel.archived_on.is_not(None))
    return [
        *(KnownPerson(row.name) for row in staff_rows(session, year.start)),
        *(
            KnownPerson(FullName(one.last_name, one.first_name, one.patronymic), one.archived_on)
            for one in session.scalars(left)
        ),
    ]
