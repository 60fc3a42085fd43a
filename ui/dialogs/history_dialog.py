"""Who changed a record, when and what: the newest step first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from nastavnik_desktop.services.history import HistoryLine
from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.labels import separator, text_label
from ui.widgets.scrolling import scrolled

_NOTHING = "–"


class HistoryDialog(QDialog):
    """Stands beside the window and stops nothing; Esc closes it."""

    def __init__(self, title: str, lines: Sequence[HistoryLine]) -> None:
        super().__init__()
        self.setWindowTitle(f"История: {title}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(scaled(560), scaled(520))
        inside = QWidget()
        steps = QVBoxLayout(inside)
        steps.setContentsMargins(0, 0, scaled(8), 0)
        steps.setSpacing(scaled(8))
        for line in lines:
            _add_step(steps, line)
        if not lines:
            steps.addWidget(text_label("Записей пока нет.", "quiet"))
        steps.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(24), scaled(20), scaled(16), scaled(20))
        layout.setSpacing(scaled(12))
        layout.addWidget(text_label(title, "section", wraps=True))
        layout.addWidget(scrolled(inside), 1)
        close = button("Закрыть", "primary", on_click=self.close)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def moment_words(moment: datetime) -> str:
    """«08.09.2026 в 14:05», in local time."""
    return moment.strftime("%d.%m.%Y в %H:%M")


def _add_step(steps: QVBoxLayout, line: HistoryLine) -> None:
    steps.addWidget(separator())
    steps.addWidget(text_label(line.operation, "strong", wraps=True))
    when = " · ".join(filter(None, (moment_words(line.moment), line.actor)))
    steps.addWidget(text_label(when, "small"))
    if line.lines:
        steps.addWidget(_fields(line.lines))


def _fields(lines: Sequence[tuple[str, str, str]]) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(scaled(16))
    grid.setVerticalSpacing(scaled(2))
    grid.setColumnStretch(1, 1)
    top = Qt.AlignmentFlag.AlignTop
    for row, (label, before, after) in enumerate(lines):
        grid.addWidget(text_label(label, "quiet"), row, 0, top)
        words = after if before == _NOTHING else f"{before} → {after}"
        grid.addWidget(text_label(words, wraps=True), row, 1, top)
    return made
