"""The copies of a base in a window of their own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from ui.theme import scaled
from ui.views.backups import BackupsView
from ui.widgets.buttons import button
from ui.widgets.labels import text_label


class BackupsDialog(QDialog):
    """Stands over the window; Esc closes it."""

    def __init__(self, view: BackupsView) -> None:
        super().__init__()
        self.setWindowTitle("Резервные копии")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(scaled(680), scaled(520))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        layout.setSpacing(scaled(12))
        layout.addWidget(text_label("Резервные копии", "title"))
        layout.addWidget(view, 1)
        close = button("Закрыть", "primary", on_click=self.close)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
