"""Two records side by side: of each field one of two values is taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from nastavnik_desktop.domain.card_merge import MergeField
from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.cards import clear_layout
from ui.widgets.labels import ElidedLabel, text_label

_VALUE_WIDTH = 250
_NOTHING = "не указано"


class TwoValues(QWidget):
    """A line for each field, with its values to choose from; ``taken`` are those of the right."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: dict[str, QRadioButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scaled(16))
        self._grid.setVerticalSpacing(scaled(8))
        self._grid.setColumnMinimumWidth(0, scaled(120))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)

    @property
    def taken(self) -> tuple[str, ...]:
        """Names of the fields whose value is taken from the right."""
        return tuple(name for name, right in self._choices.items() if right.isChecked())

    def show_fields(self, left: str, right: str, fields: Sequence[MergeField]) -> None:
        """Show two records by their titles, and the fields in which they differ."""
        clear_layout(self._grid)
        self._choices = {}
        self._grid.addWidget(self._head("Останется", left, is_right=False), 0, 1)
        self._grid.addWidget(self._head("Уйдёт", right, is_right=True), 0, 2)
        for row, field in enumerate(fields, start=1):
            self._add_field(row, field)

    def take_all(self, *, is_right: bool) -> None:
        """Take every value from one side."""
        for made in self._choices.values():
            group = made.group()
            group.button(int(is_right)).setChecked(True)

    def _head(self, what: str, title: str, *, is_right: bool) -> QWidget:
        head = QWidget()
        words = QVBoxLayout(head)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(text_label(what, "small"))
        words.addWidget(ElidedLabel(title, "strong"))
        take = button(
            "Взять все значения отсюда", "link", on_click=lambda: self.take_all(is_right=is_right)
        )
        take.setAccessibleName(f"Взять все значения: {what.lower()}, {title}")
        words.addWidget(take, 0, Qt.AlignmentFlag.AlignLeft)
        return head

    def _add_field(self, row: int, field: MergeField) -> None:
        label = field.label[:1].upper() + field.label[1:]
        self._grid.addWidget(text_label(label, "quiet", wraps=True), row, 0)
        group = QButtonGroup(self)
        for place, value in enumerate((field.kept, field.other)):
            made = _value_button(label, value)
            made.setChecked(bool(place) is field.takes_other)
            group.addButton(made, place)
            self._grid.addWidget(made, row, 1 + place)
        right = group.button(1)
        if isinstance(right, QRadioButton):
            self._choices[field.name] = right


def _value_button(label: str, value: str) -> QRadioButton:
    made = QRadioButton()
    shown = value if value not in ("", "–") else _NOTHING
    room = scaled(_VALUE_WIDTH)
    made.setText(made.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, room))
    made.setToolTip(shown if made.text() != shown else "")
    made.setAccessibleName(f"{label}: {shown}")
    return made
