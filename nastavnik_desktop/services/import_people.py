"""People of the base as an import compares with them."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import PersonModel
from db.queries.people import latest_classes, person_rows
from nastavnik_desktop.imports.known_people import KnownPerson


def known_people(session: Session) -> list[KnownPerson]:
    """Everybody of the base, the archive too, with the class of the last year that is known."""
    classes = latest_classes(session)
    former = _former_last_names(session)
    rows = [*person_rows(session, 0), *person_rows(session, 0, archived=True)]
    return [
        KnownPerson(
            person_id=row.person_id,
            name=row.name,
            birth_date=row.birth_date,
            birth_year=row.birth_year,
            school_class=classes.get(row.person_id, ""),
            position=row.position_title,
            former_last_name=former.get(row.person_id, ""),
            contacts=frozenset(filter(None, (*row.phone.split(", "), row.email))),
        )
        for row in rows
    ]


def _former_last_names(session: Session) -> dict[int, str]:
    statement = select(PersonModel.person_id, PersonModel.former_last_name)
    found = session.execute(statement.where(PersonModel.former_last_name != ""))
    return {row.person_id: row.former_last_name for row in found}
