"""The layout of every page with one table: head, chips and search, table or what is instead."""

from __future__ import annotations

from typing import Generic, TypeVar

from ui.item_models.rows_model import RowsModel
from ui.page import PageView
from ui.theme import scaled
from ui.user_settings import UserSettings
from ui.widgets.buttons import icon_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_bar import FilterBar
from ui.widgets.records_table import RecordsTable
from ui.widgets.search_field import SearchField

Row = TypeVar("Row")

_SEARCH_WIDTH = 420


class RecordsView(PageView, Generic[Row]):
    """``empty`` stands where there are no records at all, ``nothing`` where none are shown."""

    def __init__(
        self,
        name: str,
        title: str,
        model: RowsModel[Row],
        settings: UserSettings,
        empty: EmptyState,
        search_hint: str = "Найти в списке",
    ) -> None:
        super().__init__(title)
        self.more = self.header.add(icon_button("ellipsis", "Столбцы, Excel и печать списка"))
        self.filters = FilterBar()
        self.search = SearchField("Найти в списке", search_hint)
        self.search.setMaximumWidth(scaled(_SEARCH_WIDTH))
        self.table = RecordsTable(name, title, model, settings)
        self.empty = empty
        self.nothing = EmptyState("search", "Ничего не найдено", "Измените запрос или фильтр.")
        self.body.addWidget(self.filters)
        self.body.addWidget(self.search)
        self.add_table(self.table)
        self.body.addWidget(self.nothing, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.hide()
        self.nothing.hide()

    def show_counts(self, shown: int, total: int) -> None:
        """Say how many of how many rows are shown; put the fitting part in the middle."""
        self.filters.show_shown(shown, total)
        self.filters.setVisible(total > 0)
        self.search.setVisible(total > 0)
        self.table.setVisible(shown > 0)
        self.nothing.setVisible(shown == 0 < total)
        self.empty.setVisible(total == 0)
