"""Small questions in the look of the program; Qt's own words in Russian; keys of pages."""

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from nastavnik_desktop.domain.errors import RuleViolation, StorageUnavailable, UnreadableFile
from tests.ui.widget_walk import nameless
from ui.dialogs.answer_dialog import AnswerDialog, choice_dialog, text_dialog
from ui.dialogs.question_dialog import QuestionDialog
from ui.prompts import QtPrompts, words_of
from ui.russian import install_russian


def when_shown(kind, work):
    """Work with the dialog of a kind as soon as it is open; it never stays open."""

    def find():
        open_ones = (each for each in QApplication.topLevelWidgets() if each.isVisible())
        dialog = next(each for each in open_ones if isinstance(each, kind))
        try:
            assert nameless(dialog) == []
            work(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, find)


def test_a_line_is_asked(qapp):
    def type_in(dialog):
        assert dialog.field.selectedText() == "Мой вид"
        dialog.field.setText("  Без приказа ")
        dialog.accept()

    when_shown(AnswerDialog, type_in)
    answer = QtPrompts().ask_text("Сохранить вид", "Название", "Мой вид")
    assert answer == "Без приказа"


def test_a_line_can_be_refused(qapp):
    when_shown(AnswerDialog, AnswerDialog.reject)
    assert QtPrompts().ask_text("Сохранить вид", "Название") is None


def test_one_of_several_is_asked(qapp):
    def choose(dialog):
        dialog.field.set_value(1)
        dialog.accept()

    when_shown(AnswerDialog, choose)
    assert QtPrompts().ask_choice("Копия", "Какую вернуть", ["12:00", "12:30"]) == 1


@pytest.mark.parametrize(("finish", "answer"), [("accept", True), ("reject", False)])
def test_a_question_is_answered(qapp, finish, answer):
    when_shown(QuestionDialog, lambda dialog: getattr(dialog, finish)())
    assert QtPrompts().ask_yes_no("Удалить пару?", "Это можно отменить.", "Удалить") is answer


def test_an_error_is_said_with_its_advice(qapp):
    said = []

    def read(dialog):
        said.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.accept()

    when_shown(QuestionDialog, read)
    QtPrompts().show_error("Не сохранено", StorageUnavailable("Диск полон.", "Освободите место."))
    assert said == ["Не сохранено", "Диск полон.\nОсвободите место."]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (RuleViolation("Номер занят.", "number"), "Номер занят."),
        (UnreadableFile("Файл не прочитан.", "лист 1, B7"), "Файл не прочитан.\nГде: лист 1, B7"),
    ],
)
def test_words_of_an_error_say_where(error, words):
    assert words_of(error) == words


def test_choices_are_shown_by_their_words(qtbot):
    dialog = choice_dialog(None, "Копия", "Какую вернуть", ["12:00", "12:30"])
    qtbot.addWidget(dialog)
    assert [dialog.field.itemText(at) for at in range(2)] == ["12:00", "12:30"]
    qtbot.addWidget(text_dialog(None, "Вид", "Название", ""))


def test_qt_speaks_russian(qapp):
    assert install_russian(qapp)
    assert QCoreApplication.translate("QDialogButtonBox", "Cancel") == "Отмена" or (
        QCoreApplication.translate("QPlatformTheme", "Cancel") == "Отмена"
    )
