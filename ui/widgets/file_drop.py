"""Files dragged from the system's folder window onto a part of the program."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrop(QObject):
    """Lets ``target`` take one file of the given suffixes; ``dropped`` tells its path."""

    dropped = Signal(object)

    def __init__(self, target: QWidget, suffixes: Iterable[str]) -> None:
        super().__init__(target)
        self._suffixes = frozenset(suffixes)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept a fitting file while it hovers, and tell it when it falls."""
        if event.type() not in {QEvent.Type.DragEnter, QEvent.Type.Drop}:
            return super().eventFilter(watched, event)
        drop = cast(QDropEvent, event)
        path = self._file_of(drop)
        if path is None:
            return False
        drop.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(path)
        return True

    def _file_of(self, event: QDropEvent) -> Path | None:
        urls = event.mimeData().urls()
        path = Path(urls[0].toLocalFile()) if len(urls) == 1 else None
        return path if path is not None and path.suffix.casefold() in self._suffixes else None


class FilesDrop(QObject):
    """Lets ``target`` take many files of one suffix at once; ``dropped`` tells their paths."""

    dropped = Signal(object)

    def __init__(self, target: QWidget, suffix: str) -> None:
        super().__init__(target)
        self._suffix = suffix
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept fitting files while they hover, and tell them when they fall."""
        if event.type() not in {QEvent.Type.DragEnter, QEvent.Type.Drop}:
            return super().eventFilter(watched, event)
        drop = cast(QDropEvent, event)
        paths = [Path(url.toLocalFile()) for url in drop.mimeData().urls()]
        fitting = [path for path in paths if path.suffix.casefold() == self._suffix]
        if not fitting:
            return False
        drop.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(fitting)
        return True
