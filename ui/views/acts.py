"""The layout of the page «Документы» within «Статистика»."""

from __future__ import annotations

from nastavnik_desktop.domain.local_acts import LocalAct
from ui.item_models.rows_model import RowsModel
from ui.user_settings import UserSettings
from ui.views.records_view import RecordsView
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState

_NOTHING = (
    "Внесите приказы, положение, программу и ссылки на сайт: перечень документов в «Статистике» "
    "заполнится по ним сам."
)


class ActsView(RecordsView[LocalAct]):
    """In the head: the way back and a new document."""

    def __init__(self, model: RowsModel[LocalAct], settings: UserSettings) -> None:
        empty = EmptyState("file-text", "Документов пока нет", _NOTHING)
        hint = "Вид, номер, название"
        super().__init__("acts", "Документы по наставничеству", model, settings, empty, hint)
        self.back = self.header.add(button("К статистике", icon_name="chart-column"))
        self.add = self.header.add(button("Добавить документ", "primary", "plus"))
