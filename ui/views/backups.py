"""The copies of a base: a list and what can be done with it; shown by the dialog and a section."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nastavnik_desktop.domain.backups import Backup
from nastavnik_desktop.domain.dates import time_ago
from ui.item_models.column import Align, Column
from ui.item_models.rows_model import RowsModel
from ui.theme import scaled
from ui.user_settings import UserSettings
from ui.widgets.buttons import button
from ui.widgets.labels import text_label
from ui.widgets.records_table import RecordsTable

_BYTES_IN_MEGABYTE = 1_000_000


def size_words(size_bytes: int) -> str:
    """«1,4 МБ»."""
    megabytes = max(size_bytes / _BYTES_IN_MEGABYTE, 0.1)
    return f"{megabytes:.1f}\u00a0МБ".replace(".", ",")


def _columns() -> list[Column[Backup]]:
    def moment(row: Backup) -> datetime:
        return row.made_at

    return [
        Column("Сделана", lambda row: f"{row.made_at:%d.%m.%Y %H:%M}", moment, width=140),
        Column(
            "Когда",
            lambda row: time_ago(row.made_at, datetime.now()),
            moment,
            width=140,
            stretches=True,
        ),
        Column(
            "Размер",
            lambda row: size_words(row.size_bytes),
            lambda row: row.size_bytes,
            Align.RIGHT,
            100,
        ),
    ]


class BackupsView(QWidget):
    """Layout only; the controller connects the buttons."""

    def __init__(self, settings: UserSettings) -> None:
        super().__init__()
        self.model = RowsModel(_columns(), identify=lambda row: row.path)
        self.table = RecordsTable("backups", "Резервные копии", self.model, settings)
        self.table.words_when_empty = "Копий ещё нет"
        self.note = text_label("", "quiet", wraps=True)
        self.restore = button("Восстановить…", icon_name="history")
        self.save_as = button("Сохранить копию в файл…", icon_name="download")
        self.export = button("Выгрузить всё в Excel…", "link", "save")
        self.make = button("Сделать копию сейчас", icon_name="database-backup")
        buttons = QHBoxLayout()
        buttons.setSpacing(scaled(8))
        for each in (self.make, self.save_as):
            buttons.addWidget(each)
        buttons.addStretch()
        buttons.addWidget(self.restore)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(12))
        layout.addWidget(self.note)
        layout.addWidget(self.table)
        layout.addLayout(buttons)
        layout.addWidget(self.export, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch()
