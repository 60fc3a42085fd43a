"""Texts are edited from the settings and from the order itself: saved, returned, printed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer

from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.orders import OrderKind
from tests import factory
from tests.factory import YEAR
from tests.ui.hand import Hand
from tests.ui.school_window import SchoolWindow, button_in
from ui.dialogs.order_dialog import OrderDialog
from ui.dialogs.question_dialog import QuestionDialog
from ui.dialogs.template_versions_dialog import TemplateVersionsDialog
from ui.dialogs.templates_dialog import TemplatesDialog
from ui.prompts import QtPrompts
from ui.requests import NewOrder

PAIRS = OrderKind.PAIRS


@pytest.fixture
def seen(qtbot, services, operations):
    """The real window with the real prompts over it."""
    prompts = QtPrompts()
    made = SchoolWindow.over(services, operations, prompts, "orders", "settings")
    prompts._parent = made.window
    qtbot.addWidget(made.window)
    return made


@pytest.fixture
def hand(qapp):
    made = Hand()
    yield made
    made.rest()


def edit_from_settings(seen):
    seen.window.open_page("settings", "orders")
    seen.settle()
    button_in(seen.window, "Тексты приказов и согласий…").click()


def test_texts_changed_from_the_settings_are_saved_in_one_step(seen, hand, qtbot, services):
    def change(dialog):
        dialog.texts.edits["heading"].setPlainText("О наших парах")
        dialog.kinds.choose(ConsentKind.PROCESSING)
        dialog.texts.edits["paragraphs"].setPlainText("Согласен, {{ person }}.")
        button_in(dialog, "Сохранить").click()

    hand.when(TemplatesDialog, change)
    edit_from_settings(seen)
    qtbot.waitUntil(lambda: hand.is_done)
    qtbot.waitUntil(lambda: bool(services.templates.versions(PAIRS)))
    seen.settle()
    assert services.templates.current(PAIRS).heading == "О наших парах"
    assert services.templates.current(ConsentKind.PROCESSING).paragraphs.startswith("Согласен")
    assert "Отменить" in seen.notice
    seen.click("Отменить", seen.window.status.notices)
    assert services.templates.current(PAIRS) == services.templates.original(PAIRS)


def test_the_paper_of_a_text_is_shown_with_real_pairs(seen, hand, qtbot, services):
    factory.make_pairing(services)
    hand.when(
        TemplatesDialog,
        lambda dialog: button_in(dialog, "Отмена").click(),
        lambda dialog: dialog.paper.preview.pages >= 2,
    )
    edit_from_settings(seen)
    qtbot.waitUntil(lambda: hand.is_done, timeout=20_000)


def test_a_former_version_is_taken_back_and_the_original_after_a_question(
    seen, hand, qtbot, services
):
    original = services.templates.original(PAIRS)
    first = replace(original, heading="О первом")
    services.templates.save({PAIRS: first})
    services.templates.save({PAIRS: replace(original, heading="О втором")})

    def heading_is(words):
        return lambda dialog: dialog.texts.edits["heading"].toPlainText() == words

    hand.when(TemplatesDialog, lambda dialog: button_in(dialog, "Версии…").click())
    hand.when(
        TemplateVersionsDialog,
        lambda dialog: (
            dialog.versions.setCurrentRow(1),
            button_in(dialog, "Взять этот текст").click(),
        ),
    )
    hand.when(
        TemplatesDialog,
        lambda dialog: button_in(dialog, "Сохранить").click(),
        heading_is("О первом"),
    )
    edit_from_settings(seen)
    qtbot.waitUntil(lambda: hand.is_done)
    qtbot.waitUntil(lambda: services.templates.current(PAIRS) == first)
    assert [one.version for one in services.templates.versions(PAIRS)] == [2, 1]

    def ask_for_the_original(dialog):
        """The question comes at once: the hand must be free again to answer it."""
        QTimer.singleShot(0, button_in(dialog, "Вернуть исходный").click)

    hand.when(TemplatesDialog, ask_for_the_original)
    hand.when(QuestionDialog, lambda dialog: dialog.yes.click())
    hand.when(
        TemplatesDialog,
        lambda dialog: button_in(dialog, "Сохранить").click(),
        heading_is(original.heading),
    )
    edit_from_settings(seen)
    qtbot.waitUntil(lambda: hand.is_done)
    qtbot.waitUntil(lambda: services.templates.current(PAIRS) == original)


def test_the_text_is_changed_from_the_order_that_is_being_written(seen, hand, qtbot, services):
    factory.make_pairing(services)

    def change(dialog):
        assert dialog.kind is PAIRS
        dialog.texts.edits["preamble"].setPlainText("Для пользы дела")
        button_in(dialog, "Сохранить").click()

    def is_written_anew(dialog):
        return services.templates.versions(PAIRS) and dialog.paper.preview.pages >= 2

    hand.when(OrderDialog, lambda dialog: dialog.template.click())
    hand.when(TemplatesDialog, change)
    hand.when(
        OrderDialog, lambda dialog: button_in(dialog, "Создать приказ").click(), is_written_anew
    )
    seen.window.open_page("orders", NewOrder())
    qtbot.waitUntil(lambda: hand.is_done, timeout=20_000)
    qtbot.waitUntil(lambda: bool(services.orders.rows(YEAR)))
    seen.settle()
    (order,) = services.orders.rows(YEAR)
    assert "Для пользы дела" in services.orders.text(order.order_id)


def test_a_closed_editor_without_changes_writes_nothing(seen, hand, qtbot, services):
    hand.when(TemplatesDialog, lambda dialog: button_in(dialog, "Сохранить").click())
    edit_from_settings(seen)
    qtbot.waitUntil(lambda: hand.is_done)
    seen.settle()
    assert services.templates.all() == {
        kind: services.templates.original(kind) for kind in services.templates.all()
    }
    assert "Отменить" not in seen.notice
