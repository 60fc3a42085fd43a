"""Reads of matching: the pool of a school year, couples that are known, the user's settings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from db.models import (
    EmploymentModel,
    EnrollmentModel,
    MatchBanModel,
    MatchSettingsModel,
    PairingMemberModel,
    PairingModel,
    PersonModel,
    PoolEntryModel,
    SchoolModel,
)
from db.queries.people import service_length
from nastavnik_desktop.domain.dates import full_years, short_date
from nastavnik_desktop.domain.employment import Absence, absent_on
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.matching.people import Candidate, Couple, MatchPool
from nastavnik_desktop.domain.matching.settings import Criterion, MatchSettings
from nastavnik_desktop.domain.pairings import EndKind
from nastavnik_desktop.domain.people import PersonKind, PoolSide, grade_of, is_early_career
from nastavnik_desktop.domain.school import DEFAULT_MENTEE_LIMIT
from nastavnik_desktop.domain.school_year import SchoolYear


@dataclass(frozen=True)
class _Couples:
    """Pairs of this year and the one before, mentor and mentee each."""

    running: frozenset[Couple]
    ended_early: frozenset[Couple]
    continued: frozenset[Couple]


def match_settings(session: Session) -> MatchSettings:
    """The user's settings; those of a new base where nothing was set yet."""
    model = session.get(MatchSettingsModel, 1)
    if model is None:
        return MatchSettings()
    known = MatchSettings().weights
    return MatchSettings(
        weights={one: int(model.weights.get(one.value, known[one])) for one in Criterion},
        threshold=model.threshold,
        goal=model.goal,
        is_subject_required=model.is_subject_required,
    )


def banned_couples(session: Session) -> frozenset[Couple]:
    """All «не назначать»."""
    rows = session.execute(select(MatchBanModel.mentor_id, MatchBanModel.mentee_id))
    return frozenset((row.mentor_id, row.mentee_id) for row in rows)


def match_pool(
    session: Session, year: SchoolYear, day: date, mentee_ids: Collection[int] = ()
) -> MatchPool:
    """The pool of a year on a day; eight selects whatever its size.

    Mentees are those of ``mentee_ids``, or all of the year's pool and all early-career educators
    who have no mentor.
    """
    couples = _couples(session, year.start, day)
    entries = _entries(session, year.start, day)
    wanted = set(mentee_ids) or _without_mentor(session, entries["mentee"], couples.running, day)
    people = _people(session, wanted | entries["mentor"].keys())
    classes = _classes(session, people, year.start)
    limit = session.scalars(select(SchoolModel.mentee_limit)).first() or DEFAULT_MENTEE_LIMIT
    loads = Counter(mentor for mentor, _mentee in couples.running)
    facts = {key: _candidate(model, classes.get(key), day) for key, model in people.items()}
    mentors = [
        replace(
            facts[key],
            side=_side(entry),
            capacity=limit if entry.capacity is None else entry.capacity,
            load=loads[key],
        )
        for key, entry in entries["mentor"].items()
        if key in facts
    ]
    sides = entries["mentee"]
    mentees = [
        replace(facts[key], side=_side(sides[key]) if key in sides else PoolSide())
        for key in wanted
        if key in facts
    ]
    return MatchPool(
        mentors=_by_name(mentors),
        mentees=_by_name(mentees),
        banned=banned_couples(session),
        running=couples.running,
        ended_early=couples.ended_early,
        continued=couples.continued,
    )


