"""The layout of the page «Пары и группы»."""

from __future__ import annotations

from ui.item_models.pairings import PairingLine
from ui.item_models.rows_model import RowsModel
from ui.user_settings import UserSettings
from ui.views.records_view import RecordsView
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState

_NO_PAIRS = (
    "Пара – это наставник и один наставляемый, группа – наставник и несколько. "
    "Создайте первую, и программа подскажет, чего не хватает до приказа."
)


class PairingsView(RecordsView[PairingLine]):
    """Head with two buttons, chips, search and the table."""

    def __init__(self, model: RowsModel[PairingLine], settings: UserSettings) -> None:
        empty = EmptyState("handshake", "Пар и групп пока нет", _NO_PAIRS)
        hint = "Имя, должность, класс, номер приказа…"
        super().__init__("pairings", "Пары и группы", model, settings, empty, hint)
        self.match = self.header.add(button("Подобрать"))
        self.order = self.header.add(button("Создать приказ", icon_name="file-text"))
        self.add = self.header.add(button("Новая пара", "primary", "plus"))
