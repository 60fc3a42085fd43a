"""The layout of the page «Базы»: two bases, each in full and as it may be published."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu

from nastavnik_desktop.domain.base_registers import RegisterKind, RegisterRow
from ui.item_models.registers import register_columns, table_columns
from ui.item_models.rows_model import RowsModel
from ui.page import PageView
from ui.theme import scaled
from ui.user_settings import UserSettings
from ui.widgets.buttons import button, icon_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_bar import FilterBar
from ui.widgets.labels import text_label
from ui.widgets.records_table import RecordsTable
from ui.widgets.search_field import SearchField

_SEARCH_WIDTH = 420
_PUBLIC_NOTE = (
    "Без контактов, года рождения и запросов. По имени названы только те, кто дал согласие "
    "на публикацию; остальные – прочерком."
)
_EMPTY = (
    "Сюда попадают все, кого на странице «Люди» отметили наставниками или наставляемыми "
    "этого года, и участники пар и групп."
)


class RegisterTable(RecordsTable[RegisterRow]):
    """One base in one version; columns that are hidden are not printed either."""

    def __init__(self, kind: RegisterKind, settings: UserSettings, *, is_public: bool) -> None:
        self.register_columns = register_columns(kind, is_public=is_public)
        columns = table_columns(self.register_columns)
        self.rows_model: RowsModel[RegisterRow] = RowsModel(columns, lambda row: row.number)
        name = f"base_{kind.value}{'_public' if is_public else ''}"
        super().__init__(name, kind.label, self.rows_model, settings)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)

    @property
    def shown_codes(self) -> tuple[str, ...]:
        """Codes of the columns that are shown, in the order of the form."""
        return tuple(self.register_columns[at].code for at in sorted(self.look.shown_columns()))


class RegistersView(PageView):
    """``tables`` by the base and by whether it is for publication."""

    def __init__(self, settings: UserSettings) -> None:
        super().__init__("Базы", "форма МР-42/02: база наставников и база наставляемых")
        self.more = self.header.add(icon_button("ellipsis", "Столбцы и копирование"))
        self.look_at = self.header.add(button("Просмотр и печать…", icon_name="printer"))
        self.save = self.header.add(button("Сохранить", "primary", "download"))
        self.save_menu = QMenu(self.save)
        self.save.setMenu(self.save_menu)
        self.kinds = FilterBar()
        self.public = QCheckBox("Для публикации")
        self.public_note = text_label(_PUBLIC_NOTE, "quiet", wraps=True)
        self.search = SearchField("Найти в базе", "Фамилия, форма, компетенция")
        self.search.setMaximumWidth(scaled(_SEARCH_WIDTH))
        self.tables = {
            (kind, is_public): RegisterTable(kind, settings, is_public=is_public)
            for kind in RegisterKind
            for is_public in (False, True)
        }
        self.empty = EmptyState("book-user", "В этой базе пока никого нет", _EMPTY)
        self.nothing = EmptyState("search", "Ничего не найдено", "Измените запрос.")
        self._lay_out()

    def _lay_out(self) -> None:
        choice = QHBoxLayout()
        choice.setSpacing(scaled(24))
        choice.addWidget(self.search, 1)
        choice.addWidget(self.public)
        choice.addStretch()
        self.body.addWidget(self.kinds)
        self.body.addLayout(choice)
        self.body.addWidget(self.public_note)
        for table in self.tables.values():
            table.hide()
            self.body.addWidget(table, 1)
        self.body.addStretch()
        for state in (self.nothing, self.empty):
            state.hide()
            self.body.addWidget(state, 1)

    def show_counts(self, table: RegisterTable, shown: int, total: int) -> None:
        """Put one table, or what stands where there are no rows, into the middle."""
        self.kinds.show_shown(shown, total)
        for each in self.tables.values():
            each.setVisible(each is table and shown > 0)
        for part in (self.search, self.public, self.more, self.look_at, self.save):
            part.setVisible(total > 0)
        self.public_note.setVisible(self.public.isChecked())
        self.nothing.setVisible(shown == 0 < total)
        self.empty.setVisible(total == 0)
