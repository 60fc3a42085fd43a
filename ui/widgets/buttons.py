"""The buttons of the program: primary, secondary, quiet, link, icon and a row of a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton

from ui.icons import icon
from ui.theme import scaled

ButtonKind = Literal["primary", "secondary", "quiet", "link", "icon", "row", "chip", "danger"]

_ICON_TINTS = {"primary": "on_accent", "link": "accent_text", "danger": "danger"}


class _Shortened(QPushButton):
    """Shortens its words with «…» where its size policy lets it be narrower than they are."""

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().horizontalAdvance("Ш…")
        return QSize(least + self._margins_width(), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self._shown_text()  # type: ignore[attr-defined]
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)

    def _shown_text(self) -> str:
        if self.width() >= self.sizeHint().width():
            return self.text()
        room = self.width() - self._margins_width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def _margins_width(self) -> int:
        return self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())


class _Link(_Shortened):
    """Keeps the whole of its words in a tooltip."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_cut = self._shown_text() != self.text()
        self.setToolTip(self.text() if is_cut else "")


_CLASS_OF_KIND: dict[ButtonKind, type[QPushButton]] = {"link": _Link, "quiet": _Shortened}


def button(
    text: str,
    kind: ButtonKind = "secondary",
    icon_name: str = "",
    on_click: Callable[[], object] | None = None,
) -> QPushButton:
    """A button of a kind; a click with the mouse does not take the focus from a field."""
    made = _CLASS_OF_KIND.get(kind, QPushButton)(text)
    made.setProperty("kind", kind)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAutoDefault(False)
    if kind == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    if kind == "quiet":
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    if icon_name:
        gap = 0 if kind == "icon" else 6
        made.setIcon(icon(icon_name, _ICON_TINTS.get(kind, "quiet")))
        made.setIconSize(QSize(scaled(16 + gap), scaled(16)))
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made


def icon_button(
    icon_name: str, name: str, on_click: Callable[[], object] | None = None
) -> QPushButton:
    """A button of one icon; ``name`` is its tooltip and what a screen reader says."""
    made = button("", "icon", icon_name, on_click)
    made.setIconSize(QSize(scaled(18), scaled(18)))
    made.setToolTip(name)
    made.setAccessibleName(name)
    return made
