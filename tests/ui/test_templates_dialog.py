"""The editor of texts: faults with their lines, words by the keyboard, versions, live paper."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from nastavnik_desktop.documents.template_picks import picks_of
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderKind
from tests import factory
from tests.factory import YEAR
from tests.ui.widget_walk import cut_texts, nameless
from ui.dialogs.template_versions_dialog import OfferedText, TemplateVersionsDialog
from ui.dialogs.templates_dialog import TemplatesDialog, TextTools

PAIRS, PROCESSING = OrderKind.PAIRS, ConsentKind.PROCESSING


class Renderer:
    """Takes what the preview asks for and answers when the test says so."""

    def __init__(self):
        self.trials = []
        self.on_loaded = self.on_error = None

    def __call__(self, trial, on_loaded, on_error):
        self.trials.append(trial)
        self.on_loaded, self.on_error = on_loaded, on_error


def press(widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers))


@pytest.fixture
def dialog(qtbot, services):
    factory.make_pairing(services)
    given = services.templates.all()
    renderer = Renderer()
    made = TemplatesDialog(
        None, TextTools(services.templates.check, picks_of, renderer), PAIRS, given
    )
    made.renderer = renderer
    made.samples_asked.connect(
        lambda: made.show_samples(made.kind, services.templates.samples(made.kind, YEAR))
    )
    qtbot.addWidget(made)
    made.begin(given)
    made.show()
    return made


def write(dialog, part, text):
    dialog.texts.edits[part].setPlainText(text)
    dialog.check()


def shown_faults(dialog):
    return [dialog.faults.item(row).text() for row in range(dialog.faults.count())]


def test_a_fault_names_part_line_and_word_and_enter_goes_there(dialog):
    write(dialog, "clauses", "Один.\nВ {{ yaer }} году.")
    assert shown_faults(dialog) == [
        "Пункты, строка 2: слово «yaer» программа не знает. Может быть, «year»?"
    ]
    dialog.faults.setFocus()
    press(dialog.faults, Qt.Key.Key_Return)
    edit = dialog.texts.edits["clauses"]
    assert dialog.focusWidget() is edit
    assert (edit.line, edit.textCursor().selectedText()) == (2, "yaer")
    edit.insert("year")
    dialog.check()
    assert shown_faults(dialog) == []
    assert dialog.faults.isHidden()


def test_a_text_with_a_fault_is_not_saved_and_its_kind_comes_to_the_front(dialog):
    write(dialog, "heading", "О парах {{ yaer }}")
    dialog.kinds.choose(PROCESSING)
    dialog.accept()
    assert dialog.result() != dialog.DialogCode.Accepted
    assert dialog.kind is PAIRS
    assert "Строка 1: слово «yaer»" in dialog.form.message_of("heading")


def test_going_to_another_kind_and_back_loses_nothing(dialog, services):
    write(dialog, "heading", "О наших парах")
    dialog.kinds.choose(PROCESSING)
    assert dialog.texts.edits["heading"].isHidden()
    write(dialog, "paragraphs", "Согласен.")
    dialog.kinds.choose(PAIRS)
    assert dialog.texts.edits["heading"].toPlainText() == "О наших парах"
    given, now = services.templates.all(), dialog.draft()
    assert {kind for kind in now if now[kind] != given[kind]} == {PAIRS, PROCESSING}
    spoken = Qt.ItemDataRole.AccessibleTextRole
    marked = [
        dialog.kinds.item(row).data(spoken)
        for row in range(dialog.kinds.count())
        if "изменён" in (dialog.kinds.item(row).data(spoken) or "")
    ]
    assert marked == ["О закреплении пар (групп), изменён", "Обработка данных, изменён"]


def test_unsaved_text_is_asked_about_on_closing(dialog):
    dialog.reject()
    assert not dialog.isVisible()
    dialog.show()
    write(dialog, "heading", "О наших парах")
    dialog.reject()
    assert dialog.isVisible()


def test_a_word_is_found_by_its_meaning_and_put_in_at_the_cursor_without_a_mouse(dialog):
    edit = dialog.texts.edits["grounds"]
    edit.setPlainText("Контроль: ")
    edit.go_to_line(1)
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    edit.entered.emit()
    dialog.pick_word()
    dialog.picker.field.setText("возложен контроль")
    press(dialog.picker.field, Qt.Key.Key_Return)
    assert edit.toPlainText() == "Контроль: {{ control | accusative }}"
    dialog.check()
    assert shown_faults(dialog) == []


def test_what_a_word_holds_and_how_it_is_declined_is_found_too(dialog):
    dialog.pick_word()
    dialog.picker.field.setText("дательный")
    texts = [dialog.picker.list.item(row).text() for row in range(dialog.picker.list.count())]
    assert "дательный падеж" in texts
    dialog.picker.field.setText("такого нет")
    assert dialog.picker.list.isHidden()
    dialog.picker.reject()


def test_the_paper_follows_the_text_with_what_the_base_holds(dialog, qtbot):
    renderer = dialog.renderer
    qtbot.waitUntil(lambda: len(renderer.trials) == 1)
    write(dialog, "heading", "О наших парах")
    dialog.paper._start()
    assert len(renderer.trials) == 1
    renderer.on_error(RuleViolation("Заполните сведения о школе."))
    assert [trial.template.heading for trial in renderer.trials][1:] == ["О наших парах"]
    assert renderer.trials[0].sample.draft.pairing_ids
    write(dialog, "heading", "О {{ yaer }}")
    dialog.paper._start()
    assert len(renderer.trials) == 2


def test_a_kind_without_a_sample_says_so_and_can_be_edited_still(dialog):
    dialog.kinds.choose(OrderKind.TERMINATION)
    assert "появится вместе с парами" in dialog.paper.preview._message
    assert dialog.texts.edits["clauses"].toPlainText()


def test_consents_are_tried_on_an_adult_and_on_a_minor(dialog, services):
    student = factory.make_student(services)
    factory.make_pairing(services, None, student)
    dialog.kinds.choose(PROCESSING)
    assert dialog.sample.count() == 2
    assert dialog.sample.isVisible()


def test_another_text_put_in_can_be_taken_back_by_one_step(dialog, services):
    original = services.templates.original(PAIRS)
    dialog.put(replace(original, heading="О прошлогоднем"))
    edit = dialog.texts.edits["heading"]
    assert edit.toPlainText() == "О прошлогоднем"
    edit.undo()
    assert edit.toPlainText() == original.heading


def test_a_version_is_compared_with_the_present_text_line_by_line(qtbot, services):
    present = services.templates.original(PAIRS)
    former = replace(present, heading="О парах")
    offered = [OfferedText("Версия 1", present), OfferedText("Версия 0", former)]
    versions = TemplateVersionsDialog(None, "приказ о парах", offered, present)
    qtbot.addWidget(versions)
    versions.begin(present)
    assert versions.draft() == former
    said = versions.lines.toPlainText().splitlines()
    assert said[:3] == ["ЗАГОЛОВОК", f"− {present.heading}", "+ О парах"]
    assert len(versions.lines.extraSelections()) == 2
    versions.versions.setCurrentRow(0)
    assert "не отличается" in versions._about.text()
    versions.show()
    assert nameless(versions) == []
    versions.reject()
    assert not versions.isVisible()


def test_every_field_of_the_editor_has_a_name_and_nothing_is_cut(dialog):
    dialog.resize(1290, 700)
    assert nameless(dialog) == []
    assert cut_texts(dialog) == []
    for kind in (PROCESSING, ConsentKind.PUBLICATION):
        dialog.kinds.choose(kind)
        assert nameless(dialog) == []
        assert cut_texts(dialog) == []


def test_tab_leaves_a_field_and_numbers_follow_the_lines(dialog):
    edit = dialog.texts.edits["clauses"]
    edit.setFocus()
    press(edit, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is not edit
    narrow = edit.numbers_width()
    edit.setPlainText("Строка.\n" * 120)
    assert edit.numbers_width() > narrow
