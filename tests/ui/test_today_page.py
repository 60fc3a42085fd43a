"""The page «Сегодня»: figures, tasks with their buttons, the first steps, a calm end of the day."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.today import Task, TaskAction
from tests import factory
from tests.ui.school_window import button_in, texts_in
from tests.ui.widget_walk import cut_texts, nameless
from ui.controllers.today import _destination
from ui.requests import ImportList, PickRecords, RecordConsents
from ui.widgets.cards import StatCard


def words_of(seen):
    return [text.replace("\u00a0", " ") for text in texts_in(seen.page.view)]


def test_a_new_base_leads_by_steps_and_marks_what_is_done(open_window):
    seen = open_window("today")
    words = words_of(seen)
    assert words.index("Первые шаги") < words.index("Сведения о школе")
    assert "готово" in words
    assert "Загрузить из Excel" in words
    assert not seen.page.view.findChildren(StatCard), "nothing to count yet"


def test_the_day_of_the_training_school_is_said(open_window):
    seen = open_window("today")
    assert "Учебная школа, 8 сентября 2026 г." in words_of(seen)


def test_a_school_of_today_says_the_day_of_the_week(open_window, services):
    factory.make_school(services, fixed_today=None)
    seen = open_window("today")
    weekdays = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
    assert any(text.startswith(weekdays[date.today().weekday()]) for text in words_of(seen))


def test_a_young_teacher_without_a_mentor_is_a_task_that_opens_the_matching(open_window, services):
    mentee = factory.make_mentee(services)
    seen = open_window("today", "matching")
    assert "1 молодой специалист без наставника" in words_of(seen)
    task = next(
        made
        for made in seen.page.view.findChildren(type(button_in(seen.page.view, "Подобрать")))
        if "молодой специалист" in made.accessibleName()
    )
    task.click()
    seen.settle()
    assert seen.window.pages.front_name == "matching"
    assert [line.key for line in seen.page.view.mentees.lines] == [mentee]


def test_the_figure_of_a_card_opens_its_page(open_window, services):
    factory.make_order(services)
    seen = open_window("today", "pairings", "orders", "people")
    cards = seen.page.view.findChildren(StatCard)
    assert len(cards) == 4
    QTest.keyClick(cards[-1], Qt.Key.Key_Return)
    seen.settle()
    assert seen.window.pages.front_name == "orders"


def test_what_is_done_disappears_at_once(open_window, services):
    mentor, mentee = factory.make_mentor(services), factory.make_mentee(services)
    factory.make_pairing(services, mentor, mentee, is_consented=False)
    seen = open_window("today")
    assert "1 пара ждёт письменного согласия" in words_of(seen)
    factory.consent(services, mentor, mentee)
    seen.shell.changes.publish(Changes.CONSENTS)
    seen.settle()
    assert "1 пара ждёт письменного согласия" not in words_of(seen)


def test_consents_are_asked_of_those_who_have_not_signed(open_window, services):
    mentor, mentee = factory.make_mentor(services), factory.make_mentee(services)
    factory.make_pairing(services, mentor, mentee, is_consented=False)
    seen = open_window("today", "people")
    tasks = services.today.summary(factory.YEAR).tasks
    task = next(each for each in tasks if each.action is TaskAction.RECORD_CONSENTS)
    assert _destination(task) == ("people", RecordConsents((mentor,)))
    seen.settle()


def test_when_all_is_done_the_page_says_so(open_window, services):
    factory.make_order(services, signed_on=factory.TODAY)
    mentors = [row.person_id for row in services.people.rows(factory.YEAR)]
    services.people.set_pool(mentors, "mentor", factory.YEAR, is_in=True)
    seen = open_window("today")
    summary = services.today.summary(factory.YEAR)
    assert seen.page.view.calm.isHidden() is bool(summary.tasks or summary.first_steps)


@pytest.mark.parametrize("action", TaskAction)
def test_every_task_leads_to_a_page(action):
    page, _key = _destination(Task("", "", "", action, target_ids=(7,)))
    of_schools = {"people", "pairings", "matching", "orders", "settings", "road_map"}
    assert page in {*of_schools, "consolidation"}


def test_several_records_are_picked_together():
    task = Task("", "", "", TaskAction.OPEN_PEOPLE, target_ids=(7, 8))
    assert _destination(task) == ("people", PickRecords((7, 8)))
    assert _destination(Task("", "", "", TaskAction.IMPORT_STAFF)) == ("people", ImportList())


def test_everything_has_a_name_and_nothing_is_cut(open_window, services):
    factory.make_pairing(services, is_consented=False)
    seen = open_window("today")
    seen.window.resize(1366, 768)
    seen.settle()
    assert nameless(seen.page.view) == []
    assert cut_texts(seen.page.view) == []


def test_before_anybody_is_in_the_base_only_the_next_step_can_be_done(open_window):
    seen = open_window("today")
    words = words_of(seen)
    assert "Загрузить из Excel" in words
    assert "Создать пару" not in words


def test_with_people_every_step_that_is_left_can_be_done(open_window, services):
    factory.make_mentor(services)
    seen = open_window("today")
    words = words_of(seen)
    assert {"Отметить", "Создать пару"} <= set(words)
