"""Pictures of widgets without a screen, for the handbook and for looking at the design."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget

from nastavnik_desktop.config.paths import HOME_VARIABLE, made_folder
from nastavnik_desktop.domain.errors import StorageUnavailable

SCREEN = QSize(1366, 768)


def prepare_screenless(scale: float = 1.0) -> None:
    """Let Qt draw into memory at a scale; must be called before the application is made."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(scale)


def draw_everything(folder: Path, theme: str, scale: float) -> None:
    """Draw every page and dialog with the training school into a folder, a PNG for each.

    Works without a screen and touches no file of the user. ``theme`` is «light» or «dark».
    Raises StorageUnavailable when the folder cannot be written.
    """
    prepare_screenless(scale)
    made_folder(folder)
    from ui.application import make_application
    from ui.picture_tour import take_tour

    make_application(theme)
    with TemporaryDirectory() as home, _data_home(home):
        take_tour(folder, Path(home))


@contextmanager
def _data_home(home: str) -> Iterator[None]:
    """Everything that the program would write for its user goes to this folder."""
    before = os.environ.get(HOME_VARIABLE)
    os.environ[HOME_VARIABLE] = home
    try:
        yield
    finally:
        if before is None:
            del os.environ[HOME_VARIABLE]
        else:
            os.environ[HOME_VARIABLE] = before


def draw(widget: QWidget, path: Path, size: QSize | None = None) -> None:
    """Draw a window or a part of one to a PNG; raises StorageUnavailable.

    ``size`` is in pixels of the design; without it the widget keeps its own.
    """
    widget.ensurePolished()
    if size is not None:
        widget.resize(size)
    widget.show()
    settle()
    if not widget.grab().save(str(path), "PNG"):
        raise StorageUnavailable(
            f"Картинка «{path}» не записана.", "Проверьте право записи и свободное место."
        )


def settle() -> None:
    """Let layouts, deferred deletions and repaints happen."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
