"""What each kind of order decides: ends that the law allows, programmes that can go on."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.orders import (
    AmendmentDetails,
    DraftOffer,
    EndedPairing,
    OrderDraft,
    OrderKind,
    OrderRow,
    OrderStatus,
    Outcome,
    PairingOutcome,
    ResultsDetails,
    RoadMapDetails,
    TerminationDetails,
    WorkingGroupDetails,
    problems_in,
)
from nastavnik_desktop.domain.pairings import EndKind, OrderLink
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.school import Register
from nastavnik_desktop.domain.school_year import SchoolYear
from tests.domain.test_pairing_rules import MENTEE, MENTOR, row

TUESDAY = date(2026, 9, 8)
FRIDAY = date(2026, 9, 11)
"""The third working day after the notice of Tuesday."""
YEAR = SchoolYear(2026)
PAIR = row(order=OrderLink(5, "12-од", TUESDAY, is_issued=True))
TARGET = OrderRow(
    5, OrderKind.PAIRS, 1, "Основная деятельность", "12-од", TUESDAY, "О парах",
    OrderStatus.ISSUED, is_external=False, signed_on=None, withdrawn_on=None,
    withdrawal_reason="", year=YEAR, pairings_count=1,
)  # fmt: skip


def found(details, kind, pair=PAIR, day=TUESDAY, target=TARGET):
    draft = OrderDraft(
        YEAR, 1, "20-од", day, "О парах", (1,), kind=kind, details=details,
        target_id=target.order_id if kind.has_target else None,
    )  # fmt: skip
    offer = DraftOffer(
        draft, (pair,), (Register(1, "Основная", "{n}-од"),), frozenset(), targets=(target,)
    )
    return {one.field: one for one in problems_in(draft, offer)}


def ends(on, reason="отказ наставника"):
    return TerminationDetails((EndedPairing(1, on, reason),))


def test_an_early_end_on_the_third_working_day_is_all_right():
    assert found(ends(FRIDAY), OrderKind.TERMINATION) == {}


def test_an_earlier_end_is_a_warning_because_the_sides_may_agree():
    problem = found(ends(date(2026, 9, 10)), OrderKind.TERMINATION)["ended_on"]
    assert problem.level is Level.WARNING
    assert "раньше 11.09.2026" in problem.message


def test_the_warning_of_an_end_that_is_written_down_is_not_repeated():
    written = replace(PAIR, ended_on=TUESDAY, end_kind=EndKind.EARLY, end_reason="отказ наставника")
    assert found(ends(TUESDAY), OrderKind.TERMINATION, written) == {}


def test_a_mentor_who_is_not_at_work_needs_no_warning():
    student = replace(MENTOR, kind=MENTOR.kind.STUDENT)
    pair = row(student, MENTEE, order=PAIR.order)
    assert found(ends(TUESDAY), OrderKind.TERMINATION, pair) == {}


@pytest.mark.parametrize(
    ("on", "words"),
    [(date(2026, 9, 7), "начало 08.09.2026"), (date(2027, 5, 29), "и так до 28.05.2027")],
)
def test_an_early_end_lies_inside_the_term(on, words):
    problem = found(ends(on), OrderKind.TERMINATION)["ended_on"]
    assert problem.level is Level.ERROR
    assert words in problem.message


def test_an_end_without_a_reason_stops_the_order_at_its_field():
    assert "reason" in found(ends(FRIDAY, " "), OrderKind.TERMINATION)


@pytest.mark.parametrize("on", [date(2027, 5, 28), date(2027, 1, 1)])
def test_a_prolonged_programme_ends_later_than_it_would(on):
    outcomes = ResultsDetails((PairingOutcome(1, Outcome.PROLONGED, on),))
    may = date(2027, 5, 27)
    problem = found(outcomes, OrderKind.RESULTS, day=may)["prolonged_to"]
    assert problem.level is Level.ERROR
    assert "и так до 28.05.2027" in problem.message


def test_a_longer_programme_is_all_right():
    outcomes = ResultsDetails((PairingOutcome(1, Outcome.PROLONGED, date(2027, 8, 31)),))
    assert found(outcomes, OrderKind.RESULTS, day=date(2027, 5, 27)) == {}


def test_rows_of_an_order_from_outside_have_unknown_numbers():
    old = replace(TARGET, is_external=True)
    by_rows = found(AmendmentDetails("уточнением"), OrderKind.AMENDMENT, target=old)
    assert by_rows["is_new_edition"].level is Level.WARNING
    whole = AmendmentDetails("уточнением", is_new_edition=True)
    assert "is_new_edition" not in found(whole, OrderKind.AMENDMENT, target=old)
    own = found(AmendmentDetails("уточнением"), OrderKind.AMENDMENT)
    assert "is_new_edition" not in own


@pytest.mark.parametrize(
    ("kind", "details", "field"),
    [
        (
            OrderKind.WORKING_GROUP,
            WorkingGroupDetails("методист Ким Е. О.", bases_due_on=date(2026, 9, 7)),
            "bases_due_on",
        ),
        (
            OrderKind.ROAD_MAP,
            RoadMapDetails("развития", reports_due_on=(date(2026, 9, 7), date(2027, 5, 31))),
            "reports_due_on",
        ),
        (
            OrderKind.RESULTS,
            ResultsDetails(
                (PairingOutcome(1, Outcome.COMPLETED, TUESDAY),), site_due_on=date(2026, 9, 1)
            ),
            "site_due_on",
        ),
    ],
)
def test_a_task_is_not_due_before_its_order(kind, details, field):
    assert found(details, kind)[field].message == "Срок раньше даты приказа."
