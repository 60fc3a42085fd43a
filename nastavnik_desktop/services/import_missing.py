"""People of the base whom a list of all staff or of whole classes does not name."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from db.queries.people import person_rows
from nastavnik_desktop.domain.people import PersonKind, PersonRow
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.imports.kinds import Kind
from nastavnik_desktop.imports.records import FileReading
from nastavnik_desktop.services.import_preview import ImportLine, MissingPerson

_LISTED_SHARE = 0.5
"""A list that names fewer of them is no list of all: of young teachers, of one subject."""


def find_missing(
    session: Session, reading: FileReading, lines: Iterable[ImportLine], year: SchoolYear
) -> tuple[MissingPerson, ...]:
    """Employees or pupils of the base who may have left; nobody in the archive is among them.

    Pupils are looked for in the classes that the file lists. Who is similar to a line is not
    missing: there the user decides.
    """
    if len(reading.kinds) != 1 or reading.kind not in (Kind.STAFF, Kind.STUDENTS):
        return ()
    listed = {one.person_id for line in lines for one in line.candidates}
    rows = person_rows(session, year.start)
    if reading.kind is Kind.STAFF:
        return _unlisted([row for row in rows if row.kind is PersonKind.STAFF], listed)
    classes = {person.school_class for person in reading.people if person.school_class}
    return tuple(
        missing
        for name in sorted(classes)
        for missing in _unlisted([row for row in rows if row.school_class == name], listed)
    )


def _unlisted(rows: list[PersonRow], listed: set[int]) -> tuple[MissingPerson, ...]:
    missing = [row for row in rows if row.person_id not in listed]
    if len(rows) - len(missing) < len(rows) * _LISTED_SHARE:
        return ()
    return tuple(
        MissingPerson(row.person_id, f"{row.name.full} ({row.occupation})".replace(" ()", ""))
        for row in missing
    )
