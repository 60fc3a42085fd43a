"""The quiet reminder at log-on: one message beside the clock, no window, then gone.

Whatever keeps it from telling – no base, a base in use or of another version, no place for icons –
ends it without a word: nobody asked for it just now.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from nastavnik_desktop.config.app_settings import AppSettings, load
from nastavnik_desktop.config.paths import program_command, settings_file
from nastavnik_desktop.domain.errors import NastavnikError
from ui.icons import application_icon

TITLE = "Наставник: сроки дорожной карты"
_TRIES, _BETWEEN_TRIES_MS = 12, 5_000
_SHOWN_MS = 20_000
_STAYS_MS = 10 * 60_000
_log = logging.getLogger(__name__)


class Reminder(QObject):
    """Waits for the place of icons, shows the message, opens the program when it is clicked."""

    def __init__(self, lines: tuple[str, ...], icon: QIcon) -> None:
        super().__init__()
        self._lines = lines
        self._tries = _TRIES
        self.menu = QMenu()
        self.menu.addAction("Открыть «Наставник»", self.open_program)
        self.menu.addAction("Закрыть", self.finish)
        self.tray = QSystemTrayIcon(icon)
        self.tray.setToolTip(TITLE)
        self.tray.setContextMenu(self.menu)
        self.tray.messageClicked.connect(self.open_program)
        self.tray.activated.connect(self._on_activated)

    def tell(self) -> None:
        """Show the message; at log-on the place of icons may come a little later."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            self._tries -= 1
            if self._tries > 0:
                QTimer.singleShot(_BETWEEN_TRIES_MS, self.tell)
            else:
                self.finish()
            return
        self.tray.show()
        self.tray.showMessage(TITLE, "\n".join(self._lines), self.tray.icon(), _SHOWN_MS)
        QTimer.singleShot(_STAYS_MS, self.finish)

    def open_program(self) -> None:
        """Start the program as a double click would, and go."""
        program, *words = program_command()
        QProcess.startDetached(program, words)
        self.finish()

    def finish(self) -> None:
        """Take the icon away and end."""
        self.tray.hide()
        QApplication.quit()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.open_program()


def remind() -> int:
    """Tell of deadlines and end; returns the exit code, always 0."""
    lines = what_to_tell(load(settings_file()).settings)
    if not lines:
        return 0
    from ui.application import make_application

    application = make_application()
    application.setQuitOnLastWindowClosed(False)
    reminder = Reminder(lines, application_icon())
    QTimer.singleShot(0, reminder.tell)
    return application.exec()


def what_to_tell(settings: AppSettings) -> tuple[str, ...]:
    """Lines about the last base, read without keeping it from others; a server is not asked."""
    base = settings.last_base
    if not settings.remind_at_login or not base or "://" in base:
        return ()
    from nastavnik_desktop.bootstrap import build_services

    try:
        services = build_services(base, settings, writable=False)
    except NastavnikError as error:
        _log.info("no reminder: %s", type(error).__name__)
        return ()
    try:
        return services.reminders.lines()
    except NastavnikError as error:
        _log.info("no reminder: %s", type(error).__name__)
        return ()
    finally:
        services.close()
