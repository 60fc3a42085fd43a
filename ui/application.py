"""The start of the window: paint first, then load what works with the base."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from nastavnik_desktop.config.paths import settings_file
from ui.crash import CrashHook
from ui.icons import application_icon
from ui.main_window import MainWindow
from ui.theme import ARGUMENTS, Theme
from ui.user_settings import UserSettings

if TYPE_CHECKING:
    from ui.page_entry import PageEntry

Furnish = Callable[[MainWindow, UserSettings, Path | None], object]


class _AfterFirstPaint(QObject):
    """Calls once, after the watched window was painted for the first time."""

    def __init__(self, window: MainWindow, call: Callable[[], object]) -> None:
        super().__init__(window)
        self._call = call
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint event, let it happen, then call."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._call)
        return False


def make_application(theme: str | None = None, text_scale_percent: int = 100) -> QApplication:
    """The one application object with the program's look; ``theme`` fixes «light» or «dark»."""
    present = QApplication.instance()
    application = present if isinstance(present, QApplication) else QApplication(list(ARGUMENTS))
    application.setApplicationName("Nastavnik")
    application.setApplicationDisplayName("Наставник")
    application.setDesktopFileName("nastavnik")
    application.setWindowIcon(application_icon())
    Theme(application, theme, text_scale_percent)
    return application


def _show_crash(report: str) -> None:
    from ui.dialogs.crash_dialog import show_crash

    show_crash(report)


def start(entries: Sequence[PageEntry], furnish: Furnish, file: Path | None = None) -> int:
    """Show the window, then let ``furnish`` open a base in it; returns the exit code.

    ``furnish(window, settings, file)`` is called after the first paint and may import whatever
    it needs; what it returns is kept alive as long as the window.
    """
    CrashHook(_show_crash).install()
    settings = UserSettings(settings_file())
    theme = settings.current.theme.value
    text_scale = settings.current.text_scale_percent
    application = make_application(None if theme == "system" else theme, text_scale)
    window = MainWindow(settings, entries)
    kept: list[object] = []

    def go_on() -> None:
        from ui.russian import install_russian

        install_russian(application)
        kept.append(furnish(window, settings, file))

    _AfterFirstPaint(window, go_on)
    window.closing.connect(settings.save_if_possible)
    window.show()
    return application.exec()


def open_window(arguments: Sequence[str]) -> int:
    """Start the program, with the base named by the first argument if there is one."""
    from ui.furnish import PAGES, furnish

    return start(PAGES, furnish, Path(arguments[0]) if arguments else None)
