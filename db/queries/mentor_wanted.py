"""Reads for the list of those who need a mentor, and of who is away for long."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from db.models import AbsenceModel, EmploymentModel, PersonModel, PoolEntryModel
from db.queries.cards import pool_side
from db.queries.people import service_length
from nastavnik_desktop.domain.employment import Absence
from nastavnik_desktop.domain.mentor_wanted import WantingFacts


def absences(session: Session) -> dict[int, tuple[Absence, ...]]:
    """Long absences of everybody who has any, by person."""
    found: defaultdict[int, tuple[Absence, ...]] = defaultdict(tuple)
    for row in session.scalars(select(AbsenceModel).order_by(AbsenceModel.absence_id)):
        found[row.person_id] += (Absence(row.kind, row.since_on, row.until_on),)
    return dict(found)


def wanting_facts(session: Session, school_year: int) -> dict[int, WantingFacts]:
    """Facts of all people who are not in the archive; three selects whatever their number."""
    away = absences(session)
    in_year = (PoolEntryModel.school_year == school_year) & (PoolEntryModel.side == "mentee")
    entries = session.scalars(select(PoolEntryModel).where(in_year))
    sides = {entry.person_id: pool_side(entry) for entry in entries}
    main_post = and_(
        EmploymentModel.person_id == PersonModel.person_id, EmploymentModel.position == 0
    )
    work = EmploymentModel
    statement = (
        select(
            *(PersonModel.person_id, work.position_title, work.subject, work.hired_on),
            *(work.left_on, work.teaching_service_months, work.teaching_service_as_of),
        )
        .outerjoin(EmploymentModel, main_post)
        .where(PersonModel.archived_on.is_(None))
    )
    return {
        row.person_id: WantingFacts(
            position_title=row.position_title or "",
            subject=row.subject or "",
            teaching_service=service_length(
                row.teaching_service_months, row.teaching_service_as_of
            ),
            hired_on=row.hired_on,
            left_on=row.left_on,
            absences=away.get(row.person_id, ()),
            mentee_side=sides.get(row.person_id),
        )
        for row in session.execute(statement)
    }
