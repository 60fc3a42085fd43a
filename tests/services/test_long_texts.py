"""A text of 10,000 characters in any field gets a sentence, and nothing is half-written."""

from dataclasses import replace
from datetime import date

import pytest

from db.models import Model
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.pairings import EndKind
from nastavnik_desktop.domain.people import PersonKind, PoolSide, Representative
from nastavnik_desktop.domain.school import Head, Register, School
from tests.factory import (
    TODAY,
    YEAR,
    make_order,
    make_pairing,
    make_person,
    order_draft,
    pairing_draft,
    school_draft,
    student_draft,
    teacher_draft,
)

LONG = "я" * 10_000
CARD = teacher_draft()
WORK = CARD.employment
CARDS = {
    "last_name": teacher_draft(LONG),
    "first_name": teacher_draft(first_name=LONG),
    "patronymic": teacher_draft(patronymic=LONG),
    "former_last_name": teacher_draft(former_last_name=LONG),
    "phone": teacher_draft(phone=LONG),
    "email": teacher_draft(email=LONG),
    "address": teacher_draft(address=LONG),
    "notes": teacher_draft(notes=LONG),
    "organisation": teacher_draft(kind=PersonKind.OUTSIDE, organisation=LONG),
    "representative_name": student_draft(representative=Representative(name=LONG)),
    "representative_relation": student_draft(representative=Representative(relation=LONG)),
    "representative_phone": student_draft(representative=Representative(phone=LONG)),
    "position_title": teacher_draft(employment=replace(WORK, position_title=LONG)),
    "subject": teacher_draft(employment=replace(WORK, subject=LONG)),
    "department": teacher_draft(employment=replace(WORK, department=LONG)),
    "education": teacher_draft(employment=replace(WORK, education=LONG)),
    "school_class": student_draft(school_class=f"5{LONG}"),
    "genitive": teacher_draft(case_forms={"genitive": LONG}),
    "desired_age": teacher_draft(mentor_side=PoolSide(desired_age=LONG)),
    "time_resource": teacher_draft(mentor_side=PoolSide(time_resource=LONG)),
    "strengths": teacher_draft(mentor_side=PoolSide(strengths=(LONG,))),
    "interests": teacher_draft(mentee_side=PoolSide(interests=LONG)),
}
SCHOOL_FIELDS = [
    name for name, value in vars(School()).items() if type(value) is str and name != "page_preset"
]


def rows_of(base):
    with base.reading() as session:
        connection = session.connection()
        return {
            table.name: connection.execute(table.select()).all()
            for table in Model.metadata.sorted_tables
        }


@pytest.fixture
def refuses(base, services):
    """A check that a call is refused about a field and leaves the base as it was."""

    def check(call, field):
        before = rows_of(base)
        with pytest.raises(RuleViolation) as refused:
            call()
        assert refused.value.field == field
        assert len(refused.value.message) < 300
        assert rows_of(base) == before

    return check


@pytest.mark.parametrize("field", CARDS)
def test_in_a_card(services, refuses, field):
    refuses(lambda: services.people.save(CARDS[field], YEAR), field)


@pytest.mark.parametrize("field", SCHOOL_FIELDS)
def test_in_the_school(services, refuses, field):
    school = replace(services.school.get(), **{field: LONG})
    refuses(lambda: services.school.save(school), field)


@pytest.mark.parametrize(
    "changes",
    [
        {"heads": (Head(FullName(LONG)),)},
        {"heads": (Head(FullName("Орлова", LONG)),)},
        {"heads": (Head(FullName("Орлова"), title=LONG),)},
        {"registers": (Register(None, LONG),)},
        {"registers": (Register(None, "Основной", LONG + "{n}"),)},
    ],
)
def test_in_heads_and_registers(services, refuses, changes):
    (field,) = changes
    refuses(lambda: services.school.save(school_draft(**changes)), field)


@pytest.mark.parametrize("field", ["topic", "note", "role_model"])
def test_in_a_pairing(services, refuses, field):
    draft = pairing_draft(make_person(services), make_person(services), **{field: LONG})
    refuses(lambda: services.pairings.save(draft), field)


def test_in_the_reason_of_an_end(services, refuses):
    pairing_id = make_pairing(services)
    refuses(lambda: services.pairings.finish([pairing_id], TODAY, EndKind.EARLY, LONG), "reason")


@pytest.mark.parametrize("field", ["number", "heading", "grounds", "control_by"])
def test_in_an_order_and_in_its_draft(services, refuses, field):
    draft = order_draft(services, make_pairing(services), **{field: LONG})
    refuses(lambda: services.orders.issue(draft), field)
    refuses(lambda: services.orders.save_draft(draft), field)


def test_in_an_external_order(services, refuses):
    refuses(lambda: services.orders.register_external("1-од", TODAY, LONG), "heading")


def test_in_the_reason_of_a_withdrawal(services, refuses):
    order_id = make_order(services)
    refuses(lambda: services.orders.withdraw(order_id, TODAY, LONG), "withdrawal_reason")


def test_a_date_of_1825_is_a_slip_of_the_pen(services, refuses):
    slip = date(1825, 12, 14)
    person_id = make_person(services)
    record = services.consents.record
    refuses(lambda: record([person_id], slip, ConsentKind.PARTICIPATION), "signed_on")
    refuses(lambda: services.orders.register_external("1-од", slip, "О паре"), "order_date")
    draft = order_draft(services, make_pairing(services))
    refuses(lambda: services.orders.issue(replace(draft, order_date=slip)), "order_date")
    refuses(
        lambda: services.people.save(teacher_draft(employment=replace(WORK, hired_on=slip)), YEAR),
        "hired_on",
    )
    pairing = pairing_draft(person_id, make_person(services), starts_on=slip)
    refuses(lambda: services.pairings.save(pairing), "starts_on")


def test_a_negative_number_of_places_is_refused(services, refuses):
    card = teacher_draft(mentor_side=PoolSide(capacity=-1))
    refuses(lambda: services.people.save(card, YEAR), "capacity")
