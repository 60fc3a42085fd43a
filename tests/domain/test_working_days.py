"""Working days: holidays, transfers, corrections, and the three days of a notice."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.domain.working_days import (
    Correction,
    PublishedDays,
    calendar_of,
    lines_of_year,
)

HOLIDAYS = {date(2027, 1, day): "Новогодние каникулы" for day in range(1, 9)} | {
    date(2027, 2, 23): "День защитника Отечества",
    date(2027, 5, 1): "Праздник Весны и Труда",
    date(2027, 5, 9): "День Победы",
}
PUBLISHED = PublishedDays(
    holidays=HOLIDAYS,
    moved_from={
        date(2026, 12, 31): date(2026, 1, 4),
        date(2027, 2, 22): date(2027, 2, 20),
        date(2027, 12, 31): date(2027, 1, 3),
    },
    working_days={date(2027, 2, 20): "рабочий"},
    known_years=frozenset({2026, 2027}),
)
FIVE = calendar_of(PUBLISHED, is_six_day_week=False)
SIX = calendar_of(PUBLISHED, is_six_day_week=True)
DAYS = st.dates(date(2026, 9, 1), date(2027, 12, 1))
CALENDARS = st.sampled_from([FIVE, SIX])


@pytest.mark.parametrize(
    ("noticed_on", "five", "six"),
    [
        (date(2026, 12, 29), date(2027, 1, 12), date(2027, 1, 11)),
        (date(2026, 12, 30), date(2027, 1, 13), date(2027, 1, 12)),
        (date(2027, 4, 29), date(2027, 5, 5), date(2027, 5, 4)),
        (date(2027, 4, 30), date(2027, 5, 6), date(2027, 5, 5)),
        (date(2027, 5, 7), date(2027, 5, 13), date(2027, 5, 12)),
        (date(2027, 2, 18), date(2027, 2, 24), date(2027, 2, 22)),
        (date(2026, 9, 7), date(2026, 9, 10), date(2026, 9, 10)),
    ],
)
def test_the_third_working_day_after_the_notice_is_the_last_one(noticed_on, five, six):
    assert FIVE.earliest_end(noticed_on) == five
    assert SIX.earliest_end(noticed_on) == six


def test_a_notice_on_a_day_off_counts_from_the_next_day_too():
    assert FIVE.earliest_end(date(2027, 1, 3)) == date(2027, 1, 13)
    assert FIVE.earliest_end(date(2027, 1, 10)) == date(2027, 1, 13)


def test_a_working_saturday_works_and_its_monday_rests_in_a_five_day_week_only():
    assert not FIVE.is_day_off(date(2027, 2, 20))
    assert FIVE.is_day_off(date(2027, 2, 22))
    assert not SIX.is_day_off(date(2027, 2, 22))


def test_a_holiday_on_a_weekend_gives_the_next_working_day():
    assert FIVE.why_off(date(2027, 5, 3)) == "выходной, перенесён с 01.05.2027"
    assert FIVE.is_day_off(date(2027, 5, 10))
    assert not SIX.is_day_off(date(2027, 5, 3))
    assert SIX.is_day_off(date(2027, 5, 10))


def test_a_correction_wins_over_everything():
    corrections = [
        Correction(date(2026, 12, 30), True, "приказ директора"),
        Correction(date(2026, 12, 31), False),
    ]
    own = calendar_of(PUBLISHED, is_six_day_week=False, corrections=corrections)
    assert own.why_off(date(2026, 12, 30)) == "приказ директора"
    assert not own.is_day_off(date(2026, 12, 31))
    assert own.earliest_end(date(2026, 12, 29)) == date(2027, 1, 12)
    (line,) = [one for one in lines_of_year(own, 2026) if one.day == date(2026, 12, 31)]
    assert (line.is_off, line.is_corrected, line.weekday) == (False, True, "четверг")


def test_the_words_name_the_days_that_count():
    words = FIVE.notice_words(date(2026, 12, 29))
    assert "30.12, 11.01, 12.01" in words
    assert "не раньше 12\u00a0января 2027" in words
    assert "неизвестны" not in words


def test_an_unpublished_year_is_said_to_be_an_estimate():
    words = FIVE.notice_words(date(2027, 12, 30))
    assert "Переносы выходных 2028\u00a0года программе неизвестны" in words


def test_a_calendar_without_working_days_does_not_search_for_ever():
    days = (date(2027, 1, 1) + timedelta(days=number) for number in range(500))
    never = calendar_of(
        PUBLISHED, is_six_day_week=False, corrections=[Correction(day, True) for day in days]
    )
    with pytest.raises(ValueError, match="2027"):
        never.earliest_end(date(2027, 1, 1))


@given(CALENDARS, DAYS)
def test_exactly_three_working_days_lie_after_the_notice(calendar, day):
    last = calendar.earliest_end(day)
    between = [day + timedelta(days=ahead) for ahead in range(1, (last - day).days + 1)]
    assert sum(not calendar.is_day_off(one) for one in between) == 3
    assert not calendar.is_day_off(last)


@given(CALENDARS, DAYS, st.integers(0, 30))
def test_a_later_notice_never_ends_earlier(calendar, day, ahead):
    assert calendar.earliest_end(day) <= calendar.earliest_end(day + timedelta(days=ahead))


@given(DAYS)
def test_a_six_day_week_never_ends_later(day):
    assert SIX.earliest_end(day) <= FIVE.earliest_end(day)
