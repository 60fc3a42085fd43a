"""«Уходит из школы»: what depends on a person, and what the departure changes."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.pairings import EndKind
from nastavnik_desktop.domain.people import PoolSide
from nastavnik_desktop.services.leaving import LeavingDraft
from tests.factory import (
    TODAY,
    YEAR,
    consent,
    make_mentee,
    make_mentor,
    make_order,
    make_pairing,
    make_person,
    make_student,
    order_draft,
    teacher_draft,
)

LATER = date(2026, 12, 1)


def lines(services, draft):
    found = services.leaving.preview(draft).dependencies
    return [(one.title.replace("\u00a0", " "), one.advice.replace("\u00a0", " ")) for one in found]


def test_everything_that_depends_is_listed(services):
    mentor = make_person(services, "Крутикова", mentor_side=PoolSide(joined_on=TODAY))
    ordered = make_pairing(services, mentor, make_mentee(services))
    make_order(services, ordered)
    drafted = make_pairing(services, mentor, make_mentee(services, "Лис"))
    services.orders.save_draft(order_draft(services, drafted))

    assert lines(services, LeavingDraft(mentor, LATER)) == [
        ("Проект: приказ № 2-од", "исправьте проект: состав пар изменится"),
        (
            "Крутикова А. П. → Петров И. И., педагог – педагог",
            "прекратится; состав меняет приказ об изменении приказа № 1-од",
        ),
        ("Крутикова А. П. → Лис И. И., педагог – педагог", "прекратится"),
        ("Состоит в базе наставников", "запись закроется 01.12.2026"),
        ("Действующие согласия", "останутся в базе до отзыва"),
    ]


def test_who_has_no_ties_has_no_lines(services):
    assert lines(services, services.leaving.new_draft(make_person(services))) == []


def test_the_departure_closes_work_pool_and_pairs(services):
    mentor = make_person(services, "Крутикова", mentor_side=PoolSide(joined_on=TODAY))
    make_pairing(services, mentor, make_mentee(services))
    saved = services.leaving.leave(LeavingDraft(mentor, LATER, "увольнение"))

    card = services.people.details(mentor, YEAR)
    assert card.is_archived
    assert card.draft.employment.left_on == LATER
    assert card.draft.mentor_side.left_on == LATER
    (row,) = services.pairings.rows(YEAR)
    assert (row.ended_on, row.end_kind, row.end_reason) == (LATER, EndKind.EARLY, "увольнение")
    assert saved.message == "Крутикова\u00a0А.\u00a0П.: выбытие 01.12.2026, карточка в архиве"


def test_a_group_goes_on_without_a_student_who_leaves(services):
    gone, stays = make_student(services, "Белов"), make_student(services, "Серов")
    pairing = make_pairing(services, make_mentor(services), gone, stays)
    draft = LeavingDraft(gone, LATER)
    assert lines(services, draft)[0][1] == "продолжится без выбывшего"
    services.leaving.leave(draft)

    members = {one.person_id: one.left_on for one in services.pairings.draft(pairing).members}
    assert members == {gone: LATER, stays: None}
    assert services.pairings.rows(YEAR)[0].ended_on is None


def test_pairs_that_ended_before_stay_as_they_are(services):
    mentor = make_mentor(services)
    pairing = make_pairing(services, mentor, make_mentee(services))
    services.pairings.finish([pairing], date(2026, 11, 1), EndKind.COMPLETED)
    services.leaving.leave(LeavingDraft(mentor, LATER))

    assert services.pairings.rows(YEAR)[0].end_kind is EndKind.COMPLETED


def test_a_departure_is_one_step_to_be_undone(services):
    mentor = make_mentor(services)
    make_pairing(services, mentor, make_mentee(services))
    consent(services, mentor)
    before = services.people.details(mentor, YEAR)
    services.leaving.leave(LeavingDraft(mentor, LATER))
    services.history.undo()

    assert services.people.details(mentor, YEAR) == before


def test_nobody_leaves_before_the_first_day(services):
    card = teacher_draft()
    work = replace(card.employment, hired_on=date(2026, 9, 1))
    teacher = services.people.save(replace(card, employment=work), YEAR).record_id

    with pytest.raises(RuleViolation, match=r"Уход 31\.08\.2026 раньше приёма"):
        services.leaving.leave(LeavingDraft(teacher, date(2026, 8, 31)))
    with pytest.raises(RuleViolation, match="Назовите причину"):
        services.leaving.leave(LeavingDraft(teacher, LATER, " "))
    assert not services.people.details(teacher, YEAR).is_archived
