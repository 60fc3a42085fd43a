"""Reads for the search of duplicates: everybody of the base with what tells people apart."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.models import (
    DifferentPeopleModel,
    EmploymentModel,
    PairingMemberModel,
    PairingModel,
    PersonModel,
)
from db.queries.people import latest_classes
from nastavnik_desktop.domain.duplicates import DuplicateCard
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import occupation


def duplicate_cards(session: Session) -> list[DuplicateCard]:
    """All people, those in the archive too; four selects whatever their number."""
    classes, ties = latest_classes(session), _ties(session)
    statement = select(
        *(PersonModel.person_id, PersonModel.kind, PersonModel.organisation),
        *(PersonModel.last_name, PersonModel.first_name, PersonModel.patronymic),
        *(PersonModel.former_last_name, PersonModel.birth_date, PersonModel.birth_year),
        *(PersonModel.archived_on, EmploymentModel.position_title, EmploymentModel.subject),
    ).outerjoin(
        EmploymentModel,
        (EmploymentModel.person_id == PersonModel.person_id) & (EmploymentModel.position == 0),
    )
    return [
        DuplicateCard(
            person_id=row.person_id,
            name=FullName(row.last_name, row.first_name, row.patronymic),
            kind=row.kind,
            occupation=occupation(
                row.kind,
                row.position_title or "",
                row.subject or "",
                classes.get(row.person_id, ""),
                row.organisation,
            ),
            former_last_name=row.former_last_name,
            birth_date=row.birth_date,
            birth_year=row.birth_year,
            is_archived=row.archived_on is not None,
            ties_count=ties[row.person_id],
        )
        for row in session.execute(statement.order_by(PersonModel.person_id))
    ]


def _ties(session: Session) -> Counter[int]:
    """How many pairs and groups of all years a person stands in."""
    found: Counter[int] = Counter()
    for column in (PairingModel.mentor_id, PairingMemberModel.person_id):
        for person_id, count in session.execute(select(column, func.count()).group_by(column)):
            found[person_id] += count
    return found


def stand_in_one_pairing(session: Session, first_id: int, second_id: int) -> bool:
    """Whether one of two people mentors the other: then they are two people indeed."""
    ids = (first_id, second_id)
    statement = (
        select(PairingModel.pairing_id)
        .join(PairingMemberModel)
        .where(PairingModel.mentor_id.in_(ids), PairingMemberModel.person_id.in_(ids))
    )
    return session.scalars(statement.limit(1)).first() is not None


def different_people(session: Session) -> list[DifferentPeopleModel]:
    """Pairs of cards that were told apart, the latest first."""
    statement = select(DifferentPeopleModel).order_by(DifferentPeopleModel.mark_id.desc())
    return list(session.scalars(statement))


def marks_of_person(session: Session, person_id: int) -> list[DifferentPeopleModel]:
    """Marks by which a card was told apart from others."""
    statement = select(DifferentPeopleModel).where(
        (DifferentPeopleModel.first_id == person_id) | (DifferentPeopleModel.second_id == person_id)
    )
    return list(session.scalars(statement))
