"""The layout of the page «Свод»: schools of the municipality and their packages."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from nastavnik_desktop.domain.consolidation.received import SchoolRow
from ui.item_models.rows_model import RowsModel
from ui.user_settings import UserSettings
from ui.views.records_view import RecordsView
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState

_NOTHING = (
    "Перетащите сюда посылки школ (файлы .posylka) или сначала внесите перечень школ: тогда будет "
    "видно, кто ещё не прислал."
)


class ConsolidationView(RecordsView[SchoolRow]):
    """In the head: the list of schools, what is made of their packages, and taking packages."""

    def __init__(self, model: RowsModel[SchoolRow], settings: UserSettings) -> None:
        empty = EmptyState("table", "Посылок пока нет", _NOTHING)
        hint = "Название, тип, ИНН, модель"
        super().__init__("consolidation", "Свод", model, settings, empty, hint)
        self.schools = self.header.add(button("Перечень", icon_name="school"))
        self.schools_menu = QMenu(self.schools)
        self.schools.setMenu(self.schools_menu)
        self.results = self.header.add(button("Открыть свод", icon_name="chart-column"))
        self.results_menu = QMenu(self.results)
        self.results.setMenu(self.results_menu)
        self.take = self.header.add(button("Принять посылки…", "primary", "download"))
