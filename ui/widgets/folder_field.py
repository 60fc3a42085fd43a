"""A field for a folder: typed, or chosen in the system's chooser."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.theme import scaled
from ui.widgets.buttons import button


class FolderField(QWidget):
    """``text`` is the path; ``choose_asked`` says that the user wants the chooser."""

    changed = Signal()
    choose_asked = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__()
        self._line = QLineEdit()
        self._line.setPlaceholderText(hint)
        self._line.textChanged.connect(self.changed)
        self._choose = button("Выбрать…", on_click=self.choose_asked.emit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(8))
        layout.addWidget(self._line, 1)
        layout.addWidget(self._choose)
        self.setFocusProxy(self._line)

    def setAccessibleName(self, name: str) -> None:
        """Name the parts: a screen reader stops at them."""
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)
        self._choose.setAccessibleName(f"Выбрать: {name}")

    @property
    def text(self) -> str:
        """The path as typed; empty for the usual place."""
        return self._line.text().strip()

    def set_text(self, text: str) -> None:
        """Show a path."""
        self._line.setText(text)
