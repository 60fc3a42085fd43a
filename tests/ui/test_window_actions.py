"""What the window does around its pages: steps back, the year, the search, help, keys."""

from tests import factory
from tests.ui.school_window import texts_in


def test_steps_are_undone_and_done_again_by_their_names(program, school_file):
    program.start(school_file)
    factory.make_person(program.services, "Ёлкина")
    program.bases.shell.changes.publish(program.window.pages.front.watches)
    program.settle()
    undo = program.window.actions_by_id["undo"]
    assert undo.text().startswith("Отменить: ")
    program.act("undo")
    assert program.services.people.rows(factory.YEAR) == []
    program.act("redo")
    assert len(program.services.people.rows(factory.YEAR)) == 1


def test_another_year_is_chosen_in_the_bar(program, training_school):
    program.start(training_school)
    program.window.top_bar.year_chosen.emit("2025/26")
    program.settle()
    assert program.bases.shell.year().label == "2025/26"
    assert any("2025/26 учебный год" in text for text in program.said)


def test_the_search_finds_people_orders_and_actions(program, training_school):
    program.start(training_school)
    program.act("search")
    palette = program.controller.finder.palette
    palette.field.setText("приказ")
    program.settle()
    lines = [palette.list.item(row).text() for row in range(palette.list.count())]
    assert lines[0] == "Приказы"
    assert "Создать приказ" in lines
    palette.open_current()
    program.settle()
    assert program.window.pages.front_name == "orders"
    palette.reject()


def test_without_a_base_only_actions_are_found(program):
    program.start()
    program.act("search")
    palette = program.controller.finder.palette
    palette.field.setText("ext,y")
    program.settle()
    lines = [palette.list.item(row).text() for row in range(palette.list.count())]
    assert lines == ["Действия", "Открыть учебную школу"]
    palette.reject()


def test_help_opens_at_the_page_in_front(program, school_file):
    program.start(school_file)
    program.window.open_page("settings")
    program.act("help")
    page = program.controller.help
    assert page.isVisible()
    assert page.text.verticalScrollBar().value() > 0
    program.window.close()
    assert not page.isVisible()


def test_every_action_has_words_and_keys_are_never_double(program):
    actions = program.window.actions_by_id.values()
    keys = [action.shortcut().toString() for action in actions if action.shortcut().toString()]
    assert len(keys) == len(set(keys))
    assert all(action.text() for action in actions)


def test_the_list_of_keys_can_be_opened(program):
    program.start()
    program.act("shortcuts")
    (dialog,) = program.prompts.shown
    assert "Ctrl+K" in texts_in(dialog)
    dialog.close()
