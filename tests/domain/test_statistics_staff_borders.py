"""Days on which one employee or student passes from one band to the next."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from nastavnik_desktop.config.paths import resource_path
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import PersonKind, ServiceLength, Sex
from nastavnik_desktop.domain.statistics.engine import compute
from nastavnik_desktop.domain.statistics.facts import PersonRecord, Post, StatisticsFacts
from nastavnik_desktop.domain.statistics.reading import read_form
from tests.domain.statistics_school import SCHOOL

BEFORE = timedelta(days=1)
TEACHERS = "07"


def form(code):
    return read_form(json.loads(resource_path("forms", f"{code}.json").read_text("utf-8")))


EDUCATORS, SERVICE, AGES, PUPILS = map(form, ("educators", "oo1-3.2", "oo1-3.3", "pupils"))


def teacher(taught=240, known_on=date(2020, 1, 1), born=date(1980, 6, 15), **facts):
    post = Post(
        "учитель",
        "физика",
        teaching_service=ServiceLength(taught, known_on),
        total_service=ServiceLength(taught, known_on),
    )
    person = PersonRecord(1, FullName("Петрова"), PersonKind.STAFF, born, sex=Sex.FEMALE)
    return replace(person, posts=(replace(post, **facts),))


def row_of(form, row, person, day):
    """Columns of a row in which the person stands, and the total among them."""
    cells = compute(form, StatisticsFacts({1: person}, ()), day).cells
    return {number for (code, number), cell in cells.items() if code == row and cell.ids}


@pytest.mark.parametrize(
    ("months", "column"),
    [(36, 12), (60, 13), (120, 14), (180, 15), (240, 16)],
)
def test_service_passes_to_the_next_band_on_the_day_of_full_years(months, column):
    day = date(2027, 2, 28)
    person = teacher(months, day)
    assert row_of(SERVICE, TEACHERS, person, day - BEFORE) == {3, column - 8, 10, column - 1}
    assert row_of(SERVICE, TEACHERS, person, day) == {3, column - 7, 10, column}


def test_three_years_since_the_29th_of_february_are_full_on_the_first_of_march():
    person = teacher(0, date(2024, 2, 29))
    assert row_of(SERVICE, TEACHERS, person, date(2027, 2, 28)) >= {11}
    assert row_of(SERVICE, TEACHERS, person, date(2027, 3, 1)) >= {12}


def test_before_the_first_full_month_there_is_no_teaching_service():
    person = teacher(0, date(2026, 9, 1))
    assert row_of(SERVICE, TEACHERS, person, date(2026, 9, 30)) == {3, 4, 17}
    assert row_of(SERVICE, TEACHERS, person, date(2026, 10, 1)) == {3, 4, 10, 11}


def test_ages_are_those_of_the_coming_first_of_january():
    born = date(2002, 1, 1)
    by_day = {
        day: row_of(AGES, TEACHERS, teacher(born=born), day)
        for day in (date(2026, 1, 1), date(2026, 1, 2), date(2026, 9, 20), date(2026, 12, 31))
    }
    under_25, from_25 = {3, 4, 5}, {3, 6, 7}
    assert list(by_day.values()) == [under_25, from_25, from_25, from_25]


def test_born_on_the_2nd_of_january_is_a_year_younger_on_the_first():
    assert row_of(AGES, TEACHERS, teacher(born=date(2002, 1, 2)), date(2026, 9, 20)) == {3, 4, 5}


def test_known_by_the_year_alone_had_no_birthday_on_the_first_of_january():
    person = replace(teacher(), birth_date=None, birth_year=2002)
    assert row_of(AGES, TEACHERS, person, date(2026, 9, 20)) == {3, 4, 5}


@pytest.mark.parametrize(
    ("born", "day"),
    [
        (date(2001, 12, 12), date(2026, 12, 12)),
        (date(2004, 2, 29), date(2029, 3, 1)),
        (date(2000, 2, 29), date(2025, 3, 1)),
    ],
)
def test_on_the_birthday_an_educator_is_in_the_next_band(born, day):
    person = teacher(born=born)
    younger, older = "09", "10"
    assert row_of(EDUCATORS, younger, person, day - BEFORE) == {3, 4}
    assert row_of(EDUCATORS, older, person, day) == {3, 4}
    assert row_of(EDUCATORS, younger, person, day) == set()


def test_an_external_part_timer_is_in_no_staff_table():
    person = teacher(is_external_part_timer=True)
    for code in ("oo1-3.1", "oo1-3.2", "oo1-3.3", "educators"):
        assert compute(form(code), StatisticsFacts({1: person}, ()), date(2026, 9, 20)).is_empty


@pytest.mark.parametrize(
    ("facts", "day", "is_counted"),
    [
        ({"hired_on": date(2026, 9, 20)}, date(2026, 9, 19), False),
        ({"hired_on": date(2026, 9, 20)}, date(2026, 9, 20), True),
        ({"left_on": date(2026, 9, 20)}, date(2026, 9, 20), True),
        ({"left_on": date(2026, 9, 20)}, date(2026, 9, 21), False),
    ],
)
def test_staff_count_from_the_first_working_day_to_the_last(facts, day, is_counted):
    assert bool(row_of(SERVICE, "01", teacher(**facts), day)) is is_counted


def test_a_card_in_the_archive_counts_no_more():
    person = replace(teacher(), archived_on=date(2026, 9, 20))
    assert row_of(SERVICE, "01", person, date(2026, 9, 19))
    assert not row_of(SERVICE, "01", person, date(2026, 9, 20))


def test_a_ten_year_old_enters_the_column_on_the_birthday():
    address = ("08", 4)
    eve, day = date(2026, 12, 12), date(2026, 12, 13)
    counted = [compute(PUPILS, SCHOOL, one).cells[address].ids for one in (eve, day)]
    assert counted == [(11,), (11, 12)]


def test_an_educator_of_unknown_service_is_told_and_in_no_band():
    person = replace(teacher(), posts=(Post("учитель", "история"),))
    report = compute(SERVICE, StatisticsFacts({1: person}, ()), date(2026, 9, 20))
    assert report.cells["01", 3].ids == (1,)
    assert report.cells["01", 10].ids == report.cells["01", 17].ids == ()
    messages = [problem.message.replace("\u00a0", " ") for problem in report.problems]
    told = [words for words in messages if "педагогический стаж" in words]
    assert any("у 1 человека не заполнено: педагогический стаж" in words for words in told)
    assert any("гр. 3 равна сумме гр. 10 и гр. 17" in words for words in messages)
