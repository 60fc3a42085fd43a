"""Fields of forms that need more than Qt's own: a choice of values, a note of some lines."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from ui.theme import scaled


class ChoiceField(QComboBox):
    """One of several values, each with its words.

    The mouse wheel changes nothing until the field has the focus: scrolling a form must not
    alter it.
    """

    def __init__(self, choices: Sequence[tuple[Hashable, str]] = ()) -> None:
        super().__init__()
        self._values: list[Hashable] = []
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[Hashable, str]]) -> None:
        """Replace the choices, as (value, words); the value stays if it is still there."""
        kept = self.value
        self._values = [value for value, _words in choices]
        self.clear()
        self.addItems([words for _value, words in choices])
        if kept in self._values:
            self.set_value(kept)

    @property
    def value(self) -> Hashable:
        """The chosen value; None when there are no choices."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def set_value(self, value: Hashable) -> None:
        """Choose a value; one that is not offered leaves the field without a choice."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll while the field has no focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NoteField(QPlainTextEdit):
    """A text of several lines; Tab leaves it, as it leaves every other field."""

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + scaled(20))
