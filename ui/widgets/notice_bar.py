"""The quiet line at the bottom that says what was done and offers the next steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import scaled
from ui.tokens import Tone
from ui.widgets.buttons import button, icon_button
from ui.widgets.cards import clear_layout, icon_label
from ui.widgets.labels import ElidedLabel

_ICONS = {
    Tone.NEUTRAL: "info",
    Tone.ACCENT: "info",
    Tone.GOOD: "circle-check",
    Tone.WARNING: "triangle-alert",
    Tone.DANGER: "circle-x",
}


@dataclass(frozen=True)
class NoticeAction:
    """A next step: its words and what it does."""

    text: str
    run: Callable[[], object]


@dataclass(frozen=True)
class Notice:
    """What happened, as a sentence, with the steps that may follow."""

    text: str
    tone: Tone = Tone.GOOD
    actions: tuple[NoticeAction, ...] = ()


class NoticeBar(QWidget):
    """Shows one notice until the next one comes or the user puts it away."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(scaled(8))

    def show_notice(self, notice: Notice | None) -> None:
        """Show a notice and have a screen reader say it; None empties the bar."""
        clear_layout(self._layout)
        if notice is None:
            return
        self._layout.addWidget(icon_label(_ICONS[notice.tone], notice.tone))
        words = ElidedLabel(notice.text)
        words.setMaximumWidth(words.sizeHint().width() + scaled(4))
        self._layout.addWidget(words, 1)
        for action in notice.actions:
            self._layout.addWidget(button(action.text, "link", on_click=action.run))
        self._layout.addWidget(icon_button("x", "Убрать сообщение", self._put_away))
        self._layout.addStretch()
        _announce(self, notice.text)

    def _put_away(self) -> None:
        self.show_notice(None)


def _announce(bar: QWidget, words: str) -> None:
    """Have a screen reader say the words; its module is not needed for the first paint."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(bar, words))
