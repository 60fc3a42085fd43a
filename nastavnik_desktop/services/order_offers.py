"""What is offered to the draft of an order: pairings by its kind, registers, numbers, limits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import OrderModel, PoolEntryModel
from db.queries.orders import order_rows, taken_numbers
from db.queries.pairings import pairing_rows_of_year
from db.queries.school import registers, school
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import (
    FIXING_KINDS,
    DraftOffer,
    OrderDraft,
    OrderKind,
    OrderStatus,
    TermChange,
)
from nastavnik_desktop.domain.pairings import EndKind, PairingRow
from nastavnik_desktop.services.order_chain import (
    ENDING_KINDS,
    named,
    orders_naming,
    pairings_in,
    pairings_inside,
)
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
        inside=_inside(session, draft, rows),
        calendar=working_calendar(session, draft.order_date),
    )


def _inside(session: Session, draft: OrderDraft, rows: list[PairingRow]) -> tuple[PairingRow, ...]:
    """Pairings whose terms an amendment may change."""
    if draft.kind is not OrderKind.AMENDMENT:
        return ()
    inside = pairings_inside(session, draft.target_id)
    return tuple(row for row in rows if row.pairing_id in inside and row.ended_on is None)


def proposed_pairings(offer: DraftOffer, day: date, wanted: Sequence[int] = ()) -> tuple[int, ...]:
    """Pairings that a new order of the kind names unless the user chooses others.

    Those that are ``wanted`` and ready, where some are; a termination names those whose early end
    is written down, or all where there is none.
    """
    ready = offer.ready_on(day)
    if wanted:
        ready_ids = {row.pairing_id for row in ready}
        return tuple(key for key in wanted if key in ready_ids)
    if offer.draft.kind is OrderKind.TERMINATION:
        ended = tuple(row for row in ready if row.end_kind is EndKind.EARLY)
        ready = ended or ready
    return tuple(row.pairing_id for row in ready)


def terms_to_change(offer: DraftOffer, wanted: Sequence[int]) -> tuple[TermChange, ...]:
    """Terms of the asked pairings that stand in the amended order, as they are now."""
    return tuple(
        TermChange(row.pairing_id, row.ends_on) for row in offer.inside if row.pairing_id in wanted
    )


def refuse_if_told(session: Session, offer: DraftOffer) -> None:
    """Raise RuleViolation when all pairings of a draft were ended or summed up by other orders."""
    draft = offer.draft
    if draft.kind not in ENDING_KINDS or not draft.pairing_ids:
        return
    offered = {row.pairing_id for row in offer.candidates}
    if offered.isdisjoint(draft.pairing_ids):
        told = orders_naming(session, draft.pairing_ids, ENDING_KINDS)
        which = ", ".join(named(one) for one in told)
        words = f"Об окончании этой пары уже есть {which}."
        if not told:
            words = "Эта пара закончена иначе: такого приказа о ней не бывает."
        raise RuleViolation(words)


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
        finished = pairings_in(session, ENDING_KINDS, draft.order_id)
        inside = pairings_inside(session, draft.target_id)
        return (
            row
            for row in rows
            if row.pairing_id in inside
            and not (row.pairing_id in finished and row.ended_on)
            and row.end_kind not in (EndKind.COMPLETED, EndKind.REPLACED)
        )
    finished = pairings_in(session, [draft.kind], draft.order_id)
    if draft.kind is OrderKind.RESULTS:
        return (row for row in rows if not (row.pairing_id in finished and row.ended_on))
    return rows if draft.kind is OrderKind.REWARD else ()


def _capacities(session: Session, school_year: int) -> dict[int, int]:
    statement = select(PoolEntryModel.person_id, PoolEntryModel.capacity).where(
        PoolEntryModel.school_year == school_year,
        PoolEntryModel.side == "mentor",
        PoolEntryModel.capacity.is_not(None),
    )
    return {person_id: capacity or 0 for person_id, capacity in session.execute(statement)}
