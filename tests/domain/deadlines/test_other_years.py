"""Occurrences in any later year, and a reading that moves with its plan."""

from datetime import date

import pytest

from nastavnik_desktop.domain.deadlines import ReadingYear, read_deadline
from nastavnik_desktop.domain.school_year import SchoolYear
from tests.domain.deadlines.phrases import SCHOOL, told


def days(*texts):
    return tuple(map(date.fromisoformat, texts))


def test_a_reading_year_is_made_from_a_school_year():
    year = ReadingYear.of(SchoolYear(2026))

    assert (year.first_day, year.last_day, year.label) == (
        date(2026, 9, 1),
        date(2027, 8, 31),
        "2026/27",
    )
    assert ReadingYear.calendar(2026).label == "2026"
    assert [year.year_of(month) for month in (8, 9)] == [2027, 2026]


@pytest.mark.parametrize(
    ("phrase", "year", "expected"),
    [
        ("до 15.10. ежегодно", ReadingYear(2026), days("2026-10-15")),
        ("ежегодно", ReadingYear(2026), days("2027-08-31")),
        ("ежегодно", ReadingYear.calendar(2026), days("2026-12-31")),
        ("до 15.10. ежегодно (в период с 2023 по 2024 г.)", ReadingYear(2024), days("2024-10-15")),
        ("до 15.10. ежегодно (в период с 2023 по 2024 г.)", ReadingYear(2025), ()),
        ("2 раза в год (декабрь, май)", ReadingYear(2025), days("2025-12-31", "2026-05-31")),
        ("сентябрь 2023 г., далее – ежегодно", ReadingYear(2023), days("2023-09-30")),
        ("сентябрь 2023 г., далее – ежегодно", ReadingYear(2024), days("2025-08-31")),
        (
            "до 1 февраля 2024 года, до 1 февраля 2025 года",
            ReadingYear(2024),
            days("2025-02-01"),
        ),
        ("март", ReadingYear(2024), ()),
        ("постоянно", ReadingYear(2030), None),
        ("не реже двух раз в год", ReadingYear(2030), None),
    ],
)
def test_due_days_of_a_later_year(phrase, year, expected):
    assert read_deadline(phrase, SCHOOL).occurrences_in(year) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("до 20.09.2023 г.", ("", "2024-09-20")),
        ("Август 2023 г.", ("2024-08-01", "2024-08-31")),
        ("ноябрь", ("2024-11-01", "2024-11-30")),
        ("29.02.2024", ("2025-02-28", "2025-02-28")),
        ("в течение года", ("2024-09-01", "2025-08-31")),
        ("01.02.2024 – 11.02.2024; 15.02.2024 – 25.02.2024", ("2025-02-01", "2025-02-25")),
        ("Постоянно в течение года", ("2024-09-01", "2025-08-31")),
    ],
)
def test_written_days_move_with_the_plan(phrase, expected):
    moved = read_deadline(phrase, SCHOOL).shifted()

    assert tuple(day.isoformat() if day else "" for day in (moved.start, moved.end)) == expected
    assert moved.year == ReadingYear(2024)


def test_february_ends_on_its_last_day_also_after_the_move():
    assert read_deadline("февраль", ReadingYear(2022)).shifted().end == date(2024, 2, 29)


@pytest.mark.parametrize(
    "phrase", ["ежегодно", "до 15.10. ежегодно", "ежеквартально", "декабрь, июнь", "еженедельно"]
)
def test_what_comes_back_stays_and_is_due_in_the_new_year(phrase):
    moved, read_anew = (
        read_deadline(phrase, SCHOOL).shifted(),
        read_deadline(phrase, SCHOOL.moved(1)),
    )

    assert told(moved) == told(read_anew)


def test_limits_of_what_comes_back_stay():
    limited = read_deadline("до 15.10. ежегодно (в период с 2023 по 2024 г.)", SCHOOL)

    assert limited.shifted(2).end == date(2024, 12, 31)
    assert limited.shifted(2).occurrences == ()
