"""What the register of orders shows."""

from __future__ import annotations

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.orders import OrderRow, OrderState, number_key
from nastavnik_desktop.domain.search import search_key
from ui.item_models.column import Align, Column
from ui.item_models.rows_model import RowsModel
from ui.tokens import Tone

STATE_TONES = {
    OrderState.DRAFT: Tone.NEUTRAL,
    OrderState.ISSUED: Tone.WARNING,
    OrderState.SIGNED: Tone.GOOD,
    OrderState.WITHDRAWN: Tone.DANGER,
    OrderState.EXTERNAL: Tone.ACCENT,
}


def make_orders_model() -> RowsModel[OrderRow]:
    """The model of the page «Приказы»."""
    return RowsModel(_COLUMNS, lambda row: row.order_id, _search_text)


def _search_text(row: OrderRow) -> str:
    return search_key(
        f"{row.number} {short_date(row.order_date)} {row.heading} {row.register_title} "
        f"{row.state.label} {row.note}"
    )


def number_place(number: str) -> tuple[int, str]:
    """By what numbers are sorted: «9-од» stands before «12-од»."""
    digits = ""
    for sign in number.strip():
        if not sign.isdigit():
            break
        digits += sign
    return int(digits or 0), number_key(number)


_COLUMNS: tuple[Column[OrderRow], ...] = (
    Column("№", lambda row: row.number, sort_key=lambda row: number_place(row.number), width=96),
    Column(
        "Дата",
        lambda row: short_date(row.order_date),
        sort_key=lambda row: row.order_date,
        width=104,
    ),
    Column("Заголовок", lambda row: row.heading, width=400, least_width=160, stretches=True),
    Column("Журнал", lambda row: row.register_title, width=170, least_width=80, stretches=True),
    Column(
        "Пар",
        lambda row: str(row.pairings_count) if row.pairings_count else "",
        sort_key=lambda row: row.pairings_count,
        align=Align.RIGHT,
        width=64,
    ),
    Column(
        "Состояние",
        lambda row: row.state.label,
        width=136,
        tone=lambda row: STATE_TONES[row.state],
    ),
    Column(
        "Подписан",
        lambda row: short_date(row.signed_on),
        sort_key=lambda row: row.signed_on,
        width=104,
        is_hidden=True,
    ),
    Column("Исполнитель", lambda row: row.executor, width=160, is_hidden=True),
    Column("Примечание", lambda row: row.note, width=200, is_hidden=True),
)
