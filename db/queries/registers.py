"""Reads of «База наставников» and «База наставляемых»: seven selects whatever the people."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, and_, select, union
from sqlalchemy.orm import Session, selectinload

from db.models import (
    ConsentModel,
    EmploymentModel,
    EnrollmentModel,
    MentoringFormModel,
    PairingMemberModel,
    PairingModel,
    PersonModel,
    PoolEntryModel,
)
from db.queries.cards import pool_side
from db.queries.people import consent_record
from nastavnik_desktop.domain.base_registers import Programme
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.pairings import MemberDraft
from nastavnik_desktop.domain.people import PersonKind, PoolSide, Representative, is_minor


@dataclass(frozen=True)
class RegisteredPerson:
    """What the base knows of a person of the year's pools and programmes."""

    person_id: int
    name: FullName
    kind: PersonKind
    position_title: str
    subject: str
    school_class: str
    organisation: str
    birth_year: int | None
    phone: str
    email: str
    representative: Representative
    is_minor: bool
    is_publishable: bool


def registered_people(
    session: Session, school_year: int, today: date
) -> dict[int, RegisteredPerson]:
    """Everybody who is in a pool or a programme of the school year, by id."""
    agreed = _agreed_to_publication(session, school_year, today)
    return {
        row.person_id: _person(row, agreed.get(row.person_id, set()), today)
        for row in session.execute(_people(school_year))
    }


def pool_sides(session: Session, school_year: int, side: str) -> dict[int, PoolSide]:
    """Sides of the year's pool by person, those who left it too."""
    statement = select(PoolEntryModel).where(
        PoolEntryModel.school_year == school_year, PoolEntryModel.side == side
    )
    return {model.person_id: pool_side(model) for model in session.scalars(statement)}


def programmes(session: Session, school_year: int) -> tuple[Programme, ...]:
    """Pairs and groups of the school year by their beginning."""
    statement = (
        select(PairingModel, MentoringFormModel.title)
        .join(MentoringFormModel, MentoringFormModel.form_id == PairingModel.form_id)
        .where(PairingModel.school_year == school_year)
        .options(selectinload(PairingModel.members))
        .order_by(PairingModel.starts_on, PairingModel.pairing_id)
    )
    return tuple(_programme(model, title) for model, title in session.execute(statement))


def _programme(model: PairingModel, form_title: str) -> Programme:
    return Programme(
        form_title=form_title,
        mentor_id=model.mentor_id,
        members=tuple(
            MemberDraft(member.person_id, member.joined_on, member.left_on)
            for member in model.members
        ),
        starts_on=model.starts_on,
        ends_on=model.ends_on,
        ended_on=model.ended_on,
        end_kind=model.end_kind,
    )


def _ids(school_year: int) -> Select[tuple[int]]:
    """Who is in a pool or a programme of the year."""
    this_year = PairingModel.school_year == school_year
    everybody = union(
        select(PoolEntryModel.person_id).where(PoolEntryModel.school_year == school_year),
        select(PairingModel.mentor_id).where(this_year),
        select(PairingMemberModel.person_id).join(PairingModel).where(this_year),
    ).subquery()
    return select(everybody.c.person_id)


def _people(school_year: int) -> Select[*tuple[Any, ...]]:
    main_post = and_(
        EmploymentModel.person_id == PersonModel.person_id, EmploymentModel.position == 0
    )
    this_year = and_(
        EnrollmentModel.person_id == PersonModel.person_id,
        EnrollmentModel.school_year == school_year,
    )
    columns = (
        *(PersonModel.person_id, PersonModel.kind, PersonModel.organisation),
        *(PersonModel.last_name, PersonModel.first_name, PersonModel.patronymic),
        *(PersonModel.birth_date, PersonModel.birth_year, PersonModel.phone, PersonModel.email),
        *(PersonModel.representative_name, PersonModel.representative_relation),
        PersonModel.representative_phone,
        *(EmploymentModel.position_title, EmploymentModel.subject, EnrollmentModel.school_class),
    )
    statement: Select[*tuple[Any, ...]] = select(*columns)
    return (
        statement.outerjoin(EmploymentModel, main_post)
        .outerjoin(EnrollmentModel, this_year)
        .where(PersonModel.person_id.in_(_ids(school_year)))
    )


def _person(row: Row[Any], agreed: set[bool], today: date) -> RegisteredPerson:
    is_child = is_minor(row.birth_date, row.birth_year, row.kind, today)
    return RegisteredPerson(
        person_id=row.person_id,
        name=FullName(row.last_name, row.first_name, row.patronymic),
        kind=row.kind,
        position_title=row.position_title or "",
        subject=row.subject or "",
        school_class=row.school_class or "",
        organisation=row.organisation,
        birth_year=row.birth_date.year if row.birth_date else row.birth_year,
        phone=row.phone,
        email=row.email,
        representative=_representative(row) if is_child else Representative(),
        is_minor=is_child,
        is_publishable=True in agreed if is_child else bool(agreed),
    )


def _representative(row: Row[Any]) -> Representative:
    return Representative(
        row.representative_name, row.representative_relation, row.representative_phone
    )


def _agreed_to_publication(
    session: Session, school_year: int, today: date
) -> defaultdict[int, set[bool]]:
    """Who signed consents to publication that hold today: False oneself, True a representative."""
    statement = select(ConsentModel).where(
        ConsentModel.kind == ConsentKind.PUBLICATION,
        ConsentModel.person_id.in_(_ids(school_year)),
    )
    found: defaultdict[int, set[bool]] = defaultdict(set)
    for record in map(consent_record, session.scalars(statement)):
        if record.holds_on(today):
            found[record.person_id].add(record.is_by_representative)
    return found
