"""The page «Люди»: what it shows, how it filters, what can be done with the people chosen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.people import PersonKind, PoolSide
from tests import factory
from tests.factory import TODAY, YEAR
from tests.ui.school_window import button_in, texts_in
from tests.ui.widget_walk import nameless
from ui.requests import NewPairing, RecordConsents, ShowPeople

NBSP = "\u00a0"


@pytest.fixture
def people(services):
    """A mentor, a young teacher, a student and a guest; answers their ids by last name."""
    guest = factory.teacher_draft("Гостев", kind=PersonKind.OUTSIDE, organisation="ООО «Завод»")
    return {
        "Ёлкина": factory.make_person(services, mentor_side=PoolSide(joined_on=TODAY)),
        "Юнгин": factory.make_person(services, "Юнгин", months=10),
        "Соколов": factory.make_student(services),
        "Гостев": services.people.save(guest, YEAR).record_id,
    }


def names(seen):
    return [row[0].split()[0] for row in seen.rows()]


def pick(seen, *person_ids):
    seen.page.records.table.pick(set(person_ids))
    seen.settle()


def words_of_menu(seen):
    return [action.text() for action in seen.page.records.table.make_menu().actions()]


def choose_in_menu(seen, words):
    menu = seen.page.records.table.make_menu()
    next(action for action in menu.actions() if action.text() == words).trigger()
    seen.settle()


def test_an_empty_page_leads_to_a_list_or_to_a_card(open_window):
    seen = open_window("people")
    empty = seen.page.records.empty
    assert not empty.isHidden()
    assert button_in(empty, "Загрузить список…")
    seen.prompts.answer("ask_draft", None)
    seen.click("Добавить сотрудника", empty)
    assert seen.prompts.asked == [("ask_draft", "Новый сотрудник")]


def test_a_row_tells_post_service_and_role(open_window, services):
    factory.make_person(services, mentor_side=PoolSide(joined_on=TODAY))
    (row,) = open_window("people").rows()
    assert row == ["Ёлкина Анна Петровна", "учитель, физика", "", "10", "наставник", ""]


def test_a_year_of_birth_stands_where_the_date_is_not_known(open_window, services):
    factory.make_person(services, birth_year=1991)
    seen = open_window("people")
    titles = [column.title for column in seen.page.model.columns]
    seen.page.records.table.look.show_column(titles.index("Дата рождения"), is_shown=True)
    (row,) = seen.rows()
    assert "1991" in row


@pytest.mark.parametrize(
    ("chip", "expected"),
    [
        ("all", ["Гостев", "Ёлкина", "Соколов", "Юнгин"]),
        ("staff", ["Ёлкина", "Юнгин"]),
        ("students", ["Соколов"]),
        ("outside", ["Гостев"]),
        ("mentors", ["Ёлкина"]),
        ("mentees", []),
        ("early_career", ["Юнгин"]),
    ],
)
def test_a_chip_shows_its_people_and_counts_them(open_window, people, chip, expected):
    seen = open_window("people")
    seen.page.records.filters.choose(chip)
    assert names(seen) == expected
    counts = {each.key: each.count for each in seen.page.chips(seen.page._rows)}
    assert counts[chip] == len(expected)


def test_the_archive_is_a_chip_of_its_own_once_somebody_is_in_it(open_window, services, people):
    assert "archive" not in {each.key for each in open_window("people").page.chips([])}
    services.people.archive([people["Юнгин"]])
    seen = open_window("people")
    assert "Юнгин" not in names(seen)
    seen.page.records.filters.choose("archive")
    assert names(seen) == ["Юнгин"]


def test_a_filter_by_class_leaves_its_students(open_window, services, people):
    factory.make_student(services, "Белов", school_class="5А")
    seen = open_window("people")
    seen.page.records.filters.set_filter("school_class", "5А")
    assert names(seen) == ["Белов"]


@pytest.mark.parametrize("query", ["елкин", "`krby", "физика ёлк", "ЁЛК"])
def test_search_forgives_letters_order_and_layout(open_window, people, query):
    seen = open_window("people")
    seen.page.records.search.setText(query)
    assert "Ёлкина" in names(seen)
    assert "Соколов" not in names(seen)


def test_names_sort_with_e_and_yo_alike(open_window, people):
    seen = open_window("people")
    seen.page.model.sort(0, Qt.SortOrder.DescendingOrder)
    assert names(seen) == ["Юнгин", "Соколов", "Ёлкина", "Гостев"]


def test_marking_many_as_mentees_tells_all_and_can_be_undone(open_window, services, people):
    seen = open_window("people")
    pick(seen, people["Юнгин"], people["Соколов"])
    seen.click("Отметить наставляемым 2026/27", seen.window.details)
    assert any("2 наставляемых" in text.replace(NBSP, " ") for text in seen.notice)
    seen.page.records.filters.choose("mentees")
    assert names(seen) == ["Соколов", "Юнгин"]
    seen.click("Отменить", seen.window.status.notices)
    assert names(seen) == []


def test_the_menu_offers_to_take_the_mark_away_where_it_is(open_window, people):
    seen = open_window("people")
    pick(seen, people["Ёлкина"])
    assert "Снять отметку наставника" in words_of_menu(seen)
    assert "Отметить наставником 2026/27" not in words_of_menu(seen)
    choose_in_menu(seen, "Снять отметку наставника")
    seen.page.records.filters.choose("mentors")
    assert names(seen) == []


def test_people_go_to_the_archive_and_come_back(open_window, services, people):
    seen = open_window("people")
    pick(seen, people["Юнгин"])
    choose_in_menu(seen, "В архив")
    seen.page.records.filters.choose("archive")
    pick(seen, people["Юнгин"])
    assert "Создать пару…" not in words_of_menu(seen)
    choose_in_menu(seen, "Вернуть из архива")
    assert services.people.rows(YEAR, archived=True) == []


def test_a_pair_is_begun_with_the_mentor_among_the_chosen(open_window, people):
    seen = open_window("people")
    asked = []
    seen.page.actions._shell = replace(seen.shell, open_page=lambda *where: asked.append(where))
    pick(seen, people["Ёлкина"], people["Юнгин"])
    choose_in_menu(seen, "Создать пару…")
    wanted = NewPairing((people["Юнгин"],), people["Ёлкина"])
    assert asked == [("pairings", wanted)]


def test_the_pane_tells_facts_cases_consents_and_pairs(open_window, services):
    mentor_id = factory.make_mentor(services)
    factory.make_pairing(services, mentor_id, factory.make_mentee(services))
    seen = open_window("people")
    pick(seen, mentor_id)
    said = [text.replace(NBSP, " ") for text in texts_in(seen.window.details)]
    assert "25 лет" in said
    assert "Крутиковой Ольги Николаевны" in said
    assert "Крутикова О. Н. → Петров И. И." in said
    consents = [row for row in _rows(seen) if row.text.startswith("На участие")]
    assert [row.text for row in consents] == ["На участие: 04.09.2026"]


def test_the_pane_marks_a_mentor_at_one_click(open_window, services, people):
    seen = open_window("people")
    pick(seen, people["Юнгин"])
    next(row for row in _rows(seen) if row.text == "Наставник").run()
    seen.settle()
    assert [row.name.last_name for row in services.people.rows(YEAR) if row.is_mentor] == [
        "Ёлкина",
        "Юнгин",
    ]


def test_the_history_tells_who_changed_what(open_window, services, people):
    services.people.archive([people["Юнгин"]])
    services.people.unarchive([people["Юнгин"]])
    seen = open_window("people")
    pick(seen, people["Юнгин"])
    seen.click("Кто и что менял", seen.window.details)
    said = " ".join(texts_in(seen.prompts.shown[0]))
    assert "В архив" in said
    assert "Добавлен человек" in said


def test_the_page_goes_to_a_person_who_is_hidden_by_the_filter(open_window, people):
    seen = open_window("people")
    seen.page.records.filters.choose("students")
    seen.window.open_page("people", people["Ёлкина"])
    seen.settle()
    assert [row.name.last_name for row in seen.page.picked()] == ["Ёлкина"]


def test_another_page_asks_for_a_chip(open_window, people):
    seen = open_window("people")
    seen.window.open_page("people", ShowPeople("early_career"))
    assert names(seen) == ["Юнгин"]


def test_another_page_asks_for_consents(open_window, services, people):
    seen = open_window("people")
    seen.prompts.answer("ask_draft", lambda draft: replace(draft, signed_on=TODAY))
    seen.window.open_page("people", RecordConsents((people["Юнгин"],)))
    seen.settle()
    (consent,) = services.consents.of_person(people["Юнгин"])
    assert (consent.kind, consent.signed_on) == (ConsentKind.PARTICIPATION, TODAY)


def test_a_screen_reader_can_say_every_part(open_window, people):
    seen = open_window("people")
    pick(seen, people["Ёлкина"])
    assert nameless(seen.page.view) == []
    assert nameless(seen.window.details) == []


def _rows(seen):
    return [
        item
        for section in seen.page.details.sections
        for item in section.items
        if hasattr(item, "state")
    ]
