"""The conventions by which deadlines of plans are read, each with phrases of its own."""

import pytest

from nastavnik_desktop.domain.deadlines import Kind, ReadingYear, read_deadline
from tests.domain.deadlines.phrases import CALENDAR, SCHOOL, due, said

IN_A_SCHOOL_YEAR = {
    "one day": (
        ("27 октября 2023 года", "date 2023-10-27 2023-10-27"),
        ("20.02", "date 2024-02-20 2024-02-20"),
        ("1 июня 15 часов", "date 2024-06-01 2024-06-01"),
        ("2 мая 2024 в 14:45 актовый зал", "date 2024-05-02 2024-05-02"),
        ("15 марта, 3 урок, каб. 12", "date 2024-03-15 2024-03-15"),
        ("6 мая, ул. Озёрная, 7", "date 2024-05-06 2024-05-06"),
    ),
    "a last day, the named day included": (
        ("до 15 июня", "deadline 2024-06-15"),
        ("не позднее 15 июня", "deadline 2024-06-15"),
        ("в срок до 15.06.2024", "deadline 2024-06-15"),
        ("к 15 июня", "deadline 2024-06-15"),
        ("по 31 мая", "deadline 2024-05-31"),
        ("Срок: 15.10.2023", "deadline 2023-10-15"),
        ("до конца сентября", "deadline 2023-09-30"),
        ("до 25 мая 2024 г. включительно", "deadline 2024-05-25"),
        ("до начала II квартала", "deadline 2024-03-31"),
        ("до начала учебного года", "deadline 2023-08-31"),
    ),
    "a span with both ends": (
        ("сентябрь", "period 2023-09-01 2023-09-30"),
        ("1 квартал 2024 года", "period 2024-01-01 2024-03-31"),
        ("с 01 по 25 июня 2024г.", "period 2024-06-01 2024-06-25"),
        ("январь-май", "period 2024-01-01 2024-05-31"),
        ("2021-2022 гг.", "period 2021-01-01 2022-12-31"),
        ("в течение года", "period 2023-09-01 2024-08-31"),
    ),
    "goes on with no due day": (
        ("постоянно", "ongoing"),
        ("круглогодично", "ongoing"),
        ("с 2023 г. и далее", "ongoing 2023-01-01"),
        ("начиная с 2019 года", "ongoing 2019-01-01"),
        ("Постоянно в течение года", "ongoing 2023-09-01 2024-08-31"),
    ),
    "only when a need arises": (
        ("по запросу молодого специалиста", "on_demand"),
        ("по мере необходимости", "on_demand"),
        ("в случае обращения", "on_demand"),
        ("В течение года (по мере необходимости)", "on_demand 2023-09-01 2024-08-31"),
    ),
    "does not say when": (
        ("по отдельному графику", "undefined"),
        ("по согласованию", "undefined"),
        ("в соответствии со сроками реализации программ наставничества", "undefined"),
        ("в течение 5 рабочих дней после издания приказа", "undefined"),
        ("10 часов", "undefined"),
        ("14.30", "undefined"),
        ("выполнено 12.09.2023", "undefined"),
        ("Приказ № 60 от 05.02.2024", "undefined"),
        ("В течение месяца", "undefined"),
        ("—", "undefined"),
        ("", "undefined"),
    ),
    "days and months without a year": (
        ("ноябрь", "period 2023-11-01 2023-11-30"),
        ("март", "period 2024-03-01 2024-03-31"),
        ("август", "period 2024-08-01 2024-08-31"),
        ("август – сентябрь", "period 2023-08-01 2023-09-30"),
        ("декабрь – январь", "period 2023-12-01 2024-01-31"),
        ("10.2023", "period 2023-10-01 2023-10-31"),
        ("01.09.23", "date 2023-09-01 2023-09-01"),
    ),
    "spans named in words": (
        ("в течение учебного года с сентября по май", "period 2023-09-01 2024-05-31"),
        ("в течение всего периода реализации программы", "period 2023-09-01 2024-08-31"),
        ("IV квартал", "period 2023-10-01 2023-12-31"),
        ("2 кв.", "period 2024-04-01 2024-06-30"),
        ("I полугодие", "period 2023-09-01 2023-12-31"),
        ("второе полугодие", "period 2024-01-01 2024-05-31"),
        ("1 декада мая", "period 2024-05-01 2024-05-10"),
        ("третья декада февраля", "period 2024-02-21 2024-02-29"),
        ("вторая половина ноября", "period 2023-11-16 2023-11-30"),
        ("первая неделя сентября", "period 2023-09-01 2023-09-07"),
        ("начало учебного года", "period 2023-09-01 2023-09-30"),
        ("конец учебного года", "period 2024-05-01 2024-05-31"),
        ("октябрь, в течение года", "period 2023-10-01 2024-08-31"),
    ),
    "words put together": (
        ("В течение года при наличии средств", "period 2023-09-01 2024-08-31"),
        ("В течение года (по отдельному графику)", "period 2023-09-01 2024-08-31"),
        ("по мере необходимости, но не реже 4 раз в год", "recurring n_per_year n=4"),
        (
            "в соответствии со сроками реализации программ (август 2024 года)",
            "period 2024-08-01 2024-08-31",
        ),
    ),
    "comes back": (
        ("ежегодно", "recurring yearly"),
        ("до 15.10. ежегодно", "recurring yearly day=15 month=10"),
        (
            "с 1 по 15 сентября ежегодно",
            "recurring yearly day_from=1 month_from=9 day=15 month=9",
        ),
        ("ежегодно в период с августа по октябрь", "recurring yearly month_from=8 month=10"),
        ("ежеквартально до 25 числа последнего месяца квартала", "recurring quarterly day=25"),
        ("раз в полугодие", "recurring half-yearly"),
        ("не реже двух раз в год", "recurring n_per_year n=2"),
        ("1 раз в четверть", "recurring n_per_year n=4"),
        ("не реже одного раза в год", "recurring yearly"),
        ("еженедельно по средам", "recurring weekly day=3"),
        ("ежедневно", "recurring daily"),
        (
            "до 30.08. ежегодно (в период с 2023 по 2024 г.)",
            "recurring yearly day=30 month=8 2023-01-01 2024-12-31",
        ),
    ),
    "lists": (
        (
            "Декабрь, июнь в период с 2023 по 2024 г.",
            "recurring n_per_year n=2 2023-01-01 2024-12-31",
        ),
        ("декабрь, июнь", "recurring n_per_year n=2"),
        (
            "до 1 февраля 2024 года, до 1 февраля 2025 года",
            "recurring yearly day=1 month=2 2024-02-01 2025-02-01",
        ),
        (
            "сентябрь 2021, 2022, 2023 гг.",
            "recurring yearly month=9 2021-09-01 2023-09-30",
        ),
        (
            "I квартал 2023 г., I квартал 2024 г.",
            "recurring yearly month_from=1 month=3 2023-01-01 2024-03-31",
        ),
    ),
    "a first span, then a tail": (
        ("Сентябрь 2023 г., далее – ежегодно", "recurring yearly 2023-09-01"),
        ("Сентябрь 2023 г., далее – регулярное обновление", "ongoing 2023-09-01"),
        ("Сентябрь 2023 г., далее – по запросу", "on_demand 2023-09-01"),
        (
            "Август 2023 г., далее – ежегодно до 1 февраля 2025 года",
            "recurring yearly day=1 month=2 2023-08-01 2025-02-01",
        ),
    ),
    "slips of the pen": (
        ("до 30.08.2022", "deadline 2022-08-30"),
        ("с 05.11.2023 по 28.12.2026", "period 2023-11-05 2026-12-28"),
        ("05.11.2023 - 29.12.2022", "period 2023-11-05 2023-12-29"),
        ("31 июня 2024", "date 2024-06-30 2024-06-30"),
        ("В течении года", "period 2023-09-01 2024-08-31"),
        ("с 16-28 ноября", "period 2023-11-16 2023-11-28"),
        ("13.10 -15.10.2023", "period 2023-10-13 2023-10-15"),
        ("до 15.102023", "deadline 2023-10-15"),
        ("Ceнтябpь 2О23", "period 2023-09-01 2023-09-30"),
        ("еже-\nквартально", "recurring quarterly"),
        ("П квартал 2024", "period 2024-04-01 2024-06-30"),
    ),
}


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [pair for pairs in IN_A_SCHOOL_YEAR.values() for pair in pairs],
)
def test_in_the_school_year_2023_24(phrase, expected):
    assert said(phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("в течение года", "period 2024-01-01 2024-12-31"),
        ("I полугодие", "period 2024-01-01 2024-06-30"),
        ("2 полугодие", "period 2024-07-01 2024-12-31"),
        ("август", "period 2024-08-01 2024-08-31"),
        ("декабрь – январь", "period 2023-12-01 2024-01-31"),
        ("29 февраля", "date 2024-02-29 2024-02-29"),
        ("конец года", "period 2024-12-01 2024-12-31"),
    ],
)
def test_in_the_calendar_year_2024(phrase, expected):
    assert said(phrase, CALENDAR) == expected


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("ежегодно", "2024-08-31"),
        ("ежеквартально", "2023-09-30 2023-12-31 2024-03-31 2024-06-30"),
        (
            "ежеквартально до 25 числа последнего месяца квартала",
            "2023-09-25 2023-12-25 2024-03-25 2024-06-25",
        ),
        (
            "ежеквартально, до 1 числа месяца, следующего за отчетным периодом",
            "2023-10-01 2024-01-01 2024-04-01 2024-07-01",
        ),
        ("раз в полугодие", "2023-12-31 2024-05-31"),
        ("2 раза в год (декабрь, май)", "2023-12-31 2024-05-31"),
        ("2 раза в год", None),
        ("еженедельно", None),
        ("с 2023 г. и далее", None),
        ("до 30.08.2022", ""),
        ("Октябрь 2023 г., далее ежеквартально", "2023-10-31 2023-12-31 2024-03-31 2024-06-30"),
        ("Сентябрь 2023 г., далее – не реже двух раз в год", "2023-09-30"),
        ("Сентябрь 2023 г., далее – по запросу", "2023-09-30"),
        ("1–11.02.2024 первый тур; 15–25.02.2024 второй", "2024-02-11 2024-02-25"),
    ],
)  # fmt: skip
def test_days_by_which_something_is_due(phrase, days):
    assert due(phrase) == days


