"""The layout of the page «Люди»."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from nastavnik_desktop.domain.people import PersonRow
from ui.item_models.rows_model import RowsModel
from ui.user_settings import UserSettings
from ui.views.records_view import RecordsView
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState

_SEARCH_HINT = "Фамилия, должность, класс, телефон"
_NOBODY = (
    "Загрузите список сотрудников или учеников: программа сама найдёт таблицу, поймёт столбцы "
    "и покажет, что получится. Файл можно перетащить сюда мышью."
)


class PeopleView(RecordsView[PersonRow]):
    """In the head: loading of a list, a new person."""

    def __init__(self, model: RowsModel[PersonRow], settings: UserSettings) -> None:
        nobody = EmptyState("users", "Людей пока нет", _NOBODY)
        super().__init__("people", "Люди", model, settings, nobody, _SEARCH_HINT)
        self.consents = button("Согласия", icon_name="file-pen")
        self.load = button("Загрузить список…", icon_name="upload")
        self.add = button("Человек", "primary", "plus")
        self.add.setAccessibleName("Добавить человека")
        self.add_menu = QMenu(self.add)
        self.add.setMenu(self.add_menu)
        for each in (self.consents, self.load, self.add):
            self.header.add(each)
