"""Loading a list from the page: choose, agree, see the people, take it back."""

import tempfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from nastavnik_desktop.imports.own_words import ColumnWording
from nastavnik_desktop.services.import_preview import Decision
from tests import factory
from tests.factory import YEAR
from tests.ui.school_window import button_in, texts_in
from tests.ui.scripted_prompts import ScriptedPrompts
from ui.controllers.importing import PASTE_WORDS, ListImport
from ui.item_models.rows_model import RowsModel
from ui.requests import ImportList
from ui.user_settings import UserSettings
from ui.widgets.records_table import RecordsTable

TABLES = Path(__file__).parents[1] / "data" / "tables"


@pytest.fixture
def page(open_window):
    return open_window("people")


def agree(preview):
    return preview


def test_a_list_is_loaded_shown_and_taken_back_in_one_step(page, services):
    page.prompts.answer("choose_file_to_open", TABLES / "01-staff-school17.xlsx")
    page.prompts.answer("ask_draft", agree)
    page.click("Загрузить список…", page.page.records.header)
    assert len(page.rows()) == 32
    assert any("32 человека" in text.replace("\u00a0", " ") for text in page.notice)
    page.click("Отменить", page.window.status.notices)
    assert services.people.rows(YEAR) == []


def test_the_user_may_change_her_mind_twice(page, services):
    page.prompts.answer("choose_file_to_open", None)
    page.page.importing.choose()
    page.prompts.answer("choose_file_to_open", TABLES / "01-staff-school17.xlsx")
    page.prompts.answer("ask_draft", None)
    page.page.importing.choose()
    page.settle()
    assert services.people.rows(YEAR) == []


def test_only_what_was_agreed_is_loaded(page, services):
    def without_the_first(preview):
        return preview.with_line(replace(preview.lines[0], decision=Decision.SKIP))

    page.prompts.answer("ask_draft", without_the_first)
    page.window.open_page("people", ImportList(TABLES / "01-staff-school17.xlsx"))
    page.settle()
    assert len(services.people.rows(YEAR)) == 31


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut short", "не таблица".encode()])
def test_a_file_that_cannot_be_read_gets_a_sentence(page, services, tmp_path, content):
    path = tmp_path / "список.xlsx"
    path.write_bytes(content)
    page.prompts.answer("show_error", None)
    page.page.importing.load(path)
    page.settle()
    ((_method, sentence),) = page.prompts.asked
    assert "список.xlsx" in sentence
    assert services.people.rows(YEAR) == []


def test_the_report_is_saved_from_the_notice(page, tmp_path):
    page.prompts.answer("ask_draft", agree)
    page.page.importing.load(TABLES / "01-staff-school17.xlsx")
    page.settle()
    path = tmp_path / "отчёт.xlsx"
    page.prompts.answer("choose_file_to_save", path)
    page.click("Сохранить отчёт…", page.window.status.notices)
    sheet = openpyxl.load_workbook(path).active
    texts = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert {"Заболотная Лариса Витальевна", "добавить", "Кадры, K33"} <= texts


def test_pairs_that_could_not_be_made_are_told_with_their_reason(page, tmp_path):
    page.prompts.answer("ask_draft", agree)
    page.page.importing.load(TABLES / "03-mentees-mr42.xlsx")
    page.settle()
    assert any("не создано пар: 15" in text for text in page.notice)
    path = tmp_path / "отчёт.xlsx"
    page.prompts.answer("choose_file_to_save", path)
    page.click("Сохранить отчёт…", page.window.status.notices)
    rows = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    reasons = [row for row in rows if "пара не создана" in row]
    assert len(reasons) == 15
    assert "наставник не найден" in str(reasons[0])


class WorkedPrompts(ScriptedPrompts):
    """Works on each preview with its planned act, then answers as the dialog was left."""

    def __init__(self, acts):
        super().__init__()
        self.acts = list(acts)

    def ask_draft(self, make_dialog, draft, problems=()):
        dialog = make_dialog(None)
        dialog.begin(draft, problems)
        dialog.show()
        self.acts.pop(0)(dialog)
        is_agreed = dialog.result() == QDialog.DialogCode.Accepted
        return dialog.draft() if is_agreed else None

    def show_error(self, title, error):
        self.asked.append(("show_error", error.message))


