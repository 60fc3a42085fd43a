"""«Ответственный» cells: real ones, abbreviations, roles with names, groups, organisations."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.imports.responsible_words import ResponsibleType
from nastavnik_desktop.imports.responsibles import read_responsible

FILE = Path(__file__).parents[1] / "data" / "deadlines" / "responsible-dev.jsonl"
REAL = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
METHODS = "методических объединений"


def parts(text, abbreviations=None):
    return [
        (str(part.type), part.name or part.role, part.role if part.name else None)
        for part in read_responsible(text, abbreviations)
    ]


@pytest.mark.parametrize("label", REAL, ids=lambda label: label["text"][:50])
def test_a_real_cell(label):
    found = [
        {"type": str(part.type), "name": part.name, "role": part.role}
        for part in read_responsible(label["text"])
    ]

    assert found == label["parts"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Директор", [("role", "директор", None)]),
        ("Директор Лапина А.П.", [("person", "Лапина А.П.", "директор")]),
        ("отв. за сайт (Лыков П.П.)", [("person", "Лыков П.П.", "ответственный за сайт")]),
        (
            "Лапина А.П., директор; Котов И.И., зам. директора по УВР",
            [
                ("person", "Лапина А.П.", "директор"),
                ("person", "Котов И.И.", "заместитель директора по учебно-воспитательной работе"),
            ],
        ),
        (
            "Лапина А.П. – куратор, Котов И.И. – методист",
            [("person", "Лапина А.П.", "куратор"), ("person", "Котов И.И.", "методист")],
        ),
        (
            "Лапина Анна Петровна, Котов Илья Ильич",
            [("person", "Лапина Анна Петровна", None), ("person", "Котов Илья Ильич", None)],
        ),
        ("А.П. Лапина", [("person", "А.П. Лапина", None)]),
        ("социальный педагог Белова", [("person", "Белова", "социальный педагог")]),
        ("Куратор, наставники", [("role", "куратор", None), ("group", "наставники", None)]),
        ("Директор и куратор", [("role", "директор", None), ("role", "куратор", None)]),
        ("Учителя физики и математики", [("group", "учителя физики и математики", None)]),
        ("кл. рук. 5-11 кл.", [("group", "классные руководители 5-11 классов", None)]),
        ("рук. ШМО", [("role", "руководитель школьного методического объединения", None)]),
        ("руководители МО", [("group", f"руководители {METHODS}", None)]),
        ("ЗДУВР", [("role", "заместитель директора по учебно-воспитательной работе", None)]),
        (
            "Зам.директора по НМР, соц. педагог",
            [
                ("role", "заместитель директора по научно-методической работе", None),
                ("role", "социальный педагог", None),
            ],
        ),
        ("Педагоги - наставники", [("group", "педагоги-наставники", None)]),
        ("Классные руководители 1 – 4 кл.", [("group", "классные руководители 1-4 классов", None)]),
        ("Родительский комитет", [("group", "родительский комитет", None)]),
        ("Заведующий отделом", [("role", "заведующий отделом", None)]),
        ("Минобрнауки региона", [("org", "Минобрнауки региона", None)]),
        ("Учащиеся 5-9 классов", [("group", "учащиеся 5-9 классов", None)]),
        (
            "И.о. директора Лапина А.П.",
            [("person", "Лапина А.П.", "исполняющий обязанности директора")],
        ),
        (
            "Ответственные за наставничество в ОО",
            [("group", "ответственные за наставничество в образовательных организациях", None)],
        ),
        (
            "зам. директора по УР, ВР",
            [("role", "заместитель директора по учебной работе и воспитательной работе", None)],
        ),
        ("Рабочая группа", [("group", "рабочая группа", None)]),
        ("Педагогический совет", [("group", "педагогический совет", None)]),
        ("Администрация школы", [("group", "администрация школы", None)]),
        ("Администрация города", [("org", "Администрация города", None)]),
        ("МБОУ «СОШ № 5»", [("org", "МБОУ «СОШ № 5»", None)]),
        ("ЦНППМ, ИРО", [("org", "ЦНППМ", None), ("org", "ИРО", None)]),
        (
            "УО, РЦО ОО, ДО",
            [
                ("org", "УО", None),
                ("org", "РЦО", None),
                ("group", "общеобразовательные организации", None),
                ("group", "организации дополнительного образования", None),
            ],
        ),
        ("Ответственный за сайт", [("role", "ответственный за сайт", None)]),
        ("Все учителя", [("group", "учителя", None)]),
        ("", []),
        ("- ", []),
    ],
)
def test_a_cell_in_the_same_spirit(cell, expected):
    assert parts(cell) == expected


def test_a_role_over_a_name_is_one_person():
    assert parts("Заместитель директора по ВР\nЛапина А.П.") == [
        ("person", "Лапина А.П.", "заместитель директора по воспитательной работе")
    ]


def test_a_remark_in_brackets_is_dropped_and_told():
    (person, body) = read_responsible("Котов С.Е (сайт), Ресурсный центр")

    assert (person.name, person.note) == ("Котов С.Е.", "сайт")
    assert (body.type, body.note) == (ResponsibleType.ORG, "")


def test_abbreviations_explained_in_the_document():
    explained = {"УО": "Управление образования", "ОО": "общеобразовательные организации"}

    assert parts("УО, ОО", explained) == [
        ("org", "УО", None),
        ("group", "общеобразовательные организации", None),
    ]


@given(st.text(alphabet="АБВабв .,;-–\n()«»№/1IУиО", max_size=80))
def test_any_text_gives_clean_parts(cell):
    for part in read_responsible(cell):
        assert part.name or part.role
        assert (part.type is ResponsibleType.PERSON) <= bool(part.name)
