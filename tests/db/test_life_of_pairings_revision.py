"""Revision 0004 on data: pairings of before are kept, what it adds is lost on the way back."""

import pytest
from sqlalchemy import MetaData, text

from tests.db.test_migrate import down_to, empty, up_to

__all__ = ["empty"]

PAIRING_OF_0002 = {
    "kind": "pair", "school_year": 2026, "role_model": "опытный – молодой", "modes": [],
    "starts_on": "2026-09-08", "ends_on": "2027-05-28", "ended_on": "2027-01-12",
    "end_kind": "early", "end_reason": "увольнение", "topic": "", "note": "",
}  # fmt: skip
READ = text("SELECT end_kind, end_reason, role_model FROM pairings ORDER BY pairing_id")


@pytest.fixture
def filled(empty):
    """A base of revision 0002 with a pairing that ended early."""
    up_to(empty, "0002")
    tables = MetaData()
    tables.reflect(empty, only=["people", "mentoring_forms", "pairings"])
    people, forms, pairings = (
        tables.tables[name] for name in ("people", "mentoring_forms", "pairings")
    )
    blank = {
        column.name: ""
        for column in people.columns
        if not column.nullable and column.name != "person_id"
    }
    person = {**blank, "kind": "staff", "last_name": "Иванова", "case_forms": {}}
    (mentor_id,) = empty.execute(people.insert().values(person)).inserted_primary_key
    form = {"code": "own-1", "title": "своя", "model": "pupils", "position": 0}
    (form_id,) = empty.execute(forms.insert().values(form)).inserted_primary_key
    dates = {name: _day(PAIRING_OF_0002[name]) for name in ("starts_on", "ends_on", "ended_on")}
    row = {**PAIRING_OF_0002, **dates, "mentor_id": mentor_id, "form_id": form_id}
    empty.execute(pairings.insert().values(row))
    return empty


def _day(words):
    from datetime import date

    return date.fromisoformat(words)


def test_pairings_and_forms_of_before_are_kept(filled):
    up_to(filled, "0004")
    (row,) = filled.execute(text("SELECT * FROM pairings")).mappings()
    assert (row["end_kind"], row["end_reason"]) == ("early", "увольнение")
    assert (row["replaces_id"], row["noticed_on"], row["partner_school"]) == (None, None, "")
    (form,) = filled.execute(text("SELECT * FROM mentoring_forms")).mappings()
    assert (form["title"], bool(form["is_archived"])) == ("своя", False)


def test_a_replaced_mentor_becomes_an_early_end_on_the_way_back(filled):
    up_to(filled, "0004")
    filled.execute(text("UPDATE pairings SET end_kind = 'replaced'"))
    down_to(filled, "0002")
    assert filled.execute(READ).all() == [("early", "увольнение", "опытный – молодой")]
    up_to(filled, "0004")
    assert filled.execute(READ).all() == [("early", "увольнение", "опытный – молодой")]