@pytest.fixture
def work_on(page):
    """Loads a file while the acts work on its previews, one after another."""

    def load(path, *acts):
        prompts = WorkedPrompts(acts)
        ListImport(replace(page.shell, prompts=prompts)).load(path)
        for _ in acts:
            page.settle()
        assert prompts.acts == []
        return prompts

    return load


def reads_column(header, meaning, *, is_for_all=False):
    """An act: say what a column holds, here or in every list, and have the file read again."""

    def act(dialog):
        (column,) = [one for one in dialog.draft().reading.columns if one.header == header]
        dialog.columns.table.pick({(column.sheet, column.column)})
        assert not dialog.columns.again.isEnabled()
        dialog.columns.meaning.set_value(meaning)
        dialog.columns.for_all.setChecked(is_for_all)
        dialog.columns.again.click()

    return act


def test_a_column_gets_the_meaning_that_the_user_says(page, services, work_on):
    seen = []

    def look(dialog):
        seen.append(dialog.draft().reading.columns)
        assert dialog.tabs.currentWidget() is dialog.columns
        assert any("решения сброшены" in text for text in texts_in(dialog.columns))

    path = TABLES / "01-staff-school17.xlsx"
    work_on(
        path,
        reads_column("Должность", "note"),
        look,
    )
    assert {one.header: one.meaning for one in seen[0]}["Должность"] == "note"
    again = services.imports.read(path).reading
    assert {one.header: one.meaning for one in again.columns}["Должность"] == "note"


def test_a_heading_may_be_taught_for_every_list(services, work_on, tmp_path):
    person = {"ФИО": "Пак Анна Львовна", "Кем трудится": "учитель", "Дата": "01.02.1990"}

    def table(name, *heads):
        book = openpyxl.Workbook()
        book.active.append(heads)
        book.active.append([person[head] for head in heads])
        book.save(tmp_path / name)
        return tmp_path / name

    act = reads_column("Кем трудится", "position", is_for_all=True)
    work_on(table("Один.xlsx", "ФИО", "Кем трудится", "Дата"), act, lambda _dialog: None)
    assert services.imports.column_wordings() == [ColumnWording("Кем трудится", "position")]
    other = services.imports.read(table("Другой.xlsx", "Дата", "Кем трудится", "ФИО"))
    assert other.reading.people[0].position == "учитель"


def test_a_meaning_with_which_the_file_says_nothing_can_be_taken_back(work_on):
    seen = []
    path = TABLES / "01-staff-school17.xlsx"
    work_on(
        path,
        reads_column("Ф.И.О.", "ignored"),
        reads_column("Ф.И.О.", "full_name"),
        lambda dialog: seen.append(dialog.draft()),
    )
    assert len(seen[0].lines) == 32


def test_a_meaning_is_not_kept_when_the_file_could_not_be_read_with_it(services, work_on, tmp_path):
    path = tmp_path / "список.xlsx"
    content = (TABLES / "01-staff-school17.xlsx").read_bytes()
    path.write_bytes(content)

    def lose_the_file(dialog):
        path.unlink()
        reads_column("Должность", "note")(dialog)

    shown = []
    prompts = work_on(path, lose_the_file, lambda dialog: shown.append(dialog.draft()))
    assert [method for method, _words in prompts.asked] == ["show_error"]
    assert len(shown[0].lines) == 32
    path.write_bytes(content)
    columns = services.imports.read(path).reading.columns
    assert {one.header: one.meaning for one in columns}["Должность"] == "position"


