"""The menu of bases at the name of the school: recent ones and the ways to others."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from ui.controllers.base_opening import is_server, name_of

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.user_settings import UserSettings

_WAYS = ("open_base", "create_base", "training_school", "open_server")


class BaseMenu(QMenu):
    """Built anew each time it opens, because recent bases come and go."""

    def __init__(
        self, window: MainWindow, settings: UserSettings, open_base: Callable[[str], object]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._open_base = open_base
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Put in the recent bases, the open one marked, and the actions."""
        self.clear()
        actions = self._window.actions_by_id
        current = self._settings.current
        for address in current.recent_bases:
            entry = self.addAction(_words(address), partial(self._open_base, address))
            entry.setToolTip(address)
            entry.setCheckable(True)
            entry.setChecked(address == current.last_base)
        self.addSeparator()
        self.addActions([actions[action_id] for action_id in _WAYS])
        self.addSeparator()
        self.addAction(actions["backups"])


def _words(address: str) -> str:
    if is_server(address):
        return address
    return f"{name_of(address)}  ·  {Path(address).parent.name}"
