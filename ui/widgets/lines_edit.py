"""A field for several like things: a line of fields for each, with lines added and taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import scaled
from ui.widgets.buttons import button, icon_button

Value = TypeVar("Value")

_GAP = 8


class Line(QWidget, Generic[Value]):
    """One line; its fields stand beside each other."""

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(scaled(_GAP))

    @property
    def value(self) -> Value:
        """What the line says."""
        raise NotImplementedError

    @property
    def is_understood(self) -> bool:
        """Whether every field of the line holds what it should."""
        raise NotImplementedError

    def fill(self, value: Value) -> None:
        """Show a value."""
        raise NotImplementedError


class LinesEdit(QWidget, Generic[Value]):
    """``values`` are the lines as they stand; ``blank`` is what a new line begins with."""

    def __init__(
        self, make_line: Callable[[], Line[Value]], blank: Value, add_words: str, drop_words: str
    ) -> None:
        super().__init__()
        self._make_line, self._blank, self._drop_words = make_line, blank, drop_words
        self._lines: list[Line[Value]] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(scaled(_GAP))
        self.adder = button(add_words, "link", "plus", self.add_blank)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(_GAP))
        layout.addLayout(self._column)
        layout.addWidget(self.adder, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.adder)

    @property
    def values(self) -> tuple[Value, ...]:
        """What the lines say."""
        return tuple(line.value for line in self._lines)

    @property
    def is_understood(self) -> bool:
        """Whether every line is."""
        return all(line.is_understood for line in self._lines)

    def set_values(self, values: Iterable[Value]) -> None:
        """Replace the lines."""
        for line in list(self._lines):
            self._drop(line)
        for value in values:
            self._add(value)

    def add_blank(self) -> None:
        """Add a line to fill in and put the cursor into it."""
        self._add(self._blank).setFocus()

    def _add(self, value: Value) -> Line[Value]:
        line = self._make_line()
        line.fill(value)
        dropper = icon_button("trash-2", self._drop_words)
        dropper.clicked.connect(partial(self._drop, line))
        line.row.addWidget(dropper)
        self._lines.append(line)
        self._column.addWidget(line)
        return line

    def _drop(self, line: Line[Value], *_: object) -> None:
        self._lines.remove(line)
        line.hide()
        line.deleteLater()
        self.adder.setFocus()
