"""A workbook with lists of several kinds: everyone becomes what his own list says."""

import openpyxl
import pytest

from nastavnik_desktop.domain.people import PersonKind
from tests.factory import YEAR

SHEETS = {
    "Сотрудники": [
        ["№", "ФИО", "Должность", "Стаж"],
        [1, "Рогов Павел Ильич", "учитель физики", 22],
        [2, "Титова Ия Львовна", "учитель химии", 1],
        [3, "Кац Роза Львовна", "учитель музыки", 9],
    ],
    "Наставники": [
        ["ФИО", "Должность", "Телефон"],
        ["Рогов Павел Ильич", "учитель физики", "8-900-000-00-01"],
    ],
    "Молодые специалисты": [["ФИО", "Должность"], ["Титова Ия Львовна", "учитель химии"]],
    "7А": [["№", "Фамилия Имя", "Дата рождения"], [1, "Чижов Лев", "01.02.2013"]],
    "Пары": [
        ["Наставник", "Наставляемый", "Форма"],
        ["Кац Роза Львовна", "Чижов Лев, 7А", "учитель – ученик"],
    ],
}


@pytest.fixture
def path(tmp_path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in SHEETS.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = tmp_path / "Всё сразу.xlsx"
    book.save(path)
    return path


def test_each_sheet_is_loaded_as_its_own_kind(services, path):
    preview = services.imports.read(path)
    loaded = services.imports.commit(preview)
    rows = {row.name.last_name: row for row in services.people.rows(YEAR)}

    assert {name: row.kind for name, row in rows.items()} == {
        "Рогов": PersonKind.STAFF,
        "Титова": PersonKind.STAFF,
        "Кац": PersonKind.STAFF,
        "Чижов": PersonKind.STUDENT,
    }
    cards = {name: services.people.draft(row.person_id, YEAR) for name, row in rows.items()}
    assert {name for name, card in cards.items() if card.mentor_side} == {"Рогов"}
    assert {name for name, card in cards.items() if card.mentee_side} == {"Титова"}
    assert cards["Рогов"].phone == "+79000000001"
    assert len(loaded.pairings.pairing_ids) == 1
    assert "duplicate" not in {problem.code for problem in preview.reading.problems}


def test_lists_of_several_kinds_make_nobody_missing(services, path):
    services.imports.commit(services.imports.read(path))
    assert services.imports.read(path).missing == ()
