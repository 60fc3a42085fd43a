"""Orders issued outside the program: register entries that are never rendered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from db.models import OrderModel, OrderPairingModel
from db.queries.orders import taken_numbers
from db.queries.pairings import pairing_rows_by_id
from db.queries.school import registers
from nastavnik_desktop.domain.consents import EARLIEST_SIGNATURE
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import (
    OrderKind,
    OrderStatus,
    number_key,
    problems_in_heading,
    problems_in_number,
)
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.results import refuse_errors


def external_order(session: Session, number: str, order_date: date, heading: str) -> OrderModel:
    """A new entry of the first register.

    Raises RuleViolation when its number is taken or unfit, its heading too long, its date an
    obvious slip.
    """
    refuse_errors([*problems_in_number(number), *problems_in_heading(heading)])
    if order_date < EARLIEST_SIGNATURE:
        message = f"Дата приказа {short_date(order_date)} слишком давняя: проверьте год."
        raise RuleViolation(message, "order_date")
    register_id = registers(session)[0].register_id
    key = number_key(number)
    if (register_id, order_date.year, key) in taken_numbers(session):
        message = f"Приказ №\u00a0{number} от {short_date(order_date)} уже есть в журнале."
        raise RuleViolation(message, "number")
    return OrderModel(
        kind=OrderKind.PAIRS,
        register_id=register_id,
        number=number.strip(),
        number_key=key,
        calendar_year=order_date.year,
        order_date=order_date,
        school_year=SchoolYear.worked_on(order_date).start,
        heading=heading,
        status=OrderStatus.ISSUED,
        is_external=True,
        signed_on=order_date,
    )


def fix_pairings(session: Session, model: OrderModel, pairing_ids: Sequence[int]) -> None:
    """Put pairs into an order as its own.

    Raises RuleViolation for a pair that is gone or stands in another order.
    """
    rows = {row.pairing_id: row for row in pairing_rows_by_id(session, pairing_ids, date.max)}
    for position, pairing_id in enumerate(dict.fromkeys(pairing_ids)):
        row = rows.get(pairing_id)
        if row is None:
            raise RuleViolation("Одной из пар больше нет в базе.", "pairing_ids")
        if row.order is not None:
            message = f"{row.title} – уже в приказе №\u00a0{row.order.number}."
            raise RuleViolation(message, "pairing_ids")
        model.links.append(OrderPairingModel(pairing_id=pairing_id, position=position))
