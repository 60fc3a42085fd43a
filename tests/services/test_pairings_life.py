"""Pairs and groups: the form, the end, and what an issued order forbids."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.pairing_checks import problems_in
from nastavnik_desktop.domain.pairings import EndKind, MemberDraft, PairingKind, PairingState
from nastavnik_desktop.domain.people import PoolSide
from nastavnik_desktop.domain.problems import Level
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
    pairing_draft,
)


def test_a_pair_is_read_back_as_it_was_written(services):
    draft = pairing_draft(
        make_mentor(services),
        make_mentee(services),
        modes=("реверсивное наставничество",),
        topic="Современный урок",
        note="по вторникам",
    )
    saved = services.pairings.save(draft)
    assert saved.message == "Пара создана"
    assert saved.changes == Changes.PAIRINGS | Changes.PEOPLE
    assert services.pairings.draft(saved.record_id) == replace(draft, pairing_id=saved.record_id)


def test_a_group_keeps_its_members_with_their_own_dates_in_order(services):
    ids = [make_mentee(services, last_name) for last_name in ("Яшин", "Агапов", "Мохов")]
    members = (
        MemberDraft(ids[0]),
        MemberDraft(ids[1], joined_on=date(2026, 10, 1)),
        MemberDraft(ids[2], left_on=date(2027, 1, 15)),
    )
    draft = pairing_draft(make_mentor(services), *ids, members=members)
    saved = services.pairings.save(draft)
    assert saved.message == "Группа создана"
    assert services.pairings.draft(saved.record_id).members == members
    row = services.pairings.row(saved.record_id)
    assert [mentee.name.last_name for mentee in row.mentees] == ["Яшин", "Агапов", "Мохов"]
    assert row.title == "Крутикова\u00a0О.\u00a0Н. → Яшин\u00a0И.\u00a0И. +\u00a02"


def test_a_changed_pair_is_changed_in_place(services):
    pairing_id = make_pairing(services)
    other = make_mentee(services, "Новиков")
    draft = services.pairings.draft(pairing_id)
    changed = replace(draft, members=(*draft.members, MemberDraft(other)), kind=PairingKind.GROUP)
    assert services.pairings.save(changed).message == "Группа изменена"
    assert services.pairings.draft(pairing_id) == changed
    (row,) = services.pairings.rows(YEAR)
    assert row.pairing_id == pairing_id


def test_a_new_pair_begins_today_and_repeats_the_form_of_the_last_one(services):
    first = services.pairings.new_draft(YEAR)
    assert (first.form_code, first.starts_on, first.ends_on) == ("", TODAY, date(2027, 5, 31))
    make_pairing(services)
    second = services.pairings.new_draft(YEAR)
    assert (second.form_code, second.ends_on) == ("educator-educator", date(2027, 5, 28))
    assert services.pairings.new_draft(YEAR.next).starts_on == date(2027, 9, 1)


def test_a_draft_with_errors_is_refused(services):
    mentor = make_mentor(services)
    with pytest.raises(RuleViolation, match="наставником самому себе") as refused:
        services.pairings.save(pairing_draft(mentor, mentor))
    assert refused.value.field == "members"
    assert services.pairings.rows(YEAR) == []


def test_the_offer_has_everything_its_form_needs(services):
    mentor, mentee = make_mentor(services), make_mentee(services)
    make_pairing(services, mentor, mentee)
    offer = services.pairings.offer(services.pairings.new_draft(YEAR))
    assert [row.person_id for row in offer.people] == [mentor, mentee]
    assert [form.code for form in offer.forms][:2] == ["student-student", "teacher-teacher"]
    assert "реверсивное наставничество" in offer.modes
    assert offer.mentee_limit == 3
    assert (offer.free_places(mentor), offer.free_places(mentee)) == (2, 3)


def test_an_archived_person_of_the_pair_is_still_offered_to_it(services):
    mentor, mentee = make_mentor(services), make_mentee(services)
    pairing_id = make_pairing(services, mentor, mentee)
    services.people.archive([mentee])
    assert mentee in {
        row.person_id for row in services.pairings.offer(services.pairings.draft(pairing_id)).people
    }
    fresh = services.pairings.offer(services.pairings.new_draft(YEAR))
    assert mentee not in {row.person_id for row in fresh.people}


def test_capacity_warns_but_does_not_stop(services):
    mentor = make_person(services, mentor_side=PoolSide(joined_on=TODAY, capacity=1))
    make_pairing(services, mentor, make_mentee(services))
    draft = pairing_draft(mentor, make_mentee(services, "Новиков"))
    offer = services.pairings.offer(draft)
    (warning,) = problems_in(draft, offer.facts(draft))
    assert warning.level is Level.WARNING
    assert warning.message == (
        "Наставляемых у наставника (Ёлкина\u00a0А.\u00a0П.) станет 2, а предел – 1."
    )
    services.pairings.save(draft)
    assert len(services.pairings.rows(YEAR)) == 2


def test_an_own_pair_and_an_ended_one_do_not_count_into_the_load(services):
    mentor = make_person(services, mentor_side=PoolSide(joined_on=TODAY, capacity=1))
    first = make_pairing(services, mentor, make_mentee(services))
    own = services.pairings.offer(services.pairings.draft(first))
    assert own.free_places(mentor) == 1
    services.pairings.finish([first], TODAY, EndKind.COMPLETED)
    assert services.pairings.offer(services.pairings.new_draft(YEAR)).free_places(mentor) == 1


def test_pairs_are_finished_together_and_reopened(services):
    ids = [make_pairing(services), make_pairing(services)]
    saved = services.pairings.finish(ids, TODAY, EndKind.EARLY, "увольнение наставника")
    assert saved.message == "2\u00a0пары (группы): прекращена досрочно 08.09.2026"
    for pairing_id in ids:
        row = services.pairings.row(pairing_id)
        assert (row.ended_on, row.end_kind, row.end_reason) == (
            TODAY,
            EndKind.EARLY,
            "увольнение наставника",
        )
        assert row.state_on(TODAY) is PairingState.ENDED_EARLY
    services.pairings.reopen(ids)
    assert services.pairings.row(ids[0]).state_on(TODAY) is PairingState.READY


def test_an_end_before_the_beginning_or_without_its_reason_is_refused_for_all(services):
    first = make_pairing(services)
    second = make_pairing(services, starts_on=date(2026, 10, 1))
    with pytest.raises(RuleViolation, match=r"начало 01\.10\.2026, а конец раньше") as refused:
        services.pairings.finish([first, second], TODAY, EndKind.COMPLETED)
    assert refused.value.field == "ended_on"
    with pytest.raises(RuleViolation, match="Назовите причину") as refused:
        services.pairings.finish([first], TODAY, EndKind.EARLY, " ")
    assert refused.value.field == "reason"
    assert services.pairings.row(first).ended_on is None


def test_reasons_of_an_end_are_offered(services):
    assert "заявление наставника" in services.pairings.end_reasons()


def test_a_pair_in_an_issued_order_is_changed_and_deleted_no_more(services):
    pairing_id = make_pairing(services)
    make_order(services, pairing_id)
    changed = replace(services.pairings.draft(pairing_id), topic="Другое")
    with pytest.raises(RuleViolation, match="стоит в приказе №\u00a01-од"):
        services.pairings.save(changed)
    with pytest.raises(RuleViolation, match="удалить её нельзя"):
        services.pairings.delete([pairing_id])
    services.pairings.finish([pairing_id], TODAY, EndKind.COMPLETED)
    assert services.pairings.row(pairing_id).state_on(TODAY) is PairingState.COMPLETED


def test_a_pair_of_a_withdrawn_order_can_be_changed(services):
    pairing_id = make_pairing(services)
    services.orders.withdraw(make_order(services, pairing_id), TODAY, "ошибка")
    services.pairings.save(replace(services.pairings.draft(pairing_id), topic="Другое"))
    assert services.pairings.row(pairing_id).topic == "Другое"


def test_pairs_without_an_order_are_deleted_with_one_step(services):
    ids = [make_pairing(services), make_pairing(services)]
    assert services.pairings.delete(ids).message == "Удалено: 2\u00a0пары (группы)"
    assert services.pairings.rows(YEAR) == []
    services.history.undo()
    assert [row.pairing_id for row in services.pairings.rows(YEAR)] == ids


def test_a_pair_of_children_waits_for_their_parents(services):
    mentor = make_student(services, "Рогов", birth_date=date(2010, 1, 1))
    mentee = make_student(services)
    pairing_id = services.pairings.save(
        pairing_draft(mentor, mentee, form_code="student-student", role_model="")
    ).record_id
    row = services.pairings.row(pairing_id)
    assert row.state_on(TODAY) is PairingState.NO_CONSENT
    assert row.blockers(TODAY) == [
        "нет согласия законного представителя: Рогов\u00a0Л.\u00a0И.",
        "нет согласия законного представителя: Соколов\u00a0Л.\u00a0И.",
    ]
    consent(services, mentor, mentee)
    assert services.pairings.row(pairing_id).state_on(TODAY) is PairingState.READY


def test_an_unknown_form_is_refused_in_a_sentence(services):
    draft = pairing_draft(make_mentor(services), make_mentee(services), form_code="нет такой")
    with pytest.raises(RuleViolation, match="Формы наставничества") as refused:
        services.pairings.save(draft)
    assert refused.value.field == "form_code"


def test_a_person_who_is_gone_cannot_be_paired(services):
    with pytest.raises(RuleViolation, match="больше нет в базе") as refused:
        services.pairings.save(pairing_draft(make_mentor(services), 404))
    assert refused.value.field == "members"
    with pytest.raises(RuleViolation, match="больше нет в базе") as refused:
        services.pairings.save(pairing_draft(404, make_mentee(services)))
    assert refused.value.field == "mentor_id"


def test_a_pair_that_is_gone_is_told(services):
    for ask in (
        lambda: services.pairings.row(404),
        lambda: services.pairings.draft(404),
        lambda: services.pairings.finish([404], TODAY, EndKind.COMPLETED),
        lambda: services.pairings.delete([404]),
    ):
        with pytest.raises(RuleViolation, match="больше нет в базе"):
            ask()
