"""The texts of papers in force: the user's current version of a kind, or the shipped one."""

from __future__ import annotations

from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import TemplateModel
from nastavnik_desktop.documents.consent_templates import ConsentTemplate
from nastavnik_desktop.documents.order_templates import OrderTemplate
from nastavnik_desktop.documents.paper_templates import (
    Template,
    TemplateKind,
    code_of,
    shipped,
    template_of,
)
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.orders import OrderKind


def current_order_template(session: Session, kind: OrderKind) -> OrderTemplate:
    """What an order of this kind is written by."""
    return cast("OrderTemplate", current_template(session, kind))


def current_consent_template(session: Session, kind: ConsentKind) -> ConsentTemplate:
    """What a consent of this kind is written by."""
    return cast("ConsentTemplate", current_template(session, kind))


def current_template(session: Session, kind: TemplateKind) -> Template:
    """What a paper of this kind is written by."""
    model = current_model(session, kind)
    return template_of(kind, model.texts) if model else shipped(kind)


def current_model(session: Session, kind: TemplateKind) -> TemplateModel | None:
    """The user's own version in force; None while the shipped texts are."""
    statement = select(TemplateModel).where(
        TemplateModel.code == code_of(kind), TemplateModel.is_current
    )
    return session.scalars(statement).first()
