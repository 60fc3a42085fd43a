"""What stands around the table of a road map: years, levels, approval, abbreviations, sections."""

from __future__ import annotations

from datetime import date

import pytest

from nastavnik_desktop.domain.deadlines import ReadingYear
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.road_maps.records import Approval
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.imports.road_maps.around import read_abbreviations, read_blocks
from nastavnik_desktop.imports.road_maps.levels import level_of
from nastavnik_desktop.imports.road_maps.plan_years import (
    PlanYears,
    reading_year_of,
    years_in,
    years_of_document,
)
from nastavnik_desktop.imports.road_maps.sections import SectionRow, SectionStack
from nastavnik_desktop.imports.road_maps.tasks import tasks_of


def school(start):
    return PlanYears(school_year=SchoolYear(start))


def span(first, last):
    return PlanYears(period=(date.fromisoformat(first), date.fromisoformat(last)))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("на 2023 – 2024 учебный год (2 этап реализации)", school(2023)),
        ("на 2023-2024 уч.г.", school(2023)),
        ("на 2023/24 год", school(2023)),
        ("в 2023/2024 учебном году", school(2023)),
        ("на 2023-2024 год", school(2023)),
        ("сентябрь 2023 – май 2024 г.", school(2023)),
        ("на 2021 -2024 гг.", span("2021-01-01", "2024-12-31")),
        ("на 2023-2024 годы", span("2023-01-01", "2024-12-31")),
        ("на 2020 – 2024", span("2020-01-01", "2024-12-31")),
        ("с 2021 по 2023 год", span("2021-01-01", "2023-12-31")),
        ("на 2022-2025 учебные годы", span("2022-09-01", "2025-08-31")),
        ("на 2022/23 – 2024/25 учебные годы", span("2022-09-01", "2025-08-31")),
        ("сентябрь 2022 – май 2024", span("2022-09-01", "2024-05-31")),
        ("мероприятий на 2025 год", PlanYears(year=2025)),
        ("в 2021 году", PlanYears(year=2021)),
        ("от 30 апреля 2021 № 290", PlanYears()),
        ("проекта, рассчитанного до 2024 года", PlanYears()),
        ("приказ от 05.02.2021 № 60", PlanYears()),
        ("внедрения целевой модели наставничества", PlanYears()),
    ],
)
def test_the_years_of_a_title(title, expected):
    assert years_in(title) == expected


def test_without_a_title_the_deadlines_tell_the_year():
    autumn = ["до 15.10.2023", "ноябрь 2023 г.", "май 2024", "постоянно"]

    assert years_of_document(["Дорожная карта"], [], autumn, None) == school(2023)
    assert years_of_document([], [], ["март 2023", "июнь 2023"], None) == PlanYears(year=2023)
    assert years_of_document([], [], ["ежегодно"], date(2023, 8, 28)) == school(2023)
    assert not years_of_document([], [], ["ежегодно"], None)


def test_deadlines_without_a_year_are_read_in_the_first_year_of_several():
    assert span("2021-01-01", "2024-12-31").reading_year == ReadingYear.calendar(2021)
    assert span("2022-09-01", "2024-05-31").reading_year == ReadingYear.of(SchoolYear(2022))
    assert PlanYears().reading_year is None


def test_the_year_that_the_user_names():
    assert reading_year_of(2021, None) == ReadingYear.calendar(2021)
    assert reading_year_of(None, "2026/27") == ReadingYear.of(SchoolYear(2026))
    assert reading_year_of(None, None) is None
    with pytest.raises(RuleViolation, match="2000"):
        reading_year_of(21, None)


@pytest.mark.parametrize(
    ("title", "approved", "expected"),
    [
        ("в МАОУ СШ №158 «Грани»", "Директор", "school"),
        ("внедрения модели в муниципальном бюджетном общеобразовательном учреждении", "", "school"),
        ("наставничества в ГБДОУ детский сад № 5", "Заведующий ГБДОУ", "school"),
        ("муниципальной программы ЗАТО Северск", "", "municipal"),
        ("региональной программы", "приказом Западного управления министерства", "municipal"),
        ("наставничества", "приказом управления образования администрации г. Энска", "municipal"),
        ("наставничества", "приказом отдела образования Н-ского района", "municipal"),
        ("в образовательных организациях Энской области", "", "regional"),
        ("наставничества", "распоряжением Министерства образования Энской области", "regional"),
        ("наставничества", "приказом Управления образования и науки Энской области", "regional"),
        ("наставничества", "приказом комитета образования Энского автономного округа", "regional"),
        ("в Республике Тыва", "приказом Министерства образования", "regional"),
    ],
)
def test_whose_road_map_it_is(title, approved, expected):
    block = Approval(text=f"УТВЕРЖДЕНО\n{approved}") if approved else None

    assert level_of(f"Дорожная карта {title}", block, [], []).value == expected


