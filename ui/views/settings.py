"""The page of settings: sections at the left, the open one at the right, saving at its foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.icons import icon
from ui.page import PageView
from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.labels import text_label
from ui.widgets.scrolling import scrolled

_LIST_WIDTH = 200
_FORM_WIDTH = 720


@dataclass(frozen=True)
class SectionEntry:
    """A section of the list; one that ``is_form`` has something to save."""

    name: str
    title: str
    icon: str
    widget: QWidget
    is_form: bool = True


class SettingsView(PageView):
    """Layout only. ``opened`` tells the name of the section that came to the front."""

    opened = Signal(str)

    def __init__(self, sections: Sequence[SectionEntry]) -> None:
        super().__init__("Настройки")
        self.save = button("Сохранить", "primary")
        self.discard = button("Отменить изменения")
        self._unsaved = text_label("Есть несохранённые изменения", "warning")
        self._entries = tuple(sections)
        self._names = [entry.name for entry in sections]
        self._is_changed = False
        self._group = QButtonGroup(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(scaled(2))
        self._stack = QStackedWidget()
        for at, entry in enumerate(sections):
            self._add(at, entry)
        self._list.addStretch()
        beside = QHBoxLayout()
        beside.setSpacing(scaled(16))
        beside.addLayout(self._list)
        beside.addWidget(self._panel(), 1)
        self.body.addLayout(beside, 1)

    def open(self, name: str) -> None:
        """Bring a section to the front."""
        at = self._names.index(name)
        self._group.button(at).setChecked(True)
        self._stack.setCurrentIndex(at)
        self._show_foot()
        self.opened.emit(name)

    def knows(self, name: object) -> bool:
        """Whether there is a section of this name."""
        return name in self._names

    def show_unsaved(self, *, is_changed: bool) -> None:
        """Offer to save or to take back what was changed."""
        self.save.setEnabled(is_changed)
        self.discard.setVisible(is_changed)
        self._unsaved.setVisible(is_changed)
        self._is_changed = is_changed
        self._show_foot()

    def _show_foot(self) -> None:
        is_form = self._entries[self._stack.currentIndex()].is_form
        self._foot.setVisible(is_form or self._is_changed)

    def _add(self, at: int, entry: SectionEntry) -> None:
        made = QToolButton()
        made.setProperty("kind", "navigation")
        made.setText(entry.title)
        made.setIcon(icon(entry.icon, "quiet", "accent_text"))
        made.setIconSize(QSize(scaled(26), scaled(16)))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setFixedWidth(scaled(_LIST_WIDTH))
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        made.clicked.connect(partial(self.open, entry.name))
        self._group.addButton(made, at)
        self._list.addWidget(made)
        self._stack.addWidget(_scrolled_section(entry.title, entry.widget))

    def _panel(self) -> QFrame:
        panel = QFrame()
        panel.setProperty("kind", "card")
        column = QVBoxLayout(panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        self._foot = self._make_foot()
        column.addWidget(self._foot)
        return panel

    def _make_foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(scaled(24), scaled(10), scaled(24), scaled(10))
        row.setSpacing(scaled(8))
        row.addWidget(self._unsaved)
        row.addStretch()
        row.addWidget(self.discard)
        row.addWidget(self.save)
        return foot


def _scrolled_section(title: str, widget: QWidget) -> QScrollArea:
    inside = QWidget()
    column = QVBoxLayout()
    column.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(16))
    column.setSpacing(scaled(14))
    column.addWidget(text_label(title, "section"))
    column.addWidget(widget)
    column.addStretch(1)
    holder = QWidget()
    holder.setLayout(column)
    holder.setMaximumWidth(scaled(_FORM_WIDTH))
    row = QHBoxLayout(inside)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(holder, 20)
    row.addStretch(1)
    return scrolled(inside)
