"""What is offered to the draft of an order: pairings by its kind, registers, numbers, limits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import OrderModel, PoolEntryModel
from db.queries.orders import order_rows, taken_numbers
from db.queries.pairings import pairing_rows_of_year
from db.queries.school import registers, school
from nastavnik_desktop.domain.orders import (
    FIXING_KINDS,
    DraftOffer,
    OrderDraft,
    OrderKind,
    OrderStatus,
)
from nastavnik_desktop.domain.pairings import EndKind, PairingRow
from nastavnik_desktop.services.order_chain import pairings_in, pairings_inside
from nastavnik_desktop.services.working_calendar import working_calendar


def offer_for(session: Session, draft: OrderDraft, today: date) -> DraftOffer:
    """All that the form and the check of a draft need, read once."""
    rows = pairing_rows_of_year(session, draft.year.start, today)
    own_school = school(session)
    targets = order_rows(
        session,
        OrderModel.kind == OrderKind.PAIRS,
        OrderModel.status == OrderStatus.ISSUED,
        OrderModel.school_year == draft.year.start,
    )
    return DraftOffer(
        draft,
        tuple(_candidates(session, draft, rows)),
        tuple(registers(session)),
        taken_numbers(session),
        others=tuple(row for row in rows if row.order is not None and row.order.is_issued),
        heads=own_school.heads if own_school else None,
        mentee_limit=own_school.mentee_limit if own_school else None,
        capacities=_capacities(session, draft.year.start),
        targets=tuple(targets) if draft.kind.has_target else (),
        calendar=working_calendar(session, draft.order_date),
    )


def proposed_pairings(offer: DraftOffer, day: date) -> tuple[int, ...]:
    """Pairings that a new order of the kind names unless the user chooses others.

    A termination names those whose early end is written down, or all where there is none.
    """
    ready = offer.ready_on(day)
    if offer.draft.kind is OrderKind.TERMINATION:
        ended = tuple(row for row in ready if row.end_kind is EndKind.EARLY)
        ready = ended or ready
    return tuple(row.pairing_id for row in ready)


def _candidates(
    session: Session, draft: OrderDraft, rows: list[PairingRow]
) -> Iterable[PairingRow]:
    if draft.kind in FIXING_KINDS:
        return (
            row
            for row in rows
            if row.ended_on is None and (row.order is None or row.order.order_id == draft.order_id)
        )
    if draft.kind is OrderKind.TERMINATION:
        finished = pairings_in(session, [OrderKind.TERMINATION, OrderKind.RESULTS], draft.order_id)
        inside = pairings_inside(session, draft.target_id)
        return (
            row
            for row in rows
            if row.pairing_id in inside
            and row.pairing_id not in finished
            and row.end_kind not in (EndKind.COMPLETED, EndKind.REPLACED)
        )
    finished = pairings_in(session, [draft.kind], draft.order_id)
    if draft.kind is OrderKind.RESULTS:
        return (row for row in rows if row.pairing_id not in finished)
    return rows if draft.kind is OrderKind.REWARD else ()


def _capacities(session: Session, school_year: int) -> dict[int, int]:
    statement = select(PoolEntryModel.person_id, PoolEntryModel.capacity).where(
        PoolEntryModel.school_year == school_year,
        PoolEntryModel.side == "mentor",
        PoolEntryModel.capacity.is_not(None),
    )
    return {person_id: capacity or 0 for person_id, capacity in session.execute(statement)}
