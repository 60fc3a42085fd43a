"""The actions of the window, declared once: keys, the palette and the list of keys use them."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ui.actions import (
    KEYS_OF_DIALOGS,
    KEYS_OF_GRIDS,
    KEYS_OF_TABLES,
    ActionFacts,
    KeysFacts,
)
from ui.requests import ImportList, NewOrder, NewPairing, StartNewYear

if TYPE_CHECKING:
    from ui.page_entry import PageEntry

Run = Callable[[], object]

IN_HELP_MENU = ("help", "shortcuts", "about")
"""Actions under the question mark of the top bar."""

NEED_A_BASE = ("import", "new_year", "new_pairing", "match", "new_order", "backups")
"""Actions that are offered while a base is open."""


@dataclass(frozen=True)
class Doers:
    """Who carries the actions out."""

    open_page: Callable[[str, Hashable], object]
    undo: Run
    redo: Run
    search: Run
    open_base: Run
    create_base: Run
    open_training_school: Run
    open_server: Run
    show_backups: Run
    show_help: Run
    show_shortcuts: Run


def window_actions(pages: tuple[PageEntry, ...], do: Doers) -> tuple[ActionFacts, ...]:
    """Every action, group by group in the order of the list of keys."""
    return (*_work(do), *_pages(pages, do), *_bases(do), *_help(do))


def all_keys(actions: tuple[ActionFacts, ...]) -> list[ActionFacts | KeysFacts]:
    """What the list of keys shows: the actions, then the keys of tables, grids and cards."""
    return [*actions, *KEYS_OF_TABLES, *KEYS_OF_GRIDS, *KEYS_OF_DIALOGS]


def _work(do: Doers) -> tuple[ActionFacts, ...]:
    group = "Работа"
    start = do.open_page
    return (
        ActionFacts("search", "Найти", "Ctrl+K", group, do.search, "search"),
        ActionFacts("undo", "Отменить", "Ctrl+Z", group, do.undo, "undo-2"),
        ActionFacts("redo", "Вернуть", "Ctrl+Shift+Z", group, do.redo, "redo-2"),
        ActionFacts(
            "import", "Загрузить список…", "Ctrl+I", group,
            partial(start, "people", ImportList()), "upload",
        ),
        ActionFacts(
            "new_year", "Начать новый учебный год…", "", group,
            partial(start, "people", StartNewYear()), "calendar-plus",
        ),
        ActionFacts(
            "new_pairing", "Новая пара", "", group,
            partial(start, "pairings", NewPairing()), "handshake",
        ),
        ActionFacts(
            "match", "Подобрать наставников", "", group,
            partial(start, "matching", None), "sparkles",
        ),
        ActionFacts(
            "new_order", "Создать приказ", "", group,
            partial(start, "orders", NewOrder()), "file-text",
        ),
    )  # fmt: skip


def _pages(pages: tuple[PageEntry, ...], do: Doers) -> tuple[ActionFacts, ...]:
    return tuple(
        ActionFacts(
            f"page_{page.name}",
            f"Открыть «{page.title}»",
            f"Ctrl+{place}",
            "Разделы",
            partial(do.open_page, page.name, None),
            page.icon,
        )
        for place, page in enumerate(pages, start=1)
    )


def _bases(do: Doers) -> tuple[ActionFacts, ...]:
    group = "Базы"
    return (
        ActionFacts("open_base", "Открыть базу…", "Ctrl+O", group, do.open_base, "folder-open"),
        ActionFacts(
            "create_base", "Создать базу своей школы…", "", group, do.create_base, "plus"
        ),
        ActionFacts(
            "training_school", "Открыть учебную школу", "", group,
            do.open_training_school, "graduation-cap",
        ),
        ActionFacts(
            "open_server", "Открыть базу на сервере…", "", group, do.open_server, "link"
        ),
        ActionFacts(
            "backups", "Резервные копии…", "", group, do.show_backups, "database-backup"
        ),
    )  # fmt: skip


def _help(do: Doers) -> tuple[ActionFacts, ...]:
    group = "Справка"
    about = partial(do.open_page, "settings", "about")
    return (
        ActionFacts("help", "Справка", "F1", group, do.show_help, "book-open"),
        ActionFacts(
            "shortcuts", "Сочетания клавиш", "Ctrl+/", group, do.show_shortcuts, "keyboard"
        ),
        ActionFacts("about", "О программе", "", group, about, "info"),
    )  # fmt: skip
