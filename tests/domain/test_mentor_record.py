"""The record of a mentor: whose pairs, which days, how many school years."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.awards import (
    AwardDraft,
    AwardKind,
    next_number,
    numbers_from,
    problems_in,
)
from nastavnik_desktop.domain.mentor_record import record_of
from nastavnik_desktop.domain.pairing_parts import MentorRole, MentorSpan
from nastavnik_desktop.domain.pairings import EndKind, FurtherMentor, OrderLink
from nastavnik_desktop.domain.school_year import SchoolYear
from tests.domain.test_pairing_rules import MENTEE, MENTOR, row

TODAY = date(2026, 12, 1)
ORDER = OrderLink(1, "12-од", date(2026, 9, 8), True)


def pair(start, *, pairing_id=None, order=ORDER, **fields):
    year = SchoolYear(start)
    made = row(
        pairing_id=pairing_id or start,
        year=year,
        starts_on=date(start, 9, 8),
        ends_on=date(start + 1, 5, 28),
        order=order,
    )
    return replace(made, **fields)


def record(*rows, person_id=MENTOR.person_id, today=TODAY):
    return record_of(person_id, rows, {2026: ("№ 12-од от 08.09.2026",)}, today)


def test_each_ordered_pair_is_a_line_with_its_term_and_orders():
    (line,) = record(pair(2026)).lines
    assert (line.first_day, line.last_day) == (date(2026, 9, 8), date(2027, 5, 28))
    assert line.orders == ("№ 12-од от 08.09.2026",)
    assert line.mentees == (MENTEE.name.full,)
    assert line.outcome == "действует"


def test_pairs_without_an_order_or_not_begun_are_no_experience():
    draft = replace(ORDER, is_issued=False)
    assert record(pair(2026, order=None), pair(2025, order=draft), pair(2027)).lines == ()


def test_the_mentee_is_no_mentor():
    assert record(pair(2026), person_id=MENTEE.person_id).lines == ()


def test_a_second_mentor_counts_on_own_days():
    span = MentorSpan(9, MentorRole.SUBSTITUTE, date(2026, 10, 1), date(2026, 11, 15))
    beside = FurtherMentor(replace(MENTOR, person_id=9), span)
    (line,) = record(pair(2026, further_mentors=(beside,)), person_id=9).lines
    assert (line.first_day, line.last_day) == (date(2026, 10, 1), date(2026, 11, 15))
    assert line.role == "замещающий наставник"


def test_an_early_end_is_told_with_its_reason():
    ended = pair(
        2025, ended_on=date(2026, 1, 12), end_kind=EndKind.EARLY, end_reason="отказ наставника"
    )
    (line,) = record(ended).lines
    assert line.last_day == date(2026, 1, 12)
    assert line.outcome == "прекращена: отказ наставника"


@pytest.mark.parametrize(
    ("starts", "reached"),
    [
        ((2022, 2023, 2024, 2025), None),
        ((2022, 2023, 2024, 2025, 2026), date(2026, 9, 8)),
        ((2020, 2022, 2023, 2024, 2025, 2026), date(2025, 9, 8)),
    ],
)
def test_five_school_years_are_reached_with_the_fifth_that_begins(starts, reached):
    pairs = [pair(start) for start in starts]
    found = record(*pairs, pair(starts[0], pairing_id=99))
    assert found.reached_on == reached
    assert [year.start for year in found.years] == list(starts)
    assert found.mentee_count == 1


@pytest.mark.parametrize(
    ("first", "numbers"),
    [("7", ("7", "8", "9")), (" 7 ", ("7", "8", "9")), ("Н-1", ("Н-1",) * 3), ("", ("",) * 3)],
)
def test_plain_numbers_go_on(first, numbers):
    assert numbers_from(first, 3) == numbers


def test_the_next_number_passes_over_texts():
    assert next_number(["3", "Н-9", "12"]) == "13"
    assert next_number([]) == "1"


def test_a_letter_says_what_for_and_every_paper_when():
    draft = AwardDraft(SchoolYear(2026), AwardKind.THANKS, (), None)
    assert [one.field for one in problems_in(draft)] == ["person_ids", "given_on", "merit"]
    certificate = replace(
        draft, kind=AwardKind.CERTIFICATE, person_ids=(1,), given_on=TODAY, first_number="1" * 26
    )
    assert [one.field for one in problems_in(certificate)] == ["first_number"]
