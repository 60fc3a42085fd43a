"""Wordings of plans that were read past their sense once: each says its day, or is told."""

import pytest

from nastavnik_desktop.domain.deadlines import ReadingYear, read_deadline
from tests.domain.deadlines.phrases import due, said

YEAR = ReadingYear(2026)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("до 10 09 2026", "deadline 2026-09-10"),
        ("до 31 12.2026", "deadline 2026-12-31"),
        ("1 10 2026 г.", "date 2026-10-01 2026-10-01"),
        ("с 10 09 2026 по 31 05 2027", "period 2026-09-10 2027-05-31"),
        ("до 10. 09.2026 г", "deadline 2026-09-10"),
        ("ежемесячно, до 25-го", "recurring monthly day=25"),
        ("между 10 и 20 октября", "period 2026-10-10 2026-10-20"),
        ("между 10.10.2026 и 20.10.2026", "period 2026-10-10 2026-10-20"),
        ("по итогам учебного года (май)", "period 2027-05-01 2027-05-31"),
        ("по итогам учебного года", "deadline 2027-05-31"),
        ("сентябрь 2026 – по настоящее время", "ongoing 2026-09-01"),
        ("с 2023 года по настоящее время", "ongoing 2023-01-01"),
        ("до 25-го сентября", "deadline 2026-09-25"),
    ],
)
def test_days_with_blanks_limits_and_open_ends(phrase, expected):
    assert said(phrase, YEAR) == expected
    assert read_deadline(phrase, YEAR).not_understood == ()


@pytest.mark.parametrize(
    "phrase", ["ежемесячно (последняя пятница)", "ежемесячно, последняя пятница месяца"]
)
def test_the_day_of_the_week_in_brackets_is_that_of_each_month(phrase):
    assert read_deadline(phrase, YEAR).recurrence.weekday == (-1, 5)
    assert due(phrase, YEAR).startswith("2026-09-25 2026-10-30 2026-11-27")


@pytest.mark.parametrize("phrase", ["до 15 16 2026", "сентябрь 15", "1 полугодие 2", "2026, до 40"])
def test_a_number_that_is_left_over_is_told_and_not_passed_by(phrase):
    assert read_deadline(phrase, YEAR).not_understood
