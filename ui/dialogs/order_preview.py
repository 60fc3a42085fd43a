"""The paper of an order while it is being written."""

from __future__ import annotations

from nastavnik_desktop.domain.orders import OrderDraft
from ui.widgets.live_preview import LivePreview, Render

RenderDraft = Render[OrderDraft]

_NO_PAIRINGS = "Отметьте хотя бы одну пару – и здесь появится приказ таким, каким он будет."


class OrderPreview(LivePreview[OrderDraft]):
    """An order about pairs is shown once there is a pair in it."""

    def __init__(self, render: RenderDraft) -> None:
        super().__init__(render, "Приказ, как он будет напечатан", "Приказ готовится…")

    def refusal(self, written: OrderDraft) -> str:
        """Without pairs there is nothing to say."""
        is_without = written.kind.names_pairings and not written.pairing_ids
        return _NO_PAIRINGS if is_without else ""
