"""The dialog of one record: problems beside fields, saving, leaving."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from nastavnik_desktop.domain.problems import Problem
from tests.ui.sample_dialog import CircleDialog, CircleDraft
from ui.prompts import QtPrompts


@pytest.fixture
def dialog(qtbot):
    made = CircleDialog(None)
    qtbot.addWidget(made)
    made.begin(CircleDraft("Шахматы"))
    made.show()
    return made


def press(widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))


def footer(dialog):
    return dialog._foot.currentIndex()


def test_what_was_filled_in_comes_out_again(dialog):
    draft = CircleDraft("Хор", "tue", "две строки\nтекста")
    dialog.fill(draft)
    assert dialog.draft() == draft


def test_a_mistake_stands_beside_its_field_and_keeps_the_dialog_open(dialog):
    dialog.name.clear()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.form.message_of("name") == "Напишите название кружка."
    assert dialog.name.property("has_error") == "true"
    assert dialog.name.accessibleDescription() == "Напишите название кружка."


def test_a_corrected_mistake_goes_away(dialog):
    dialog.name.clear()
    dialog.accept()
    dialog.name.setText("Хор")
    dialog.accept()
    assert dialog.form.message_of("name") == ""
    assert dialog.result() == dialog.DialogCode.Accepted


def test_a_warning_does_not_stop(dialog):
    dialog.accept()
    assert dialog.result() == dialog.DialogCode.Accepted
    assert dialog.form.message_of("day") == "По понедельникам совещание."


def test_what_a_service_found_is_shown_with_the_values_kept(qtbot):
    dialog = CircleDialog(None)
    qtbot.addWidget(dialog)
    dialog.begin(
        CircleDraft("Шахматы"),
        [Problem("name", "Такой кружок уже есть."), Problem("", "База занята.")],
    )
    assert dialog.draft().name == "Шахматы"
    assert dialog.form.message_of("name") == "Такой кружок уже есть."
    assert "База занята." in dialog.form._general.text()


def test_escape_leaves_at_once_when_nothing_was_changed(dialog):
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_escape_asks_in_the_footer_when_something_was_changed(dialog):
    dialog.name.setText("Хор")
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert footer(dialog) == 1
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == dialog.DialogCode.Rejected


def test_enter_alone_saves_nothing(dialog):
    press(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_the_wheel_changes_a_choice_only_with_the_focus(dialog):
    dialog.name.setFocus()
    down = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(dialog.day, down)
    assert dialog.day.value == "mon"


def test_a_choice_keeps_its_value_when_the_choices_change(dialog):
    dialog.day.set_value("tue")
    dialog.day.set_choices([("sat", "сб"), ("tue", "вт")])
    assert dialog.day.value == "tue"
    dialog.day.set_value("unknown")
    assert dialog.day.value is None


def test_one_call_asks_and_returns_the_draft(qapp):
    def work_with(change, finish):
        dialog = next(
            w for w in qapp.topLevelWidgets() if isinstance(w, CircleDialog) and w.isVisible()
        )
        dialog.name.setText(change)
        getattr(dialog, finish)()

    QTimer.singleShot(0, lambda: work_with("Хор", "accept"))
    assert QtPrompts().ask_draft(CircleDialog, CircleDraft()) == CircleDraft("Хор")
    QTimer.singleShot(0, lambda: work_with("", "reject"))
    assert QtPrompts().ask_draft(CircleDialog, CircleDraft()) is None


def test_the_dialog_stands_in_the_middle_of_its_window_and_on_the_screen(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(0, 0, 700, 700)
    window.show()
    dialog = CircleDialog(window)
    dialog.begin(CircleDraft())
    dialog.show()
    distance = dialog.geometry().center() - window.geometry().center()
    assert distance.manhattanLength() <= 8
    assert dialog.screen().availableGeometry().contains(dialog.geometry())


def test_the_script_of_a_test_can_work_with_a_draft(prompts):
    prompts.answer("ask_draft", lambda draft: CircleDraft(draft.name + " и хор"))
    assert prompts.ask_draft(CircleDialog, CircleDraft("Танец")) == CircleDraft("Танец и хор")


def test_an_unplanned_question_fails(prompts):
    with pytest.raises(AssertionError, match="unplanned"):
        prompts.ask_yes_no("Удалить?", "", "Удалить")
