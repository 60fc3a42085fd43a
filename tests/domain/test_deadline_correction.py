"""A corrected reading: what can be said, said again the same; what is wrong is named."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.domain.deadlines import ReadingYear, read_deadline
from nastavnik_desktop.domain.deadlines.correction import DeadlineCorrection, Way, correction_of
from nastavnik_desktop.domain.deadlines.wording import written_out

YEAR = ReadingYear(2026)
DAYS = st.dates(date(2026, 9, 1), date(2027, 8, 31))
NUMBER = st.none() | st.integers(1, 31)
MONTH = st.none() | st.integers(1, 12)
SAID = st.builds(
    DeadlineCorrection,
    st.sampled_from(Way),
    start=DAYS,
    end=DAYS,
    day=NUMBER,
    month=MONTH,
    day_from=NUMBER,
    month_from=MONTH,
    weekday=st.integers(1, 7),
    times=st.integers(2, 12),
    days=st.sampled_from(["15.09, 15.01, 25.05", "Декабрь; июнь"]),
).filter(lambda said: not said.problems())


@pytest.mark.parametrize(
    ("phrase", "way"),
    [
        ("до 30.08.2026", Way.UNTIL_DAY),
        ("с 1 по 15 сентября 2026 г.", Way.SPAN),
        ("с 1 по 15 сентября ежегодно", Way.YEARLY),
        ("Декабрь, июнь", Way.DAYS_OF_YEAR),
        ("ежеквартально до 25 числа последнего месяца квартала", Way.QUARTERLY),
        ("ежемесячно", Way.MONTHLY),
        ("еженедельно", Way.WEEKLY),
        ("постоянно", Way.ONGOING),
        ("по мере необходимости", Way.ON_DEMAND),
    ],
)
def test_a_reading_is_offered_in_the_words_of_the_editor(phrase, way):
    reading = read_deadline(phrase, YEAR)
    said = correction_of(reading)
    assert said is not None
    assert said.way is way
    assert said.reading(YEAR).occurrences == reading.occurrences


@pytest.mark.parametrize(
    "phrase",
    [
        "Август 2026 г., далее – ежегодно до 1 февраля",
        "до 1 февраля 2027 года, до 1 февраля 2028 года",
        "ежеквартально, до 1 числа месяца, следующего за отчетным периодом",
    ],
)
def test_what_the_editor_cannot_say_is_not_made_simpler(phrase):
    assert correction_of(read_deadline(phrase, YEAR)) is None


@given(SAID)
def test_what_she_says_is_written_out_and_read_back_with_the_same_days(said):
    reading = said.reading(YEAR)
    again = read_deadline(written_out(reading), YEAR)
    assert again.kind is reading.kind
    assert again.occurrences == reading.occurrences


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (DeadlineCorrection(Way.ON_DAY), "end"),
        (DeadlineCorrection(Way.SPAN, end=date(2026, 9, 1)), "start"),
        (DeadlineCorrection(Way.SPAN, date(2026, 9, 2), date(2026, 9, 1)), "end"),
        (DeadlineCorrection(Way.YEARLY, day=31, month=9), "day"),
        (DeadlineCorrection(Way.YEARLY, day=3), "day"),
        (DeadlineCorrection(Way.YEARLY, month_from=9), "month"),
        (DeadlineCorrection(Way.DAYS_OF_YEAR, days="31.02"), "days"),
        (DeadlineCorrection(Way.DAYS_OF_YEAR, days="осенью"), "days"),
        (DeadlineCorrection(Way.TIMES_A_YEAR, times=0), "times"),
        (DeadlineCorrection(Way.MONTHLY, day=32), "day"),
        (
            DeadlineCorrection(
                Way.ONGOING, holds_from=date(2027, 1, 1), holds_until=date(2026, 1, 1)
            ),
            "holds_until",
        ),
    ],
)
def test_what_is_missing_or_impossible_is_named_beside_its_field(said, field):
    assert [problem.field for problem in said.problems()] == [field]
