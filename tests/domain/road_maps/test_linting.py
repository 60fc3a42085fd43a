"""The check of a road map finds what a careful reader would, and little else."""

from __future__ import annotations

from datetime import date

import pytest

from nastavnik_desktop.domain.deadlines import ReadingYear, read_cell, read_deadline
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.road_maps.findings import FindingCode
from nastavnik_desktop.domain.road_maps.lint_cells import KnownPerson
from nastavnik_desktop.domain.road_maps.linting import findings_in
from nastavnik_desktop.domain.road_maps.records import (
    Approval,
    DatedTask,
    ReadItem,
    RoadMapLevel,
    RoadMapReading,
)
from nastavnik_desktop.domain.school_year import SchoolYear

YEAR = ReadingYear.of(SchoolYear(2023))
COLUMNS = ("number", "activity", "deadline", "responsible", "result")


def item(number, event="Встреча", deadline="октябрь", result="Протокол", **fields):
    reading = read_deadline(deadline, YEAR) if deadline else None
    parts = read_cell(deadline, YEAR) if deadline else ()
    tasks = tuple(DatedTask(one.phrase, one.responsible, one.reading) for one in parts)
    responsible = fields.pop("responsible", "Куратор")
    return ReadItem(
        number=number, event=event, deadline=deadline, result=result, responsible=responsible,
        deadline_read=reading, tasks=tasks, **fields,
    )  # fmt: skip


def plan(*items, **facts):
    known = {"school_year": SchoolYear(2023), "read_in": YEAR, "columns": COLUMNS, **facts}
    return RoadMapReading("план.docx", items, level=RoadMapLevel.SCHOOL, **known)


def is_weekend(day):
    return day.weekday() >= 5


def codes(*items, people=None, **facts):
    found = findings_in(plan(*items, **facts), is_weekend, people)
    return [(one.code.value, one.number, one.field) for one in found]


def test_a_sound_road_map_has_no_findings():
    assert codes(item("1.1"), item("1.2", "Анкетирование"), item("2.1", "Конкурс")) == []


@pytest.mark.parametrize(
    "deadline", ["до 30.08.2022", "май 2023", "сентябрь 2024 г.", "01.10.2025"]
)
def test_a_deadline_of_another_plan(deadline):
    assert ("other_year", "1", "deadline") in codes(item("1", deadline=deadline))


@pytest.mark.parametrize(
    "deadline",
    ["июнь 2023", "до 30.08.2023", "август 2023 г.",
     "до 15.10. ежегодно (в период с 2023 по 2024 г.)", "май 2024",
     "2023-2024 учебный год", "до 1 сентября"],
)  # fmt: skip
def test_preparation_in_summer_is_no_other_plan(deadline):
    assert ("other_year", "1", "deadline") not in codes(item("1", deadline=deadline))


def test_a_plan_of_several_years_holds_them_all():
    period = {"school_year": None, "period": (date(2021, 1, 1), date(2024, 12, 31))}

    assert (
        codes(item("1", deadline="ноябрь 2024 г."), item("2", "Б", "июль 2021 г."), **period) == []
    )
    assert codes(item("1", deadline="ноябрь 2026 г."), **period)[0][0] == "other_year"


def test_a_plan_of_a_calendar_year_may_report_in_january():
    year = {"school_year": None, "year": 2021, "read_in": ReadingYear.calendar(2021)}

    assert codes(item("1", deadline="декабрь 2021 года - январь 2022 года"), **year) == []


@pytest.mark.parametrize(
    ("event", "is_found"),
    [
        ("Формирование базы наставников в 2022 - 2023 учебном году", True),
        ("Набор участников на 2021/22 уч. год", True),
        ("Проведение конкурса в 2022 году", True),
        ("Анализ работы за 2022 - 2023 учебный год", False),
        ("Отчёт об итогах 2022-2023 учебного года", False),
        ("Формирование базы наставников в 2023 - 2024 учебном году", False),
        ("Участие в мероприятиях с 2022 г.", False),
        ("Исполнение приказа от 25.12.2019 № 145", False),
    ],
)
def test_a_school_year_of_another_plan_in_the_event(event, is_found):
    assert (("other_year", "1", "event") in codes(item("1", event))) is is_found


