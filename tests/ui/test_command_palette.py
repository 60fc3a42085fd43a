"""Ctrl+K: what was found, by the keyboard alone, never an answer to an older question."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ui.dialogs.command_palette import CommandPalette
from ui.dialogs.finding import Finding


@pytest.fixture
def opened():
    return []


@pytest.fixture
def findings(opened):
    def finding(group, text):
        return Finding(group, text, "пояснение", "user", lambda: opened.append(text))

    return [
        finding("Люди", "Петров Иван"),
        finding("Люди", "Петрова Анна"),
        finding("Приказы", "№ 12-од"),
    ]


@pytest.fixture
def palette(qtbot, window):
    made = CommandPalette(window)
    qtbot.addWidget(made)
    window.show()
    made.open_over(window)
    return made


def press(palette, key):
    QApplication.sendEvent(
        palette.field, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    )


def lines(palette):
    return [palette.list.item(at).text() for at in range(palette.list.count())]


def test_every_letter_asks(palette):
    asked = []
    palette.asked.connect(asked.append)
    palette.field.setText("пе")
    palette.field.setText("пет")
    assert asked == ["пе", "пет"]


def test_findings_stand_in_their_groups(palette, findings):
    palette.field.setText("пет")
    palette.show_findings("пет", findings)
    assert lines(palette) == ["Люди", "Петров Иван", "Петрова Анна", "Приказы", "№ 12-од"]


def test_a_late_answer_is_dropped(palette, findings):
    palette.field.setText("пет")
    palette.show_findings("пе", findings)
    assert lines(palette) == []


def test_enter_opens_the_first_and_arrows_step_over_headings(palette, findings, opened):
    palette.field.setText("пет")
    palette.show_findings("пет", findings)
    press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Return)
    assert opened == ["№ 12-од"]
    assert not palette.isVisible()


def test_a_click_opens(palette, findings, opened):
    palette.show_findings("", findings)
    palette.list.itemClicked.emit(palette.list.item(2))
    assert opened == ["Петрова Анна"]


def test_nothing_found_says_so(palette):
    palette.field.setText("ъъъ")
    palette.show_findings("ъъъ", [])
    assert "ъъъ" in palette._nothing.text()
    press(palette, Qt.Key.Key_Return)
    assert palette.isVisible()
