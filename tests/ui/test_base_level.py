"""A base of a school or of a municipality: chosen when it is made, changed in the settings."""

from dataclasses import replace

import pytest

from nastavnik_desktop.domain.consolidation.schools import BaseLevel
from nastavnik_desktop.domain.school import School
from tests import factory
from tests.ui.school_window import button_in, texts_in
from tests.ui.widget_walk import cut_texts, nameless
from ui.dialogs.school_dialog import SchoolDialog

AUTHORITY = "Управление образования г. Зареченска"


def pages_shown(program):
    return {
        name for name, made in program.window.navigation._buttons.items() if not made.isHidden()
    }


def make_municipality(program, path):
    program.start()
    program.prompts.answer("choose_file_to_save", path)
    program.prompts.answer(
        "ask_draft",
        lambda draft: replace(draft, short_name=AUTHORITY, level=BaseLevel.MUNICIPALITY),
    )
    program.click("Создать базу своей школы")


def test_the_dialog_of_a_new_base_asks_for_the_level_and_follows_it(qtbot):
    dialog = SchoolDialog(None)
    qtbot.addWidget(dialog)
    dialog.begin(School())
    assert dialog.draft().level is BaseLevel.SCHOOL
    dialog.level.set_value(BaseLevel.MUNICIPALITY)
    dialog._last_name.setText("Орлова")
    dialog._short_name.setText(AUTHORITY)
    made = dialog.draft()
    assert made.level is BaseLevel.MUNICIPALITY
    assert made.heads[0].title == "начальник управления образования"
    assert dialog.form.field("registers").isHidden()
    dialog._post.setText("заведующая отделом")
    dialog.level.set_value(BaseLevel.SCHOOL)
    assert dialog.draft().heads[0].title == "заведующая отделом"
    dialog.show()
    assert nameless(dialog) == []
    assert cut_texts(dialog) == []


def test_a_municipality_opens_with_its_own_pages_and_first_steps(program, tmp_path):
    make_municipality(program, tmp_path / "город.nastavnik")
    assert pages_shown(program) == {"today", "road_map", "consolidation", "settings"}
    said = program.said
    assert "Перечень школ" in said
    assert "Составить перечень школ" in said, "the notice offers the next step"
    assert "Загрузить список сотрудников" not in said
    shown = texts_in(program.window.pages.front.view)
    assert "Принять посылки…" in shown
    assert "Создать приказ" not in shown


def test_the_first_step_pastes_the_list_of_schools(program, tmp_path):
    make_municipality(program, tmp_path / "город.nastavnik")
    program.prompts.answer("ask_draft", lambda draft: replace(draft, text="МБОУ «СОШ № 1»"))
    button_in(program.window.pages.front.view, "Составить перечень").click()
    program.settle()
    assert program.window.pages.front_name == "consolidation"
    (row,) = program.window.pages.front.model.shown_rows()
    assert row.school.name == "МБОУ «СОШ № 1»"


def test_a_task_of_the_day_opens_its_schools(open_window, services):
    municipal = services.exchange.municipal
    municipal.save_level(BaseLevel.MUNICIPALITY)
    municipal.add_schools(municipal.schools_in("МБОУ «СОШ № 1»\nМБОУ «СОШ № 2»"))
    seen = open_window("today", "consolidation")
    seen.window.resize(1366, 768)
    seen.settle()
    assert cut_texts(seen.page.view) == []
    seen.click("Показать")
    assert seen.window.pages.front_name == "consolidation"
    assert len(seen.page.picked()) == 2


@pytest.mark.parametrize("has_people", [True, False])
def test_the_settings_change_the_level_and_nothing_goes_out_of_reach(
    program, school_file, has_people
):
    program.start(school_file)
    if has_people:
        factory.make_person(program.services)
    program.window.open_page("settings", "level")
    program.settle()
    page = program.window.pages.front
    page.level.view.level.set_value(BaseLevel.MUNICIPALITY)
    page.level.view.level.activated.emit(1)
    program.settle()
    shown = pages_shown(program)
    assert "consolidation" in shown
    assert ("people" in shown) is has_people
    program.act("undo")
    assert "consolidation" not in pages_shown(program)
    assert "people" in pages_shown(program)


def test_before_anything_was_entered_the_first_page_offers_the_choice(programs, tmp_path):
    from db.engine import open_base

    path = tmp_path / "пустая.nastavnik"
    with open_base(path, create=True) as base:
        factory.seed_reference_lists(base)
    program = programs().start(path)
    button_in(program.window.pages.front.view, "Выбрать уровень").click()
    program.settle()
    assert program.window.pages.front_name == "settings"
    assert program.window.pages.front._opened == "level"
