"""What the window does besides its pages: actions, search, help, copies, and its end."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nastavnik_desktop.domain.errors import Cancelled, NastavnikError
from nastavnik_desktop.services.dropped_files import holds_road_map
from ui.controllers.base_menu import BaseMenu
from ui.controllers.bases import BasesController
from ui.controllers.search import SearchController
from ui.controllers.window_actions import (
    IN_HELP_MENU,
    NEED_A_BASE,
    Doers,
    all_keys,
    window_actions,
)
from ui.operations import Operations
from ui.requests import LIST_SUFFIXES, ROAD_MAP_SUFFIXES, ImportList, ImportRoadMap
from ui.tokens import Tone
from ui.widgets.file_drop import FileDrop
from ui.widgets.notice_bar import Notice

if TYPE_CHECKING:
    from ui.help import HelpWindow
    from ui.main_window import MainWindow
    from ui.page_entry import PageEntry
    from ui.prompts import Prompts
    from ui.user_settings import UserSettings


class WindowController(QObject):
    """Joins the window with the worker and with the base that is open in it."""

    def __init__(
        self,
        window: MainWindow,
        settings: UserSettings,
        prompts: Prompts,
        pages: tuple[PageEntry, ...],
    ) -> None:
        super().__init__(window)
        self.operations = Operations(self._on_error, self)
        self.bases = BasesController(window, settings, prompts, self.operations)
        self._window = window
        self._prompts = prompts
        self.help: HelpWindow | None = None
        self._actions = window_actions(pages, self._doers())
        self.finder = SearchController(window, self._actions, lambda: self.bases.shell)
        self._set_up_window(settings)

    def start(self, file: Path | None) -> None:
        """Open the base that the program was started for."""
        self.bases.open_first(file)

    def show_backups(self) -> None:
        """Open the list of copies of the base."""
        if self.bases.shell is not None:
            from ui.controllers.backups import BackupsController

            BackupsController(self.bases.shell).show()

    def show_help(self) -> None:
        """Open the help at the page in front."""
        from ui.help import HelpWindow

        if self.help is None:
            self.help = HelpWindow()
        is_open = self.bases.shell is not None
        self.help.open_at(self._window.pages.front_name if is_open else "first-start")

    def show_shortcuts(self) -> None:
        """Show what each key does."""
        from ui.dialogs.shortcuts_dialog import ShortcutsDialog

        self._prompts.show_dialog(ShortcutsDialog(self._window, all_keys(self._actions)))

    def open_page(self, name: str, key: Hashable) -> None:
        """Go to a page, if a base is open."""
        if self.bases.shell is not None:
            self._window.open_page(name, key)

    def undo(self) -> None:
        """Take the last step of the base back."""
        if self.bases.frame is not None:
            self.bases.frame.undo()

    def redo(self) -> None:
        """Carry out the undone step again."""
        if self.bases.frame is not None:
            self.bases.frame.redo()

    def search(self) -> None:
        """Open the search of everything."""
        self.finder.open()

    def _set_up_window(self, settings: UserSettings) -> None:
        window = self._window
        window.set_actions(self._actions, IN_HELP_MENU)
        window.show_steps("", "")
        window.follow(self.operations)
        window.status.backup_asked.connect(self.show_backups)
        window.closing.connect(self._on_window_closing)
        suffixes = (*LIST_SUFFIXES, *ROAD_MAP_SUFFIXES)
        FileDrop(window, suffixes).dropped.connect(self._on_file_dropped)
        window.navigation.attach(BaseMenu(window, settings, self.bases.open))
        self._offer_work(is_open=False)
        self.bases.opened.connect(self._on_base_opened)

    def _doers(self) -> Doers:
        return Doers(
            open_page=self.open_page,
            undo=self.undo,
            redo=self.redo,
            search=self.search,
            open_base=self.bases.choose_and_open,
            create_base=self.bases.create_own,
            open_training_school=self.bases.open_training_school,
            open_server=self.bases.open_server,
            show_backups=self.show_backups,
            show_help=self.show_help,
            show_shortcuts=self.show_shortcuts,
        )

    def _offer_work(self, *, is_open: bool) -> None:
        for action_id in NEED_A_BASE:
            self._window.actions_by_id[action_id].setEnabled(is_open)

    def _on_base_opened(self) -> None:
        self._offer_work(is_open=True)

    def _on_file_dropped(self, path: Path) -> None:
        """A road map or a list that was dragged onto the window, whichever page is in front."""

        def take(is_road_map: bool) -> None:
            if is_road_map:
                self.open_page("road_map", ImportRoadMap(path))
            else:
                self.open_page("people", ImportList(path))

        self.operations.run("Чтение файла", partial(holds_road_map, path), take)

    def _on_window_closing(self) -> None:
        self.operations.drain()
        self.bases.leave()
        self.operations.drain()
        self.operations.close()
        if self.help is not None:
            self.help.close()

    def _on_error(self, title: str, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._window.notify(Notice(error.message, Tone.NEUTRAL))
        elif isinstance(error, NastavnikError):
            self._prompts.show_error(title, error)
        else:
            raise error
