"""A form: one column, labels above fields, hints and problems below the field they concern."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nastavnik_desktop.domain.problems import Level, Problem
from ui.theme import scaled
from ui.widgets.labels import text_label

Field = TypeVar("Field", bound=QWidget)

_WIDEST = 4096
_ANY_SIDE = Qt.AlignmentFlag(0)


@dataclass(frozen=True)
class _Place:
    label: QLabel
    field: QWidget
    message: QLabel
    column: QVBoxLayout
    hint: QLabel | None = None


class Form(QWidget):
    """Fields by their names in the draft, so that a problem finds its field."""

    def __init__(self) -> None:
        super().__init__()
        self._places: dict[str, _Place] = {}
        self._general = text_label("", "error", wraps=True)
        self._general.hide()
        self._row: QHBoxLayout | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(scaled(12))
        self._layout.addWidget(self._general)

    def section(self, title: str) -> None:
        """Begin a part of the form with a heading."""
        self._row = None
        if self._places:
            self._layout.addSpacing(scaled(8))
        self._layout.addWidget(text_label(title, "section"))

    def add(
        self, name: str, label: str, field: Field, *, hint: str = "", is_required: bool = False
    ) -> Field:
        """Add a field under its label; inside ``begin_row`` … ``end_row`` beside the others."""
        heading = text_label(f"{label} *" if is_required else label, "label")
        heading.setBuddy(field)
        field.setAccessibleName(f"{label}, обязательно" if is_required else label)
        field.setAccessibleDescription(hint)
        message = text_label("", "error", wraps=True)
        message.hide()
        place = QVBoxLayout()
        place.setSpacing(scaled(4))
        place.addWidget(heading)
        is_narrow = field.maximumWidth() < _WIDEST
        place.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft if is_narrow else _ANY_SIDE)
        explained = text_label(hint, "small", wraps=True) if hint else None
        if explained is not None:
            place.addWidget(explained)
        place.addWidget(message)
        place.addStretch()
        self._places[name] = _Place(heading, field, message, place, explained)
        self._put(place)
        return field

    def add_wide(self, widget: QWidget) -> None:
        """Add something that needs no label: a note, a check box, a table."""
        self._layout.addWidget(widget)

    def begin_row(self) -> None:
        """The next fields stand side by side."""
        self._row = QHBoxLayout()
        self._row.setSpacing(scaled(16))
        self._layout.addLayout(self._row)

    def end_row(self) -> None:
        """The next fields stand below each other again."""
        self._row = None

    def focus_first(self) -> None:
        """Put the cursor into the first field that can be edited."""
        for place in self._places.values():
            if place.field.isEnabled() and place.field.focusPolicy() != Qt.FocusPolicy.NoFocus:
                place.field.setFocus()
                return

    def field(self, name: str) -> QWidget:
        """The field of a name."""
        return self._places[name].field

    def fields(self) -> Iterator[tuple[str, QWidget]]:
        """All fields with their names, from the top down."""
        return ((name, place.field) for name, place in self._places.items())

    def knows(self, name: str) -> bool:
        """Whether a field of this name stands in the form."""
        return name in self._places

    def set_shown(self, name: str, *, is_shown: bool) -> None:
        """Show or hide a field with its label and hint; a hidden one asks nothing."""
        place = self._places[name]
        for widget in (place.label, place.field, *([place.hint] if place.hint else [])):
            widget.setVisible(is_shown)
        place.message.setVisible(is_shown and bool(place.message.text()))

    def stretch(self, name: str) -> None:
        """Give a field all the height that the others leave."""
        column = self._places[name].column
        column.setStretchFactor(self._places[name].field, 1)
        self._layout.setStretchFactor(column, 1)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Put each problem beside its field, those of no field on top; go to the first error."""
        for place in self._places.values():
            _show_message(place, None)
        homeless = [problem for problem in problems if problem.field not in self._places]
        self._general.setText("\n".join(problem.message for problem in homeless))
        self._general.setVisible(bool(homeless))
        for problem in reversed(problems):
            if problem.field in self._places:
                _show_message(self._places[problem.field], problem)
        first = next((p for p in problems if p.field in self._places), None)
        if first is not None and first.level is Level.ERROR:
            self._places[first.field].field.setFocus()

    def message_of(self, name: str) -> str:
        """What stands below a field; empty when all is well."""
        return self._places[name].message.text()

    def _put(self, place: QVBoxLayout) -> None:
        if self._row is None:
            self._layout.addLayout(place)
        else:
            self._row.addLayout(place, 1)


def _show_message(place: _Place, problem: Problem | None) -> None:
    is_error = problem is not None and problem.level is Level.ERROR
    place.message.setText(problem.message if problem else "")
    place.message.setProperty("text_style", "error" if is_error else "warning")
    place.message.setVisible(problem is not None)
    if problem is not None:
        place.field.setAccessibleDescription(problem.message)
    place.field.setProperty("has_error", "true" if is_error else "false")
    for widget in (place.message, place.field):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
