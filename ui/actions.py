"""The actions of the window, declared once: the menus, keys and the list of keys follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.icons import icon


@dataclass(frozen=True)
class ActionFacts:
    """One action: its id, words, keys («Ctrl+Z»), icon, the group in the list of keys."""

    id: str
    text: str
    keys: str
    group: str
    run: Callable[[], object]
    icon: str = ""


@dataclass(frozen=True)
class KeysFacts:
    """Keys that work in one place and need no action, for the list of keys."""

    text: str
    keys: str
    group: str


KEYS_OF_TABLES = (
    KeysFacts("Открыть строку", "Enter", "Таблица"),
    KeysFacts("Искать в таблице: просто печатайте", "А…Я", "Таблица"),
    KeysFacts("Скопировать строки в Excel или Word", "Ctrl+C", "Таблица"),
    KeysFacts("Выделить все строки", "Ctrl+A", "Таблица"),
)
KEYS_OF_GRIDS = (
    KeysFacts("Править ячейку, начать печатать поверх", "F2", "Правка таблицей"),
    KeysFacts("Заполнить выделенное вниз", "Ctrl+D", "Правка таблицей"),
    KeysFacts("Вставить блок из Excel", "Ctrl+V", "Правка таблицей"),
    KeysFacts("Очистить ячейки", "Delete", "Правка таблицей"),
)
KEYS_OF_DIALOGS = (
    KeysFacts("Сохранить", "Ctrl+Enter", "Карточка"),
    KeysFacts("Закрыть; спросит, если есть изменения", "Esc", "Карточка"),
    KeysFacts("Открыть календарь в поле даты", "Alt+↓", "Карточка"),
)


def make_actions(window: QWidget, facts: Iterable[ActionFacts]) -> dict[str, QAction]:
    """The actions of a window by their ids; their keys work everywhere in the window."""
    made = {each.id: _make_action(window, each) for each in facts}
    window.addActions(list(made.values()))
    return made


def _make_action(window: QWidget, facts: ActionFacts) -> QAction:
    action = QAction(facts.text, window)
    action.setShortcut(QKeySequence(facts.keys))
    if facts.icon:
        action.setIcon(icon(facts.icon))
    action.triggered.connect(lambda _checked=False: facts.run())
    return action
