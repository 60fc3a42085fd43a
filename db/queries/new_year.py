"""Reads for the beginning of a school year: students, pools and pairings of two years."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session, aliased

from db.models import (
    EmploymentModel,
    EnrollmentModel,
    PairingMemberModel,
    PairingModel,
    PersonModel,
    PoolEntryModel,
)
from db.queries.pairings import pairing_rows_of_year
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.new_year import PoolFacts, StudentFacts, YearFacts
from nastavnik_desktop.domain.people import PersonKind

_NAME = (PersonModel.last_name, PersonModel.first_name, PersonModel.patronymic)


def year_facts(session: Session, school_year: int, today: date) -> YearFacts:
    """What the base holds of a school year and already holds of the next one."""
    return YearFacts(
        students=_students(session, school_year),
        pools=_pools(session, school_year),
        pairings=tuple(pairing_rows_of_year(session, school_year, today)),
        next_sides=_sides(session, school_year + 1),
        next_pairings=_pairings(session, school_year + 1),
    )


def _students(session: Session, school_year: int) -> tuple[StudentFacts, ...]:
    """Students of the year, and those of whom no class is known in either year."""
    coming = aliased(EnrollmentModel)
    is_next = and_(coming.person_id == PersonModel.person_id, coming.school_year == school_year + 1)
    is_present = and_(
        EnrollmentModel.person_id == PersonModel.person_id,
        EnrollmentModel.school_year == school_year,
    )
    is_forgotten = PersonModel.archived_on.is_(None) & coming.enrollment_id.is_(None)
    statement = (
        select(
            PersonModel.person_id,
            *_NAME,
            PersonModel.archived_on,
            EnrollmentModel.school_class,
            EnrollmentModel.left_on,
            coming.school_class.label("next_class"),
        )
        .outerjoin(EnrollmentModel, is_present)
        .outerjoin(coming, is_next)
        .where(PersonModel.kind == PersonKind.STUDENT)
        .where(EnrollmentModel.enrollment_id.is_not(None) | is_forgotten)
        .order_by(EnrollmentModel.school_class, PersonModel.search_key, PersonModel.person_id)
    )
    return tuple(
        StudentFacts(
            person_id=row.person_id,
            name=FullName(row.last_name, row.first_name, row.patronymic),
            school_class=row.school_class or "",
            next_class=row.next_class or "",
            left_on=row.left_on,
            is_archived=row.archived_on is not None,
        )
        for row in session.execute(statement)
    )


def _pools(session: Session, school_year: int) -> tuple[PoolFacts, ...]:
    left_school_on = (
        select(func.max(EmploymentModel.left_on))
        .where(EmploymentModel.person_id == PersonModel.person_id)
        .where(EmploymentModel.position == 0)
        .scalar_subquery()
    )
    statement = (
        select(
            PersonModel.person_id,
            *_NAME,
            PersonModel.archived_on,
            PoolEntryModel.side,
            PoolEntryModel.left_on,
            left_school_on.label("left_school_on"),
        )
        .join(PoolEntryModel, PoolEntryModel.person_id == PersonModel.person_id)
        .where(PoolEntryModel.school_year == school_year)
        .order_by(PoolEntryModel.side, PersonModel.search_key, PersonModel.person_id)
    )
    return tuple(
        PoolFacts(
            person_id=row.person_id,
            name=FullName(row.last_name, row.first_name, row.patronymic),
            side=row.side,
            left_on=row.left_on,
            left_school_on=row.left_school_on,
            is_archived=row.archived_on is not None,
        )
        for row in session.execute(statement)
    )


def _sides(session: Session, school_year: int) -> frozenset[tuple[int, str]]:
    statement = select(PoolEntryModel.person_id, PoolEntryModel.side).where(
        PoolEntryModel.school_year == school_year
    )
    return frozenset((person_id, side) for person_id, side in session.execute(statement))


def _pairings(session: Session, school_year: int) -> frozenset[tuple[int, frozenset[int]]]:
    statement = (
        select(PairingModel.pairing_id, PairingModel.mentor_id, PairingMemberModel.person_id)
        .join(PairingMemberModel)
        .where(PairingModel.school_year == school_year)
    )
    found: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for pairing_id, mentor_id, person_id in session.execute(statement):
        found[pairing_id, mentor_id].add(person_id)
    return frozenset((mentor_id, frozenset(ids)) for (_, mentor_id), ids in found.items())
