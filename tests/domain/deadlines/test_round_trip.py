"""A reading written out in words is read back the same."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik_desktop.domain.deadlines import (
    DeadlineReading,
    Frequency,
    Kind,
    ReadingYear,
    Recurrence,
    Span,
    YearDay,
    read_deadline,
)
from tests.domain.deadlines.phrases import told

YEARS = st.builds(ReadingYear, st.integers(2018, 2035), st.booleans())
DAYS = st.dates(date(2015, 1, 1), date(2038, 12, 31))
MONTHS, NUMBERS = st.integers(1, 12), st.integers(1, 28)


@st.composite
def spans(draw):
    start, end = sorted(draw(st.tuples(DAYS, DAYS)))
    return Span(start, end)


@st.composite
def single_readings(draw):
    year, span = draw(YEARS), draw(spans())
    kind = draw(st.sampled_from([Kind.DATE, Kind.DEADLINE, Kind.PERIOD]))
    if kind is Kind.DATE or (kind is Kind.PERIOD and span.start == span.end):
        return DeadlineReading(Kind.DATE, year, span.end, span.end)
    return DeadlineReading(kind, year, None if kind is Kind.DEADLINE else span.start, span.end)


@st.composite
def open_readings(draw):
    kind = draw(st.sampled_from([Kind.ONGOING, Kind.ON_DEMAND]))
    start, end, first = draw(limits_and_first(with_end=False))
    return DeadlineReading(kind, draw(YEARS), start, end, first=first)


@st.composite
def limits_and_first(draw, *, with_end=True):
    """Nothing, limits, or a first span (whose first day is then the start)."""
    span = draw(spans())
    ends = (span.end, None) if with_end else (None,)
    choice = draw(st.sampled_from(["nothing", "since", "both", "until", "first"]))
    if choice == "first":
        return span.start, None, span
    return {
        "nothing": (None, None, None),
        "since": (span.start, None, None),
        "both": (span.start, span.end, None),
        "until": (None, ends[0], None),
    }[choice]


@st.composite
def yearly_rules(draw):
    month, number = draw(MONTHS), draw(st.none() | NUMBERS)
    month_from = draw(st.none() | MONTHS)
    day_from = None
    if month_from is not None and number is not None:
        day_from = draw(st.integers(1, number) if month_from == month else st.none() | NUMBERS)
    if month_from == month and (number is None or day_from == number):
        month_from = day_from = None
    if day_from is None and number is not None and month_from is not None:
        day_from = 2
    return Recurrence(Frequency.YEARLY, 1, number, month, day_from, month_from)


RULES = st.one_of(
    yearly_rules(),
    st.sampled_from(Frequency).filter(lambda one: one is not Frequency.N_PER_YEAR).map(Recurrence),
    st.builds(
        Recurrence,
        st.just(Frequency.QUARTERLY),
        day=NUMBERS,
        is_month_after=st.booleans(),
    ),
    st.builds(Recurrence, st.just(Frequency.MONTHLY), day=st.integers(1, 31)),
    st.builds(Recurrence, st.just(Frequency.WEEKLY), day=st.integers(1, 7)),
    st.builds(
        Recurrence,
        st.just(Frequency.MONTHLY),
        weekday=st.tuples(st.sampled_from([1, 2, 3, 4, 5, -1]), st.integers(1, 7)),
    ),
    st.builds(
        Recurrence,
        st.sampled_from([one for one in Frequency if one is not Frequency.YEARLY]),
        st.integers(2, 12),
        is_at_least=st.booleans(),
        is_also_on_demand=st.booleans(),
    ),
    st.lists(
        st.builds(YearDay, MONTHS, st.none() | NUMBERS),
        min_size=2,
        max_size=5,
        unique_by=lambda one: one.month,
    ).map(lambda due: Recurrence(Frequency.N_PER_YEAR, len(due), due=tuple(due))),
    st.sampled_from(
        [
            Recurrence(Frequency.N_PER_YEAR, None, every=every, is_at_least=is_at_least)
            for every in ("1 раз в 2 года", "1 раз в 3 года", "2 раза в 5 года", "1 раз в 2 недели")
            for is_at_least in (False, True)
        ]
    ),
)  # fmt: skip


@st.composite
def recurring_readings(draw):
    start, end, first = draw(limits_and_first())
    return DeadlineReading(Kind.RECURRING, draw(YEARS), start, end, draw(RULES), first)


@st.composite
def listed_readings(draw):
    listed = draw(
        st.lists(
            spans(),
            min_size=2,
            max_size=4,
            unique_by=lambda span: (span.start.month, span.start.day, span.end.month, span.end.day),
        )
    )
    return DeadlineReading(
        Kind.RECURRING,
        draw(YEARS),
        min(span.start for span in listed),
        max(span.end for span in listed),
        Recurrence(Frequency.N_PER_YEAR, len(listed), dated=tuple(listed)),
    )


def read_back(reading):
    again = read_deadline(reading.in_words(), reading.year)
    assert told(again) == told(reading), reading.in_words()
    assert again.not_understood == (), reading.in_words()
    return again


@given(single_readings())
def test_a_day_a_last_day_and_a_span(reading):
    read_back(reading)


@given(open_readings())
def test_what_goes_on_or_is_done_on_demand(reading):
    read_back(reading)


@given(recurring_readings())
@settings(max_examples=500)
def test_what_comes_back(reading):
    again = read_back(reading)

    rule, read = reading.recurrence, again.recurrence
    assert (read.weekday, read.is_month_after) == (rule.weekday, rule.is_month_after)
    assert (read.due, read.is_at_least) == (rule.due, rule.is_at_least)
    assert again.first == reading.first


@given(listed_readings())
def test_a_list_of_days_and_spans(reading):
    assert set(read_back(reading).recurrence.dated) == set(reading.recurrence.dated)


def test_words_are_those_of_a_plan():
    def words(phrase):
        return read_deadline(phrase, ReadingYear(2026)).in_words()

    assert words("с 1 по 15 сентября ежегодно") == (
        "каждый год с 1 по 15 сентября; в этом году – до 15.09.2026"
    )
    assert words("сентябрь 2026") == "сентябрь 2026 г."
    assert words("до 25.05.2027") == "до 25 мая 2027 г."
    assert words("постоянно") == "постоянно"
    assert words("по отдельному графику") == "срок не назван"
    assert words("не реже двух раз в год") == "не реже 2 раз в год"
    assert (
        words("ежемесячно")
        == "каждый месяц; в этом году – 12\u00a0сроков: с 30.09.2026 по 31.08.2027"
    )
    assert words("последняя пятница месяца").startswith("последняя пятница каждого месяца; ")
