"""A quiet line under the top bar: a state that lasts, such as a base that is only read."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.theme import scaled
from ui.tokens import Tone
from ui.widgets.cards import icon_label
from ui.widgets.labels import ElidedLabel


class Banner(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._words = ElidedLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(scaled(24), scaled(6), scaled(24), scaled(6))
        layout.setSpacing(scaled(8))
        layout.addWidget(icon_label("lock", Tone.WARNING, 16))
        layout.addWidget(self._words, 1)
        self.hide()

    def say(self, words: str) -> None:
        """Show the words; empty ones hide the line."""
        self._words.setText(words)
        self.setVisible(bool(words))