def test_agreement_comes_before_approval():
    agreement = item("1.1", "Согласование дорожной карты наставничества школы", "до 20.09.2023")
    approval = item("1.2", "Утверждение дорожной карты наставничества школы", "до 30.08.2023")
    other = item("1.2", "Утверждение положения об оплате труда", "до 30.08.2023")
    later = item("1.2", "Утверждение дорожной карты наставничества школы", "до 02.10.2023")

    assert ("agreement_after_approval", "1.1", "deadline") in codes(agreement, approval)
    assert codes(agreement, other) == []
    assert codes(agreement, later) == []


def test_blocks_of_agreement_and_approval_are_compared_too():
    approved, agreed = Approval(date(2023, 8, 28), "5"), Approval(date(2023, 8, 31), "1")

    late = codes(item("1"), approved_by=approved, agreed_by=agreed)

    assert late == [("agreement_after_approval", "", "approved_by")]
    assert codes(item("1"), approved_by=agreed, agreed_by=approved) == []


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("1.1.", "1.2.", "1.3."), []),
        (("5.1.", "5.3."), [("number_gap", "5.3.")]),
        (("1", "2", "2", "3"), [("number_repeat", "2")]),
        (("1", "2", "7"), [("number_gap", "7")]),
        (("2.1", "2.2", "3.1", "3.2"), []),
        (("1.9", "1.10", "1.11"), [("number_gap", "1.9")]),
        (("1", "3", "2"), [("number_gap", "3"), ("number_order", "2")]),
        (("6.1.1", "6.2.1"), []),
        (("а)", "б)", "I"), []),
        (("", "", ""), []),
    ],
)
def test_numbering(numbers, expected):
    found = [one[:2] for one in codes(*(item(number) for number in numbers))]

    assert found == expected


def test_numbers_may_start_again_in_a_new_section():
    first, second = ("I этап",), ("II этап",)
    numbers = [item("1", sections=first), item("2", sections=first), item("1", sections=second)]

    assert codes(*numbers) == []
    assert codes(*numbers[:2], item("1", sections=first)) == [("number_repeat", "1", "number")]


def test_the_number_of_a_stage_stands_in_several_rows():
    assert codes(item("1"), item("1"), item("2"), columns=(*COLUMNS, "stage")) == []


def test_empty_cells():
    rows = [item(str(number)) for number in range(1, 5)]

    assert codes(*rows, item("5", result="")) == [("empty_result", "5", "result")]
    assert codes(*rows, item("5", deadline="")) == [("empty_deadline", "5", "deadline")]
    assert codes(*rows, item("5", responsible="")) == [("empty_responsible", "5", "responsible")]
    assert codes(*rows, item("5", event="", result="")) == []
    assert codes(*rows, item("5", result=""), columns=COLUMNS[:4]) == []


def test_a_column_that_is_empty_everywhere_is_told_once():
    rows = [item(str(number), result="") for number in range(1, 5)]

    assert codes(*rows) == [("empty_result", "", "result")]


def test_a_day_off_is_told_with_the_working_days_around():
    found = findings_in(plan(item("1", deadline="до 15.10. ежегодно")), is_weekend)

    assert [one.what for one in found] == [
        "15.10.2023 – воскресенье; ближайшие рабочие дни: 13.10.2023 и 16.10.2023."
    ]


@pytest.mark.parametrize(
    "deadline", ["сентябрь 2023 г.", "ежеквартально", "в течение года", "до 16.10.2023"]
)
def test_ends_of_months_and_working_days_are_no_days_off(deadline):
    assert codes(item("1", deadline=deadline)) == []


def test_without_a_calendar_days_off_are_not_looked_for():
    assert findings_in(plan(item("1", deadline="до 15.10.2023"))) == ()


