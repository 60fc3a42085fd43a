"""What stands where there is nothing yet: an icon, a sentence and the button that helps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import scaled
from ui.widgets.buttons import ButtonKind, button
from ui.widgets.cards import icon_label
from ui.widgets.labels import text_label

_WIDTH_OF_WORDS = 420


class EmptyState(QWidget):
    """A calm middle of an empty page."""

    def __init__(self, icon_name: str, title: str, sentence: str = "") -> None:
        super().__init__()
        self._words = text_label(sentence, "quiet", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        width = scaled(_WIDTH_OF_WORDS)
        self._words.setFixedSize(width, self._words.heightForWidth(width))
        self._words.setVisible(bool(sentence))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(scaled(8))
        layout = QVBoxLayout(self)
        layout.setSpacing(scaled(8))
        layout.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(icon_label(icon_name, size=40), 0, centre)
        layout.addSpacing(scaled(4))
        layout.addWidget(text_label(title, "section"), 0, centre)
        layout.addWidget(self._words, 0, centre)
        layout.addSpacing(scaled(8))
        layout.addLayout(self._buttons)
        layout.setAlignment(self._buttons, centre)
        layout.addStretch(3)

    def add_action(
        self, text: str, on_click: Callable[[], object], kind: ButtonKind = "secondary"
    ) -> None:
        """Add a button that leads out of the emptiness."""
        self._buttons.addWidget(button(text, kind, on_click=on_click))
