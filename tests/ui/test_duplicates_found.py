"""«Найти повторы…»: the list of similar cards, two cards side by side, one card of two."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.card_merge import MergeField, MergePreview
from tests import factory
from tests.factory import YEAR
from tests.ui.school_window import texts_in
from tests.ui.widget_walk import nameless
from ui.dialogs.merge_dialog import MergeDialog

PREVIEW = MergePreview(
    kept_id=1,
    gone_id=2,
    kept_title="Ёлкина Анна Петровна",
    gone_title="Елкина Анна Петровна",
    fields=(
        MergeField("last_name", "фамилия", "Ёлкина", "Елкина", takes_other=False),
        MergeField("phone", "телефон", "–", "+79000000001", takes_other=True),
    ),
    moving=("2 согласия",),
)


@pytest.fixture
def twins(services):
    """One teacher on two cards, the second without ё but with a telephone."""
    first = factory.make_person(services, "Ёлкина", birth_date=date(1980, 5, 7))
    return first, factory.make_person(services, "Елкина", phone="+79000000001")


@pytest.fixture
def dialog(qtbot):
    made = MergeDialog(None)
    qtbot.addWidget(made)
    made.begin(PREVIEW)
    return made


def find(seen):
    menu = seen.page.records.table.make_menu()
    next(each for each in menu.actions() if each.text() == "Найти повторы…").trigger()
    seen.settle()
    return seen.prompts.shown[-1] if seen.prompts.shown else None


def last_names(services):
    return [row.name.last_name for row in services.people.rows(YEAR)]


def test_the_proposed_values_are_chosen_at_first(dialog):
    assert dialog.draft() == PREVIEW
    assert not dialog.is_changed()


def test_every_value_can_be_taken_from_the_other_card(dialog):
    dialog.values.take_all(is_right=True)
    assert dialog.draft().taken == {"last_name", "phone"}
    dialog.values.take_all(is_right=False)
    assert dialog.draft().taken == frozenset()


def test_both_cards_and_what_moves_are_told(dialog):
    said = texts_in(dialog)
    assert {"Ёлкина Анна Петровна", "Елкина Анна Петровна"} <= set(said)
    assert "Перейдёт к одной карточке: 2 согласия." in said
    assert nameless(dialog) == []


def test_a_refusal_stops_the_merging(dialog):
    refused = replace(PREVIEW, refusal="Это разные люди.")
    assert [problem.message for problem in dialog.problems(refused)] == ["Это разные люди."]


def test_similar_cards_are_listed_with_reasons(open_window, twins):
    seen = open_window("people")
    listed = find(seen)
    ((first, second, reason, likelihood),) = listed.table.shown_table().rows
    assert {first.split()[0], second.split()[0]} == {"Ёлкина", "Елкина"}
    assert (reason, likelihood) == ("отличие только в букве ё", "почти наверняка")
    assert nameless(listed) == []
    listed.close()


def test_two_cards_become_one_and_two_again(open_window, services, twins):
    seen = open_window("people")
    listed = find(seen)
    seen.prompts.answer("ask_draft", lambda preview: preview)
    listed.compare.click()
    seen.settle()
    assert last_names(services) == ["Ёлкина"]
    assert services.people.rows(YEAR)[0].phone == "+79000000001"
    assert not listed.none.isHidden()
    assert [row[0] for row in seen.rows()] == ["Ёлкина Анна Петровна"]
    seen.click("Отменить", seen.window.status.notices)
    assert set(last_names(services)) == {"Елкина", "Ёлкина"}
    listed.close()


def test_the_cards_of_a_pair_are_not_offered_for_merging(open_window, services, twins):
    first, second = twins
    factory.make_pairing(services, first, second)
    seen = open_window("people")
    listed = find(seen)
    seen.prompts.answer("show_error", None)
    listed.compare.click()
    seen.settle()
    assert "наставник и наставляемый одной пары" in seen.prompts.asked[-1][1]
    listed.close()


def test_a_base_without_duplicates_says_so(open_window, services):
    factory.make_person(services)
    listed = find(open_window("people"))
    assert not listed.none.isHidden()
    assert listed.compare.isHidden()
    listed.close()


def test_the_list_is_opened_anew_after_it_was_closed(open_window, twins):
    seen = open_window("people")
    find(seen).close()
    seen.settle()
    again = find(seen)
    assert seen.prompts.shown[1] is again
    again.close()


def test_two_people_are_told_apart_and_compared_again(open_window, services, twins):
    seen = open_window("people")
    listed = find(seen)
    assert listed.marked.isHidden()
    listed.differ.click()
    seen.settle()
    assert services.duplicates.find() == []
    assert seen.notice[0].startswith("Разные люди: Ёлкина")
    assert not listed.none.isHidden()
    assert listed.differ.isHidden()

    listed.marked.click()
    marked = seen.prompts.shown[-1]
    ((first, second, day),) = marked.table.shown_table().rows
    assert {first.split()[0], second.split()[0]} == {"Ёлкина", "Елкина"}
    assert day == "08.09.2026"
    assert nameless(marked) == []
    marked.take_back.click()
    seen.settle()
    assert len(services.duplicates.find()) == 1
    assert not listed.table.isHidden()
    listed.close()
