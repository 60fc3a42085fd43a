"""Rows of orders: found, made of drafts, read as drafts."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from db.models import OrderModel, OrderPairingModel
from db.queries.orders import order_rows, pairing_ids_of
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderDraft, OrderRow, OrderStatus
from nastavnik_desktop.domain.printable import with_printable_texts
from nastavnik_desktop.services.order_drafts import as_json, from_json


def register_row(session: Session, order_id: int) -> OrderRow:
    """One entry of the register; raises RuleViolation when it is gone."""
    found = order_rows(session, OrderModel.order_id == order_id)
    if not found:
        raise RuleViolation("Этого приказа больше нет в базе: возможно, проект удалили.")
    return found[0]


def found_order(session: Session, order_id: int) -> OrderModel:
    """A stored order; raises RuleViolation when it is gone."""
    model = session.get(OrderModel, order_id)
    if model is None:
        raise RuleViolation("Этого приказа больше нет в базе: возможно, проект удалили.")
    return model


def refuse_unless_draft(model: OrderModel) -> None:
    """Raise RuleViolation for an order whose text is fixed."""
    if model.status is not OrderStatus.DRAFT:
        raise RuleViolation("Приказ уже выпущен: его текст не меняется.")


def tidied(draft: OrderDraft) -> OrderDraft:
    """The draft as it can be kept and printed: no odd signs, no pairing twice."""
    once = tuple(dict.fromkeys(draft.pairing_ids))
    return with_printable_texts(replace(draft, pairing_ids=once))


def stored_or_new(session: Session, draft: OrderDraft) -> OrderModel:
    """The row of a draft that is kept already, or a new one."""
    if draft.order_id is not None:
        model = found_order(session, draft.order_id)
        refuse_unless_draft(model)
        return model
    model = OrderModel(kind=draft.kind, status=OrderStatus.DRAFT)
    session.add(model)
    return model


def write_draft(model: OrderModel, draft: OrderDraft) -> None:
    """Put what a draft says into its row."""
    model.register_id, model.number = draft.register_id, draft.number.strip()
    model.calendar_year, model.order_date = draft.order_date.year, draft.order_date
    model.school_year, model.heading = draft.year.start, draft.heading.strip()
    model.draft = as_json(draft)
    links = {link.pairing_id: link for link in model.links}
    model.links = [
        links.get(pairing_id) or OrderPairingModel(pairing_id=pairing_id)
        for pairing_id in draft.pairing_ids
    ]
    for position, link in enumerate(model.links):
        link.position = position


def stored_draft(session: Session, model: OrderModel) -> OrderDraft:
    """The draft that a row keeps, with its pairings."""
    draft = from_json(model.draft or {})
    pairing_ids = tuple(pairing_ids_of(session, model.order_id))
    return replace(draft, order_id=model.order_id, pairing_ids=pairing_ids)