def test_who_is_not_in_the_list_is_named_and_shown_after_the_loading(page, services, tmp_path):
    services.imports.commit(services.imports.read(TABLES / "01-staff-school17.xlsx"))
    left = factory.make_person(services, "Ушедшая")
    before = services.people.draft(left, YEAR)
    page.prompts.answer("ask_draft", agree)
    page.page.importing.load(TABLES / "01-staff-school17.xlsx")
    page.settle()
    path = tmp_path / "отчёт.xlsx"
    page.prompts.answer("choose_file_to_save", path)
    page.click("Сохранить отчёт…", page.window.status.notices)
    sheet = openpyxl.load_workbook(path).active
    (row,) = [row for row in sheet.iter_rows(values_only=True) if "нет в списке" in row]
    assert any("Ушедшая" in str(value) for value in row)
    assert services.people.draft(left, YEAR) == before


def test_the_missing_are_selected_from_the_notice(page, services):
    services.imports.commit(services.imports.read(TABLES / "01-staff-school17.xlsx"))
    left = factory.make_person(services, "Ушедшая")
    page.prompts.answer("ask_draft", agree)
    page.page.importing.load(TABLES / "01-staff-school17.xlsx")
    page.settle()
    page.click("Кого нет в списке: 1", page.window.status.notices)
    assert [row.person_id for row in page.page.picked()] == [left]


def test_the_missing_are_shown_when_there_is_nothing_to_load(page, services, work_on):
    path = TABLES / "01-staff-school17.xlsx"
    services.imports.commit(services.imports.read(path))
    left = factory.make_person(services, "Ушедшая")
    page.page.reload()
    page.settle()
    work_on(path, lambda dialog: button_in(dialog, "Показать в «Людях»").click())
    assert [row.person_id for row in page.page.picked()] == [left]


COPIED = (
    "Фамилия, имя, отчество\tДолжность\tТелефон\r\n"
    "Берёзкина Анна Игоревна\tучитель, методист\t+7 912 000-00-01\r\n"
    "Туров Пётр Ильич\tучитель физики, химии\t+7 912 000-00-02\r\n"
)


@pytest.fixture
def clipboard():
    made = QGuiApplication.clipboard()
    yield made
    made.clear()


@pytest.fixture
def temporary_folder(tmp_path, monkeypatch):
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_a_block_copied_in_a_table_is_loaded(page, services, clipboard, temporary_folder):
    clipboard.setText(COPIED)
    page.prompts.answer("ask_draft", agree)
    page.page.importing.paste()
    page.settle()
    names = [row.name.full for row in services.people.rows(YEAR)]
    assert names == ["Берёзкина Анна Игоревна", "Туров Пётр Ильич"]
    assert list(temporary_folder.iterdir()) == []


def test_a_pasted_block_is_read_again_for_a_column(page, clipboard, temporary_folder):
    clipboard.setText(COPIED)
    seen = []
    acts = [reads_column("Должность", "note"), lambda dialog: seen.append(dialog.draft())]
    ListImport(replace(page.shell, prompts=WorkedPrompts(acts))).paste()
    for _ in range(2):
        page.settle()
    assert {one.header: one.meaning for one in seen[0].reading.columns}["Должность"] == "note"
    assert list(temporary_folder.iterdir()) == []


def test_a_copied_block_that_is_no_table_gets_a_sentence(page, services, clipboard):
    clipboard.setText('ФИО\tДолжность\n"' + "я" * 200_000)
    page.prompts.answer("show_error", None)
    page.page.importing.paste()
    page.settle()
    ((_method, sentence),) = page.prompts.asked
    assert "нет таблицы" in sentence
    assert services.people.rows(YEAR) == []


@pytest.mark.parametrize("text", ["", "  \n", "просто слово"])
def test_without_a_table_on_the_clipboard_nothing_is_read(page, clipboard, text):
    clipboard.setText(text)
    page.page.importing.paste()
    page.settle()
    assert any("В буфере обмена нет таблицы" in said for said in page.notice)


def test_pasting_is_in_the_menu_of_a_table_and_on_its_keys(page, qtbot, clipboard):
    clipboard.setText("")
    table = RecordsTable("pasted", "Список", RowsModel([], id), UserSettings())
    qtbot.addWidget(table)
    table.show()
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    page.page.importing.serve(table)
    assert PASTE_WORDS in [action.text() for action in table.make_menu().actions()]
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.settle()
    assert any("В буфере обмена нет таблицы" in said for said in page.notice)
