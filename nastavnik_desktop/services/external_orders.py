"""Orders issued outside the program: register entries that are never rendered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from db.models import AttachmentModel, OrderModel, OrderPairingModel
from db.queries.orders import taken_numbers
from db.queries.pairings import pairing_rows_by_id
from db.queries.school import registers
from nastavnik_desktop.domain.consents import EARLIEST_SIGNATURE
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile
from nastavnik_desktop.domain.orders import (
    OrderKind,
    OrderStatus,
    number_key,
    problems_in_heading,
    problems_in_number,
)
from nastavnik_desktop.domain.printable import printable
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.attachments import final_file
from nastavnik_desktop.services.results import refuse_errors


def external_order(session: Session, number: str, order_date: date, heading: str) -> OrderModel:
    """A new entry of the first register; raises RuleViolation as ``write_requisites`` does."""
    model = OrderModel(
        kind=OrderKind.PAIRS,
        register_id=registers(session)[0].register_id,
        status=OrderStatus.ISSUED,
        is_external=True,
    )
    write_requisites(session, model, number, order_date, heading)
    return model


def write_requisites(
    session: Session, model: OrderModel, number: str, order_date: date, heading: str
) -> None:
    """Put number, date and heading into an entry.

    Raises RuleViolation when the number is taken or unfit, the heading too long, the date an
    obvious slip.
    """
    number, heading = printable(number).strip(), printable(heading).strip()
    refuse_errors([*problems_in_number(number), *problems_in_heading(heading)])
    if order_date < EARLIEST_SIGNATURE:
        message = f"Дата приказа {short_date(order_date)} слишком давняя: проверьте год."
        raise RuleViolation(message, "order_date")
    place = (model.register_id, order_date.year, number_key(number))
    own_place = (model.register_id, model.calendar_year, model.number_key)
    if place != own_place and place in taken_numbers(session):
        message = f"Приказ №\u00a0{number} от {short_date(order_date)} уже есть в журнале."
        raise RuleViolation(message, "number")
    model.number, model.number_key = number, number_key(number)
    model.calendar_year, model.order_date = order_date.year, order_date
    model.school_year = SchoolYear.worked_on(order_date).start
    model.heading, model.signed_on = heading, order_date


def outside_file(path: Path | None) -> AttachmentModel | None:
    """The scan or text of an order; one that cannot be kept raises RuleViolation as a field."""
    try:
        return final_file(path) if path else None
    except UnreadableFile as error:
        raise RuleViolation(error.message, "file") from error


def fix_pairings(session: Session, model: OrderModel, pairing_ids: Sequence[int]) -> None:
    """Make these pairs the order's own, and no others.

    Raises RuleViolation for a pair that is gone or stands in another order.
    """
    rows = {row.pairing_id: row for row in pairing_rows_by_id(session, pairing_ids, date.max)}
    stored = {link.pairing_id: link for link in model.links}
    links = []
    for position, pairing_id in enumerate(dict.fromkeys(pairing_ids)):
        row = rows.get(pairing_id)
        if row is None:
            raise RuleViolation("Одной из пар больше нет в базе.", "pairing_ids")
        if row.order is not None and row.order.order_id != model.order_id:
            message = f"{row.title} – уже в приказе №\u00a0{row.order.number}."
            raise RuleViolation(message, "pairing_ids")
        link = stored.get(pairing_id) or OrderPairingModel(pairing_id=pairing_id)
        link.position = position
        links.append(link)
    model.links = links
