"""Reads of consents: who takes part in a year, and what each of them signed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import ConsentModel, PairingMemberModel, PairingModel, PoolEntryModel
from db.queries.people import consent_record, with_scans
from nastavnik_desktop.domain.consents import ConsentRecord


def sides_of_year(session: Session, school_year: int) -> dict[int, set[str]]:
    """People of the year's pools and of its pairings that go on, with ``mentor`` or ``mentee``."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    pool = select(PoolEntryModel.person_id, PoolEntryModel.side).where(
        PoolEntryModel.school_year == school_year, PoolEntryModel.left_on.is_(None)
    )
    for person_id, side in session.execute(pool):
        found[person_id].add(side)
    goes_on = (PairingModel.school_year == school_year) & PairingModel.ended_on.is_(None)
    for person_id in session.scalars(select(PairingModel.mentor_id).where(goes_on)):
        found[person_id].add("mentor")
    members = (
        select(PairingMemberModel.person_id)
        .join(PairingModel, PairingModel.pairing_id == PairingMemberModel.pairing_id)
        .where(goes_on, PairingMemberModel.left_on.is_(None))
    )
    for person_id in session.scalars(members):
        found[person_id].add("mentee")
    return found


def consents_by_person(
    session: Session, person_ids: Collection[int]
) -> dict[int, list[ConsentRecord]]:
    """All consents of many people, by person."""
    statement = select(ConsentModel).where(ConsentModel.person_id.in_(person_ids))
    found: defaultdict[int, list[ConsentRecord]] = defaultdict(list)
    for record in with_scans(session, [consent_record(row) for row in session.scalars(statement)]):
        found[record.person_id].append(record)
    return found
