"""The head of a page: title, quiet subtitle, secondary actions and one primary action."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme import scaled
from ui.widgets.labels import ElidedLabel


class PageHeader(QWidget):
    """Title and subtitle on the left, buttons on the right, the primary one last.

    Where the width does not hold both, the buttons stand below the title.
    """

    def __init__(self, title: str, subtitle: str = "") -> None:
        super().__init__()
        self._title = ElidedLabel(title, "title")
        self._subtitle = ElidedLabel("", "quiet")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._buttons = QWidget()
        self._row = QHBoxLayout(self._buttons)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(scaled(8))
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(scaled(8))
        self._layout.addLayout(words, 1)
        self._layout.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignRight)
        self.show_subtitle(subtitle)

    def add(self, button: QPushButton) -> QPushButton:
        """Add a button at the right end; add the primary one last."""
        self._row.addWidget(button)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the title, or below it where they do not fit."""
        super().resizeEvent(event)
        wanted = self._title.sizeHint().width() + self._buttons.sizeHint().width() + scaled(8)
        is_wide = wanted <= self.width()
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.LeftToRight if is_wide else direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """The buttons, for the title can be shortened; never lower than they are."""
        least = super().minimumSizeHint().height()
        return QSize(self._buttons.minimumSizeHint().width(), max(least, scaled(48)))

    def show_subtitle(self, subtitle: str) -> None:
        """Change the line under the title; an empty one takes no room."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
