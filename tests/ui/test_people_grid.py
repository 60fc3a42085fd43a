"""«Править таблицей»: typing, filling down, pasting a block, errors in red, one step."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from nastavnik_desktop.domain.bulk_edit import BulkField
from nastavnik_desktop.domain.people import PoolSide
from tests import factory
from tests.factory import TODAY, YEAR
from tests.ui.widget_walk import nameless
from ui.dialogs.grid_dialog import GridDialog
from ui.item_models.grid import GridDraft

SUBJECT, CATEGORY, CAPACITY = BulkField.SUBJECT, BulkField.CATEGORY, BulkField.CAPACITY


@pytest.fixture
def people(services):
    """A mentor, a teacher and a student; answers the ids."""
    return [
        factory.make_person(services, "Белова", mentor_side=PoolSide(joined_on=TODAY)),
        factory.make_person(services, "Серова"),
        factory.make_student(services),
    ]


@pytest.fixture
def dialog(qtbot, services, people):
    made = GridDialog(None)
    qtbot.addWidget(made)
    made.begin(GridDraft(tuple(services.bulk_edit.grid(people, YEAR))))
    return made


def cell(dialog, row, field):
    return dialog.model.index(row, dialog.model.fields.index(field))


def select(dialog, first, last):
    choice = QItemSelectionModel.SelectionFlag.ClearAndSelect
    dialog.table.setCurrentIndex(first)
    dialog.table.selectionModel().select(QItemSelection(first, last), choice)


def press(dialog, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QApplication.sendEvent(dialog.table, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))


def ctrl(dialog, key):
    press(dialog, key, Qt.KeyboardModifier.ControlModifier)


def texts(dialog, field):
    return [cell(dialog, row, field).data() for row in range(dialog.model.rowCount())]


def test_columns_are_the_fields_that_somebody_has(dialog):
    assert BulkField.SCHOOL_CLASS in dialog.model.fields
    assert CAPACITY in dialog.model.fields
    assert BulkField.NEEDS not in dialog.model.fields


def test_a_cell_that_is_not_for_a_person_is_locked_and_says_why(dialog):
    locked = cell(dialog, 2, SUBJECT)
    assert locked.data() == "–"
    assert not locked.flags() & Qt.ItemFlag.ItemIsEditable
    assert locked.data(Qt.ItemDataRole.ToolTipRole) == "не сотрудник школы"
    dialog.model.set_texts([(locked, "химия")])
    assert not dialog.is_changed()


def test_typing_changes_a_cell_and_typing_it_back_changes_nothing(dialog):
    first = cell(dialog, 0, SUBJECT)
    dialog.model.setData(first, "  химия ")
    assert dialog.draft().texts[first_key(dialog, SUBJECT)] == "химия"
    assert first.data(Qt.ItemDataRole.ToolTipRole) == "Было: физика"
    dialog.model.setData(first, "физика")
    assert not dialog.is_changed()


def first_key(dialog, field):
    return dialog.draft().rows[0].person_id, field


def test_ctrl_d_fills_the_selection_down_and_passes_locked_cells(dialog):
    dialog.model.setData(cell(dialog, 0, SUBJECT), "химия")
    select(dialog, cell(dialog, 0, SUBJECT), cell(dialog, 2, SUBJECT))
    ctrl(dialog, Qt.Key.Key_D)
    assert texts(dialog, SUBJECT) == ["химия", "химия", "–"]


def test_a_block_is_pasted_from_the_corner_of_the_selection(dialog):
    QGuiApplication.clipboard().setText("химия\tМО наук\r\nбиология\tМО наук\r\n")
    select(dialog, cell(dialog, 0, SUBJECT), cell(dialog, 0, SUBJECT))
    ctrl(dialog, Qt.Key.Key_V)
    assert texts(dialog, SUBJECT) == ["химия", "биология", "–"]
    assert texts(dialog, BulkField.DEPARTMENT) == ["МО наук", "МО наук", "–"]


def test_a_block_larger_than_the_grid_is_cut_off(dialog):
    QGuiApplication.clipboard().setText("\n".join(["5Б"] * 9))
    last = cell(dialog, 2, BulkField.SCHOOL_CLASS)
    select(dialog, last, last)
    ctrl(dialog, Qt.Key.Key_V)
    assert texts(dialog, BulkField.SCHOOL_CLASS)[2] == "5Б"


def test_one_value_is_pasted_into_all_selected_cells(dialog):
    QGuiApplication.clipboard().setText("первая")
    select(dialog, cell(dialog, 0, CATEGORY), cell(dialog, 1, CATEGORY))
    ctrl(dialog, Qt.Key.Key_V)
    assert texts(dialog, CATEGORY)[:2] == ["первая", "первая"]


def test_a_block_is_copied_as_excel_takes_it(dialog):
    select(dialog, cell(dialog, 0, BulkField.POSITION_TITLE), cell(dialog, 1, SUBJECT))
    ctrl(dialog, Qt.Key.Key_C)
    assert QGuiApplication.clipboard().text() == "учитель\tфизика\nучитель\tфизика"


def test_delete_empties_cells_and_ctrl_z_brings_them_back(dialog):
    select(dialog, cell(dialog, 0, SUBJECT), cell(dialog, 1, SUBJECT))
    press(dialog, Qt.Key.Key_Delete)
    assert texts(dialog, SUBJECT)[:2] == ["", ""]
    ctrl(dialog, Qt.Key.Key_Z)
    assert texts(dialog, SUBJECT)[:2] == ["физика", "физика"]


def test_enter_goes_down(dialog):
    dialog.table.setCurrentIndex(cell(dialog, 0, SUBJECT))
    press(dialog, Qt.Key.Key_Return)
    assert dialog.table.currentIndex() == cell(dialog, 1, SUBJECT)


def type_into_cell(dialog, text):
    """Letters begin the editing; Enter ends it."""
    keys = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text)
    QApplication.sendEvent(dialog.table, keys)
    editor = dialog.table.findChild(QLineEdit)
    enter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(editor, enter)
    QCoreApplication.processEvents()


def test_typed_letters_replace_a_cell_and_enter_steps_down_by_one(dialog):
    dialog.show()
    dialog.table.setCurrentIndex(cell(dialog, 0, SUBJECT))
    dialog.table.setFocus()
    type_into_cell(dialog, "химия")
    assert texts(dialog, SUBJECT)[0] == "химия"
    assert dialog.table.currentIndex() == cell(dialog, 1, SUBJECT)
    assert dialog.isVisible()


def test_a_cell_that_is_not_understood_stops_the_saving(dialog):
    wrong = cell(dialog, 0, CATEGORY)
    dialog.model.setData(wrong, "наивысшая")
    (problem,) = dialog.problems(dialog.draft())
    assert "наивысшая" in problem.message
    assert problem.message.startswith("Белова\u00a0А.\u00a0П., категория")
    assert wrong.data(Qt.ItemDataRole.BackgroundRole) is not None
    dialog.model.setData(wrong, "высшая")
    assert dialog.problems(dialog.draft()) == []


def test_an_editor_proposes_what_the_column_holds(dialog):
    delegate = dialog.table.itemDelegate()
    line = delegate.createEditor(dialog, None, cell(dialog, 0, SUBJECT))
    assert line.completer().model().stringList() == ["физика"]
    line = delegate.createEditor(dialog, None, cell(dialog, 0, CATEGORY))
    assert "высшая" in line.completer().model().stringList()


def test_the_grid_can_be_said_by_a_screen_reader(dialog):
    assert nameless(dialog) == []
    spoken = cell(dialog, 0, SUBJECT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Белова\u00a0А.\u00a0П., предмет: физика"


def typed(seen, people, **values):
    """What the user types for the first person; the answer of the dialog."""

    def change(draft):
        cells = {(people[0], BulkField(name)): text for name, text in values.items()}
        return replace(draft, texts=cells)

    seen.prompts.answer("ask_draft", change)


def choose(seen, words):
    menu = seen.page.records.table.make_menu()
    next(each for each in menu.actions() if each.text() == words).trigger()
    seen.settle()


def test_many_cells_are_saved_as_one_step(open_window, services, people):
    seen = open_window("people")
    typed(seen, people, subject="химия", category="высшая")
    choose(seen, "Править таблицей всё, что показано…")
    work = services.people.draft(people[0], YEAR).employment
    assert (work.subject, work.category.label) == ("химия", "высшая")
    seen.click("Отменить", seen.window.status.notices)
    assert services.people.draft(people[0], YEAR).employment.subject == "физика"


def test_refused_cells_come_back_with_what_was_typed(open_window, services, people):
    seen = open_window("people")
    seen.page.records.table.pick(set(people[:2]))
    seen.settle()
    typed(seen, people, position_title="учитель " * 60)
    seen.prompts.answer("ask_draft", None)
    choose(seen, "Править таблицей…")
    assert [words for _method, words in seen.prompts.asked] == ["Править таблицей"] * 2
    assert services.people.draft(people[0], YEAR).employment.position_title == "учитель"
