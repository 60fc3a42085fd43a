"""Lists in the settings: needs, rules of names, the dictionary of columns."""

from dataclasses import replace

import pytest

from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.domain.need_words import NeedAudience
from nastavnik_desktop.domain.people import PoolSide
from nastavnik_desktop.imports.own_words import ColumnWording
from tests.factory import YEAR, make_person
from tests.ui.widget_walk import cut_texts, nameless


@pytest.fixture
def seen(open_window):
    made = open_window("settings", "people")
    made.window.resize(1366, 768)
    return made


def shown(seen, name):
    """The controller of a section, its list read."""
    seen.page.open_record(name)
    seen.settle()
    return getattr(seen.page, name)


def rows(controller):
    return [row[0] for row in controller.view.table.shown_table().rows]


def pick(seen, controller, text):
    controller.view.table.selectRow(rows(controller).index(text))
    seen.settle()


def press(seen, each):
    each.click()
    seen.settle()


@pytest.mark.parametrize("name", ["needs", "names", "columns"])
def test_every_list_can_be_read_aloud_and_is_not_cut(seen, name):
    shown(seen, name)
    assert nameless(seen.page.view) == []
    assert cut_texts(seen.page.view) == []


def test_needs_of_both_kinds_are_shown_and_added(seen, services):
    needs = shown(seen, "needs")
    assert "дисциплина и внимание на уроке" in rows(needs)
    needs.audience.set_value(NeedAudience.STUDENT)
    assert "трудности по предмету" in rows(needs)
    seen.prompts.answer("ask_text", "дорога в школу")
    press(seen, needs.add)
    assert rows(needs)[-1] == "дорога в школу"
    seen.click("Отменить", seen.window.status)
    assert "дорога в школу" not in rows(needs)


def test_a_need_is_moved_archived_returned_and_removed(seen, services):
    needs = shown(seen, "needs")
    first, second = rows(needs)[:2]
    pick(seen, needs, second)
    press(seen, needs.up)
    assert rows(needs)[:2] == [second, first]
    pick(seen, needs, second)
    press(seen, needs.archive)
    pick(seen, needs, second)
    assert needs.archive.text() == "Вернуть"
    press(seen, needs.archive)
    pick(seen, needs, second)
    press(seen, needs.remove)
    assert second not in rows(needs)


@pytest.mark.parametrize("in_cards", [True, False])
def test_renaming_asks_about_the_cards(seen, services, in_cards):
    needs = shown(seen, "needs")
    first = rows(needs)[0]
    person_id = make_person(services, mentee_side=PoolSide(needs=(first,)))
    seen.prompts.answer("ask_text", "методика")
    seen.prompts.answer("ask_yes_no", in_cards)
    pick(seen, needs, first)
    press(seen, needs.rename)
    assert rows(needs)[0] == "методика"
    side = services.people.draft(person_id, YEAR).mentee_side
    assert side.needs == (("методика",) if in_cards else (first,))


def test_a_word_that_no_card_has_is_renamed_without_a_question(seen):
    needs = shown(seen, "needs")
    seen.prompts.answer("ask_text", "методика")
    pick(seen, needs, rows(needs)[0])
    press(seen, needs.rename)
    assert rows(needs)[0] == "методика"


def test_a_double_need_is_refused_in_words(seen):
    needs = shown(seen, "needs")
    before = rows(needs)
    seen.prompts.answer("ask_text", before[0])
    seen.prompts.answer("show_error", None)
    press(seen, needs.add)
    assert rows(needs) == before


def test_rules_of_names_are_listed_and_removed(seen, services):
    person_id = make_person(services, "Ворона")
    forms = {Case.DATIVE.value: "Воронэ Анне Петровне"}
    card = services.people.draft(person_id, YEAR)
    services.people.save(replace(card, case_forms=forms, are_name_forms_for_all=True), YEAR)
    names = shown(seen, "names")
    (line,) = names.view.table.shown_table().rows
    assert line == ("Ворона", "фамилия", "женщин", "дательный", "Воронэ")
    pick(seen, names, "Ворона")
    press(seen, names.remove)
    assert rows(names) == []
    seen.click("Отменить", seen.window.status)
    assert rows(names) == ["Ворона"]


def test_the_dictionary_of_columns_is_written_changed_and_emptied(seen, services):
    columns = shown(seen, "columns")
    added = ColumnWording("Кем трудится", "position")
    seen.prompts.answer("ask_draft", lambda _draft: added)
    press(seen, columns.add)
    assert rows(columns) == ["Кем трудится"]
    assert services.imports.column_wordings() == [added]

    seen.prompts.answer("ask_draft", lambda draft: replace(draft, meaning="ignored"))
    pick(seen, columns, "Кем трудится")
    press(seen, columns.edit)
    (line,) = columns.view.table.shown_table().rows
    assert line[1:] == ("не загружается", "всё название")
    pick(seen, columns, "Кем трудится")
    press(seen, columns.remove)
    assert rows(columns) == []


def test_the_dialog_of_a_heading_keeps_what_it_was_given(qtbot):
    from ui.dialogs.column_wording_dialog import ColumnWordingDialog

    dialog = ColumnWordingDialog(None, "Название столбца", is_whole=True)
    qtbot.addWidget(dialog)
    given = ColumnWording("Кем трудится", "mentor_subject")
    dialog.begin(given)
    assert dialog.draft() == given
    assert not dialog.is_changed()
    dialog.form.field("text").setText(" – ")
    assert "Напишите название столбца" in dialog.problems(dialog.draft())[0].message
    assert nameless(dialog) == []


def test_a_file_in_disorder_is_told(seen, data_home):
    (data_home / "import").mkdir(parents=True, exist_ok=True)
    (data_home / "import" / "columns.json").write_text("{", "utf-8")
    seen.prompts.answer("show_error", None)
    shown(seen, "columns")
    assert "не понят" in seen.prompts.asked[-1][1]
