"""Any headers over any values: a table is read to the end, whatever stands in its cells."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik_desktop.imports.grid import Grid, Merge
from nastavnik_desktop.imports.kinds import Kind, assign_columns, recognise_kind
from nastavnik_desktop.imports.rows import TableReader
from nastavnik_desktop.imports.scope import Scope
from nastavnik_desktop.imports.table_finding import find_tables
from nastavnik_desktop.imports.wording import load_words

RESOURCES = Path(__file__).resolve().parents[2] / "resources" / "import"
HEADERS = st.sampled_from(
    [
        "№", "ФИО", "Фамилия", "Имя", "Отчество", "ФИО наставника", "Наставник (ФИО, должность)",
        "ФИО наставляемого (наставляемых)", "Класс", "Параллель", "Литера", "Должность, предмет",
        "Предмет", "Категория, дата присвоения", "Дата аттестации", "Стаж (общий/педагогический)",
        "Общий стаж", "Дата рождения", "Год рождения", "Телефон", "Телефон родителей", "Эл. почта",
        "Контактные данные (данные представителя)", "ФИО матери", "Кем приходится", "Запрос",
        "Компетенции", "Сколько человек готов взять", "Дата начала", "Окончание", "Срок", "Форма",
        "Согласие", "Отметка о прохождении", "Место работы/учебы наставника", "Примечание",
        "Является наставником", "Телефон наставника", "Группа", "Непонятный столбец",
    ]
)  # fmt: skip
CELLS = st.one_of(
    st.none(),
    st.sampled_from(
        [
            "Зорин Лев Ильич", "Котова О.И.", "ВАКАНСИЯ", "Итого", "-//-", "-", "нет", "#Н/Д", "5А",
            "5A", "5 «Б» класс", "учитель, физика", "учитель; директор", "высшая, 31.02.2020",
            "12/5", "с 2006", "более 20", "8-900-000-00-01, 2-00-45", "8,9E+10", "A@B.example",
            "мама Зорина О.П. 8-900-000-00-01", "сентябрь 2023", "31.04.2024", "01.09.23-31.05.24",
            "учитель-ученик", "Форма «ученик – ученик»", "1. Ким Алла, 5А\n2. Ли Ян (6Б)", "да",
            "Директор ______ Котова О.И.", "молодой специалист", "(декрет)", "1-2", "2000 г.р.",
        ]
    ),
    st.text(max_size=20),
    st.integers(-5, 100_000_000_000),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.booleans(),
)  # fmt: skip
MERGES = st.builds(
    lambda top, left, down, right: Merge(top, left, top + down, left + right),
    st.integers(0, 8), st.integers(0, 7), st.integers(0, 2), st.integers(0, 7),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    st.lists(HEADERS, min_size=2, max_size=8),
    st.lists(st.lists(CELLS, max_size=8), max_size=8),
    st.lists(MERGES, max_size=3),
    st.sampled_from(Kind),
)
def test_no_table_breaks_the_reader(headers, body, merges, kind):
    rows = (tuple(headers), *map(tuple, body))
    for table in find_tables(Grid("5А", rows, tuple(merges))):
        recognised = recognise_kind(table, "", False)
        for one in (recognised, kind):
            columns = assign_columns(table, one)
            result = TableReader(table, columns, Scope(one, date(2026, 11, 21))).read()
            assert len(columns) == len(table.columns)
            assert all(1 < row.row <= len(rows) for row in result.rows)


def test_word_lists_hold_no_phrase_of_two_meanings():
    meanings: dict[str, str] = {}
    for group in ("names", "meanings"):
        for meaning, phrases in load_words("columns")[group].items():
            for phrase in phrases:
                assert meanings.setdefault(phrase, meaning) == meaning, phrase


def test_word_lists_are_readable_files():
    for path in RESOURCES.glob("*.json"):
        assert json.loads(path.read_text("utf-8")), path.name
