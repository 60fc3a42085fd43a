"""The same figures asked of a real base, on both kinds of it."""

import json
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event

from db.queries.statistics import statistics_facts
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.statistics.facts import StatisticsFacts
from nastavnik_desktop.services.statistics import StatisticsService, available_forms
from tests.domain.statistics_figures import BY_HAND, expected, found
from tests.domain.statistics_school import (
    AS_OF,
    BEHIND,
    PAIRINGS,
    PEOPLE,
    SCHOOL,
    figures_by_hand,
)
from tests.services.statistics_base import add_draft_order, write_facts

MOST_SELECTS = 13
"""Ten of facts, then figures given, corrections and the texts of the title page."""


@pytest.fixture
def statistics(base):
    write_facts(base, SCHOOL, external={"77"})
    return StatisticsService(base)


def test_a_base_gives_the_figures_counted_by_hand(statistics):
    cells = statistics.report("participants", AS_OF).cells
    assert {address: cell.value for address, cell in cells.items()} == figures_by_hand()
    assert {address: set(cell.ids) for address, cell in cells.items() if cell.ids} == BEHIND


@pytest.mark.parametrize("code", BY_HAND)
def test_a_base_gives_every_form_as_counted_by_hand(statistics, code):
    report = statistics.report(code, AS_OF)
    assert found(report) == expected(code, report.form)


def test_only_pairings_that_matter_and_their_people_are_read(base, statistics):
    with base.reading() as session:
        facts = statistics_facts(session, AS_OF)
    # 115 begins later, 117 ended in the year before.
    expected = [pairing for pairing in PAIRINGS if pairing.pairing_id not in {115, 117}]
    assert list(facts.pairings) == expected
    without_pairs = {8, 9, 10, 19}
    known = {person.person_id: person for person in PEOPLE}
    assert facts.people == {key: one for key, one in known.items() if key not in without_pairs}
    with base.reading() as session:
        whole = statistics_facts(session, AS_OF, is_whole_school=True)
    assert whole.people == known


def test_moving_the_date_moves_the_figures(statistics):
    def total(column, day):
        return statistics.report("participants", day).cells["11", column].value

    assert [total(3, date(2026, 9, day)) for day in (7, 8)] == [0, 13]
    assert [total(16, date(2026, 8, 31)), total(16, date(2026, 9, 1))] == [1, 1]
    assert total(10, date(2027, 6, 1)) == 0


def test_a_draft_of_an_order_does_not_make_a_pair_count(base, statistics):
    add_draft_order(base, 114, date(2026, 9, 8))
    assert 114 not in statistics.report("participants", AS_OF).cells["02", 3].ids


def test_the_number_of_selects_does_not_grow_with_the_base(base):
    write_facts(base, SCHOOL)
    few = _selects(base)
    people = {id_ + 1000: replace(who, person_id=id_ + 1000) for id_, who in SCHOOL.people.items()}
    pairings = tuple(
        replace(
            pairing,
            pairing_id=pairing.pairing_id + 1000,
            mentor_id=pairing.mentor_id + 1000,
            members=tuple(
                replace(member, person_id=member.person_id + 1000) for member in pairing.members
            ),
            orders=tuple(replace(order, number=f"{order.number}-а") for order in pairing.orders),
        )
        for pairing in PAIRINGS
    )
    write_facts(base, StatisticsFacts(people, pairings))
    assert _selects(base) == few == MOST_SELECTS


def _selects(base):
    """How many statements one report sends."""
    sent = []

    def remember(_connection, _cursor, statement, *_):
        if statement.lstrip().upper().startswith("SELECT"):
            sent.append(statement)

    event.listen(base.engine, "before_cursor_execute", remember)
    try:
        StatisticsService(base).report("participants", AS_OF)
    finally:
        event.remove(base.engine, "before_cursor_execute", remember)
    return len(sent)


def test_the_json_is_what_the_headless_command_promises(statistics):
    printed = statistics.report_json(statistics.report("participants", AS_OF))
    printed = json.loads(json.dumps(printed, ensure_ascii=False))
    assert list(printed) == ["form", "as_of", "cells", "problems"]
    assert (printed["form"], printed["as_of"]) == ("participants", "2026-12-12")
    assert len(printed["cells"]) == 11 * 15
    cells = {(cell.pop("row"), cell.pop("column")): cell for cell in printed["cells"]}
    assert cells["06", 3] == {"value": 2, "counts": "pairings", "people": [101, 102]}
    assert cells["06", 12] == {"value": 2, "counts": "people", "people": [2, 4]}
    assert cells["01", 12] == {"value": None, "counts": "people", "people": []}
    assert {"level", "message", "counts", "people"} == set(printed["problems"][0])


def test_behind_a_figure_stand_people_by_name_with_the_reason(statistics):
    report = statistics.report("participants", AS_OF)
    found = statistics.people_of(report, "06", 12)
    assert [(record.title, record.reason) for record in found] == [
        ("Гаврилова София Юрьевна", "педагог-психолог, стаж\u00a02\u00a0года"),
        ("Петров Игорь Ильич", "учитель, физика, стаж\u00a01\u00a0год"),
    ]
    (pairing,) = statistics.people_of(report, "04", 4)
    assert (pairing.record_id, pairing.counts) == (108, "pairings")
    assert pairing.title == "Ушаков\u00a0О.\u00a0Я. → Лосев\u00a0К. +\u00a02"


def test_a_figure_is_defined_in_words(statistics):
    report = statistics.report("participants", AS_OF)
    words = statistics.definition(report, "06", 12)
    assert words.startswith("Наставляемые пар и групп")
    assert "меньше трёх полных" in words
    assert "Форма наставничества" in words


def test_an_unknown_form_is_refused_in_a_sentence(statistics):
    with pytest.raises(RuleViolation, match="Формы «weather» нет"):
        statistics.report("weather", AS_OF)


def test_the_service_offers_every_form(statistics):
    assert statistics.forms() == available_forms()


def test_the_list_of_forms_needs_no_base():
    codes = [form.code for form in available_forms()]
    assert codes == [
        "participants", "pupils", "educators", "targets", "documents", "road-map",
        "oo1-3.1", "oo1-3.2", "oo1-3.3",
    ]  # fmt: skip


def test_an_empty_base_gives_zeros_and_no_problem(base):
    report = StatisticsService(base).report("participants", AS_OF)
    assert {cell.value for cell in report.cells.values()} == {0, None}
    assert report.problems == ()
