"""Reads of whole tables: for the workbook that holds everything."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from db.models import (
    ConsentModel,
    EnrollmentModel,
    MentorTrainingModel,
    PairingModel,
    PersonModel,
    PoolEntryModel,
)


def everybody(session: Session) -> list[PersonModel]:
    """All people by name, those of the archive too, with their posts and absences."""
    statement = (
        select(PersonModel)
        .options(selectinload(PersonModel.employments), selectinload(PersonModel.absences))
        .order_by(PersonModel.search_key, PersonModel.person_id)
    )
    return list(session.scalars(statement))


def enrollments(session: Session) -> list[EnrollmentModel]:
    """Classes of all years, the latest year first."""
    return list(
        session.scalars(
            select(EnrollmentModel).order_by(
                EnrollmentModel.school_year.desc(), EnrollmentModel.school_class
            )
        )
    )


def pool_entries(session: Session) -> list[PoolEntryModel]:
    """Sides of the pools of all years, the latest year first."""
    statement = select(PoolEntryModel).order_by(
        PoolEntryModel.school_year.desc(), PoolEntryModel.side, PoolEntryModel.pool_entry_id
    )
    return list(session.scalars(statement))


def trainings(session: Session) -> list[MentorTrainingModel]:
    """Trainings of mentors, person by person, in the order of the card."""
    statement = select(MentorTrainingModel).order_by(
        MentorTrainingModel.person_id, MentorTrainingModel.training_id
    )
    return list(session.scalars(statement))


def consents(session: Session) -> list[ConsentModel]:
    """All consents, withdrawn ones too, person by person in the order of signing."""
    statement = select(ConsentModel).order_by(
        ConsentModel.person_id, ConsentModel.signed_on, ConsentModel.consent_id
    )
    return list(session.scalars(statement))


def years_of_pairings(session: Session) -> list[int]:
    """School years that have pairings, the latest first."""
    statement = select(PairingModel.school_year).distinct()
    return sorted(session.scalars(statement), reverse=True)
