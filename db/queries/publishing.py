"""Reads what must not be published: names and contacts of everybody, and who agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import ConsentModel, PersonModel
from db.queries.people import consent_record
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.full_name import FullName


@dataclass(frozen=True)
class KnownPerson:
    """Everything by which a person would be recognised; of a minor, the parent's too."""

    person_id: int
    name: FullName
    former_last_name: str
    sex: str | None
    phones: tuple[str, ...]
    email: str
    birth_date: date | None
    address: str
    representative: str


def known_people(session: Session) -> list[KnownPerson]:
    """Everybody in the base, those in the archive too."""
    statement = select(
        PersonModel.person_id, PersonModel.last_name, PersonModel.first_name,
        PersonModel.patronymic, PersonModel.former_last_name, PersonModel.sex,
        PersonModel.phone, PersonModel.representative_phone, PersonModel.email,
        PersonModel.birth_date, PersonModel.address, PersonModel.representative_name,
    ).order_by(PersonModel.person_id)  # fmt: skip
    return [
        KnownPerson(
            row.person_id,
            FullName(row.last_name, row.first_name, row.patronymic),
            row.former_last_name,
            row.sex.value if row.sex is not None else None,
            (row.phone, row.representative_phone),
            row.email,
            row.birth_date,
            row.address,
            row.representative_name,
        )
        for row in session.execute(statement)
    ]


def agreed_to_publication(session: Session, day: date) -> set[int]:
    """Who may be named on a day."""
    statement = select(ConsentModel).where(ConsentModel.kind == ConsentKind.PUBLICATION)
    consents = map(consent_record, session.scalars(statement))
    return {consent.person_id for consent in consents if consent.holds_on(day)}
