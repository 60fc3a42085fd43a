"""«Начать новый учебный год…»: the preview, what is chosen in it, the window in the new year."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.new_year import (
    Fate,
    NewYearPlan,
    NotCarried,
    PairingContinuation,
    PoolOffer,
    StudentMove,
)
from nastavnik_desktop.domain.people import PoolSide
from nastavnik_desktop.services.bases import BaseService
from tests import factory
from tests.factory import TODAY, YEAR
from tests.ui.school_window import button_in, texts_in
from tests.ui.widget_walk import nameless
from ui.dialogs.new_year_dialog import NewYearDialog
from ui.dialogs.new_year_parts import fate_words
from ui.requests import StartNewYear

SMALL = StudentMove(1, FullName("Белов", "Пётр", "Ильич"), "5А")
TALL = StudentMove(2, FullName("Агеев", "Лев", "Ильич"), "11А", Fate.LEAVES)
PLAN = NewYearPlan(
    YEAR,
    moves=(SMALL, TALL),
    pools=(PoolOffer(3, FullName("Ёлкина", "Анна", "Петровна"), "mentor"),),
    pairings=(PairingContinuation(7, "Ёлкина А. П. → Белов П., 5А", "учитель – ученик", 3, (1,)),),
    staying=(NotCarried("Лукин А. Р.", "класс не указан"),),
)


@pytest.fixture
def dialog(qtbot):
    made = NewYearDialog(None, PLAN)
    qtbot.addWidget(made)
    made.begin(PLAN)
    return made


def test_the_preview_gives_back_what_was_proposed(dialog):
    assert dialog.draft() == PLAN
    assert not dialog.is_changed()


def test_students_whose_fate_must_be_chosen_come_first(dialog):
    assert dialog.students.filters.chosen == "graduating"
    assert [row[0] for row in dialog.students.table.shown_table().rows] == ["Агеев Лев Ильич"]


def test_a_fate_is_chosen_for_the_selected(dialog):
    dialog.students.table.selectRow(0)
    dialog.students.fate.set_value(Fate.REPEATS)
    dialog.students.fate.activated.emit(1)
    assert dialog.draft().moves[1].fate is Fate.REPEATS
    assert dialog.draft().moves[1].to_class == "11А"


def test_words_of_fates():
    assert fate_words(SMALL) == "перейдёт в 6А"
    assert fate_words(replace(SMALL, fate=Fate.REPEATS)) == "останется в 5А"
    assert fate_words(TALL) == "выбывает в архив"


def test_the_summary_follows_the_choices(dialog):
    def said():
        return dialog.summary.text().replace("\u00a0", " ")

    assert said() == "Будет: 1 ученик перейдёт, 1 выбудет, 1 запись баз, 1 пара продолжится"
    button_in(dialog, "Начать год")
    dialog.pairings._toggle_all()
    assert said() == "Будет: 1 ученик перейдёт, 1 выбудет, 1 запись баз"


def test_a_plan_without_anything_cannot_be_begun(qtbot):
    empty = NewYearPlan(YEAR, staying=PLAN.staying)
    made = NewYearDialog(None, empty)
    qtbot.addWidget(made)
    made.begin(empty)
    assert not made.saving.isEnabled()
    assert [problem.message for problem in made.problems(made.draft())] == [made.summary.text()]


def test_what_stays_is_told_with_its_reason(dialog):
    rows = [
        row
        for table in dialog.findChildren(type(dialog.students.table))
        for row in table.shown_table().rows
    ]
    assert ("Лукин А. Р.", "класс не указан") in rows


def test_every_part_has_a_name(dialog):
    assert nameless(dialog) == []


def begin(program, school_file):
    """A school whose year ends, with a student, a mentor and a pair."""
    program.start(school_file)
    services = program.services
    services.school.save(replace(services.school.get(), fixed_today=date(2027, 8, 20)))
    student_id = factory.make_student(services, school_class="5А")
    mentor_id = factory.make_person(services, mentor_side=PoolSide(joined_on=TODAY))
    factory.make_pairing(services, mentor_id, student_id, form_code="student-student")
    program.bases.shell.choose_year(YEAR)
    program.settle()
    return student_id


def test_the_new_year_is_begun_shown_and_taken_back(program, school_file):
    student_id = begin(program, school_file)
    program.prompts.answer("ask_draft", None)
    program.click("Начать год")
    program.prompts.answer("ask_draft", lambda plan: plan)
    program.act("new_year")
    assert program.bases.shell.year() == YEAR.next
    assert program.services.people.draft(student_id, YEAR.next).school_class == "6А"
    assert isinstance(program.services.bases, BaseService)
    assert program.services.bases.backups()
    program.click("Отменить", program.window.status.notices)
    assert program.services.people.draft(student_id, YEAR.next).school_class == ""


def test_the_choice_of_years_offers_the_new_one(program, school_file):
    begin(program, school_file)
    asked = []
    program.bases.frame._shell = replace(
        program.bases.shell, open_page=lambda *where: asked.append(where)
    )
    menu = program.window.top_bar._year.menu()
    next(each for each in menu.actions() if each.text() == "Начать новый учебный год…").trigger()
    assert asked == [("people", StartNewYear())]


def test_a_year_that_was_undone_is_left(program, school_file):
    begin(program, school_file)
    program.bases.shell.choose_year(YEAR.next.next)
    program.settle()
    assert program.bases.shell.year() == program.services.school.current_year()
    assert any("учебный год" in text for text in texts_in(program.window.top_bar))