def _by_name(people: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(sorted(people, key=lambda one: (one.name.key, one.person_id)))


def _entries(session: Session, school_year: int, day: date) -> dict[str, dict[int, PoolEntryModel]]:
    """Entries of both sides of people who have not left the pool, by person."""
    statement = select(PoolEntryModel).where(PoolEntryModel.school_year == school_year)
    found: dict[str, dict[int, PoolEntryModel]] = {"mentor": {}, "mentee": {}}
    for entry in session.scalars(statement):
        if entry.left_on is None or entry.left_on > day:
            found[entry.side][entry.person_id] = entry
    return found


def _without_mentor(
    session: Session, pool: Collection[int], running: frozenset[Couple], day: date
) -> set[int]:
    mentored = {mentee for _mentor, mentee in running}
    return (set(pool) | _early_career(session, day)) - mentored


def _early_career(session: Session, day: date) -> set[int]:
    statement = (
        select(
            PersonModel.person_id,
            EmploymentModel.position_title,
            EmploymentModel.subject,
            EmploymentModel.teaching_service_months,
            EmploymentModel.teaching_service_as_of,
        )
        .join(EmploymentModel, EmploymentModel.person_id == PersonModel.person_id)
        .where(
            PersonModel.kind == PersonKind.STAFF,
            PersonModel.archived_on.is_(None),
            EmploymentModel.position == 0,
        )
    )
    return {
        row.person_id
        for row in session.execute(statement)
        if is_early_career(
            row.position_title,
            row.subject,
            service_length(row.teaching_service_months, row.teaching_service_as_of),
            day,
        )
    }


def _couples(session: Session, school_year: int, day: date) -> _Couples:
    statement = (
        select(
            PairingModel.school_year,
            PairingModel.mentor_id,
            PairingModel.ended_on,
            PairingModel.end_kind,
            PairingMemberModel.person_id,
            PairingMemberModel.left_on,
        )
        .join(PairingMemberModel)
        .where(PairingModel.school_year.in_((school_year, school_year - 1)))
    )
    sorts: defaultdict[str, set[Couple]] = defaultdict(set)
    for row in session.execute(statement):
        couple = (row.mentor_id, row.person_id)
        is_over = any(end is not None and end <= day for end in (row.ended_on, row.left_on))
        if row.end_kind is EndKind.EARLY:
            sorts["early"].add(couple)
        elif row.school_year < school_year:
            sorts["continued"].add(couple)
        if row.school_year == school_year and not is_over:
            sorts["running"].add(couple)
    early = frozenset(sorts["early"])
    return _Couples(frozenset(sorts["running"]), early, frozenset(sorts["continued"]) - early)


def _people(session: Session, ids: Collection[int]) -> dict[int, PersonModel]:
    """The people who are not in the archive, with their posts and absences."""
    statement = (
        select(PersonModel)
        .where(PersonModel.person_id.in_(ids), PersonModel.archived_on.is_(None))
        .options(selectinload(PersonModel.employments), selectinload(PersonModel.absences))
    )
    return {model.person_id: model for model in session.scalars(statement)}


def _classes(
    session: Session, ids: Collection[int], school_year: int
) -> dict[int, EnrollmentModel]:
    statement = select(EnrollmentModel).where(
        EnrollmentModel.school_year == school_year, EnrollmentModel.person_id.in_(ids)
    )
    return {model.person_id: model for model in session.scalars(statement)}


def _candidate(model: PersonModel, enrollment: EnrollmentModel | None, day: date) -> Candidate:
    posts = [post for post in model.employments if post.left_on is None or post.left_on > day]
    main = posts[0] if posts else None
    service = (
        service_length(main.teaching_service_months, main.teaching_service_as_of) if main else None
    )
    school_class = enrollment.school_class if enrollment else ""
    return Candidate(
        person_id=model.person_id,
        name=FullName(model.last_name, model.first_name, model.patronymic),
        kind=model.kind,
        outside_kind=model.outside_kind,
        organisation=model.organisation,
        posts=tuple(post.position_title for post in posts if post.position_title),
        subjects=tuple(post.subject for post in posts if post.subject),
        department=main.department if main else "",
        category=main.category if main else None,
        teaching_months=service.months_on(day) if service else None,
        school_class=school_class,
        grade=grade_of(school_class),
        age=_age(model, day),
        obstacle=_obstacle(model, enrollment, day),
    )


def _age(model: PersonModel, day: date) -> int | None:
    if model.birth_date is not None:
        return full_years(model.birth_date, day)
    return day.year - model.birth_year if model.birth_year is not None else None


def _obstacle(model: PersonModel, enrollment: EnrollmentModel | None, day: date) -> str:
    """Why a person takes part in no pair on a day."""
    absences = tuple(Absence(row.kind, row.since_on, row.until_on) for row in model.absences)
    if absence := absent_on(absences, day):
        return str(absence)
    ends = [post.left_on for post in model.employments]
    if ends and all(end is not None and end <= day for end in ends):
        return f"не работает с {short_date(max(end for end in ends if end is not None))}"
    if enrollment and enrollment.left_on is not None and enrollment.left_on <= day:
        return f"выбытие из школы {short_date(enrollment.left_on)}"
    return ""


def _side(entry: PoolEntryModel) -> PoolSide:
    return PoolSide(
        joined_on=entry.joined_on,
        strengths=tuple(entry.strengths),
        interests=entry.interests,
        desired_age=entry.desired_age,
        time_resource=entry.time_resource,
        capacity=entry.capacity,
        needs=tuple(entry.needs),
    )
