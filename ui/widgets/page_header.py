"""The head of a page: title, quiet subtitle, secondary actions and one primary action."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme import scaled
from ui.widgets.labels import ElidedLabel


class PageHeader(QWidget):
    """Title and subtitle on the left, buttons on the right, the primary one last."""

    def __init__(self, title: str, subtitle: str = "") -> None:
        super().__init__()
        self._title = ElidedLabel(title, "title")
        self._subtitle = ElidedLabel("", "quiet")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(scaled(8))
        self._layout.addLayout(words, 1)
        self.setMinimumHeight(scaled(48))
        self.show_subtitle(subtitle)

    def add(self, button: QPushButton) -> QPushButton:
        """Add a button at the right end; add the primary one last."""
        self._layout.addWidget(button)
        return button

    def show_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)

    def show_subtitle(self, subtitle: str) -> None:
        """Change the line under the title; an empty one takes no room."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
