"""The list of keys, made from the declared actions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from ui.actions import ActionFacts, KeysFacts
from ui.theme import scaled
from ui.tokens import Tone
from ui.widgets.buttons import button
from ui.widgets.labels import StatusPill, text_label
from ui.widgets.scrolling import scrolled


class ShortcutsDialog(QDialog):
    """Shows what each key does, group by group."""

    def __init__(self, parent: QWidget | None, keys: Sequence[ActionFacts | KeysFacts]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Сочетания клавиш")
        self.resize(scaled(460), scaled(560))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(24), scaled(20), scaled(16), scaled(20))
        layout.setSpacing(scaled(12))
        layout.addWidget(text_label("Сочетания клавиш", "title"))
        layout.addWidget(scrolled(_list_of(keys)), 1)
        close = button("Закрыть", "primary", on_click=self.accept)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def _list_of(keys: Sequence[ActionFacts | KeysFacts]) -> QWidget:
    inside = QWidget()
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 0, scaled(8), 0)
    grid.setVerticalSpacing(scaled(8))
    grid.setColumnStretch(0, 1)
    with_keys = (each for each in keys if each.keys)
    for group, members in groupby(with_keys, lambda each: each.group):
        grid.addWidget(text_label(group, "section"), grid.rowCount(), 0, 1, 2)
        for member in members:
            line = grid.rowCount()
            grid.addWidget(text_label(member.text, wraps=True), line, 0)
            grid.addWidget(StatusPill(member.keys, Tone.NEUTRAL), line, 1)
        grid.setRowMinimumHeight(grid.rowCount(), scaled(8))
    grid.setRowStretch(grid.rowCount(), 1)
    return inside
