"""The layout of the page «Приказы»: the register of a school year."""

from __future__ import annotations

from nastavnik_desktop.domain.orders import OrderRow
from ui.item_models.rows_model import RowsModel
from ui.user_settings import UserSettings
from ui.views.records_view import RecordsView
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState

_NO_ORDERS = (
    "Когда пары составлены и согласия собраны, программа сама напишет приказ о закреплении: "
    "с номером, падежами, приложением и листом ознакомления."
)


class OrdersView(RecordsView[OrderRow]):
    """Head with two buttons, chips, search and the table."""

    def __init__(self, model: RowsModel[OrderRow], settings: UserSettings) -> None:
        empty = EmptyState("file-text", "Приказов пока нет", _NO_ORDERS)
        hint = "Номер, дата, заголовок…"
        super().__init__("orders", "Приказы", model, settings, empty, hint)
        self.register = self.header.add(button("Печать журнала", icon_name="printer"))
        self.other = self.header.add(button("Другой приказ"))
        self.add = self.header.add(button("Создать приказ", "primary", "plus"))
