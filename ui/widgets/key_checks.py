"""Any of several things, each with a mark: known by their keys."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ui.theme import scaled

Key = TypeVar("Key", bound=Hashable)


class KeyChecks(QWidget, Generic[Key]):
    """``changed`` when the user sets or takes a mark."""

    changed = Signal()

    def __init__(self, choices: Sequence[tuple[Key, str]]) -> None:
        super().__init__()
        self.boxes: dict[Key, QCheckBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(2))
        for key, words in choices:
            box = QCheckBox(words)
            box.toggled.connect(self.changed)
            self.boxes[key] = box
            layout.addWidget(box)

    @property
    def value(self) -> frozenset[Key]:
        """The marked keys."""
        return frozenset(key for key, box in self.boxes.items() if box.isChecked())

    def set_value(self, keys: Collection[Key]) -> None:
        """Mark exactly these."""
        for key, box in self.boxes.items():
            box.setChecked(key in keys)

    def setAccessibleName(self, name: str) -> None:
        """Each box says to which question it belongs."""
        super().setAccessibleName(name)
        for box in self.boxes.values():
            box.setAccessibleName(f"{name}: {box.text()}")
