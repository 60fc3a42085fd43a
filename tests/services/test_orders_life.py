"""The life of an order: draft, issued, signed, withdrawn, and what may be undone."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderState
from nastavnik_desktop.domain.pairings import PairingState
from tests.factory import (
    CONSENTED_ON,
    ORDER_HEADING,
    TODAY,
    YEAR,
    consent,
    make_mentee,
    make_mentor,
    make_order,
    make_pairing,
    make_person,
    order_draft,
)


def states(services):
    return [(row.number, row.state) for row in services.orders.rows(YEAR)]


def test_everything_is_proposed_for_a_new_order(services):
    pairing_id = make_pairing(services)
    offer = services.orders.new_draft(YEAR)
    draft = offer.draft
    assert (draft.number, draft.order_date, draft.heading) == ("1-од", TODAY, ORDER_HEADING)
    assert draft.pairing_ids == (pairing_id,)
    assert draft.grounds == (
        "письменные согласия участников от 04.09.2026; "
        "дополнительное соглашение к трудовому договору № 1 от 04.09.2026"
    )
    assert (draft.programs_due_on, draft.report_due_on) == (date(2026, 9, 22), date(2027, 5, 25))
    assert [register.title for register in offer.registers] == [
        "Основная деятельность",
        "Личный состав",
    ]


def test_pairings_that_are_not_ready_are_offered_apart_with_the_reason(services):
    ready = make_pairing(services)
    lacking = make_pairing(
        services, make_person(services, "Юсупова"), make_mentee(services), is_consented=False
    )
    offer = services.orders.new_draft(YEAR)
    assert [row.pairing_id for row in offer.ready_on(TODAY)] == [ready]
    ((row, reasons),) = offer.held_back_on(TODAY)
    assert row.pairing_id == lacking
    assert reasons == ["нет письменного согласия наставника: Юсупова\u00a0А.\u00a0П."]


def test_asked_pairings_that_are_not_ready_are_left_out_of_the_draft(services):
    ready = make_pairing(services)
    lacking = make_pairing(
        services, make_person(services, "Юсупова"), make_mentee(services), is_consented=False
    )
    assert order_draft(services, ready, lacking).pairing_ids == (ready,)


def test_a_draft_is_kept_with_all_its_fields_and_found_again(services):
    pairing_id = make_pairing(services)
    draft = order_draft(
        services,
        pairing_id,
        number="5-од",
        heading="О закреплении",
        control_by="заместителя директора Крутикову О. Н.",
        grounds="решение педсовета",
        programs_due_on=None,
    )
    order_id = services.orders.save_draft(draft).record_id
    assert services.orders.edit(order_id).draft == replace(draft, order_id=order_id)
    assert states(services) == [("5-од", OrderState.DRAFT)]


def test_a_draft_holds_no_number(services):
    draft = order_draft(services, make_pairing(services))
    services.orders.save_draft(draft)
    assert services.orders.new_draft(YEAR).draft.number == draft.number


def test_a_stored_draft_is_changed_not_doubled(services):
    first, second = make_pairing(services), make_pairing(services)
    draft = order_draft(services, first, second)
    order_id = services.orders.save_draft(draft).record_id
    changed = replace(services.orders.edit(order_id).draft, pairing_ids=(second,), number="7-од")
    assert services.orders.save_draft(changed).record_id == order_id
    assert services.orders.edit(order_id).draft.pairing_ids == (second,)
    assert states(services) == [("7-од", OrderState.DRAFT)]


def test_pairings_keep_the_printed_sequence(services):
    first, second, third = (make_pairing(services) for _ in range(3))
    order_id = make_order(services, third, first, second)
    printed = [row.pairing_id for row in services.orders.pairings_of(order_id)]
    assert printed == [third, first, second]


def test_issuing_a_stored_draft_makes_it_the_order(services):
    order_id = services.orders.save_draft(order_draft(services, make_pairing(services))).record_id
    saved = services.orders.issue(services.orders.edit(order_id).draft)
    assert saved.record_id == order_id
    assert saved.message == "Приказ №\u00a01-од создан"
    assert saved.changes == Changes.ORDERS | Changes.PAIRINGS
    row = services.orders.row(order_id)
    assert (row.state, row.title) == (OrderState.ISSUED, "Приказ №\u00a01-од от 08.09.2026")
    assert (row.executor, row.pairings_count) == ("Крутикова О. Н.", 1)


def test_pairings_of_an_issued_order_run_and_are_offered_no_more(services):
    pairing_id = make_pairing(services)
    make_order(services, pairing_id)
    assert services.pairings.row(pairing_id).state_on(TODAY) is PairingState.ACTIVE
    assert services.orders.new_draft(YEAR).candidates == ()


def test_an_issued_order_is_edited_and_deleted_no_more(services):
    order_id = make_order(services)
    for forbidden in (services.orders.edit, services.orders.delete_draft):
        with pytest.raises(RuleViolation, match="уже выпущен"):
            forbidden(order_id)
    draft = order_draft(services, make_pairing(services), order_id=order_id)
    for forbidden in (services.orders.save_draft, services.orders.issue):
        with pytest.raises(RuleViolation, match="уже выпущен"):
            forbidden(replace(draft, number="9-од"))
    assert states(services) == [("1-од", OrderState.ISSUED)]


def test_a_draft_can_be_deleted(services):
    pairing_id = make_pairing(services)
    order_id = services.orders.save_draft(order_draft(services, pairing_id)).record_id
    services.orders.delete_draft(order_id)
    assert states(services) == []
    assert services.pairings.row(pairing_id).order is None
    with pytest.raises(RuleViolation, match="больше нет в базе"):
        services.orders.row(order_id)


def test_an_order_with_errors_is_refused_and_nothing_is_written(services):
    pairing_id = make_pairing(services)
    draft = order_draft(services, pairing_id)
    with pytest.raises(RuleViolation, match="Укажите заголовок") as refused:
        services.orders.issue(replace(draft, heading=" "))
    assert refused.value.field == "heading"
    assert states(services) == []
    assert services.pairings.row(pairing_id).order is None


def test_a_consent_withdrawn_meanwhile_stops_the_order(services):
    mentor, mentee = make_mentor(services), make_mentee(services)
    draft = order_draft(services, make_pairing(services, mentor, mentee))
    (record,) = services.consents.of_person(mentor)
    services.consents.withdraw(record.consent_id, TODAY)
    with pytest.raises(RuleViolation, match="нет письменного согласия наставника"):
        services.orders.issue(draft)


def test_an_earlier_consent_still_holds_after_a_later_one(services):
    """A consent signed again later does not undo the one that was signed in time."""
    mentor, mentee = make_mentor(services), make_mentee(services)
    pairing_id = make_pairing(services, mentor, mentee)
    consent(services, mentor, on=TODAY)
    draft = order_draft(services, pairing_id, order_date=date(2026, 9, 7))
    services.orders.issue(draft)
    assert states(services) == [("1-од", OrderState.ISSUED)]


def test_a_pairing_stands_in_one_order_only(services):
    pairing_id = make_pairing(services)
    draft = order_draft(services, pairing_id)
    services.orders.issue(draft)
    with pytest.raises(RuleViolation, match="уже стоит в другом приказе") as refused:
        services.orders.issue(replace(draft, number="2-од"))
    assert refused.value.field == "pairing_ids"


def test_signing_is_marked_once_and_not_in_the_future(services):
    order_id = make_order(services)
    with pytest.raises(RuleViolation, match="ещё не наступил"):
        services.orders.mark_signed(order_id, date(2026, 9, 9))
    with pytest.raises(RuleViolation, match="раньше даты приказа"):
        services.orders.mark_signed(order_id, date(2026, 9, 7))
    saved = services.orders.mark_signed(order_id, TODAY)
    assert saved.message == "Приказ №\u00a01-од подписан 08.09.2026"
    assert states(services) == [("1-од", OrderState.SIGNED)]
    with pytest.raises(RuleViolation, match="один раз"):
        services.orders.mark_signed(order_id, TODAY)


def test_a_draft_cannot_be_signed_or_withdrawn(services):
    order_id = services.orders.save_draft(order_draft(services, make_pairing(services))).record_id
    with pytest.raises(RuleViolation, match="выпущенного"):
        services.orders.mark_signed(order_id, TODAY)
    with pytest.raises(RuleViolation, match="выпущенный"):
        services.orders.withdraw(order_id, TODAY, "ошибка")


def test_a_withdrawn_order_keeps_its_number_and_frees_its_pairings(services):
    pairing_id = make_pairing(services)
    order_id = make_order(services, pairing_id)
    saved = services.orders.withdraw(order_id, TODAY, "ошибка в сроке")
    assert saved.message == "Приказ №\u00a01-од отменён, номер сохранён"
    row = services.orders.row(order_id)
    assert (row.state, row.withdrawn_on, row.withdrawal_reason) == (
        OrderState.WITHDRAWN,
        TODAY,
        "ошибка в сроке",
    )
    assert services.pairings.row(pairing_id).state_on(TODAY) is PairingState.READY
    again = order_draft(services, pairing_id)
    assert again.number == "2-од"
    with pytest.raises(RuleViolation, match="1-од в этом журнале за 2026 год уже занят"):
        services.orders.issue(replace(again, number="1-од"))
    services.orders.issue(again)
    assert services.pairings.row(pairing_id).order.number == "2-од"


def test_an_order_is_withdrawn_once_after_its_date_and_not_in_the_future(services):
    order_id = make_order(services)
    with pytest.raises(RuleViolation, match=r"раньше даты приказа \(08.09.2026\)"):
        services.orders.withdraw(order_id, date(2026, 9, 7), "ошибка")
    with pytest.raises(RuleViolation, match="ещё не наступил"):
        services.orders.withdraw(order_id, date(2026, 9, 9), "ошибка")
    services.orders.withdraw(order_id, TODAY, "ошибка")
    with pytest.raises(RuleViolation, match="только выпущенный"):
        services.orders.withdraw(order_id, TODAY, "ещё раз")


def test_undo_of_issuing_frees_the_number_and_the_pairings(services):
    pairing_id = make_pairing(services)
    order_id = make_order(services, pairing_id)
    undone = services.history.undo()
    assert undone.message == "Отменено: Приказ №\u00a01-од создан"
    assert undone.changes == Changes.ORDERS | Changes.PAIRINGS
    assert states(services) == []
    assert services.pairings.row(pairing_id).state_on(TODAY) is PairingState.READY
    assert services.orders.new_draft(YEAR).draft.number == "1-од"
    services.history.redo()
    assert services.orders.row(order_id).state is OrderState.ISSUED


def test_undo_of_issuing_a_stored_draft_brings_the_draft_back(services):
    order_id = services.orders.save_draft(order_draft(services, make_pairing(services))).record_id
    stored = services.orders.edit(order_id).draft
    services.orders.issue(replace(stored, heading="О другом"))
    services.history.undo()
    assert services.orders.edit(order_id).draft == stored


def test_a_signed_order_leaves_only_with_its_signature_taken_back_first(services):
    order_id = make_order(services, signed_on=TODAY)
    services.history.undo()
    assert services.orders.row(order_id).state is OrderState.ISSUED
    services.history.undo()
    assert states(services) == []


def test_a_deleted_draft_comes_back_with_undo(services):
    draft = order_draft(services, make_pairing(services), number="3-од")
    order_id = services.orders.save_draft(draft).record_id
    services.orders.delete_draft(order_id)
    services.history.undo()
    assert services.orders.edit(order_id).draft == replace(draft, order_id=order_id)


def test_an_order_needs_a_school(new_services):
    services = new_services
    with pytest.raises(RuleViolation, match="сведения о школе в настройках"):
        make_order(services, order_date=CONSENTED_ON.replace(day=7))


def test_a_record_that_is_gone_is_told(services):
    for ask in (services.orders.row, services.orders.edit, services.orders.delete_draft):
        with pytest.raises(RuleViolation, match="больше нет в базе"):
            ask(404)
