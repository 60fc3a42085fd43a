"""Choices that are seen at once: one of a few by round buttons, several by check boxes."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import scaled

Value = TypeVar("Value", bound=Hashable)


class RadioChoice(QWidget, Generic[Value]):
    """Exactly one of a few values, side by side; ``changed`` when the user takes another."""

    changed = Signal()

    def __init__(self, choices: Sequence[tuple[Value, str]]) -> None:
        super().__init__()
        self._values = [value for value, _words in choices]
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(24))
        for place, (_value, words) in enumerate(choices):
            made = QRadioButton(words)
            self._group.addButton(made, place)
            layout.addWidget(made)
        layout.addStretch()
        first = self._group.button(0)
        first.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFocusProxy(first)
        self._group.idClicked.connect(lambda _place: self.changed.emit())

    @property
    def value(self) -> Value:
        """The chosen value."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: Value) -> None:
        """Choose a value."""
        self._group.button(self._values.index(value)).setChecked(True)

    def setAccessibleName(self, name: str) -> None:
        """Each button says to which question it belongs."""
        super().setAccessibleName(name)
        for made in self._group.buttons():
            made.setAccessibleName(f"{name}: {made.text()}")


class ChecksChoice(QWidget):
    """Any of several texts, one below the other; a text that is not offered any more stays."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        self._boxes: list[QCheckBox] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(scaled(2))
        for text in texts:
            self._add(text)

    @property
    def value(self) -> tuple[str, ...]:
        """The chosen texts, in the order offered."""
        return tuple(box.text() for box in self._boxes if box.isChecked())

    def set_value(self, texts: Sequence[str]) -> None:
        """Choose exactly these."""
        offered = {box.text() for box in self._boxes}
        for text in texts:
            if text not in offered:
                self._add(text)
        for box in self._boxes:
            box.setChecked(box.text() in texts)

    def _add(self, text: str) -> None:
        box = QCheckBox(text)
        self._boxes.append(box)
        self._layout.addWidget(box)
