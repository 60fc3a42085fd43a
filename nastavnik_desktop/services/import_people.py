"""People of the base as an import compares with them."""

from __future__ import annotations

from sqlalchemy.orm import Session

from db.queries.people import latest_classes, person_rows
from nastavnik_desktop.imports.known_people import KnownPerson


def known_people(session: Session) -> list[KnownPerson]:
    """Everybody of the base, the archive too, with the class of the last year that is known."""
    classes = latest_classes(session)
    rows = [*person_rows(session, 0), *person_rows(session, 0, archived=True)]
    return [
        KnownPerson(
            person_id=row.person_id,
            name=row.name,
            birth_date=row.birth_date,
            birth_year=row.birth_year,
            school_class=classes.get(row.person_id, ""),
            position=row.position_title,
        )
        for row in rows
    ]
