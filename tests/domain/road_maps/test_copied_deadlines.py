"""A deadline copied to a later year says the moved day, or is told as stale: never guessed."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik_desktop.domain.deadlines import ReadingYear, read_deadline
from nastavnik_desktop.domain.road_maps.kept import KeptItem
from nastavnik_desktop.domain.road_maps.new_year import copied_item
from tests.domain.deadlines.phrases import lines_of, year_of

YEAR = ReadingYear(2026)
DAYS = st.dates(date(2026, 9, 1), date(2027, 8, 31))
FORMS = (
    "до {0:%d.%m.%Y}", "до {0:%d.%m.%y} г.", "не позднее {0:%d.%m.%Y} года", "{0:%d.%m.%Y}",
    "с {0:%d.%m.%y} по {1:%d.%m.%y}", "{0:%d.%m.%Y} – {1:%d.%m.%Y} г.",
    "до {0.day} {2} {0.year} года",
    "в {0.year} году", "{0.year} г.", "2026/27 учебный год", "в течение 2026-2027 учебного года",
    "до 1 октября ежегодно", "ежеквартально", "с 1 по 15 сентября ежегодно", "сентябрь",
    "{3} {0.year}", "{3} {0.year} г.", "IV квартал {0.year} г.", "до {0:%d.%m.%y}; до {1:%d.%m.%y}",
    "{3} {0.year} г., далее – ежегодно", "до 15.10. ежегодно (в период с 2026 по 2027 г.)",
    "по приказу от {0:%d.%m.%Y} № 5-од", "постоянно", "до {0.day} {2}",
)  # fmt: skip
GENITIVE = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
NOMINATIVE = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip


@st.composite
def phrases(draw):
    first, last = sorted(draw(st.tuples(DAYS, DAYS)))
    at = first.month - 1
    return draw(st.sampled_from(FORMS)).format(first, last, GENITIVE[at], NOMINATIVE[at])


def copied(phrase, year=YEAR, years=1):
    item, stale = copied_item(KeptItem(1, deadline=phrase), year, years)
    return item, bool(stale)


def days_of(reading):
    return reading.kind, reading.start, reading.end, reading.recurrence, reading.first


def demand_moved(phrase, year, years):
    item, is_stale = copied(phrase, year, years)
    if is_stale:
        assert (item.deadline, item.corrected_deadline) == (phrase, "")
        return
    again = read_deadline(item.corrected_deadline or item.deadline, year.moved(years))
    assert days_of(again) == days_of(read_deadline(phrase, year).shifted(years)), item


@given(phrases(), st.integers(1, 3))
@settings(max_examples=400)
def test_a_rewritten_phrase_is_read_as_the_moved_reading(phrase, years):
    demand_moved(phrase, YEAR, years)


@pytest.mark.parametrize("years", [1, 2])
def test_every_labelled_phrase_moves_or_is_told(years):
    for label in lines_of("deadlines-dev.jsonl"):
        demand_moved(label["phrase"], year_of(label), years)


@pytest.mark.parametrize(
    ("phrase", "written"),
    [
        ("до 15.09.2026", "до 15.09.2027"),
        ("до 15.09.26 г.", "до 15.09.27 г."),
        ("в 2026 году", "в 2027 году"),
        ("сентябрь 2026", "сентябрь 2027"),
        ("2026/27 учебный год", "2027/28 учебный год"),
        ("26-27 уч. год", "27-28 уч. год"),
        ("с 01.09.26 по 31.05.27", "с 01.09.27 по 31.05.28"),
        ("до 1 октября ежегодно", "до 1 октября ежегодно"),
        ("ежеквартально", "ежеквартально"),
        ("октябрь", "октябрь"),
        ("по мере необходимости", "по мере необходимости"),
        ("в течение года", "в течение года"),
    ],
)
def test_years_are_written_anew_and_the_rest_stays(phrase, written):
    item, is_stale = copied(phrase)
    assert (item.deadline, item.corrected_deadline, is_stale) == (written, "", False)


@pytest.mark.parametrize(
    "phrase",
    [
        "до 15.10. ежегодно (в период с 2026 по 2027 г.)",
        "по приказу от 01.09.2026 № 5-од",
        "Сентябрь 2026 г., далее – ежегодно",
    ],
)
def test_what_cannot_be_moved_safely_stays_and_is_told(phrase):
    item, is_stale = copied(phrase)
    assert (item.deadline, item.corrected_deadline, is_stale) == (phrase, "", True)
