"""A field for one file that is chosen in the system's chooser and may be taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.labels import ElidedLabel


class FileField(QWidget):
    """``choose`` opens the chooser; ``path`` is what was chosen, or None."""

    changed = Signal()

    def __init__(self, choose: Callable[[], Path | None]) -> None:
        super().__init__()
        self._ask = choose
        self._path: Path | None = None
        self._name = ElidedLabel("Файл не выбран", "quiet")
        self._choose = button("Выбрать файл…", icon_name="paperclip", on_click=self._on_choose)
        self._drop = button("Убрать", "link", on_click=lambda: self.set_path(None))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(8))
        layout.addWidget(self._choose)
        layout.addWidget(self._name, 1)
        layout.addWidget(self._drop)
        self.setFocusProxy(self._choose)
        self.set_path(None)

    @property
    def path(self) -> Path | None:
        """The chosen file."""
        return self._path

    def set_path(self, path: Path | None) -> None:
        """Show a file, or that there is none."""
        self._path = path
        self._name.setText(path.name if path else "Файл не выбран")
        self._drop.setVisible(path is not None)
        self.changed.emit()

    def setAccessibleName(self, name: str) -> None:
        """Name the parts: a screen reader stops at them."""
        super().setAccessibleName(name)
        self._choose.setAccessibleName(f"Выбрать: {name}")
        self._drop.setAccessibleName(f"Убрать: {name}")

    def _on_choose(self) -> None:
        chosen = self._ask()
        if chosen is not None:
            self.set_path(chosen)
