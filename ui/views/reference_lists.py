"""Forms of mentoring with their role models, and the modes: lists of the user's own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nastavnik_desktop.domain.pairings import MentoringForm
from nastavnik_desktop.domain.reference_lists import MODEL_WORDS
from ui.item_models.column import Align, Column
from ui.item_models.rows_model import RowsModel
from ui.theme import scaled
from ui.user_settings import UserSettings
from ui.widgets.buttons import button
from ui.widgets.labels import text_label
from ui.widgets.records_table import RecordsTable

_NOTE = (
    "Списки ваши: добавляйте формы своего района, переименовывайте, убирайте лишнее в архив. "
    "Пары сохраняют то, что в них записано."
)


def _columns() -> list[Column[MentoringForm]]:
    return [
        Column("Форма", lambda form: form.title, width=260, stretches=True),
        Column("Модель", lambda form: MODEL_WORDS[form.model], width=200),
        Column(
            "Роли",
            lambda form: str(len(form.role_models)),
            lambda form: len(form.role_models),
            Align.RIGHT,
            60,
            tooltip=lambda form: "\n".join(form.role_models),
        ),
        Column("Где", lambda form: "в архиве" if form.is_archived else "в выборе", width=90),
    ]


class ReferenceListsView(QWidget):
    """Layout only; the controller connects the buttons."""

    def __init__(self, settings: UserSettings) -> None:
        super().__init__()
        self.model = RowsModel(_columns(), identify=lambda form: form.code)
        self.table = RecordsTable("forms", "Формы наставничества", self.model, settings)
        self.add = button("Добавить форму…", icon_name="plus")
        self.edit = button("Изменить…", icon_name="pencil")
        self.up = button("Выше")
        self.down = button("Ниже")
        self.archive = button("В архив", icon_name="archive")
        self.modes = button("Виды наставничества…", "link", "list-checks")
        buttons = QHBoxLayout()
        buttons.setSpacing(scaled(8))
        for each in (self.add, self.edit, self.up, self.down, self.archive):
            buttons.addWidget(each)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(12))
        layout.addWidget(text_label(_NOTE, "quiet", wraps=True))
        layout.addWidget(self.table)
        layout.addLayout(buttons)
        layout.addWidget(self.modes, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()
