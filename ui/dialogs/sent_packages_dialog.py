"""What the school sent to the authority, and what was answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from nastavnik_desktop.domain.consolidation.package import SentRow, Verdict
from nastavnik_desktop.domain.dates import short_date
from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.labels import separator, text_label
from ui.widgets.scrolling import scrolled


class SentPackagesDialog(QDialog):
    """Stands beside the window and stops nothing; Esc closes it."""

    def __init__(self, rows: Sequence[SentRow]) -> None:
        super().__init__()
        self.setWindowTitle("Посылки в управление")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(scaled(560), scaled(480))
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, scaled(8), 0)
        lines.setSpacing(scaled(8))
        for row in rows:
            _add_row(lines, row)
        if not rows:
            lines.addWidget(text_label("Посылок пока нет.", "quiet"))
        lines.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(24), scaled(20), scaled(16), scaled(20))
        layout.setSpacing(scaled(12))
        layout.addWidget(text_label("Посылки в управление", "section"))
        layout.addWidget(scrolled(inside), 1)
        close = button("Закрыть", "primary", on_click=self.close)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def _add_row(lines: QVBoxLayout, row: SentRow) -> None:
    lines.addWidget(separator())
    where = f": {row.recipient}" if row.recipient else ""
    title = f"{short_date(row.made_on)}{where}"
    lines.addWidget(text_label(title, "strong", wraps=True))
    lines.addWidget(text_label(f"Показатели на {short_date(row.as_of)}", "small"))
    is_returned = row.verdict is Verdict.RETURNED
    words = "ответа пока нет" if row.verdict is Verdict.WAITING else row.verdict.label
    if row.answered_on is not None:
        words = f"{words} {short_date(row.answered_on)}"
    lines.addWidget(text_label(words[0].upper() + words[1:], "warning" if is_returned else "quiet"))
    for place, remark in enumerate(row.remarks, start=1):
        lines.addWidget(text_label(f"{place}. {remark}", wraps=True))
