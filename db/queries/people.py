"""Reads of people: rows of the list, one card, participants of pairings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, or_, select
from sqlalchemy.orm import Session

from db.models import (
    AttachmentModel,
    ConsentModel,
    EmploymentModel,
    EnrollmentModel,
    PairingMemberModel,
    PairingModel,
    PersonModel,
    PoolEntryModel,
)
from nastavnik_desktop.domain.consents import ConsentKind, ConsentRecord
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.pairings import Participant
from nastavnik_desktop.domain.people import (
    PersonKind,
    PersonRow,
    ServiceLength,
    is_minor,
    occupation,
)


def person_rows(
    session: Session,
    school_year: int,
    *conditions: ColumnElement[bool],
    archived: bool = False,
) -> list[PersonRow]:
    """People of the list, by name; four selects whatever their number."""
    is_archived = PersonModel.archived_on.is_not(None)
    people = session.execute(
        _with_work_and_class(school_year)
        .where(is_archived if archived else ~is_archived, *conditions)
        .order_by(PersonModel.search_key, PersonModel.person_id)
    ).all()
    sides = _pool_sides(session, school_year)
    pairings = _pairing_counts(session, school_year)
    return [_person_row(row, sides[row.person_id], pairings[row.person_id]) for row in people]


def _with_work_and_class(school_year: int) -> Select[*tuple[Any, ...]]:
    main_post = and_(
        EmploymentModel.person_id == PersonModel.person_id, EmploymentModel.position == 0
    )
    this_year = and_(
        EnrollmentModel.person_id == PersonModel.person_id,
        EnrollmentModel.school_year == school_year,
    )
    statement: Select[*tuple[Any, ...]] = (
        select(
            PersonModel.person_id,
            PersonModel.kind,
            PersonModel.last_name,
            PersonModel.first_name,
            PersonModel.patronymic,
            PersonModel.birth_date,
            PersonModel.birth_year,
            PersonModel.phone,
            PersonModel.email,
            PersonModel.organisation,
            PersonModel.archived_on,
            EmploymentModel.position_title,
            EmploymentModel.subject,
            EmploymentModel.category,
            EmploymentModel.teaching_service_months,
            EmploymentModel.teaching_service_as_of,
            EnrollmentModel.school_class,
        )
        .outerjoin(EmploymentModel, main_post)
        .outerjoin(EnrollmentModel, this_year)
    )
    return statement


def _person_row(row: Row[Any], sides: set[str], pairings_count: int) -> PersonRow:
    return PersonRow(
        person_id=row.person_id,
        name=FullName(row.last_name, row.first_name, row.patronymic),
        kind=row.kind,
        position_title=row.position_title or "",
        subject=row.subject or "",
        school_class=row.school_class or "",
        category=row.category,
        teaching_service=service_length(row.teaching_service_months, row.teaching_service_as_of),
        birth_date=row.birth_date,
        birth_year=row.birth_year,
        phone=row.phone,
        email=row.email,
        organisation=row.organisation,
        is_mentor="mentor" in sides,
        is_mentee="mentee" in sides,
        pairings_count=pairings_count,
        is_archived=row.archived_on is not None,
    )


def staff_rows(session: Session, school_year: int) -> list[PersonRow]:
    """Employees of the school who are not in the archive, by name."""
    return person_rows(session, school_year, PersonModel.kind == PersonKind.STAFF)


def service_length(months: int | None, as_of: date | None) -> ServiceLength | None:
    """A length of service from its two columns; None where it is not known."""
    return ServiceLength(months, as_of) if months is not None and as_of is not None else None


def _pool_sides(session: Session, school_year: int) -> defaultdict[int, set[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    statement = select(PoolEntryModel.person_id, PoolEntryModel.side).where(
        PoolEntryModel.school_year == school_year, PoolEntryModel.left_on.is_(None)
    )
    for person_id, side in session.execute(statement):
        found[person_id].add(side)
    return found


def _pairing_counts(session: Session, school_year: int) -> Counter[int]:
    this_year = PairingModel.school_year == school_year
    mentors = select(PairingModel.mentor_id).where(this_year)
    mentees = select(PairingMemberModel.person_id).join(PairingModel).where(this_year)
    counts: Counter[int] = Counter(session.scalars(mentors))
    counts.update(session.scalars(mentees))
    return counts


def participants(
    session: Session, person_ids: Iterable[int], school_year: int, today: date
) -> dict[int, Participant]:
    """People as pairings show them, with the last consent to take part that is in force."""
    ids = set(person_ids)
    rows = session.execute(
        _with_work_and_class(school_year).where(PersonModel.person_id.in_(ids))
    ).all()
    consents = participation_consents(session, ids, today)
    return {row.person_id: _participant(row, consents.get(row.person_id), today) for row in rows}


def _participant(row: Row[Any], consent: ConsentRecord | None, today: date) -> Participant:
    return Participant(
        person_id=row.person_id,
        name=FullName(row.last_name, row.first_name, row.patronymic),
        kind=row.kind,
        occupation=occupation(
            row.kind,
            row.position_title or "",
            row.subject or "",
            row.school_class or "",
            row.organisation,
        ),
        is_minor=is_minor(row.birth_date, row.birth_year, row.kind, today),
        consented_on=consent.signed_on if consent else None,
        is_consent_by_representative=bool(consent and consent.is_by_representative),
        is_archived=row.archived_on is not None,
    )


def participation_consents(
    session: Session, person_ids: set[int], today: date
) -> dict[int, ConsentRecord]:
    """The consent to take part of each person on which an order may rest.

    Of several that are in force the earliest, so that one signed again later takes nothing away;
    a representative's goes before the minor's own.
    """
    statement = (
        select(ConsentModel)
        .where(
            ConsentModel.person_id.in_(person_ids),
            ConsentModel.kind == ConsentKind.PARTICIPATION,
            ConsentModel.withdrawn_on.is_(None),
            or_(ConsentModel.until_on.is_(None), ConsentModel.until_on >= today),
        )
        .order_by(ConsentModel.is_by_representative, ConsentModel.signed_on.desc())
    )
    return {model.person_id: consent_record(model) for model in session.scalars(statement)}


def consents_of(session: Session, person_id: int) -> list[ConsentRecord]:
    """All consents of a person, the latest first."""
    statement = (
        select(ConsentModel)
        .where(ConsentModel.person_id == person_id)
        .order_by(ConsentModel.signed_on.desc(), ConsentModel.consent_id.desc())
    )
    return with_scans(session, [consent_record(model) for model in session.scalars(statement)])


def with_scans(session: Session, consents: Sequence[ConsentRecord]) -> list[ConsentRecord]:
    """The consents with the names of the files attached to them."""
    statement = select(
        AttachmentModel.consent_id, AttachmentModel.attachment_id, AttachmentModel.file_name
    ).where(AttachmentModel.consent_id.in_([each.consent_id for each in consents]))
    scans = {row.consent_id: row for row in session.execute(statement)}
    return [
        replace(each, scan_id=scan.attachment_id, scan_name=scan.file_name)
        if (scan := scans.get(each.consent_id))
        else each
        for each in consents
    ]


def consent_record(model: ConsentModel) -> ConsentRecord:
    """The record of a stored consent."""
    return ConsentRecord(
        consent_id=model.consent_id,
        person_id=model.person_id,
        kind=model.kind,
        signed_on=model.signed_on,
        until_on=model.until_on,
        withdrawn_on=model.withdrawn_on,
        is_by_representative=model.is_by_representative,
    )


def pool_mentees(session: Session, school_year: int) -> list[PersonRow]:
    """People who are in the year's pool of mentees, by name."""
    in_pool = select(PoolEntryModel.person_id).where(
        PoolEntryModel.school_year == school_year,
        PoolEntryModel.side == "mentee",
        PoolEntryModel.left_on.is_(None),
    )
    return person_rows(session, school_year, PersonModel.person_id.in_(in_pool))


def latest_classes(session: Session) -> dict[int, str]:
    """The class of every student in the last school year that is known of him."""
    statement = select(EnrollmentModel.person_id, EnrollmentModel.school_class).order_by(
        EnrollmentModel.school_year
    )
    return {row.person_id: row.school_class for row in session.execute(statement)}
