"""Monitoring of road maps: which items are due in a span, and in which one state each is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.domain.dates import quarter_of
from nastavnik_desktop.domain.deadlines import ReadingYear
from nastavnik_desktop.domain.road_maps.kept import (
    Evidence,
    EvidenceKind,
    KeptItem,
    KeptRoadMap,
    Mark,
    MarkStatus,
    Occurrence,
    OccurrenceKey,
    RoadMapHead,
)
from nastavnik_desktop.domain.road_maps.monitoring import MonitoredState, monitored
from nastavnik_desktop.domain.road_maps.records import RoadMapLevel

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)
AS_OF = date(2026, 12, 12)
HEAD = RoadMapHead(
    RoadMapLevel.SCHOOL,
    "Дорожная карта",
    ReadingYear(2026, is_school=True),
    date(2026, 9, 1),
    date(2027, 8, 31),
)
PROOF = (Evidence(EvidenceKind.DOCUMENT, "Протокол"),)


def done(on, evidence=()):
    return Mark(MarkStatus.DONE, done_on=on, evidence=evidence)


def plan(*items):
    """A plan of items, each a list of pairs of a day and a mark."""
    made = []
    for number, days in enumerate(items, start=1):
        keys = [(OccurrenceKey(number, 0, 2026, day), mark) for day, mark in days]
        occurrences = tuple(
            Occurrence(key, f"{number}.", "Провести встречу", "Куратор", mark) for key, mark in keys
        )
        made.append(
            KeptItem(1, number, number=f"{number}.", event="Провести  встречу",
                     occurrences=occurrences)
        )  # fmt: skip
    return KeptRoadMap(HEAD, tuple(made))


def only(*days):
    found = list(monitored([plan(days)], FIRST, LAST, AS_OF))
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("day", "mark", "state", "words"),
    [
        (date(2026, 11, 30), done(date(2026, 11, 30)), MonitoredState.ON_TIME,
         "срок 30.11.2026, выполнено в срок 30.11.2026"),
        (date(2026, 11, 30), done(date(2026, 12, 1)), MonitoredState.LATE,
         "срок 30.11.2026, выполнено с опозданием 01.12.2026"),
        (date(2026, 12, 11), None, MonitoredState.OVERDUE, "срок 11.12.2026, просрочено"),
        (date(2026, 12, 12), None, MonitoredState.DUE, "срок 12.12.2026, срок не наступил"),
        (date(2026, 11, 30), done(date(2026, 12, 13)), MonitoredState.OVERDUE,
         "срок 30.11.2026, просрочено"),
        (date(2026, 11, 30), Mark(MarkStatus.NOT_DONE, reason="нет средств"),
         MonitoredState.NOT_DONE, "срок 30.11.2026, не выполнено, нет средств"),
        (date(2026, 11, 30),
         Mark(MarkStatus.MOVED, moved_to=date(2027, 1, 15), reason="карантин"),
         MonitoredState.MOVED, "срок 30.11.2026, перенесено на 15.01.2027, карантин"),
        (date(2026, 11, 30), Mark(MarkStatus.MOVED, moved_to=date(2026, 12, 20)),
         MonitoredState.DUE, "срок 30.11.2026, срок не наступил"),
        (date(2026, 11, 30), Mark(MarkStatus.MOVED, moved_to=date(2026, 12, 10)),
         MonitoredState.OVERDUE, "срок 30.11.2026, просрочено"),
    ],
)  # fmt: skip
def test_an_item_is_in_one_state(day, mark, state, words):
    item = only((day, mark))
    assert (item.state, item.reason) == (state, words)
    assert item.title == "1. Провести встречу"


def test_of_several_days_the_worst_decides_and_the_item_counts_once():
    item = only(
        (date(2026, 10, 25), done(date(2026, 10, 20))),
        (date(2026, 11, 25), None),
        (date(2026, 12, 25), None),
    )
    assert item.state is MonitoredState.OVERDUE
    assert item.reason == "срок 25.11.2026, просрочено, сроков в периоде 3"


def test_evidence_is_asked_for_every_day_that_is_done():
    proved = (date(2026, 10, 25), done(date(2026, 10, 20), PROOF))
    bare = (date(2026, 11, 25), done(date(2026, 11, 20)))
    assert only(proved).has_evidence
    assert not only(proved, bare).has_evidence


def test_days_outside_and_matters_without_a_day_are_not_monitored():
    items = plan(
        [(date(2026, 9, 30), None)],
        [(date(2027, 1, 1), None)],
        [(None, None)],
        [(date(2026, 10, 1), None), (date(2026, 12, 31), None)],
    )
    assert [item.item_id for item in monitored([items], FIRST, LAST, AS_OF)] == [4]


_DAYS = st.dates(date(2026, 9, 1), date(2027, 3, 1))
_MARKS = st.one_of(
    st.none(),
    st.builds(done, _DAYS),
    st.builds(lambda day: Mark(MarkStatus.MOVED, moved_to=day), _DAYS),
    st.just(Mark(MarkStatus.NOT_DONE)),
)


@given(st.lists(st.lists(st.tuples(_DAYS, _MARKS), min_size=1, max_size=3), max_size=5), _DAYS)
def test_every_item_due_in_the_span_is_in_the_list_once(items, as_of):
    found = list(monitored([plan(*items)], FIRST, LAST, as_of))
    due = [
        number
        for number, days in enumerate(items, start=1)
        if any(FIRST <= day <= LAST for day, _ in days)
    ]
    assert [item.item_id for item in found] == due


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_a_quarter_is_three_months_around_its_days(day):
    first, last = quarter_of(day)
    assert first <= day <= last
    assert first.day == 1
    assert (first.month, last.month) in {(1, 3), (4, 6), (7, 9), (10, 12)}
    assert (last + timedelta(days=1)).day == 1
    assert first.year == last.year
