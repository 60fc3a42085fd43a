"""Reads of the register of orders."""

from __future__ import annotations

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from db.models import OrderModel, OrderPairingModel, RegisterModel
from nastavnik_desktop.domain.orders import OrderRow
from nastavnik_desktop.domain.school_year import SchoolYear


def order_rows(session: Session, *conditions: ColumnElement[bool]) -> list[OrderRow]:
    """Entries of the register that meet the conditions, the latest first."""
    count = (
        select(func.count())
        .where(OrderPairingModel.order_id == OrderModel.order_id)
        .scalar_subquery()
    )
    statement = (
        select(
            OrderModel.order_id,
            OrderModel.kind,
            OrderModel.register_id,
            RegisterModel.title.label("register_title"),
            OrderModel.number,
            OrderModel.order_date,
            OrderModel.heading,
            OrderModel.status,
            OrderModel.is_external,
            OrderModel.signed_on,
            OrderModel.withdrawn_on,
            OrderModel.withdrawal_reason,
            OrderModel.school_year,
            count.label("pairings_count"),
            OrderModel.executor,
            OrderModel.note,
        )
        .join(RegisterModel)
        .where(*conditions)
        .order_by(OrderModel.order_date.desc(), OrderModel.order_id.desc())
    )
    return [
        OrderRow(year=SchoolYear(fields.pop("school_year")), **fields)
        for fields in (dict(row._mapping) for row in session.execute(statement))  # noqa: SLF001
    ]


def order_rows_of_year(session: Session, school_year: int) -> list[OrderRow]:
    """Orders of a school year."""
    return order_rows(session, OrderModel.school_year == school_year)


def order_rows_of_pairings(session: Session, pairing_ids: list[int]) -> list[OrderRow]:
    """Orders in which the named pairings stand."""
    inside = select(OrderPairingModel.order_id).where(OrderPairingModel.pairing_id.in_(pairing_ids))
    return order_rows(session, OrderModel.order_id.in_(inside))


def taken_numbers(session: Session) -> frozenset[tuple[int, int, str]]:
    """Numbers in use: register, calendar year, number key; drafts hold none."""
    statement = select(OrderModel.register_id, OrderModel.calendar_year, OrderModel.number_key)
    return frozenset(
        (register_id, calendar_year, key)
        for register_id, calendar_year, key in session.execute(statement)
        if key is not None
    )


def numbers_in(session: Session, register_id: int, calendar_year: int) -> list[str]:
    """All numbers of a register in a calendar year, drafts' proposals too."""
    statement = select(OrderModel.number).where(
        OrderModel.register_id == register_id,
        OrderModel.calendar_year == calendar_year,
        OrderModel.number_key.is_not(None),
    )
    return list(session.scalars(statement))


def pairing_ids_of(session: Session, order_id: int) -> list[int]:
    """Pairings of an order in their printed sequence."""
    statement = (
        select(OrderPairingModel.pairing_id)
        .where(OrderPairingModel.order_id == order_id)
        .order_by(OrderPairingModel.position)
    )
    return list(session.scalars(statement))
