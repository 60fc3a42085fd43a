"""What tests put into bases: the shortest way to write it and to read it all."""

from datetime import date

from sqlalchemy import select

from db.models import (
    MentoringFormModel,
    Model,
    OrderFileModel,
    OrderModel,
    PairingMemberModel,
    PairingModel,
    PersonModel,
    RegisterModel,
)
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.search import search_key

JOURNAL = {"journal_steps", "journal_changes"}


def rows_of(base):
    """All rows of all tables except the journal's own."""
    with base.reading() as session:
        return {
            table.name: sorted(map(repr, session.connection().execute(table.select()).all()))
            for table in Model.metadata.sorted_tables
            if table.name not in JOURNAL
        }


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
        return list(session.scalars(select(PersonModel.last_name).order_by(PersonModel.person_id)))


def add_order(base, mentor, mentee):
    """An order with a pairing and a file: rows of many tables and kinds in one step."""
    with base.begin("Приказ № 12-од создан", Changes.ORDERS | Changes.PAIRINGS) as session:
        form = MentoringFormModel(code="teachers", title="Педагог – педагог", model="teachers")
        register = RegisterModel(title="Основная деятельность", pattern="{n}-од")
        session.add_all([form, register])
        session.flush()
        pairing = PairingModel(
            kind="pair", school_year=2026, form_id=form.form_id, mentor_id=mentor,
            modes=["традиционное", "ситуационное"],
            starts_on=date(2026, 9, 8), ends_on=date(2027, 5, 29),
            members=[PairingMemberModel(person_id=mentee)],
        )  # fmt: skip
        order = OrderModel(
            kind="pairs", register_id=register.register_id, number="12-од", number_key="12-од",
            calendar_year=2026, order_date=date(2026, 9, 8), school_year=2026,
            heading="О закреплении", status="issued", snapshot={"director": "Орлова А. П."},
            files=[OrderFileModel(format="pdf", content=bytes(range(256)))],
        )  # fmt: skip
        session.add_all([pairing, order])
    return order.order_id
