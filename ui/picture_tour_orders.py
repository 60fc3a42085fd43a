"""Sights of orders: dialogs of every kind, an entry of the register, old orders."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from nastavnik_desktop.domain.orders import OrderKind
from ui.requests import OpenPaper
from ui.shell import Shell

Page = Any  # the page of orders, whichever window it is in
_KINDS = (
    OrderKind.PAIRS,
    OrderKind.WORKING_GROUP,
    OrderKind.ROAD_MAP,
    OrderKind.RESULTS,
    OrderKind.REWARD,
    OrderKind.OTHER,
)
_FOLLOWING = (OrderKind.AMENDMENT, OrderKind.TERMINATION)


def order_sights(
    shell: Shell, page: Callable[[], Page]
) -> Iterator[tuple[str, Callable[[], object]]]:
    """Names of pictures with what opens each of them."""
    for kind in _KINDS:
        name = "order-dialog" if kind is OrderKind.PAIRS else f"order-{_plain(kind)}-dialog"
        yield name, partial(page().create_order, kind)
    rows = shell.services.orders.rows(shell.year())
    issued = next(row for row in rows if row.state.value == "issued")
    signed = next(row for row in rows if row.state.value == "signed")
    for kind in _FOLLOWING:
        yield f"order-{_plain(kind)}-dialog", partial(page().follow_up, signed, kind)
    yield "order-paper", partial(page().open_record, OpenPaper(issued.order_id))
    yield "signing-dialog", partial(page().mark_signed, issued)
    yield "withdrawal-dialog", partial(page().withdraw, issued)
    yield "acquaintance-dialog", partial(page().entry.acquaint, issued)
    yield "external-order-dialog", page().entry.register_external
    yield "orders-register", page().show_register


def _plain(kind: OrderKind) -> str:
    return kind.value.replace("_", "-")
