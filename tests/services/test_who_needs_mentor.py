"""The list of those who need a mentor, over a base: until there is a pair that goes on."""

from dataclasses import replace

from db.queries.mentor_wanted import absences
from nastavnik_desktop.domain.employment import Absence, AbsenceKind
from nastavnik_desktop.domain.people import PoolSide
from tests.factory import (
    TODAY,
    YEAR,
    make_mentee,
    make_mentor,
    make_pairing,
    make_person,
    make_student,
)


def test_the_young_and_the_listed_are_named_with_reasons(services):
    make_mentor(services)
    young = make_mentee(services, months=12)
    student = make_student(services, mentee_side=PoolSide(needs=("трудности по предмету",)))
    assert services.people.who_needs_mentor(YEAR) == {
        young: ("педстаж 1\u00a0год",),
        student: ("запрос: трудности по предмету",),
    }


def test_a_pair_answers_the_need_until_it_is_ended(services):
    young = make_mentee(services)
    make_pairing(services, make_mentor(services), young)
    assert services.people.who_needs_mentor(YEAR) == {}
    assert list(services.people.who_needs_mentor(YEAR.next)) == [young]


def test_the_archive_is_left_out(services):
    young = make_mentee(services)
    services.people.archive([young])
    assert services.people.who_needs_mentor(YEAR) == {}


def test_absences_are_read_for_everybody_at_once(services, base):
    away = Absence(AbsenceKind.SICK, TODAY)
    person_id = make_person(services)
    card = services.people.draft(person_id, YEAR)
    work = replace(card.employment, absences=(away,))
    services.people.save(replace(card, employment=work), YEAR)
    with base.reading() as session:
        assert absences(session) == {person_id: (away,)}
