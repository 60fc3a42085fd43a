"""Loading a list from the page: choose, agree, see the people, take it back."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from nastavnik_desktop.services.import_preview import Decision
from tests.factory import YEAR
from ui.requests import ImportList

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
