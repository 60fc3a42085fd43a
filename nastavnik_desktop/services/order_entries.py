"""An entry of the register with everything tied to it: what the details pane shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import AcquaintanceModel, OrderLinkModel, OrderModel
from db.queries.orders import order_rows, pairing_ids_of
from db.queries.pairings import pairing_rows_by_id, pairing_rows_of_year
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import (
    FIXING_KINDS,
    LinkKind,
    OrderKind,
    OrderRow,
    OrderStatus,
)
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.domain.printable import printable
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.external_orders import (
    fix_pairings,
    outside_file,
    write_requisites,
)
from nastavnik_desktop.services.order_chain import (
    fixing_orders,
    original_of,
    refuse_if_depended_on,
)
from nastavnik_desktop.services.order_checks import Accepted, accepted_in
from nastavnik_desktop.services.order_extracts import has_extract
from nastavnik_desktop.services.order_files import OrderAttachment, attachments_of
from nastavnik_desktop.services.order_records import found_order
from nastavnik_desktop.services.results import Saved
from nastavnik_desktop.services.road_map_orders import refuse_if_evidence

_CHANGES = Changes.ORDERS | Changes.PAIRINGS


@dataclass(frozen=True)
class LinkedOrder:
    """Another order that this one speaks of, or that speaks of this one (``is_later``)."""

    order: OrderRow
    kind: LinkKind
    is_later: bool

    @property
    def words(self) -> str:
        """«изменён приказом № 4-од от 13.01.2027» or «изменяет приказ № 130-од от …»."""
        title = self.order.title.removeprefix("Приказ ")
        if not self.is_later:
            return f"{self.kind.label} приказ {title}"
        return f"{_PASSIVE[self.kind]} приказом {title}"


_PASSIVE = {
    LinkKind.AMENDS: "изменён",
    LinkKind.TERMINATES: "пары прекращены",
    LinkKind.REFERS: "упомянут",
}


@dataclass(frozen=True)
class OrderEntry:
    """An order's pairings in their printed sequence, its links, how many know it, its files.

    ``accepted`` are the warnings with which it was issued; ``has_extract`` says that its rows can
    be given out one by one.
    """

    order_id: int
    pairings: tuple[PairingRow, ...] = ()
    links: tuple[LinkedOrder, ...] = ()
    acquainted: int = 0
    to_acquaint: int = 0
    files: tuple[OrderAttachment, ...] = ()
    accepted: Accepted = field(default_factory=Accepted)
    has_extract: bool = False


class OrderEntryService:
    """Use cases of looking at one entry of the register."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def of(self, order_id: int) -> OrderEntry:
        """Everything tied to an order; nothing when it was deleted meanwhile."""
        with self._base.reading() as session:
            days = session.scalars(
                select(AcquaintanceModel.acquainted_on).where(
                    AcquaintanceModel.order_id == order_id
                )
            ).all()
            order = session.get(OrderModel, order_id)
            if order is None:
                return OrderEntry(order_id)
            ids = pairing_ids_of(session, order_id)
            return OrderEntry(
                order_id,
                tuple(pairing_rows_by_id(session, ids, self._today())),
                tuple(_links(session, order_id)),
                sum(day is not None for day in days),
                len(days),
                tuple(attachments_of(session, order_id)),
                accepted_in(order.snapshot or {}),
                order.kind in FIXING_KINDS and has_extract(order),
            )

    def orders_to_extend(self, pairing_id: int) -> list[OrderRow]:
        """Orders on pairs that an amendment may put a pairing into, the latest first.

        For one with another mentor it is the order in which the former pairing stands.
        """
        with self._base.reading() as session:
            (row,) = pairing_rows_by_id(session, [pairing_id], self._today())
            wanted = [
                OrderModel.kind == OrderKind.PAIRS,
                OrderModel.status == OrderStatus.ISSUED,
                OrderModel.school_year == row.year.start,
            ]
            if row.replaces_id is not None:
                former = fixing_orders(session, [row.replaces_id])
                roots = [original_of(session, order_id) for order_id in former]
                wanted.append(OrderModel.order_id.in_(roots))
            return order_rows(session, *wanted)

    def free_pairings(self, year: SchoolYear) -> list[PairingRow]:
        """Pairings that stand in no order: one issued elsewhere may have fixed them."""
        with self._base.reading() as session:
            rows = pairing_rows_of_year(session, year.start, self._today())
        return [row for row in rows if row.order is None]

    def correct_external(
        self,
        order_id: int,
        number: str,
        order_date: date,
        heading: str,
        pairing_ids: Sequence[int] = (),
        file: Path | None = None,
    ) -> Saved:
        """Correct the entry of an order issued outside; a new file takes the former one's place.

        Raises RuleViolation when a pair that other orders speak of would leave it.
        """
        attachment = outside_file(file)
        title = f"Исправлен внешний приказ №\u00a0{printable(number).strip()}"
        with self._base.begin(title, _CHANGES) as session:
            model = _found_external(session, order_id)
            if set(pairing_ids_of(session, order_id)) - set(pairing_ids):
                refuse_if_depended_on(session, model)
            write_requisites(session, model, number, order_date, heading)
            fix_pairings(session, model, pairing_ids)
            if attachment is not None:
                model.attachments = [attachment]
            return Saved(f"Запись исправлена: приказ №\u00a0{model.number}", _CHANGES, order_id)

    def delete_external(self, order_id: int) -> Saved:
        """Take an entry of an order issued outside away; its pairs are free again.

        Raises RuleViolation that names the orders which rest on it, if there are any.
        """
        with self._base.begin("Внешний приказ удалён из журнала", _CHANGES) as session:
            model = _found_external(session, order_id)
            refuse_if_depended_on(session, model)
            refuse_if_evidence(session, order_id)
            session.delete(model)
        return Saved("Внешний приказ удалён из журнала", _CHANGES)


def _found_external(session: Session, order_id: int) -> OrderModel:
    model = found_order(session, order_id)
    if not model.is_external:
        raise RuleViolation("Приказ создан в программе: его запись не правят и не удаляют.")
    return model


def _links(session: Session, order_id: int) -> list[LinkedOrder]:
    statement = select(OrderLinkModel).where(
        (OrderLinkModel.order_id == order_id) | (OrderLinkModel.target_id == order_id)
    )
    links = list(session.scalars(statement))
    others = {one.target_id if one.order_id == order_id else one.order_id for one in links}
    rows = {row.order_id: row for row in order_rows(session, OrderModel.order_id.in_(others))}
    found = [
        LinkedOrder(rows[one.order_id], one.kind, is_later=True)
        if one.target_id == order_id
        else LinkedOrder(rows[one.target_id], one.kind, is_later=False)
        for one in links
    ]
    return sorted(found, key=lambda one: (one.order.order_date, one.order.order_id))
