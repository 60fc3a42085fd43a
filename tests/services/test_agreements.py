"""Agreements of mentors (ст. 351.8 ТК РФ): offered, entered, changed, deleted, undone."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.addenda import AddendumBasis
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.pairings import PairingState
from nastavnik_desktop.domain.today import TaskAction
from tests.factory import (
    CONSENTED_ON,
    TODAY,
    YEAR,
    agree,
    make_mentee,
    make_mentor,
    make_order,
    make_pairing,
    make_school,
    make_student,
    order_draft,
)


@pytest.fixture
def bare(services):
    """A pair of teachers with consents and no agreement."""
    make_school(services)
    return make_pairing(services, is_agreed=False)


def entered(services, pairing_id, **changes):
    mentor = services.pairings.row(pairing_id).mentor
    offer = services.addenda.offer(pairing_id, mentor.person_id)
    draft = replace(offer.draft, signed_on=CONSENTED_ON, **changes)
    return services.addenda.save(draft).record_id


def test_a_pair_without_an_agreement_waits_for_it(services, bare):
    row = services.pairings.row(bare)
    assert row.state_on(TODAY) is PairingState.NO_AGREEMENT
    entered(services, bare, number="4")
    row = services.pairings.row(bare)
    assert row.state_on(TODAY) is PairingState.READY
    assert row.addenda[0].title == "Доп. соглашение №\u00a04 от 04.09.2026"


def test_the_offer_knows_what_the_labour_code_asks_for(services, bare):
    mentor = services.pairings.row(bare).mentor
    draft = services.addenda.offer(bare, mentor.person_id).draft
    assert (draft.starts_on, draft.ends_on) == (TODAY, date(2027, 5, 28))
    assert draft.form == "педагог – педагог"
    assert "консультации" in draft.content
    assert draft.pay
    assert draft.pairing_ids == (bare,)


def test_one_agreement_serves_several_pairs_of_a_mentor(services, bare):
    mentor = services.pairings.row(bare).mentor
    second = make_pairing(services, mentor.person_id, make_mentee(services, "Лис"), is_agreed=False)
    offer = services.addenda.offer(bare, mentor.person_id)
    assert set(offer.draft.pairing_ids) == {bare, second}
    services.addenda.save(replace(offer.draft, signed_on=CONSENTED_ON))
    states = {row.state_on(TODAY) for row in services.pairings.rows(YEAR)}
    assert states == {PairingState.READY}


def test_duties_of_the_post_stand_for_an_agreement(services, bare):
    with pytest.raises(RuleViolation, match="где записаны"):
        entered(services, bare, basis=AddendumBasis.DUTIES)
    entered(services, bare, basis=AddendumBasis.DUTIES, duties_reason="п. 2.14 инструкции")
    make_order(services, bare)


def test_an_order_without_the_agreement_is_refused_with_the_reason(services, bare):
    with pytest.raises(RuleViolation, match="нет дополнительного соглашения"):
        services.orders.issue(replace(order_draft(services), pairing_ids=(bare,)))


def test_an_agreement_is_changed_and_its_change_undone(services, bare):
    addendum_id = entered(services, bare, number="4")
    stored = services.addenda.stored_offer(addendum_id)
    assert [row.pairing_id for row in stored.pairings] == [bare]
    services.addenda.save(replace(stored.draft, number="4/1", pay="10 % оклада"))
    (addendum,) = services.addenda.of_person(stored.mentor.person_id)
    assert (addendum.number, addendum.pay) == ("4/1", "10 % оклада")
    services.history.undo()
    assert services.addenda.of_person(stored.mentor.person_id)[0].number == "4"
    services.addenda.delete(addendum_id)
    assert services.pairings.row(bare).addenda == ()
    services.history.undo()
    assert services.pairings.row(bare).addenda[0].number == "4"


def test_agreements_of_a_day_are_entered_together_once_for_each_mentor(services, bare):
    mentor = services.pairings.row(bare).mentor
    second = make_pairing(services, mentor.person_id, make_mentee(services, "Лис"), is_agreed=False)
    third = make_pairing(
        services, make_mentor(services, "Юсупова"), make_mentee(services), is_agreed=False
    )
    services.addenda.record([bare, second, third], CONSENTED_ON, "{n}/26")
    numbers = [services.pairings.row(key).addenda[0].number for key in (bare, second, third)]
    assert numbers == ["1/26", "1/26", "2/26"]
    with pytest.raises(RuleViolation, match="вносить нечего"):
        agree(services, bare)


def test_a_mentor_of_pupils_needs_no_agreement(services):
    make_school(services)
    pairing_id = make_pairing(services, make_mentor(services), make_student(services))
    assert services.pairings.row(pairing_id).addenda == ()
    assert services.pairings.row(pairing_id).state_on(TODAY) is PairingState.READY


def test_the_first_page_sends_to_the_agreement(services, bare):
    tasks = services.today.summary(YEAR).tasks
    (task,) = [one for one in tasks if one.action is TaskAction.RECORD_AGREEMENTS]
    assert task.target_ids == (bare,)
    assert task.title.replace("\u00a0", " ") == "1 пара ждёт дополнительного соглашения"
    entered(services, bare)
    actions = {one.action for one in services.today.summary(YEAR).tasks}
    assert TaskAction.RECORD_AGREEMENTS not in actions


def test_a_deleted_pair_leaves_the_agreement_of_the_mentor(services, bare):
    entered(services, bare, number="4")
    mentor = services.pairings.row(bare).mentor
    services.pairings.delete([bare])
    (addendum,) = services.addenda.of_person(mentor.person_id)
    assert addendum.pairing_ids == ()


def test_a_forgotten_mentor_takes_the_agreement_along(services, bare):
    entered(services, bare)
    mentor = services.pairings.row(bare).mentor
    services.forgetting.forget(mentor.person_id)
    assert services.addenda.of_person(mentor.person_id) == []


def test_what_is_gone_is_said(services, bare):
    mentor = services.pairings.row(bare).mentor
    draft = services.addenda.offer(bare, mentor.person_id).draft
    for act in (
        lambda: services.addenda.offer(404, mentor.person_id),
        lambda: services.addenda.stored_offer(404),
        lambda: services.addenda.delete(404),
        lambda: services.addenda.save(replace(draft, pairing_ids=(bare, 404))),
    ):
        with pytest.raises(RuleViolation):
            act()
