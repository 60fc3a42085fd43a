"""From a pair to the order that its state allows: the dialog opens with the pair chosen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Protocol

from nastavnik_desktop.domain.orders import OrderKind, OrderRow
from nastavnik_desktop.domain.pairings import ENDED_STATES, PairingRow, PairingState
from ui.item_models.pairings import PairingLine
from ui.requests import NewOrder
from ui.shell import Shell
from ui.tokens import Tone
from ui.widgets.details import LinkRow
from ui.widgets.notice_bar import Notice

_RUNNING = (PairingState.ORDERED, PairingState.ACTIVE, PairingState.PAUSED, PairingState.OVERDUE)
_NO_ORDERS = "Изданных приказов о парах в этом году ещё нет: создайте первый."


class PairingOrdersDesk:
    """Begins orders for one pair on the page «Приказы»."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def begin(self, row: PairingRow, kind: OrderKind) -> None:
        """Open the dialog of an order about a pair that stands in an issued one."""
        target_id = row.order.order_id if row.order and kind.has_target else None
        self._shell.open_page("orders", NewOrder((row.pairing_id,), kind, target_id))

    def add_to_order(self, row: PairingRow) -> None:
        """Open the amendment that puts a pair into an issued order; of several one is asked for."""

        def ask(orders: list[OrderRow]) -> None:
            if not orders:
                self._shell.notify(Notice(_NO_ORDERS, Tone.NEUTRAL))
                return
            at: int | None = 0
            if len(orders) > 1:
                titles = [f"{order.title}: {order.heading}" for order in orders]
                at = self._shell.prompts.ask_choice("Дополнить приказ", "Какой приказ", titles)
            if at is not None:
                target_id = orders[at].order_id
                request = NewOrder((row.pairing_id,), OrderKind.AMENDMENT, target_id)
                self._shell.open_page("orders", request)

        call = partial(self._shell.services.order_entries.orders_to_extend, row.pairing_id)
        self._shell.operations.run("Чтение приказов", call, ask)


class OrderActions(Protocol):
    """What this part of the pane lets the user do."""

    @property
    def orders(self) -> PairingOrdersDesk:
        """Orders about one pair."""


def following_orders(line: PairingLine, actions: OrderActions) -> Iterator[LinkRow]:
    """Orders that may follow for a pair in its state."""
    row, desk = line.row, actions.orders
    if row.order is None:
        if line.state not in ENDED_STATES:
            words = "Внести замену в приказ…" if row.replaces_id else "Дополнить изданный приказ…"
            yield LinkRow(words, partial(desk.add_to_order, row), "file-plus")
        return
    if not row.order.is_issued:
        return
    for kind, words, icon_name in _offered(line.state):
        yield LinkRow(words, partial(desk.begin, row, kind), icon_name)


def _offered(state: PairingState) -> Iterator[tuple[OrderKind, str, str]]:
    if state in _RUNNING:
        yield OrderKind.AMENDMENT, "Изменить срок приказом…", "pencil"
    if state in (*_RUNNING, PairingState.ENDED_EARLY):
        yield OrderKind.TERMINATION, "Прекратить приказом…", "x"
    if state in (*_RUNNING, PairingState.COMPLETED):
        yield OrderKind.RESULTS, "Подвести итоги приказом…", "check"
        yield OrderKind.REWARD, "Поощрить наставника приказом…", "award"
