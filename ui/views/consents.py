"""The layout of the page «Согласия»."""

from __future__ import annotations

from nastavnik_desktop.domain.consent_lines import ConsentLine
from ui.item_models.rows_model import RowsModel
from ui.user_settings import UserSettings
from ui.views.records_view import RecordsView
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState

_NOBODY = (
    "Здесь появятся все, кто отмечен наставником или наставляемым и кто состоит в паре: "
    "видно, какие из трёх согласий подписаны, а каких не хватает."
)


class ConsentsView(RecordsView[ConsentLine]):
    """In the head: the way back, the set of blanks to print, entering what was signed."""

    def __init__(self, model: RowsModel[ConsentLine], settings: UserSettings) -> None:
        empty = EmptyState("file-pen", "Участников пока нет", _NOBODY)
        hint = "Фамилия, должность, класс"
        super().__init__("consents", "Согласия", model, settings, empty, hint)
        self.back = self.header.add(button("К людям", icon_name="users"))
        self.print_missing = self.header.add(button("Напечатать недостающие", icon_name="printer"))
        self.enter = self.header.add(button("Внести согласия", "primary", "file-pen"))
