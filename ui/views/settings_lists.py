"""Sections of the settings that show a list: a note, buttons for what is selected, a table."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.item_models.column import Column
from ui.item_models.rows_model import RowsModel
from ui.theme import scaled
from ui.user_settings import UserSettings
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import text_label
from ui.widgets.records_table import RecordsTable

Row = TypeVar("Row")


class ListSection(QWidget, Generic[Row]):
    """Layout only; each list is changed at once, so there is nothing to save at the foot."""

    def __init__(
        self,
        name: str,
        title: str,
        columns: Sequence[Column[Row]],
        identify: Callable[[Row], Hashable],
        settings: UserSettings,
    ) -> None:
        super().__init__()
        self.model: RowsModel[Row] = RowsModel(columns, identify)
        self.table = RecordsTable(name, title, self.model, settings)
        self._above = QHBoxLayout()
        self._buttons = FlowLayout(scaled(8))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(scaled(12))
        self._layout.addLayout(self._above)
        self._layout.addLayout(self._buttons)
        self._layout.addWidget(self.table)

    def explain(self, words: str) -> None:
        """Put a note above everything."""
        self._layout.insertWidget(0, text_label(words, "quiet", wraps=True))

    def put_choice(self, widget: QWidget) -> None:
        """Put what chooses among several lists above everything else."""
        self._above.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def put_buttons(self, *buttons: QPushButton) -> None:
        """Put what is done with the list above it: a long list would hide them below."""
        for each in buttons:
            self._buttons.addWidget(each)
