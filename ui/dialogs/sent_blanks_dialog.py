"""Blanks that were sent: the file of each, and what the same blank would say by now."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.filling.sent import CellDifference, SentBlank, caption, told
from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.labels import separator, text_label
from ui.widgets.scrolling import scrolled

OnBlank = Callable[[SentBlank], object]


class SentBlanksDialog(QDialog):
    """Stands beside the window and stops nothing; Esc closes it."""

    def __init__(self, rows: Sequence[SentBlank], on_save: OnBlank, on_compare: OnBlank) -> None:
        super().__init__()
        lines = _lay_out(self, "Отправленные бланки")
        for row in rows:
            lines.addWidget(separator())
            where = f"{short_date(row.row.sent_on)}: {row.row.recipient}"
            lines.addWidget(text_label(where, "strong", wraps=True))
            lines.addWidget(text_label(caption(row), "quiet", wraps=True))
            words = "; ".join(filter(None, [row.row.signed_by, row.row.note]))
            if words:
                lines.addWidget(text_label(words, "small", wraps=True))
            lines.addLayout(_buttons(row, on_save, on_compare))
        if not rows:
            words = "Откройте бланк, заполните его и нажмите «Отправлено» › «Сохранить копию…»."
            lines.addWidget(text_label(words, "quiet", wraps=True))
        lines.addStretch()


class BlankDifferenceDialog(QDialog):
    """A line for every cell that differs from what was sent, and who makes the difference."""

    def __init__(self, sent: SentBlank, found: Sequence[CellDifference]) -> None:
        super().__init__()
        lines = _lay_out(self, "Что изменилось с отправки")
        words = f"{caption(sent)}, отправлен {short_date(sent.row.sent_on)}"
        lines.addWidget(text_label(words, "quiet", wraps=True))
        for one in found:
            lines.addWidget(separator())
            lines.addWidget(text_label(told(one), wraps=True))
        if not found:
            lines.addWidget(text_label("По базе всё так же, как было отправлено.", wraps=True))
        lines.addStretch()


def _lay_out(dialog: QDialog, title: str) -> QVBoxLayout:
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(scaled(600), scaled(480))
    inside = QWidget()
    lines = QVBoxLayout(inside)
    lines.setContentsMargins(0, 0, scaled(8), 0)
    lines.setSpacing(scaled(8))
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(scaled(24), scaled(20), scaled(16), scaled(20))
    layout.setSpacing(scaled(12))
    layout.addWidget(text_label(title, "section"))
    layout.addWidget(scrolled(inside), 1)
    close = button("Закрыть", "primary", on_click=dialog.close)
    layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
    return lines


def _buttons(row: SentBlank, on_save: OnBlank, on_compare: OnBlank) -> QHBoxLayout:
    made = QHBoxLayout()
    for words, icon_name, call in (
        ("Сохранить файл…", "download", on_save),
        ("Показать разницу", "chart-column", on_compare),
    ):
        pressed = button(words, icon_name=icon_name, on_click=partial(call, row))
        pressed.setAccessibleName(f"{words} {caption(row)}")
        made.addWidget(pressed)
    made.addStretch()
    return made
