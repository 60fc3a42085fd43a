"""Choosing people by a part of the name: a field, suggestions below it, the chosen ones above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from nastavnik_desktop.domain.search import search_key
from ui.theme import scaled
from ui.tokens import Tone
from ui.widgets.buttons import icon_button
from ui.widgets.cards import clear_layout, icon_label
from ui.widgets.labels import ElidedLabel
from ui.widgets.search_field import SearchField
from ui.widgets.suggestions import Suggestions


@dataclass(frozen=True)
class PersonChoice:
    """A person to choose: the name, and what helps to tell namesakes apart."""

    person_id: int
    name: str
    note: str = ""

    @property
    def search_text(self) -> str:
        """What a query is looked for in."""
        return search_key(f"{self.name} {self.note}")


class PersonPicker(QWidget):
    """``ids`` are the chosen people in their order; ``changed`` says that they are others now.

    With ``limit`` people chosen the field for more is put away until one is taken out.
    """

    changed = Signal()

    def __init__(self, name: str, limit: int | None = None) -> None:
        super().__init__()
        self._name = name
        self._limit = limit
        self._ids: list[int] = []
        self._choices: dict[int, PersonChoice] = {}
        self.field = SearchField(name, "Фамилия, имя, должность или класс")
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._on_typed)
        self.suggestions: Suggestions[PersonChoice] = Suggestions(
            f"Найденные: {name}", lambda c: (c.name, c.note), lambda c: c.search_text
        )
        self.suggestions.taken.connect(self._on_taken)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(scaled(4))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(4))
        layout.addLayout(self._rows)
        layout.addWidget(self.field)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFocusProxy(self.field)

    @property
    def ids(self) -> tuple[int, ...]:
        """The chosen people."""
        return tuple(self._ids)

    def set_choices(self, choices: Sequence[PersonChoice]) -> None:
        """Offer these people, in this order."""
        self._choices = {choice.person_id: choice for choice in choices}
        self._show_chosen()

    def set_ids(self, ids: Iterable[int]) -> None:
        """Choose exactly these people, as far as they are offered."""
        self._ids = [person_id for person_id in ids if person_id in self._choices]
        self._show_chosen()

    def set_limit(self, limit: int | None) -> None:
        """Allow so many people; those chosen already stay."""
        self._limit = limit
        self._show_chosen()

    def add(self, person_id: int) -> None:
        """Choose one more person."""
        self._ids.append(person_id)
        self._show_chosen()
        self.changed.emit()

    def remove(self, person_id: int) -> None:
        """Take a person out."""
        self._ids.remove(person_id)
        self._show_chosen()
        self.field.setFocus()
        self.changed.emit()

    def setAccessibleName(self, name: str) -> None:
        """The field speaks for the whole."""
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field keeps the focus: the keys of the list come through it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._handle_key(Qt.Key(event.key()))
        if event.type() == QEvent.Type.FocusOut:
            self.suggestions.hide()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._suggest()
        return super().eventFilter(watched, event)

    def _handle_key(self, key: Qt.Key) -> bool:
        """Whether the key was meant for the list of suggestions."""
        if self.suggestions.isHidden():
            if key == Qt.Key.Key_Down:
                self._suggest()
                return True
            return False
        return self.suggestions.handle_key(key)

    def _suggest(self) -> None:
        below = self.field.mapTo(self.window(), QPoint(0, self.field.height()))
        self.suggestions.show_below(self.window(), below, self.field.size())

    def _on_typed(self, text: str) -> None:
        self.suggestions.set_query(text)
        self._suggest()

    def _on_taken(self, choice: PersonChoice) -> None:
        self.field.clear()
        self.suggestions.set_query("")
        self.add(choice.person_id)

    def _show_chosen(self) -> None:
        clear_layout(self._rows)
        for person_id in self._ids:
            self._rows.addWidget(self._row_of(self._choices[person_id]))
        is_full = self._limit is not None and len(self._ids) >= self._limit
        self.field.setVisible(not is_full)
        taken = set(self._ids)
        rest = [choice for key, choice in self._choices.items() if key not in taken]
        self.suggestions.set_rows(rest)

    def _row_of(self, choice: PersonChoice) -> QFrame:
        row = QFrame()
        row.setProperty("kind", "card")
        row.setAccessibleName(f"{self._name}: {choice.name}")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(scaled(10), scaled(4), scaled(4), scaled(4))
        layout.setSpacing(scaled(10))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(choice.name, "strong"))
        words.addWidget(ElidedLabel(choice.note, "quiet"))
        layout.addWidget(icon_label("user", Tone.ACCENT))
        layout.addLayout(words, 1)
        remove = icon_button("x", f"Убрать: {choice.name}", lambda: self.remove(choice.person_id))
        layout.addWidget(remove)
        return row

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its field."""
        return super().minimumSizeHint().expandedTo(self.field.minimumSizeHint())
