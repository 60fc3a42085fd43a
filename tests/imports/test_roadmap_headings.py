"""Headings of road maps and plans: real ones, and the same with what people and Word do to them."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.imports.roadmap_headings import MEANINGS, HeadingMeaning, meaning_of

FILE = Path(__file__).parents[1] / "data" / "deadlines" / "headers-dev.jsonl"
REAL = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("label", REAL, ids=lambda label: label["header"][:50])
def test_a_real_heading(label):
    assert meaning_of(label["header"]) == HeadingMeaning(label["meaning"], tuple(label["also"]))


@pytest.mark.parametrize("label", REAL, ids=lambda label: label["header"][:50])
def test_case_blanks_and_line_breaks_change_nothing(label):
    header = label["header"]
    for written in (header.upper(), header.replace(" ", "\n"), f"  {header.replace(' ', '  ')} :"):
        assert meaning_of(written).meaning == label["meaning"]


@pytest.mark.parametrize(
    ("header", "meaning", "also"),
    [
        ("№№ п/п", "number", ()),
        ("Номер", "number", ()),
        ("Этап", "stage", ()),
        ("Наименование этапа", "stage", ()),
        ("Направление деятельности", "stage", ()),
        ("Мероприятия, направленные на внедрение", "activity", ()),
        ("Структурное подразделение", "responsible", ()),
        ("Мероприятия", "activity", ()),
        ("Содержание работы", "activity", ()),
        ("Виды деятельности", "activity", ()),
        ("Форма и название мероприятия", "activity", ()),
        ("Наименование разделов, мероприятий", "activity", ("stage",)),
        ("Содержание деятельности", "details", ()),
        ("Содержание деятельности и примерный план мероприятий", "details", ()),
        ("Форма проведения", "details", ()),
        ("Сроки", "deadline", ()),
        ("Дата", "deadline", ()),
        ("Период реализации", "deadline", ()),
        ("Дата, время и место проведения", "deadline", ("place",)),
        ("Сроки и ответственные", "deadline", ("responsible",)),
        ("Фактический срок исполнения", "done_date", ()),
        ("Фактическая дата", "done_date", ()),
        ("Ответственный исполнитель/соисполнители", "responsible", ()),
        ("Исполнители", "responsible", ()),
        ("Ф.И.О. ответственного", "responsible", ()),
        ("Ожидаемые результаты", "result", ()),
        ("Ожидаемый результат / подтверждающий документ", "result", ("document",)),
        ("Показатели (индикаторы)", "indicator", ()),
        ("2023 г.", "indicator", ()),
        ("Вид документа", "document", ()),
        ("Форма отчётности", "document", ()),
        ("Отметка о выполнении", "status", ()),
        ("Статус", "status", ()),
        ("Место проведения", "place", ()),
        ("Целевая аудитория", "participants", ()),
        ("Кол-во участников", "quantity", ()),
        ("Источник финансирования", "funding", ()),
        ("Форма контроля", "control", ()),
        ("Где рассматривается", "control", ()),
        ("Примечание", "note", ()),
        ("Телефон", "other", ()),
        ("Ответ-\nственный", "responsible", ()),
        ("Срок испол- нения", "deadline", ()),
        ("М е р о п р и я т и е", "activity", ()),
        ("Меропрития", "activity", ()),
        ("Ответсвенный", "responsible", ()),
        ("Oтветственный", "responsible", ()),
        ("Результаты\u00a0", "result", ()),
        ("", "other", ()),
    ],
)
def test_a_heading_in_the_same_spirit(header, meaning, also):
    assert meaning_of(header) == HeadingMeaning(meaning, also)


@given(st.text(max_size=250))
def test_any_text_has_a_meaning_of_the_list(header):
    found = meaning_of(header)

    assert {found.meaning, *found.also} <= set(MEANINGS)
