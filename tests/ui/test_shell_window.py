"""The window as a whole: actions, names for screen readers, nothing cut off, remembered place."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton

from tests.ui.sample_dialog import CircleDialog, CircleDraft
from tests.ui.sample_school import ENTRIES
from tests.ui.widget_walk import cut_texts, nameless
from ui.actions import KEYS_OF_DIALOGS, KEYS_OF_TABLES, ActionFacts
from ui.dialogs.command_palette import CommandPalette
from ui.dialogs.crash_dialog import CrashDialog
from ui.dialogs.question_dialog import QuestionDialog
from ui.dialogs.shortcuts_dialog import ShortcutsDialog
from ui.main_window import MainWindow
from ui.pictures import SCREEN, draw, settle
from ui.tokens import Tone
from ui.user_settings import UserSettings
from ui.widgets.buttons import button
from ui.widgets.date_edit import DateEdit
from ui.widgets.notice_bar import Notice, NoticeAction
from ui.widgets.page_header import PageHeader


def facts(called):
    return [
        ActionFacts("undo", "Отменить", "Ctrl+Z", "Общее", lambda: called.append("undo")),
        ActionFacts("redo", "Вернуть", "Ctrl+Shift+Z", "Общее", lambda: called.append("redo")),
        ActionFacts("search", "Найти", "Ctrl+K", "Общее", lambda: called.append("search")),
        ActionFacts("help", "Справка", "F1", "Справка", lambda: called.append("help")),
    ]


@pytest.fixture
def called():
    return []


@pytest.fixture
def full_window(window, shell, called):
    window.set_actions(facts(called), ["help"])
    window.top_bar.show_years(["2026/27", "2025/26"], "2026/27")
    window.navigation.show_school("МБОУ «СОШ № 17»")
    window.status.show_backup("Копия: 12 минут назад")
    window.notify(Notice("Пара создана", actions=(NoticeAction("Создать приказ", list),)))
    window.open_page("pairings", 1)
    window.resize(SCREEN)
    window.show()
    settle()
    return window


def buttons(widget):
    return {made.accessibleName() or made.text(): made for made in widget.findChildren(QPushButton)}


def test_every_field_of_the_window_has_a_name(full_window):
    assert nameless(full_window) == []


@pytest.mark.parametrize(
    "make",
    [
        lambda: CircleDialog(None),
        CommandPalette,
        lambda: CrashDialog(None, "отчёт"),
        lambda: QuestionDialog(None, "Удалить?", "Это можно отменить.", "Удалить", "Отмена"),
        lambda: ShortcutsDialog(None, [*KEYS_OF_TABLES, *KEYS_OF_DIALOGS]),
        lambda: DateEdit("Дата"),
    ],
)
def test_every_field_of_a_dialog_has_a_name(qtbot, make):
    made = make()
    qtbot.addWidget(made)
    assert nameless(made) == []


@pytest.mark.parametrize("size", [SCREEN, QSize(1100, 620)])
def test_no_word_is_cut_off(full_window, size):
    full_window.resize(size)
    settle()
    assert cut_texts(full_window) == []


def test_no_word_of_a_dialog_is_cut_off_and_it_grows_with_its_problems(qtbot):
    dialog = CircleDialog(None)
    qtbot.addWidget(dialog)
    dialog.begin(CircleDraft())
    dialog.show()
    settle()
    before = dialog.height()
    dialog.accept()
    settle()
    assert cut_texts(dialog) == []
    assert before < dialog.height() <= dialog.screen().availableGeometry().height()


def test_buttons_go_below_the_title_where_they_do_not_fit_beside_it(qtbot):
    header = PageHeader("Сведения о количестве участников программ")
    qtbot.addWidget(header)
    save = header.add(button("Сохранить в Excel…", "primary"))
    header.show()
    header.resize(900, 60)
    settle()
    beside = save.mapTo(header, save.rect().topLeft()).y()
    header.resize(420, 100)
    settle()
    assert save.mapTo(header, save.rect().topLeft()).y() > beside + 20
    assert cut_texts(header) == []


def test_undo_names_its_step_and_does_it(full_window, called):
    full_window.show_steps("создание пары", "")
    undo = buttons(full_window.top_bar)["Отменить: создание пары"]
    assert undo.text() == "Отменить: создание пары"
    assert "Ctrl+Z" in undo.toolTip()
    undo.click()
    assert called == ["undo"]


def test_there_is_nothing_to_undo_at_first(full_window, called):
    full_window.show_steps("", "")
    buttons(full_window.top_bar)["Отменить"].click()
    assert called == []


def test_the_search_field_opens_the_search(full_window, called):
    buttons(full_window.top_bar)["Поиск по всей программе"].click()
    assert called == ["search"]


def test_keys_belong_to_the_declared_actions(full_window, called):
    by_keys = {action.shortcut(): action for action in full_window.actions()}
    by_keys[QKeySequence("F1")].trigger()
    assert called == ["help"]


def test_the_list_of_keys_names_every_action_that_has_keys(qtbot, called):
    dialog = ShortcutsDialog(None, [*facts(called), *KEYS_OF_TABLES])
    qtbot.addWidget(dialog)
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"Отменить", "Ctrl+Z", "Справка", "F1", "Открыть строку"} <= words


def test_a_year_is_chosen_from_the_bar(qtbot, full_window):
    chosen = []
    full_window.top_bar.year_chosen.connect(chosen.append)
    menu = buttons(full_window.top_bar)["Учебный год: 2026/27"].menu()
    menu.actions()[1].trigger()
    assert chosen == ["2025/26"]


def test_a_notice_offers_the_next_step_and_can_be_put_away(full_window):
    done = []
    full_window.notify(
        Notice("Готово", Tone.GOOD, (NoticeAction("Открыть", lambda: done.append(1)),))
    )
    settle()
    shown = buttons(full_window.status.notices)
    shown["Открыть"].click()
    assert done == [1]
    shown["Убрать сообщение"].click()
    settle()
    assert buttons(full_window.status.notices) == {}


def test_place_and_size_of_the_window_are_remembered(qtbot, tmp_path):
    path = tmp_path / "settings.json"
    settings = UserSettings(path)
    first = MainWindow(settings, ENTRIES)
    qtbot.addWidget(first)
    first.resize(800, 611)
    first.show()
    first.closing.connect(settings.save_if_possible)
    first.close()
    second = MainWindow(UserSettings(path), ENTRIES)
    qtbot.addWidget(second)
    assert second.size() == QSize(800, 611)


def test_before_a_base_is_opened_the_navigation_waits(window):
    assert not window.navigation.isEnabled()
    assert window.pages.front is None


def test_a_picture_of_the_window_can_be_drawn(full_window, tmp_path):
    draw(full_window, tmp_path / "window.png", SCREEN)
    assert (tmp_path / "window.png").read_bytes().startswith(b"\x89PNG")
