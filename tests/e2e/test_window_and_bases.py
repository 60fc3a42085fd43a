"""The window around the main job: files, other windows, a crash, search, help."""

import platform

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.db.processes import run_python, window_holding
from tests.e2e.program import plain_texts_in
from tests.factory import make_person, make_school
from tests.ui.school_window import button_in
from ui.dialogs.person_dialog import PersonDialog
from ui.dialogs.question_dialog import QuestionDialog

CRASHING = """
import os, sys
from pathlib import Path
from nastavnik_desktop.bootstrap import build_services
from nastavnik_desktop.config.app_settings import AppSettings
from tests.factory import YEAR, teacher_draft
services = build_services(sys.argv[1], AppSettings())
services.unsaved_cards.keep(teacher_draft("Недописанная"), YEAR)
os._exit(9)
"""


@pytest.fixture
def school_file(open_services):
    """A school with one teacher in a file that nobody has open."""
    with open_services() as (services, path):
        make_school(services)
        make_person(services, "Ёлкина")
    return path


def banner_of(program):
    return " ".join(plain_texts_in(program.window.banner))


def test_a_file_that_was_double_clicked_opens(start, school_file):
    program = start(school_file)
    assert program.window.windowTitle() == "МБОУ «СОШ № 17» – Наставник"
    program.open("people")
    assert program.names == ["Ёлкина Анна Петровна"]


def test_the_last_base_opens_by_itself_and_a_lost_one_is_named(start, school_file):
    start(school_file).leave()
    again = start()
    assert again.window.windowTitle() == "МБОУ «СОШ № 17» – Наставник"
    again.leave()
    school_file.unlink()
    lost = start()
    said = " ".join(plain_texts_in(lost.page.view))
    assert "Базы «школа» нет в папке" in said
    assert "Создать базу своей школы" in said


def test_a_base_that_another_window_holds_is_read_only_and_says_who_holds_it(start, school_file):
    with window_holding(school_file):
        program = start(school_file)
        assert "только для чтения" in banner_of(program).lower()
        assert f"на компьютере {platform.node()}" in banner_of(program)
        assert not program.window.actions_by_id["undo"].isEnabled()
        program.open("people")
        assert len(program.rows()) == 2
        program.pick("Ёлкина")
        program.choose("В архив")
        assert len(program.prompts.errors) == 1
        assert len(program.rows()) == 2
        program.leave()


def test_a_card_that_was_open_at_a_crash_is_offered_again(start, hand, school_file):
    run_python(CRASHING, school_file, ends_with=9)

    def accept(question):
        assert "Карточка не была сохранена: Недописанная А. П." in plain_texts_in(question)
        button_in(question, "Открыть").click()

    program = start(school_file)
    hand.when(QuestionDialog, accept)
    hand.when(PersonDialog, lambda dialog: button_in(dialog, "Сохранить").click())
    program.click("Посмотреть", program.window.status.notices)
    assert program.names == ["Ёлкина Анна Петровна", "Недописанная Анна Петровна"]
    assert program.services.unsaved_cards.pending_drafts() == []


def test_help_opens_at_the_page_in_front_without_a_network(start, school_file):
    program = start(school_file)
    program.open("orders")
    program.do("help")
    text = program.controller.help.text
    assert program.controller.help.isVisible()
    assert "Приказы" in text.toPlainText()
    assert text.verticalScrollBar().value() > 0
    QTest.keyClick(program.controller.help, Qt.Key.Key_Escape)
    assert not program.controller.help.isVisible()


def test_the_search_finds_a_person_by_any_letters_and_goes_there(start, school_file):
    program = start(school_file)
    program.do("search")
    palette = program.controller.finder.palette
    palette.field.setText("петровна елк")
    program.settle()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    program.settle()
    assert program.window.pages.front_name == "people"
    assert "Ёлкина Анна Петровна" in program.pane


def test_the_search_finds_actions(start, school_file):
    program = start(school_file)
    program.do("search")
    palette = program.controller.finder.palette
    palette.field.setText("сочетан")
    program.settle()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    program.settle()
    assert [dialog.windowTitle() for dialog in program.prompts.shown] == ["Сочетания клавиш"]


def test_the_navigation_shows_where_a_question_comes_from(start, school_file, monkeypatch):
    program = start(school_file)
    events = []
    program.window.pages.opened.connect(events.append)
    monkeypatch.setattr(
        program.prompts, "choose_file_to_open", lambda *_asked: events.append("asked")
    )
    program.do("import")
    assert events == ["people", "asked"]
