"""People of tests: the shortest way to write one and to read them all."""

from sqlalchemy import select

from db.models import PersonModel
from nastavnik_desktop.domain.search import search_key


def person(last_name, **fields):
    return PersonModel(
        kind="staff", last_name=last_name, search_key=search_key(last_name), **fields
    )


def add_person(base, last_name, **fields):
    """One step that creates a person; returns the key."""
    with base.begin(f"Создан человек: {last_name}") as session:
        added = person(last_name, **fields)
        session.add(added)
    return added.person_id


def last_names(base):
    with base.reading() as session:
        return list(
            session.scalars(select(PersonModel.last_name).order_by(PersonModel.person_id))
        )
