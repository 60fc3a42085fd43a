"""Papers that mentors were given, as the register shows them."""

from __future__ import annotations

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from db.models import AwardModel, PersonModel
from nastavnik_desktop.domain.awards import AwardRow
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.school_year import SchoolYear


def award_rows(session: Session, *conditions: ColumnElement[bool]) -> list[AwardRow]:
    """Entries that meet the conditions, the latest first."""
    statement = (
        select(AwardModel, PersonModel)
        .join(PersonModel, PersonModel.person_id == AwardModel.person_id)
        .where(*conditions)
        .order_by(AwardModel.given_on.desc(), AwardModel.award_id)
    )
    return [
        AwardRow(
            one.award_id,
            one.person_id,
            FullName(person.last_name, person.first_name, person.patronymic).full,
            one.kind,
            one.number,
            one.given_on,
            SchoolYear(one.school_year),
            one.merit,
        )
        for one, person in session.execute(statement)
    ]
