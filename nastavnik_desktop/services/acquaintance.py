"""Who must know an order: lines of the sheet, and the days on which people signed it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import AcquaintanceModel, OrderModel
from nastavnik_desktop.documents.order_facts import Acquainted
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.printable import with_printable_texts
from nastavnik_desktop.domain.problems import Problem, too_long
from nastavnik_desktop.services.results import Saved, refuse_errors


@dataclass(frozen=True)
class AcquaintanceRow:
    """A line of an order's sheet; without a day the person has not signed yet."""

    acquaintance_id: int
    person_id: int | None
    name: str
    post: str
    acquainted_on: date | None


@dataclass(frozen=True)
class AddedLine:
    """Somebody who is put on the sheet by hand: without a card, or forgotten."""

    name: str
    post: str = ""
    acquainted_on: date | None = None


def problems_in_added(line: AddedLine) -> list[Problem]:
    """What keeps somebody from being put on the sheet."""
    if not line.name.strip():
        return [Problem("name", "Укажите фамилию и инициалы.")]
    return [*too_long("name", line.name, 320), *too_long("post", line.post, 600)]


def to_be_acquainted(people: Iterable[Acquainted]) -> list[AcquaintanceModel]:
    """The lines of a new order, none signed."""
    return [
        AcquaintanceModel(person_id=one.person_id, name=one.name, post=one.post, position=position)
        for position, one in enumerate(people)
    ]


class AcquaintanceService:
    """Use cases of the acquaintance sheet of an order."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def rows(self, order_id: int) -> list[AcquaintanceRow]:
        """The sheet of an order in its printed sequence."""
        with self._base.reading() as session:
            return [
                AcquaintanceRow(
                    model.acquaintance_id,
                    model.person_id,
                    model.name,
                    model.post,
                    model.acquainted_on,
                )
                for model in _sheet(session, order_id)
            ]

    def record(
        self, order_id: int, days: Mapping[int, date | None], added: Sequence[AddedLine] = ()
    ) -> Saved:
        """Write down when people signed, by their lines; None takes a day back.

        ``added`` are people who come to the end of the sheet. Raises RuleViolation for a day
        before the order or in the future.
        """
        count = counted(len(days) + len(added), "отметка", "отметки", "отметок")
        title = f"Ознакомление с приказом: {count}"
        with self._base.begin(title, Changes.ORDERS) as session:
            order = session.get(OrderModel, order_id)
            if order is None:
                raise RuleViolation("Этого приказа больше нет в базе.")
            lines = {model.acquaintance_id: model for model in _sheet(session, order_id)}
            for key, day in days.items():
                if key not in lines:
                    raise RuleViolation("Этой строки листа ознакомления больше нет.")
                self._refuse(lines[key].name, order.order_date, day)
                lines[key].acquainted_on = day
            for line in map(with_printable_texts, added):
                refuse_errors(problems_in_added(line))
                self._refuse(line.name, order.order_date, line.acquainted_on)
                order.acquaintances.append(
                    AcquaintanceModel(
                        name=line.name.strip(),
                        post=line.post.strip(),
                        position=len(order.acquaintances),
                        acquainted_on=line.acquainted_on,
                    )
                )
        return Saved(title, Changes.ORDERS, order_id)

    def _refuse(self, name: str, order_date: date, day: date | None) -> None:
        if day is None:
            return
        if day < order_date:
            message = f"{name}: день раньше даты приказа ({short_date(order_date)})."
            raise RuleViolation(message, "acquainted_on")
        if day > self._today():
            message = f"{name}: день {short_date(day)} ещё не наступил."
            raise RuleViolation(message, "acquainted_on")


def _sheet(session: Session, order_id: int) -> Iterable[AcquaintanceModel]:
    statement = (
        select(AcquaintanceModel)
        .where(AcquaintanceModel.order_id == order_id)
        .order_by(AcquaintanceModel.position)
    )
    return session.scalars(statement)
