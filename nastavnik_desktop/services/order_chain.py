"""How orders depend on each other: links, what an order says now, what it did to the pairs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import OrderLinkModel, OrderModel, OrderPairingModel, PairingModel
from db.queries.orders import pairing_ids_of
from nastavnik_desktop.config.json_values import from_json, to_json
from nastavnik_desktop.documents.letterhead import OrderMark
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import (
    FIXING_KINDS,
    AmendmentDetails,
    AnnexState,
    LinkKind,
    OrderDraft,
    OrderKind,
    OrderStatus,
    Outcome,
    ResultsDetails,
    TerminationDetails,
)
from nastavnik_desktop.domain.pairings import EndKind

ENDING_KINDS = (OrderKind.TERMINATION, OrderKind.RESULTS)
"""Orders after which a pairing needs no other order about its end."""


@dataclass(frozen=True)
class _Facts:
    """The facts of a pairing that orders change."""

    ends_on: date
    ended_on: date | None = None
    end_kind: EndKind | None = None
    end_reason: str = ""


@dataclass(frozen=True)
class _Effect:
    """What an order changed of a pairing, so that withdrawing it brings the old facts back."""

    pairing_id: int
    before: _Facts
    after: _Facts


def reference_of(session: Session, order_id: int | None) -> str:
    """«от 08.09.2026 № 130-од»; nothing without an order."""
    model = session.get(OrderModel, order_id) if order_id is not None else None
    return OrderMark(model.order_date, model.number).reference if model else ""


def original_of(session: Session, order_id: int | None) -> int | None:
    """The order that an amendment amends; any other order stands for itself."""
    statement = select(OrderLinkModel.target_id).where(
        OrderLinkModel.order_id == order_id, OrderLinkModel.kind == LinkKind.AMENDS
    )
    return session.scalars(statement).first() or order_id


def fixing_orders(session: Session, pairing_ids: Iterable[int]) -> list[int]:
    """Issued orders in which the pairings stand, the earliest first."""
    statement = (
        select(OrderModel.order_id)
        .join(OrderPairingModel)
        .where(
            OrderPairingModel.pairing_id.in_(set(pairing_ids)),
            OrderModel.status == OrderStatus.ISSUED,
            OrderModel.kind.in_(FIXING_KINDS),
        )
        .order_by(OrderModel.order_date, OrderModel.order_id)
    )
    return list(dict.fromkeys(session.scalars(statement)))


def pairings_in(session: Session, kinds: Iterable[OrderKind], besides: int | None) -> set[int]:
    """Pairings named by orders of these kinds that are not withdrawn, ``besides`` one of them."""
    statement = (
        select(OrderPairingModel.pairing_id)
        .join(OrderModel)
        .where(
            OrderModel.kind.in_(tuple(kinds)),
            OrderModel.status != OrderStatus.WITHDRAWN,
            OrderModel.order_id != (besides or 0),
        )
    )
    return set(session.scalars(statement))


def orders_naming(
    session: Session, pairing_ids: Iterable[int], kinds: Iterable[OrderKind]
) -> list[OrderModel]:
    """Orders and drafts of these kinds that name pairings and are not withdrawn."""
    statement = (
        select(OrderModel)
        .join(OrderPairingModel)
        .where(
            OrderPairingModel.pairing_id.in_(set(pairing_ids)),
            OrderModel.kind.in_(tuple(kinds)),
            OrderModel.status != OrderStatus.WITHDRAWN,
        )
        .order_by(OrderModel.order_date, OrderModel.order_id)
    )
    return list(dict.fromkeys(session.scalars(statement)))


def amendments_of(session: Session, order_id: int) -> list[OrderModel]:
    """Issued amendments of an order, the earliest first."""
    statement = (
        select(OrderModel)
        .join(OrderLinkModel, OrderLinkModel.order_id == OrderModel.order_id)
        .where(
            OrderLinkModel.target_id == order_id,
            OrderLinkModel.kind == LinkKind.AMENDS,
            OrderModel.status == OrderStatus.ISSUED,
        )
        .order_by(OrderModel.order_date, OrderModel.order_id)
    )
    return list(session.scalars(statement))


def annexes_in_force(
    session: Session, order_id: int, before: OrderModel | None = None
) -> tuple[AnnexState, ...]:
    """What the annexes of an order say after all its amendments; nothing when it is not known.

    With one of the amendments, what they said ``before`` it.
    """
    original = session.get_one(OrderModel, order_id)
    amendments = amendments_of(session, order_id)
    if before is not None:
        own_place = (before.order_date, before.order_id)
        amendments = [one for one in amendments if (one.order_date, one.order_id) < own_place]
    for model in (*amendments[::-1], original):
        kept = (model.snapshot or {}).get("annexes", ())
        if kept:
            return tuple(from_json(AnnexState, one) for one in kept)
    return ()


def pairings_inside(session: Session, order_id: int | None) -> set[int]:
    """Pairings that stand in an order now, after its amendments."""
    if order_id is None:
        return set()
    rows = [row for state in annexes_in_force(session, order_id) for row in state.rows]
    return {row.pairing_id for row in rows} or set(pairing_ids_of(session, order_id))


def write_links(session: Session, model: OrderModel, draft: OrderDraft) -> None:
    """Note which earlier orders an order speaks of."""
    wanted = set(_links(session, draft))
    model.targets = [
        *(one for one in model.targets if (one.target_id, one.kind) in wanted),
        *(
            OrderLinkModel(target_id=target_id, kind=kind)
            for target_id, kind in sorted(
                wanted - {(one.target_id, one.kind) for one in model.targets}
            )
        ),
    ]


def _links(session: Session, draft: OrderDraft) -> Iterable[tuple[int, LinkKind]]:
    if draft.kind is OrderKind.AMENDMENT and draft.target_id is not None:
        yield draft.target_id, LinkKind.AMENDS
        for earlier in amendments_of(session, draft.target_id)[-1:]:
            if earlier.order_id != draft.order_id:
                yield earlier.order_id, LinkKind.REFERS
    elif draft.kind in (OrderKind.TERMINATION, OrderKind.RESULTS, OrderKind.REWARD):
        is_end = draft.kind is OrderKind.TERMINATION
        for order_id in fixing_orders(session, draft.pairing_ids):
            yield order_id, LinkKind.TERMINATES if is_end else LinkKind.REFERS


def dependants(session: Session, order_id: int) -> list[OrderModel]:
    """Orders and drafts that speak of an order and are not withdrawn, the earliest first."""
    statement = (
        select(OrderModel)
        .join(OrderLinkModel, OrderLinkModel.order_id == OrderModel.order_id)
        .where(OrderLinkModel.target_id == order_id, OrderModel.status != OrderStatus.WITHDRAWN)
        .order_by(OrderModel.order_date, OrderModel.order_id)
    )
    return list(dict.fromkeys(session.scalars(statement)))


def refuse_if_depended_on(session: Session, model: OrderModel) -> None:
    """Raise RuleViolation that names the orders which rest on this one."""
    found = dependants(session, model.order_id)
    if not found:
        return
    which = ", ".join(named(one) for one in found)
    raise RuleViolation(
        f"На приказ №\u00a0{model.number} опираются другие: {which}. Сначала отмените их."
    )


def named(model: OrderModel) -> str:
    """«приказ № 4-од от 13.01.2027», «проект № …» of one that is not issued."""
    what = "проект" if model.status is OrderStatus.DRAFT else "приказ"
    return f"{what} №\u00a0{model.number} от {short_date(model.order_date)}"


def carry_out(session: Session, draft: OrderDraft) -> list[object]:
    """Change the facts of the pairings as the order says; answers what withdrawing needs."""
    effects = []
    for pairing_id, wanted in _wanted(session, draft).items():
        model = session.get_one(PairingModel, pairing_id)
        before = _facts(model)
        if before != wanted:
            _write(model, wanted)
            effects.append(to_json(_Effect(pairing_id, before, wanted)))
    return effects


def _wanted(session: Session, draft: OrderDraft) -> dict[int, _Facts]:
    """The facts that the order sets, by pairing; pairs that the order does not name stay."""
    named = set(draft.pairing_ids)
    found: dict[int, _Facts] = {}
    match draft.details:
        case TerminationDetails(ended=ended):
            for one in ended:
                if one.pairing_id in named:
                    ends_on = session.get_one(PairingModel, one.pairing_id).ends_on
                    found[one.pairing_id] = _Facts(ends_on, one.ended_on, EndKind.EARLY, one.reason)
        case ResultsDetails(outcomes=outcomes):
            for outcome in outcomes:
                if outcome.pairing_id in named:
                    ends_on = session.get_one(PairingModel, outcome.pairing_id).ends_on
                    found[outcome.pairing_id] = (
                        _Facts(outcome.on)
                        if outcome.outcome is Outcome.PROLONGED
                        else _Facts(ends_on, outcome.on, EndKind.COMPLETED)
                    )
        case AmendmentDetails(terms=terms):
            found = {one.pairing_id: _Facts(one.ends_on) for one in terms}
    return found


def take_back(session: Session, model: OrderModel) -> None:
    """Bring back the facts that an order changed.

    Raises RuleViolation when they have been changed again since.
    """
    for kept in (model.snapshot or {}).get("effects", ()):
        effect: _Effect = from_json(_Effect, kept)
        pairing = session.get(PairingModel, effect.pairing_id)
        if pairing is None or _facts(pairing) != effect.after:
            raise RuleViolation(
                f"Приказ №\u00a0{model.number} отменить нельзя: сроки или окончание его пар "
                "с тех пор изменены."
            )
        _write(pairing, effect.before)


def _facts(model: PairingModel) -> _Facts:
    return _Facts(model.ends_on, model.ended_on, model.end_kind, model.end_reason)


def _write(model: PairingModel, facts: _Facts) -> None:
    model.ends_on, model.ended_on = facts.ends_on, facts.ended_on
    model.end_kind, model.end_reason = facts.end_kind, facts.end_reason