def test_a_result_that_slipped_into_the_next_row():
    base = item("3.3", "Формирование базы наставников", result="")
    training = item(
        "3.4", "Обучение наставников", result="Сформирована база для участия в программе"
    )
    filled = item("3.3", "Формирование базы наставников", result="База наставников")

    assert ("result_of_other_row", "3.4", "result") in codes(
        item("3.1"), item("3.2"), base, training
    )
    assert "result_of_other_row" not in {one[0] for one in codes(filled, training)}


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Формирование базы наставляемых", "Формирование наставнических пар"),
        ("Создание банка наставников", "Подбор пар и групп"),
        ("Формирование базы наставников", "Обучение наставников"),
        ("Отбор наставников", "Организация обучения наставников"),
        ("Формирование наставнических пар", "Издание приказа о закреплении пар"),
        ("Проведение мониторинга программ", "Сбор результатов мониторинга программ"),
        ("Разработка положения о наставничестве", "Утверждение положения о наставничестве"),
        ("Разработать положение о наставничестве", "Утвердить положение о наставничестве"),
        ("Разработка дорожной карты", "Согласование дорожной карты"),
    ],
)
def test_a_deadline_before_the_row_it_depends_on(earlier, later):
    first, last = item("1", earlier, "до 30.10.2023"), item("2", later, "до 16.10.2023")

    assert ("before_dependency", "2", "deadline") in codes(first, last)
    assert codes(first, item("2", later, "ноябрь")) == []
    assert codes(first, item("2", later, "до 30.10.2023")) == []
    assert codes(item("1", earlier, "ежегодно"), item("2", later, "до 16.10.2023")) == []


def test_what_is_both_or_speaks_of_another_thing_depends_on_nothing():
    draft = item("1", "Разработка положения о наставничестве", "до 30.10.2023")
    both = item("2", "Разработка и утверждение положения о наставничестве", "до 16.10.2023")
    other = item("2", "Утверждение состава рабочей группы", "до 16.10.2023")
    twice = item("3", "Проведение мониторинга", "май 2024")
    first = item("1", "Проведение мониторинга", "декабрь 2023")
    results = item("2", "Анализ результатов мониторинга", "январь 2024")

    assert codes(draft, both) == codes(draft, other) == []
    assert codes(first, results, twice) == []


def test_a_phrase_that_was_not_understood_or_is_no_deadline():
    assert codes(item("1", deadline="когда рак свистнет"))[0][0] == "unknown_deadline"
    assert codes(item("1", deadline="Приказ от 05.02.2023 № 60")) == [
        ("unknown_deadline", "1", "deadline")
    ]
    assert codes(item("1", deadline="по отдельному графику")) == []


PEOPLE = [
    KnownPerson(FullName("Берёзкина", "Мария", "Ильинична")),
    KnownPerson(FullName("Ветров", "Антон", "Андреевич"), date(2023, 9, 1)),
    KnownPerson(FullName("Орлов-Чесменский", "Лев", "Ильич")),
]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Берёзкина М.И.", None), ("Березкина М. И.", None), ("М.И. Берёзкина", None),
        ("Берёзкина Мария Ильинична", None), ("Мария Ильинична Берёзкина", None),
        ("Анна Ильинична Берёзкина", "unknown_responsible"), ("Орлов-Чесменский Л.И.", None),
        ("Берёзкина А.И.", "unknown_responsible"), ("Сомова Е.В.", "unknown_responsible"),
        ("Ветров А.А.", "dismissed_responsible"),
    ],
)  # fmt: skip
def test_responsible_people_are_those_of_the_school(name, expected):
    found = codes(item("1", people=(name,)), people=PEOPLE)

    assert found == ([(expected, "1", "responsible")] if expected else [])


def test_one_who_left_after_the_deadline_is_no_matter():
    early = item("1", deadline="до 28.08.2023", people=("Ветров А.А.",))

    assert codes(early, people=PEOPLE) == []


def test_every_finding_is_a_russian_sentence():
    found = findings_in(
        plan(item("1", "", "до 30.08.2022", ""), item("3", deadline="когда-нибудь"), item("3")),
        is_weekend,
    )

    assert {one.code for one in found} >= {FindingCode.OTHER_YEAR, FindingCode.NUMBER_GAP}
    assert all(one.what[0].isupper() or one.what[0].isdigit() for one in found)
    assert all(one.what.endswith(".") for one in found)
