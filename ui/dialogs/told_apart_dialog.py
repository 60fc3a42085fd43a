"""Similar cards that the user knows to be of two people, and the way to compare them again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.duplicates import DifferentPeople
from ui.dialogs.duplicates_dialog import card_words
from ui.item_models.column import Column
from ui.item_models.rows_model import RowsModel
from ui.theme import scaled
from ui.user_settings import UserSettings
from ui.widgets.buttons import button
from ui.widgets.labels import text_label
from ui.widgets.records_table import RecordsTable

_TITLE = "Отмечены как разные люди"
_NOTE = "Эти карточки похожи, но в повторы не попадают. Снимите отметку, если она ошибочна."


class ToldApartDialog(QDialog):
    """Stands over the window; ``taken_back`` carries the pairs that shall be compared again."""

    taken_back = Signal(list)

    def __init__(self, settings: UserSettings) -> None:
        super().__init__()
        self.setWindowTitle(_TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(scaled(860), scaled(420))
        self._model: RowsModel[DifferentPeople] = RowsModel(_columns(), lambda pair: pair.key)
        self.table = RecordsTable("told_apart", _TITLE, self._model, settings)
        self.table.words_when_empty = "Отметок нет"
        self.take_back = button("Снять отметку", icon_name="undo-2", on_click=self._on_take_back)
        self.table.picked.connect(lambda pairs: self.take_back.setEnabled(bool(pairs)))
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(button("Закрыть", on_click=self.close))
        foot.addWidget(self.take_back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        layout.setSpacing(scaled(12))
        layout.addWidget(text_label(_TITLE, "title"))
        layout.addWidget(text_label(_NOTE, "quiet", wraps=True))
        layout.addWidget(self.table, 1)
        layout.addStretch()
        layout.addLayout(foot)

    def show_pairs(self, pairs: Sequence[DifferentPeople]) -> None:
        """Show the marked pairs; the first is selected."""
        self._model.set_rows(pairs)
        self.take_back.setEnabled(bool(pairs))
        self.table.selectRow(0)

    def _on_take_back(self) -> None:
        pairs = self.table.picked_rows()
        if pairs:
            self.taken_back.emit(pairs)


def _columns() -> list[Column[DifferentPeople]]:
    return [
        Column("Первая карточка", lambda pair: card_words(pair.first), width=280, stretches=True),
        Column("Вторая карточка", lambda pair: card_words(pair.second), width=280, stretches=True),
        Column(
            "Отмечены",
            lambda pair: short_date(pair.marked_on),
            lambda pair: pair.marked_on,
            width=110,
        ),
    ]
