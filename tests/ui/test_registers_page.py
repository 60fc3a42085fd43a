"""The page «Базы»: both bases of the year, the version for publication, files and papers."""

from dataclasses import replace

import pytest

from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.people import PoolSide
from tests import factory
from tests.factory import TODAY
from tests.ui.school_window import texts_in
from tests.ui.widget_walk import nameless
from ui.requests import ShowPeople


@pytest.fixture
def pair(services):
    """A mentor who may be published, and a young teacher who may not; answers their ids."""
    mentor_id, mentee_id = factory.make_mentor(services), factory.make_mentee(services)
    factory.make_pairing(services, mentor_id, mentee_id)
    factory.consent(services, mentor_id, kind=ConsentKind.PUBLICATION)
    return mentor_id, mentee_id


def shown(seen):
    """Titles of the columns and the first row, as texts."""
    table = seen.page.table.shown_table()
    return dict(zip(table.headings, table.rows[0], strict=True))


def chips(seen):
    return [text.replace("\u00a0", " ") for text in texts_in(seen.page.registers.kinds)]


def test_both_bases_are_chips_with_their_counts(open_window, services, pair):
    factory.make_person(services, "Ёлкина", mentor_side=PoolSide(joined_on=TODAY))
    seen = open_window("registers")
    assert "База наставников  2" in chips(seen)
    assert "База наставляемых  1" in chips(seen)


def test_the_table_has_the_columns_of_the_form(open_window, pair):
    seen = open_window("registers")
    assert len(shown(seen)) == 16
    assert shown(seen)["ФИО наставляемого (наставляемых)"] == "Петров Иван Ильич"
    seen.page.registers.kinds.choose("mentees")
    assert len(shown(seen)) == 13
    assert shown(seen)["Дата вхождения в программу"] == "08.09.2026"


def test_contacts_of_several_lines_stand_in_one(open_window, services):
    factory.make_student(services, phone="+79000000001", mentee_side=PoolSide(joined_on=TODAY))
    seen = open_window("registers")
    seen.page.registers.kinds.choose("mentees")
    contacts = shown(seen)["Контактные данные для связи (данные представителя)"]
    assert contacts == "+79000000001, Соколова Инна Львовна, мать, +79000000003"


def test_the_version_for_publication_names_only_who_agreed(open_window, pair):
    seen = open_window("registers")
    seen.page.registers.public.setChecked(True)
    seen.settle()
    assert shown(seen)["ФИО наставника"] == "Крутикова Ольга Николаевна"
    assert shown(seen)["ФИО наставляемого (наставляемых)"] == "–"
    assert "Контактные данные для связи" not in shown(seen)


def test_the_pane_tells_the_row_and_leads_to_the_people(open_window, pair):
    mentor_id, mentee_id = pair
    seen = open_window("registers")
    asked = []
    seen.page.shell = replace(seen.shell, open_page=lambda *where: asked.append(where))
    seen.page.table.selectRow(0)
    seen.settle()
    assert seen.page.details.title == "Крутикова Ольга Николаевна"
    seen.click("Петров Иван Ильич", seen.window.details)
    seen.click("Открыть на странице «Люди»", seen.window.details)
    assert asked == [("people", mentee_id), ("people", mentor_id)]


def test_search_leaves_the_rows_that_fit(open_window, services, pair):
    factory.make_person(services, "Ёлкина", mentor_side=PoolSide(joined_on=TODAY))
    seen = open_window("registers")
    seen.page.registers.search.setText("елкина")
    assert shown(seen)["ФИО наставника"] == "Ёлкина Анна Петровна"
    seen.page.registers.search.setText("никого")
    assert not seen.page.registers.nothing.isHidden()


def test_an_empty_base_leads_to_the_people(open_window):
    seen = open_window("registers")
    asked = []
    seen.page.shell = replace(seen.shell, open_page=lambda *where: asked.append(where))
    assert not seen.page.registers.empty.isHidden()
    seen.click("Выбрать на странице «Люди»", seen.page.registers.empty)
    assert asked == [("people", ShowPeople("staff"))]


@pytest.mark.parametrize("file_format", ["xlsx", "docx", "pdf"])
def test_a_base_is_saved_after_a_word_about_personal_data(open_window, pair, tmp_path, file_format):
    seen = open_window("registers")
    path = tmp_path / f"база.{file_format}"
    seen.prompts.answer("ask_yes_no", True)
    seen.prompts.answer("choose_file_to_save", path)
    seen.page.save(file_format)
    seen.settle()
    assert path.stat().st_size > 1000
    assert f"Сохранено: {path.name}" in seen.notice


def test_nothing_is_saved_when_the_word_is_heeded(open_window, pair):
    seen = open_window("registers")
    seen.prompts.answer("ask_yes_no", False)
    seen.page.save("xlsx")
    assert seen.prompts.asked == [("ask_yes_no", "Сохранить таблицу с персональными данными?")]


def test_the_version_for_publication_is_saved_without_a_question(open_window, pair, tmp_path):
    from python_calamine import CalamineWorkbook

    seen = open_window("registers")
    seen.page.registers.public.setChecked(True)
    path = tmp_path / "для сайта.xlsx"
    seen.prompts.answer("choose_file_to_save", path)
    seen.page.save("xlsx")
    seen.settle()
    cells = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    words = {str(cell) for row in cells for cell in row}
    assert "Крутикова Ольга Николаевна" in words
    assert not any("Петров" in word for word in words)


def test_hidden_columns_are_not_printed(open_window, pair):
    seen = open_window("registers")
    seen.page.table.look.show_column(2, is_shown=False)
    assert "contacts" not in seen.page.table.shown_codes
    assert len(seen.page.table.shown_codes) == 15
    seen.page.table.look.show_column(2, is_shown=True)


def test_the_paper_opens_in_the_preview(open_window, pair):
    seen = open_window("registers")
    seen.page.look_at()
    seen.settle()
    assert [dialog.windowTitle() for dialog in seen.prompts.shown] == ["База наставников 2026-2027"]


def test_a_screen_reader_can_say_every_part_of_the_bases(open_window, pair):
    seen = open_window("registers")
    assert nameless(seen.page.view) == []