def test_monthly_is_due_at_each_month_end_of_the_year():
    assert len(read_deadline("ежемесячно", SCHOOL).occurrences) == 12
    assert due("ежемесячно", CALENDAR).startswith("2024-01-31 2024-02-29")


@pytest.mark.parametrize(
    "phrase",
    [
        "август",
        "в течение всего периода внедрения",
        "октябрь, в течение года",
        "2023-2024 гг.",
        "В течение года (по мере необходимости)",
        "В течение года (по отдельному графику)",
        "первая неделя сентября",
        "конец учебного года",
        "до 30.08.2022",
        "05.11.2023 - 29.12.2022",
        "31 июня 2024",
        "Август 2023 г., далее – ежегодно до 1 февраля 2025 года",
    ],
)
def test_what_can_be_taken_otherwise_is_said_so(phrase):
    reading = read_deadline(phrase, SCHOOL)

    assert reading.is_ambiguous
    assert all(doubt[0].islower() or doubt[0] == "«" for doubt in reading.doubts)


@pytest.mark.parametrize(
    ("phrase", "other"),
    [
        ("август", ("2023-08-01", "2023-08-31")),
        ("до 30.08.2022", (None, "2024-08-30")),
        ("с 05.11.2023 по 28.12.2026", ("2023-11-05", "2023-12-28")),
    ],
)
def test_the_other_reading_is_offered(phrase, other):
    found = read_deadline(phrase, SCHOOL).others[0]

    assert tuple(day and day.isoformat() for day in (found.start, found.end)) == other


def test_summer_before_a_school_year_is_preparation_and_no_slip():
    for phrase in ("Июнь 2023", "до 30.08.2023", "Август 2023 г."):
        assert not read_deadline(phrase, SCHOOL).is_ambiguous


@pytest.mark.parametrize(
    ("phrase", "unread"),
    [
        ("абракадабра", ("абракадабра",)),
        ("15.13.2023", ("15", "13", "2023")),
    ],
)
def test_what_is_not_understood_is_never_guessed_silently(phrase, unread):
    assert read_deadline(phrase, SCHOOL).not_understood == unread


def test_a_phrase_without_a_day_names_none():
    reading = read_deadline("абракадабра", SCHOOL)

    assert (reading.kind, reading.occurrences) == (Kind.UNDEFINED, None)


def test_a_place_is_a_remark_and_not_a_fault():
    reading = read_deadline("15 октября, актовый зал", ReadingYear(2023))

    assert (reading.remarks, reading.not_understood) == (("актовый зал",), ())
