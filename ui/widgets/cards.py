"""Cards: a surface with a border; a figure with its words; rows that say what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from ui.icons import icon
from ui.theme import scaled
from ui.tokens import Tone
from ui.widgets.buttons import button
from ui.widgets.labels import ElidedLabel, separator, text_label

_TINTS = {
    Tone.NEUTRAL: "quiet",
    Tone.ACCENT: "accent_text",
    Tone.GOOD: "good",
    Tone.WARNING: "warning",
    Tone.DANGER: "danger",
}


def icon_label(icon_name: str, tone: Tone = Tone.NEUTRAL, size: int = 18) -> QLabel:
    """An icon that stands still, in the colour of a tone."""
    return _IconLabel(icon_name, tone, size)


class _IconLabel(QLabel):
    """Keeps the icon, not its pixels, so that a change of the theme repaints it."""

    def __init__(self, icon_name: str, tone: Tone, size: int) -> None:
        super().__init__()
        self._icon = icon(icon_name, _TINTS[tone])
        self.setFixedSize(scaled(size), scaled(size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._icon.paint(QPainter(self), self.rect())


class Card(QFrame):
    """A surface with a border and an optional heading; ``body`` takes the content."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(12))
        self.body.setSpacing(scaled(8))
        if title:
            self.body.addWidget(text_label(title, "section"))


class StatCard(QFrame):
    """A figure, what it counts, and a quiet line; a click opens what is behind it."""

    opened = Signal()

    def __init__(self, figure: str, caption: str, note: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._figure = text_label("", "figure")
        self._caption = ElidedLabel("", "strong")
        self._note = ElidedLabel("", "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(16), scaled(10), scaled(16), scaled(12))
        layout.setSpacing(scaled(2))
        for label in (self._figure, self._caption, self._note):
            layout.addWidget(label)
        self.show_figure(figure, caption, note)

    def show_figure(self, figure: str, caption: str, note: str = "") -> None:
        """Change the figure and its words."""
        self._figure.setText(figure)
        self._caption.setText(caption)
        self._note.setText(note)
        self.setAccessibleName(f"{figure} {caption}. {note}".strip())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the card opens it."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or the space bar opens the card, as they press a button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True)
class TaskFacts:
    """One line of what must be done: words, a sign, and the button that does it."""

    title: str
    note: str
    action: str
    run: Callable[[], object]
    icon: str = "info"
    tone: Tone = Tone.ACCENT
    is_primary: bool = False


class TaskList(Card):
    """A card of tasks, one line each, parted by hairlines."""

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(0, scaled(4), 0, scaled(4))
        self.body.setSpacing(0)

    def show_tasks(self, tasks: list[TaskFacts]) -> None:
        """Replace the lines."""
        clear_layout(self.body)
        for position, task in enumerate(tasks):
            if position:
                self.body.addWidget(separator())
            self.body.addWidget(_task_row(task))


def _task_row(task: TaskFacts) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8))
    layout.setSpacing(scaled(12))
    words = QVBoxLayout()
    words.setSpacing(scaled(1))
    words.addWidget(ElidedLabel(task.title, "strong"))
    words.addWidget(ElidedLabel(task.note, "quiet"))
    act = button(task.action, "primary" if task.is_primary else "secondary", on_click=task.run)
    act.setAccessibleName(f"{task.action}: {task.title}")
    act.setVisible(bool(task.action))
    layout.addWidget(icon_label(task.icon, task.tone, 20))
    layout.addLayout(words, 1)
    layout.addWidget(act)
    return row


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout; widgets are deleted when Qt is idle."""
    for _ in range(layout.count()):
        item = layout.takeAt(0)
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        inner = item.layout()
        if inner is not None:
            clear_layout(inner)
