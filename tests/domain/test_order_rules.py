"""Rules about orders: numbers as schools write them, what stops an order, the proposed texts."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.domain.addenda import AddendumBasis, ContractAddendum
from nastavnik_desktop.domain.orders import (
    NUMBER_ALLOWED,
    DraftOffer,
    OrderDraft,
    OrderKind,
    OrderRow,
    OrderState,
    OrderStatus,
    next_number,
    number_key,
    problems_in,
    problems_in_kept_draft,
    problems_in_number,
    proposed_grounds,
)
from nastavnik_desktop.domain.problems import Level, errors_of
from nastavnik_desktop.domain.school import Register
from nastavnik_desktop.domain.school_year import SchoolYear
from tests.domain.test_pairing_rules import MENTEE, MENTOR, row

TODAY = date(2026, 9, 8)
YEAR = SchoolYear(2026)
REAL_NUMBERS = [
    "60", "324", "575", "83", "147", "40-од", "259-од", "41-од", "199-од", "56-ОД", "17 – ОД",
    "133/6 – ОД", "78-Д", "02-Д", "152-осн.", "97о", "126/А", "181/1", "26/1", "39/3", "152/2",
    "52-0/3", "6-0/2", "01-03\\482", "14-а", "42.6", "22/294", "01/288", "279/01-03",
]  # fmt: skip
"""Order numbers seen on sites of schools."""
MAIN = Register(1, "Основная деятельность", "{n}-од")
STAFF = Register(2, "Личный состав", "{n}-лс")
GOOD = OrderDraft(YEAR, 1, "12-од", TODAY, "О закреплении", (1,))


def offer(*rows, taken=()):
    return DraftOffer(GOOD, rows or (row(),), (MAIN, STAFF), frozenset(taken))


def found(draft, *rows, **more):
    return [(one.field, one.level) for one in problems_in(draft, offer(*rows, **more))]


@pytest.mark.parametrize("number", REAL_NUMBERS)
def test_real_numbers_are_accepted(number):
    assert problems_in_number(number) == []


@pytest.mark.parametrize("number", ["", " ", "1" * 26, "12#", "№ 12", "12,5", "{n}-од"])
def test_what_is_no_number_is_refused(number):
    assert [one.field for one in problems_in_number(number)] == ["number"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("17 – ОД", "17-од"),
        ("17—од", "17-ОД"),
        ("17\u00a0-\u00a0од", "17−од"),
        ("12-oд", "12-од"),
        ("56-OД", "56-од"),
        ("14-a", "14-а"),
    ],
)
def test_one_number_written_in_two_ways(one, other):
    assert number_key(one) == number_key(other)


@pytest.mark.parametrize(("one", "other"), [("181/1", "181-1"), ("12-од", "12-лс"), ("1", "01")])
def test_numbers_that_differ(one, other):
    assert number_key(one) != number_key(other)


@pytest.mark.parametrize(
    ("pattern", "taken", "number"),
    [
        ("{n}-од", [], "1-од"),
        ("{n}-од", ["1-од", "3-од"], "4-од"),
        ("{n}-од", ["9-од", "10-од"], "11-од"),
        ("{n}-од", ["17 – ОД", "181/1", "14-а"], "182-од"),
        ("{n}-од", ["б/н"], "1-од"),
        ("01-08/{n}", ["01-08/7", "01-08/12"], "01-08/13"),
        ("01-08/{n}", ["15-од"], "01-08/1"),
        ("Д-{n}", ["д-5"], "Д-6"),
        ("{n}", ["60", "324"], "325"),
    ],
)
def test_the_next_number_of_a_register(pattern, taken, number):
    assert next_number(pattern, taken) == number


def test_the_next_number_after_all_real_ones_is_new():
    number = next_number("{n}-од", REAL_NUMBERS)
    assert number == "576-од"
    assert number_key(number) not in {number_key(one) for one in REAL_NUMBERS}


@given(
    st.sampled_from(["{n}-од", "01-08/{n}", "Д-{n}-а", "{n}"]),
    st.lists(st.from_regex(NUMBER_ALLOWED, fullmatch=True) | st.sampled_from(REAL_NUMBERS)),
    st.integers(1, 9),
)
def test_a_proposed_number_is_never_taken(pattern, taken, rounds):
    taken = list(taken)
    for _ in range(rounds):
        number = next_number(pattern, taken)
        assert number_key(number) not in {number_key(one) for one in taken}
        taken.append(number)


def test_each_register_and_year_proposes_its_own_number():
    here = offer(taken=[(1, 2026, "7-од"), (1, 2027, "2-од"), (2, 2026, "9-лс")])
    assert here.number_for(1, 2026) == "8-од"
    assert here.number_for(1, 2027) == "3-од"
    assert here.number_for(2, 2026) == "10-лс"
    assert here.number_for(2, 2027) == "1-лс"
    assert here.is_taken(1, 2026, "7 – ОД")
    assert not here.is_taken(2, 2026, "7 – ОД")


def test_a_good_order_has_no_problems():
    assert found(GOOD) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"number": ""}, "number"),
        ({"number": "12#"}, "number"),
        ({"heading": " "}, "heading"),
        ({"heading": "я" * 501}, "heading"),
        ({"grounds": "я" * 2001}, "grounds"),
        ({"control_by": "я" * 501}, "control_by"),
        ({"pairing_ids": ()}, "pairing_ids"),
        ({"pairing_ids": (404,)}, "pairing_ids"),
        ({"order_date": date(2026, 5, 29)}, "order_date"),
        ({"order_date": date(2027, 9, 1)}, "order_date"),
        ({"programs_due_on": date(2026, 9, 7)}, "programs_due_on"),
        ({"report_due_on": date(2026, 9, 7)}, "report_due_on"),
    ],
)
def test_what_stops_an_order(changes, field):
    stopped = errors_of(problems_in(replace(GOOD, **changes), offer()))
    assert field in [one.field for one in stopped]


@pytest.mark.parametrize(
    "changes",
    [
        {"heading": "я" * 500},
        {"grounds": "я" * 2000},
        {"order_date": date(2026, 9, 4)},
        {"programs_due_on": TODAY, "report_due_on": TODAY},
    ],
)
def test_the_borders_of_an_order_are_allowed(changes):
    assert errors_of(problems_in(replace(GOOD, **changes), offer())) == []


def test_a_taken_number_stops_only_in_its_register_and_year():
    taken = [(1, 2026, "12-од")]
    assert found(GOOD, taken=taken) == [("number", Level.ERROR)]
    assert found(replace(GOOD, register_id=2), taken=taken) == []
    assert found(GOOD, taken=[(1, 2025, "12-од")]) == []


def test_a_number_without_digits_is_only_worth_a_look():
    assert found(replace(GOOD, number="б/н")) == [("number", Level.WARNING)]


def test_a_pair_without_consent_stops_the_order_with_one_full_stop():
    unsigned = row(replace(MENTOR, consented_on=None))
    (problem,) = problems_in(GOOD, offer(unsigned))
    assert problem.message == (
        "Крутикова\u00a0А.\u00a0П. → Ёлкина\u00a0А.\u00a0П.: "
        "нет письменного согласия наставника: Крутикова\u00a0А.\u00a0П."
    )


def test_a_pair_that_began_before_its_order_and_a_sunday_are_warnings():
    early = row(starts_on=date(2026, 9, 7))
    assert found(GOOD, early) == [("pairing_ids", Level.WARNING)]
    sunday = replace(GOOD, order_date=date(2026, 9, 6))
    assert found(sunday) == [("order_date", Level.WARNING)]


def test_a_draft_may_be_put_aside_with_gaps_but_not_with_unfit_texts():
    gaps = replace(GOOD, number="", heading="", pairing_ids=())
    assert problems_in_kept_draft(gaps) == []
    for changes in ({"number": "12#"}, {"heading": "я" * 501}, {"grounds": "я" * 2001}):
        (field,) = changes
        problems = problems_in_kept_draft(replace(gaps, **changes))
        assert [one.field for one in problems] == [field]


def test_pairs_are_parted_into_ready_ones_and_others():
    ready, waiting = row(), replace(row(replace(MENTOR, consented_on=None)), pairing_id=2)
    both = offer(ready, waiting)
    assert both.ready_on(TODAY) == (ready,)
    ((held, reasons),) = both.held_back_on(TODAY)
    assert (held, len(reasons)) == (waiting, 1)
    assert both.rows_of([2]) == (waiting,)


def test_grounds_name_the_days_of_the_consents_once_in_order():
    first = replace(row(MENTOR, replace(MENTEE, consented_on=date(2026, 9, 1))), addenda=())
    assert proposed_grounds([first, replace(row(), addenda=())]) == (
        "письменные согласия участников от 01.09.2026, 04.09.2026"
    )
    without = row(replace(MENTOR, consented_on=None), replace(MENTEE, consented_on=None))
    assert proposed_grounds([replace(without, addenda=())]) == ""


def agreement(number, signed_on=date(2026, 9, 4), person_id=1, **fields):
    return ContractAddendum(person_id, (1,), number=number, signed_on=signed_on, **fields)


def test_grounds_name_representatives_and_agreements_apart():
    pupil = replace(MENTEE, is_consent_by_representative=True, consented_on=date(2026, 9, 2))
    one = replace(row(MENTOR, pupil), addenda=(agreement("4"),))
    assert proposed_grounds([one, one]) == (
        "письменные согласия участников от 04.09.2026; "
        "согласия законных представителей от 02.09.2026; "
        "дополнительное соглашение к трудовому договору № 4 от 04.09.2026"
    )


@pytest.mark.parametrize(
    ("addenda", "words"),
    [
        (
            (agreement("5", date(2026, 9, 7)), agreement("4")),
            ("дополнительные соглашения к трудовым договорам № 4 от 04.09.2026, № 5 от 07.09.2026"),
        ),
        ((agreement(""),), "дополнительное соглашение к трудовому договору от 04.09.2026"),
        (
            tuple(agreement(str(number)) for number in range(7)),
            "дополнительные соглашения к трудовым договорам от 04.09.2026",
        ),
        ((agreement("", None, basis=AddendumBasis.DUTIES),), ""),
    ],
)
def test_agreements_are_named_by_numbers_while_they_are_few(addenda, words):
    bare = row(replace(MENTOR, consented_on=None), replace(MENTEE, consented_on=None))
    assert proposed_grounds([replace(bare, addenda=addenda)]) == words


ENTRY = OrderRow(
    1, OrderKind.PAIRS, 1, "Основная деятельность", "12-од", TODAY, "О закреплении",
    OrderStatus.ISSUED, False, None, None, "", YEAR, 1,
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "state", "label"),
    [
        ({"status": OrderStatus.DRAFT}, OrderState.DRAFT, "проект"),
        ({}, OrderState.ISSUED, "ждёт подписи"),
        ({"signed_on": TODAY}, OrderState.SIGNED, "подписан"),
        ({"status": OrderStatus.WITHDRAWN, "signed_on": TODAY}, OrderState.WITHDRAWN, "отменён"),
        ({"is_external": True, "signed_on": TODAY}, OrderState.EXTERNAL, "внешний"),
    ],
)
def test_what_the_register_shows(changes, state, label):
    entry = replace(ENTRY, **changes)
    assert (entry.state, entry.state.label) == (state, label)
    assert entry.title == "Приказ №\u00a012-од от 08.09.2026"


def test_kinds_and_statuses_have_russian_names():
    assert [kind.label for kind in OrderKind] == [
        "о кураторе и рабочей группе", "об утверждении дорожной карты",
        "о закреплении пар (групп)", "о внесении изменений", "о досрочном прекращении",
        "об итогах", "о поощрении наставников", "другой приказ",
    ]  # fmt: skip
    assert [status.label for status in OrderStatus] == ["проект", "выпущен", "отменён"]