@pytest.mark.parametrize(
    ("texts", "day", "number"),
    [
        (("УТВЕРЖДЕНО", "приказом управления", "от 30 апреля 2021 № 290"), "2021-04-30", "290"),
        (("УТВЕРЖДАЮ", "Директор МБОУ СОШ № 5", "Приказ № 112 от 31.08.2021"), "2021-08-31", "112"),
        (("Утверждена приказом МБОУ СОШ № 5 от «01» 09. 2023 г. № 12-од",), "2023-09-01", "12-од"),
        (("Приложение 1 к приказу №181/1 от 13.09.2021г.",), "2021-09-13", "181/1"),
        (("Приложение № 2", "к приказу «УО» от 15.09.2021 № 01-05/34"), "2021-09-15", "01-05/34"),
        (("УТВЕРЖДАЮ", "Заведующий МБДОУ № 18", "«01» сентября 2022 г."), "2022-09-01", ""),
        (("УТВЕРЖДЕНО", "протокол № 1 от 30.08.2021", "УТВЕРЖДЕНО", "приказом от 31.08.2021 № 5"),
         "2021-08-31", "5"),
        (("Утверждаю", "Директор МАОУ СШ №158 «Грани»", "А.А. Ветров"), None, ""),
    ],
)  # fmt: skip
def test_the_block_of_approval(texts, day, number):
    approved = read_blocks([*texts, "Дорожная карта"]).approved

    assert approved is not None
    assert (approved.day and approved.day.isoformat(), approved.number) == (day, number)


def test_agreement_is_not_taken_for_approval():
    blocks = read_blocks(
        [
            "СОГЛАСОВАНО",
            "Протокол № 1 педагогического совета от 31.08.2023",
            "УТВЕРЖДАЮ",
            "Директор",
        ]
    )

    assert blocks.agreed is not None
    assert (blocks.agreed.day, blocks.agreed.number) == (date(2023, 8, 31), "1")
    assert blocks.approved is not None
    assert not blocks.approved.is_dated


def test_abbreviations_on_lines_and_in_one_paragraph():
    lines = [
        "Принятые сокращения:",
        "УО - управление образования;",
        "ЦМН – целевая модель",
        "Состав",
    ]
    paragraph = [
        "Используемые сокращения: ОО – образовательные организации; ИМЦ – центр методистов."
    ]

    assert {one.short: one.meaning for one in read_abbreviations(lines)} == {
        "УО": "управление образования", "ЦМН": "целевая модель"
    }  # fmt: skip
    assert [one.short for one in read_abbreviations(paragraph)] == ["ОО", "ИМЦ"]
    assert read_abbreviations(["Дорожная карта – план", "Директор – Зорина"]) == ()


def entered(*runs):
    """Titles after each run of title rows; a run is rows «number|title» and the next number."""
    stack, told = SectionStack(), []
    for *rows, following in runs:
        titles = [SectionRow(*reversed(row.rpartition("|")[::2])) for row in rows]
        stack.enter(titles, following)
        told.append(list(stack.titles))
    return told


def test_sections_of_numbers_stand_in_each_other():
    assert entered(
        ("5|Мониторинг", "5.1"), ("6|Управление", "6.1|Контроль", "6.1.1"), ("6.2|Работа", "6.2.1")
    ) == [["Мониторинг"], ["Управление", "Контроль"], ["Управление", "Работа"]]


def test_stages_stand_above_sections():
    assert entered(
        ("Документы", "1"), ("ОСНОВНОЙ ЭТАП", "Документы", "1"), ("Работа", "5"),
        ("ИТОГ: ЭТАП 3", "1"),
    ) == [
        ["Документы"], ["ОСНОВНОЙ ЭТАП", "Документы"], ["ОСНОВНОЙ ЭТАП", "Работа"], ["ИТОГ: ЭТАП 3"]
    ]  # fmt: skip


def test_roman_sections_and_titles_without_any_mark():
    assert entered(("I|Документы", "1"), ("II|Работа", "2")) == [["Документы"], ["Работа"]]
    assert entered(("Часть I", "Люди", "1"), ("Бумаги", "3"), ("Часть II", "Всё", "1")) == [
        ["Часть I", "Люди"], ["Часть I", "Бумаги"], ["Часть II", "Всё"]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("deadline", "responsible", "expected"),
    [
        ("до 1 октября", "Завуч", [("до 1 октября", "Завуч")]),
        ("Октябрь\nАпрель", "Завуч\nПсихолог", [("Октябрь", "Завуч"), ("Апрель", "Психолог")]),
        ("Октябрь\nАпрель", "Завуч", [("Октябрь", "Завуч"), ("Апрель", "Завуч")]),
        ("с 1 по\n15 октября", "А", [("с 1 по\n15 октября", "А")]),
        ("до 1 октября – куратор; ежегодно – директор", "ОО",
         [("до 1 октября", "куратор"), ("ежегодно", "директор")]),
        ("Август 2021 г., далее – ежегодно Октябрь 2021 г., далее – ежегодно", "УО, РЦО ОО, ДО",
         [("Август 2021 г., далее – ежегодно", "УО, РЦО"),
          ("Октябрь 2021 г., далее – ежегодно", "ОО, ДО")]),
    ],
)  # fmt: skip
def test_deadlines_of_a_cell_with_their_responsibles(deadline, responsible, expected):
    tasks = tasks_of(deadline, responsible, ReadingYear.calendar(2021))

    assert [(one.phrase, one.responsible) for one in tasks] == expected
