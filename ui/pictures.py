"""Pictures of widgets without a screen, for the handbook and for looking at the design."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QWidget

from nastavnik_desktop.domain.errors import StorageUnavailable

SCREEN = QSize(1366, 768)


def prepare_screenless(scale: float = 1.0) -> None:
    """Let Qt draw into memory at a scale; must be called before the application is made."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(scale)


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
