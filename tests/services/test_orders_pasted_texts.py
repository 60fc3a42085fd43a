"""What a tired hand pastes into an order: too much, or signs that no paper holds."""

from dataclasses import replace

import pytest

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import (
    FreeDetails,
    OrderKind,
    PairsDetails,
    RoadMapDetails,
    WorkingGroupDetails,
)
from nastavnik_desktop.services.acquaintance import AddedLine
from tests.factory import TODAY, YEAR, make_order, make_pairing, order_draft

LONG = "А" * 60_000
GROUP = WorkingGroupDetails("методист Ким Е. О.")


def drafted(services, kind, details=None, target=None, **changes):
    draft = services.orders.new_draft(YEAR, (), kind, target).draft
    return replace(draft, details=details or draft.details, **changes)


@pytest.mark.parametrize(
    ("kind", "details", "field"),
    [
        (OrderKind.WORKING_GROUP, WorkingGroupDetails(LONG), "coordinator"),
        (OrderKind.WORKING_GROUP, replace(GROUP, members=("директор", LONG)), "members"),
        (OrderKind.WORKING_GROUP, replace(GROUP, site_keeper=LONG), "site_keeper"),
        (OrderKind.ROAD_MAP, RoadMapDetails(LONG), "title"),
        (OrderKind.OTHER, FreeDetails(LONG, "1"), "preamble"),
        (OrderKind.OTHER, FreeDetails("", LONG), "clauses"),
    ],
)
def test_a_text_that_is_too_long_is_refused_beside_its_field(services, kind, details, field):
    with pytest.raises(RuleViolation, match="Слишком длинный") as caught:
        services.orders.issue(drafted(services, kind, details, heading="О наставничестве"))
    assert caught.value.field == field


@pytest.mark.parametrize("field", ["regulation", "personnel", "pay"])
def test_long_texts_of_an_order_on_pairs_are_refused(services, field):
    details = replace(PairsDetails(), **{field: LONG})
    with pytest.raises(RuleViolation, match="Слишком длинный") as caught:
        services.orders.issue(order_draft(services, make_pairing(services), details=details))
    assert caught.value.field == field


def test_a_long_reason_of_an_end_is_refused(services):
    draft = drafted(services, OrderKind.TERMINATION, target=make_order(services), number="9-од")
    ended = tuple(replace(one, reason=LONG) for one in draft.details.ended)
    with pytest.raises(RuleViolation, match="Слишком длинный") as caught:
        services.orders.issue(replace(draft, details=replace(draft.details, ended=ended)))
    assert caught.value.field == "reason"


def test_a_long_reward_or_amendment_is_refused(services):
    order_id = make_order(services)
    reward = drafted(services, OrderKind.REWARD, number="9-од")
    with pytest.raises(RuleViolation, match="Слишком длинный"):
        services.orders.issue(replace(reward, details=replace(reward.details, occasion=LONG)))
    make_pairing(services)
    change = drafted(services, OrderKind.AMENDMENT, target=order_id, number="9-од")
    with pytest.raises(RuleViolation, match="Слишком длинный"):
        services.orders.issue(replace(change, details=replace(change.details, reason=LONG)))


def test_a_long_note_on_warnings_is_refused(services):
    draft = order_draft(services, make_pairing(services), acceptance_note=LONG)
    with pytest.raises(RuleViolation, match="Слишком длинный") as caught:
        services.orders.issue(draft)
    assert caught.value.field == "acceptance_note"


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\ud83d", "\ufffe"])
def test_signs_that_no_paper_holds_are_left_out(services, sign):
    details = PairsDetails(pay=f"Установить{sign} доплату.")
    draft = order_draft(
        services,
        make_pairing(services),
        heading=f"О парах{sign}",
        grounds=f"протокол{sign} № 1",
        acceptance_note=f"так{sign} надо",
        details=details,
    )
    services.orders.preview(draft)
    kept = services.orders.save_draft(draft).record_id
    order_id = services.orders.issue(services.orders.edit(kept).draft).record_id
    text = services.orders.text(order_id)
    assert "Установить доплату." in text
    assert services.orders.row(order_id).heading == "О парах"
    assert services.orders.file(order_id, "docx").startswith(b"PK")


@pytest.mark.parametrize("sign", ["\x00", "\x07"])
def test_they_are_left_out_of_the_register_too(services, sign):
    outside = services.orders.register_external("97-од", TODAY, f"О парах{sign}").record_id
    assert services.orders.row(outside).heading == "О парах"
    order_id = make_order(services)
    services.acquaintance.record(order_id, {}, [AddedLine(f"Ким Е. О.{sign}")])
    assert services.acquaintance.rows(order_id)[-1].name == "Ким Е. О."
    services.orders.withdraw(order_id, TODAY, f"ошибка{sign}")
    assert services.orders.row(order_id).withdrawal_reason == "ошибка"


def test_a_pair_named_twice_stands_in_the_order_once(services):
    pairing_id = make_pairing(services)
    draft = order_draft(services, pairing_id, pairing_ids=(pairing_id, pairing_id))
    order_id = services.orders.issue(draft).record_id
    assert services.orders.row(order_id).pairings_count == 1


def test_a_register_that_is_gone_is_said(services):
    draft = order_draft(services, make_pairing(services), register_id=404)
    with pytest.raises(RuleViolation, match="журнала больше нет") as caught:
        services.orders.issue(draft)
    assert caught.value.field == "register_id"
