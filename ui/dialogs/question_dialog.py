"""A question in a small window, its buttons named by what they do."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.labels import text_label

_WIDTH = 440


class QuestionDialog(QDialog):
    """``exec`` is true for «yes»; an empty ``no`` leaves one button, which only closes."""

    def __init__(
        self, parent: QWidget | None, question: str, explanation: str, yes: str, no: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Наставник")
        self.setAccessibleName(question)
        self.setMinimumWidth(scaled(_WIDTH))
        self.yes = button(yes, "primary", on_click=self.accept)
        self.yes.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        layout.setSpacing(scaled(8))
        layout.addWidget(text_label(question, "section", wraps=True))
        words = text_label(explanation, "quiet", wraps=True)
        words.setVisible(bool(explanation))
        layout.addWidget(words)
        layout.addSpacing(scaled(12))
        layout.addLayout(self._buttons(no))

    def _buttons(self, no: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        row.addStretch()
        if no:
            row.addWidget(button(no, on_click=self.reject))
        row.addWidget(self.yes)
        return row
