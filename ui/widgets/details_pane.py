"""The pane at the right of a page: the selected record and all that is tied to it."""

from __future__ import annotations

from functools import singledispatch

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import scaled
from ui.tokens import DETAILS_WIDTH, Tone
from ui.widgets.buttons import button, icon_button
from ui.widgets.cards import clear_layout, icon_label
from ui.widgets.details import (
    CheckRow,
    CheckState,
    Details,
    Fact,
    LinkRow,
    Note,
    PaneButton,
    PillRow,
    Section,
)
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import ElidedLabel, StatusPill, text_label
from ui.widgets.scrolling import scrolled

_LINE_HEIGHT = 26
_SHARE_OF_WINDOW = 0.3
_CHECK_SIGNS = {
    CheckState.DONE: ("circle-check", Tone.GOOD, "есть"),
    CheckState.MISSING: ("circle-x", Tone.DANGER, "нет"),
    CheckState.OPEN: ("circle", Tone.NEUTRAL, "ещё нет"),
}


class DetailsPane(QFrame):
    """Draws ``Details``; hidden while nothing is selected. ``closed``: the user put it away."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("details")
        self.setAccessibleName("Сведения о выбранной строке")
        self.setFixedWidth(scaled(DETAILS_WIDTH))
        self._body = QVBoxLayout()
        self._body.setContentsMargins(scaled(16), scaled(14), scaled(16), scaled(16))
        self._body.setSpacing(scaled(4))
        self._buttons = QVBoxLayout()
        self._buttons.setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(16))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)
        layout.setSpacing(0)
        inside = QWidget()
        inside.setLayout(self._body)
        layout.addWidget(scrolled(inside), 1)
        layout.addLayout(self._buttons)
        self.hide()

    def set_room(self, window_width: int) -> None:
        """Take the width of the design, or less where the window is narrow for its text."""
        self.setFixedWidth(min(scaled(DETAILS_WIDTH), round(window_width * _SHARE_OF_WINDOW)))

    def show_details(self, details: Details | None) -> None:
        """Draw another record, or put the pane away (None)."""
        self.setVisible(details is not None)
        clear_layout(self._body)
        clear_layout(self._buttons)
        if details is not None:
            self._add_heading(details)
            for section in details.sections:
                self._add_section(section)
            self._body.addStretch()
            if details.buttons:
                self._buttons.addWidget(_buttons_row(details.buttons))

    def _add_heading(self, details: Details) -> None:
        heading = QHBoxLayout()
        heading.addWidget(text_label(details.title, "section", wraps=True), 1)
        close = icon_button("x", "Закрыть сведения", self.closed.emit)
        heading.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._body.addLayout(heading)
        if details.subtitle:
            self._body.addWidget(text_label(details.subtitle, "quiet", wraps=True))

    def _add_section(self, section: Section) -> None:
        self._body.addSpacing(scaled(8))
        if section.title:
            self._body.addWidget(text_label(section.title, "section"))
        for item in section.items:
            self._body.addWidget(_widget_of(item))


def _row(*, spacing: int = 8) -> tuple[QWidget, QHBoxLayout]:
    row = QWidget()
    row.setMinimumHeight(scaled(_LINE_HEIGHT))
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, scaled(1), 0, scaled(1))
    layout.setSpacing(scaled(spacing))
    return row, layout


@singledispatch
def _widget_of(item: object) -> QWidget:
    raise TypeError(f"no way to draw {item!r}")


@_widget_of.register
def _(item: Fact) -> QWidget:
    row, layout = _row(spacing=16)
    top = Qt.AlignmentFlag.AlignTop
    value = text_label(item.value, wraps=True)
    value.setAlignment(Qt.AlignmentFlag.AlignRight | top)
    value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    layout.addWidget(text_label(item.label, "quiet", wraps=True), 0, top)
    layout.addWidget(value, 1)
    return row


@_widget_of.register
def _(item: Note) -> QWidget:
    return text_label(item.text, "quiet" if item.is_quiet else "body", wraps=True)


@_widget_of.register
def _(item: PillRow) -> QWidget:
    row, layout = _row()
    layout.addWidget(StatusPill(item.text, item.tone))
    layout.addStretch()
    return row


@_widget_of.register
def _(item: LinkRow) -> QWidget:
    row, layout = _row(spacing=3)
    words = QVBoxLayout()
    words.setSpacing(0)
    link = button(item.text, "link", on_click=item.run)
    link.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    words.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    if item.note:
        note = ElidedLabel(item.note, "quiet")
        note.setContentsMargins(scaled(5), 0, 0, 0)
        words.addWidget(note)
    layout.addWidget(icon_label(item.icon))
    layout.addLayout(words, 1)
    layout.addWidget(text_label(item.count, "quiet"))
    if item.remove is not None:
        layout.addWidget(icon_button("x", f"Убрать: {item.text}", item.remove))
    return row


@_widget_of.register
def _(item: CheckRow) -> QWidget:
    row, layout = _row()
    icon_name, tone, said = _CHECK_SIGNS[item.state]
    words = text_label(item.text, wraps=True)
    words.setAccessibleName(f"{item.text}: {said}")
    layout.addWidget(icon_label(icon_name, tone))
    layout.addWidget(words, 1)
    if item.run is not None:
        act = button(item.action, "link", on_click=item.run)
        act.setAccessibleName(f"{item.action}: {item.text}")
        layout.addWidget(act)
    return row


def _buttons_row(buttons: tuple[PaneButton, ...]) -> QWidget:
    row = QWidget()
    flow = FlowLayout(scaled(8))
    row.setLayout(flow)
    for facts in buttons:
        kind = "primary" if facts.is_primary else "secondary"
        flow.addWidget(button(facts.text, kind, facts.icon, facts.run))  # type: ignore[arg-type]
    return row
