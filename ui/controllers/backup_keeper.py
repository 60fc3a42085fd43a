"""Copies of the base that make themselves, and what the status bar says of the last one."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from nastavnik_desktop.domain.dates import time_ago
from ui.tokens import Tone

if TYPE_CHECKING:
    from nastavnik_desktop.services.bases import BaseInfo
    from nastavnik_desktop.services.results import Saved
    from ui.shell import Shell
    from ui.widgets.status_bar import StatusBar

_REFRESHED_EVERY_MS = 30_000
_MS_IN_MINUTE = 60_000

_log = logging.getLogger(__name__)


class BackupKeeper(QObject):
    """Makes a copy at the interval of the settings when something was written since the last one.

    It works quietly: a copy that fails is said by the status bar alone.
    """

    def __init__(self, shell: Shell, status: StatusBar, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._status = status
        self._info: BaseInfo | None = None
        self._interval = QTimer(self)
        self._interval.timeout.connect(self.copy_if_changed)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._say)
        self._clock.start(_REFRESHED_EVERY_MS)
        self.follow_settings()
        self.refresh()

    def follow_settings(self) -> None:
        """Take the interval that the settings hold now."""
        self._interval.start(self._shell.settings.current.backup_interval_minutes * _MS_IN_MINUTE)

    def refresh(self) -> None:
        """Ask the base for its copies and say how old the last one is."""
        self._shell.operations.run("Чтение копий", self._shell.services.bases.info, self._show)

    def copy_if_changed(self) -> None:
        """Make a copy now if anything was written since the last one."""
        call = self._shell.services.bases.back_up_if_changed
        self._shell.operations.run("Резервная копия", call, self._on_copied, self._on_failed)

    def stop(self) -> None:
        """The base is being closed."""
        self._interval.stop()
        self._clock.stop()
        self._status.show_backup("")
        self.deleteLater()

    def _on_copied(self, saved: Saved | None) -> None:
        if saved is not None:
            self.refresh()

    def _on_failed(self, error: BaseException) -> None:
        _log.warning("automatic backup failed: %s", type(error).__name__)
        self._status.show_backup("Копия не сделана", Tone.WARNING)

    def _show(self, info: BaseInfo) -> None:
        self._info = info
        self._say()

    def _say(self) -> None:
        if self._info is None or self._info.is_read_only:
            self._status.show_backup("")
        elif self._info.is_server:
            self._status.show_backup("Копии делает сервер")
        elif self._info.last_backup_at is None:
            self._status.show_backup("Копий ещё нет")
        else:
            made = time_ago(self._info.last_backup_at, datetime.now())
            self._status.show_backup(f"Копия: {made}")
