"""The layout of the section «Свод школ» of the settings."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nastavnik_desktop.domain.consolidation.schools import BaseLevel
from ui.theme import scaled
from ui.widgets.fields import ChoiceField
from ui.widgets.form import Form
from ui.widgets.labels import text_label

_NOTE = (
    "База школы отправляет в управление одну посылку: «Статистика» › «Отправлено» › «Отправить в "
    "управление…». База муниципалитета принимает посылки школ и сводит их: в ней появляется "
    "раздел «Свод»."
)


class BaseLevelView(QWidget):
    """Layout only; the controller connects the choice."""

    def __init__(self) -> None:
        super().__init__()
        form = Form()
        self.level = form.add(
            "level", "Чья это база", ChoiceField([(level, level.label) for level in BaseLevel])
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(12))
        layout.addWidget(text_label(_NOTE, "quiet", wraps=True))
        layout.addWidget(form)
        layout.addStretch()
