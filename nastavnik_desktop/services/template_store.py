"""The texts of orders in force: the user's current version of a kind, or the shipped one."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import OrderTemplateModel
from nastavnik_desktop.documents.order_templates import OrderTemplate, shipped_template
from nastavnik_desktop.domain.orders import OrderKind


def current_template(session: Session, kind: OrderKind) -> OrderTemplate:
    """What an order of this kind is written by."""
    statement = select(OrderTemplateModel).where(
        OrderTemplateModel.kind == kind, OrderTemplateModel.is_current
    )
    model = session.scalars(statement).first()
    return template_in(model) if model else shipped_template(kind.value)


def template_in(model: OrderTemplateModel) -> OrderTemplate:
    """The texts of a stored version."""
    return OrderTemplate(model.heading, model.preamble, model.clauses, model.grounds)
