"""The draft of an order, what is offered to it, and rows of the register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.orders.details import DETAILS_OF, Details, PairsDetails
from nastavnik_desktop.domain.orders.kinds import (
    FIXING_KINDS,
    OrderKind,
    OrderState,
    OrderStatus,
)
from nastavnik_desktop.domain.orders.numbers import next_number, number_key
from nastavnik_desktop.domain.pairings import EndKind, PairingRow
from nastavnik_desktop.domain.school import Head, Register
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.working_days import WorkingCalendar

_RESULTS_AHEAD = timedelta(days=31)
"""An order on results may name programmes that end up to so much later."""


@dataclass(frozen=True)
class OrderDraft:
    """An order as its form edits it.

    ``details`` is the record of the kind, ``target_id`` the order that is amended or terminated,
    ``acceptance_note`` what the user wrote about the warnings that she accepts.
    """

    year: SchoolYear
    register_id: int
    number: str
    order_date: date
    heading: str
    pairing_ids: tuple[int, ...]
    programs_due_on: date | None = None
    report_due_on: date | None = None
    control_by: str = ""
    grounds: str = ""
    kind: OrderKind = OrderKind.PAIRS
    order_id: int | None = None
    details: Details = field(default_factory=PairsDetails)
    target_id: int | None = None
    acceptance_note: str = ""

    def __post_init__(self) -> None:
        """A draft of a kind without the record of that kind begins with an empty one."""
        kind_of_details = DETAILS_OF[self.kind]
        if not isinstance(self.details, kind_of_details):
            object.__setattr__(self, "details", kind_of_details())


@dataclass(frozen=True)
class DraftOffer:
    """A new draft with what its form offers and its check needs, read once.

    ``candidates`` are pairings that an order of this kind may name, ready or not; ``others`` those
    of the year that stand in orders already. ``capacities`` are mentors' own limits, ``targets``
    orders that may be amended or terminated, ``inside`` pairings that go on in the one which is
    amended. ``heads`` is None where the school is not set up. ``calendar`` knows the days off.
    """

    draft: OrderDraft
    candidates: tuple[PairingRow, ...]
    registers: tuple[Register, ...]
    taken_numbers: frozenset[tuple[int, int, str]]
    others: tuple[PairingRow, ...] = ()
    heads: tuple[Head, ...] | None = None
    mentee_limit: int | None = None
    capacities: Mapping[int, int] = field(default_factory=dict)
    targets: tuple[OrderRow, ...] = ()
    inside: tuple[PairingRow, ...] = ()
    calendar: WorkingCalendar = field(default_factory=WorkingCalendar)

    def ready_on(self, day: date) -> tuple[PairingRow, ...]:
        """Pairings that may stand in an order of that day."""
        return tuple(row for row in self.candidates if not self.against(row, day))

    def held_back_on(self, day: date) -> tuple[tuple[PairingRow, list[str]], ...]:
        """Pairings that may not, each with its reasons."""
        found = ((row, self.against(row, day)) for row in self.candidates)
        return tuple((row, reasons) for row, reasons in found if reasons)

    def against(self, row: PairingRow, day: date) -> list[str]:
        """What keeps a pairing out of an order of this kind and day, in Russian sentences."""
        return reasons_against(row, self.draft.kind, day)

    def rows_of(self, pairing_ids: Iterable[int]) -> tuple[PairingRow, ...]:
        """The offered pairings with these ids."""
        wanted = set(pairing_ids)
        return tuple(row for row in self.candidates if row.pairing_id in wanted)

    def is_taken(self, register_id: int, calendar_year: int, number: str) -> bool:
        """Whether a number is in use in a register and calendar year."""
        return (register_id, calendar_year, number_key(number)) in self.taken_numbers

    def number_for(self, register_id: int, calendar_year: int) -> str:
        """The number to propose in a register and calendar year."""
        pattern = next(r.pattern for r in self.registers if r.register_id == register_id)
        inside = (register_id, calendar_year)
        return next_number(
            pattern, (key for *where, key in self.taken_numbers if tuple(where) == inside)
        )


@dataclass(frozen=True)
class OrderRow:
    """An order as the register shows it."""

    order_id: int
    kind: OrderKind
    register_id: int
    register_title: str
    number: str
    order_date: date
    heading: str
    status: OrderStatus
    is_external: bool
    signed_on: date | None
    withdrawn_on: date | None
    withdrawal_reason: str
    year: SchoolYear
    pairings_count: int
    executor: str = ""
    note: str = ""

    @property
    def state(self) -> OrderState:
        """What the register shows."""
        if self.is_external:
            return OrderState.EXTERNAL
        if self.status is OrderStatus.ISSUED and self.signed_on is not None:
            return OrderState.SIGNED
        return OrderState(self.status.value)

    @property
    def title(self) -> str:
        """«Приказ № 12-од от 08.09.2026»."""
        return f"Приказ №\u00a0{self.number} от {short_date(self.order_date)}"


def reasons_against(row: PairingRow, kind: OrderKind, day: date) -> list[str]:
    """What keeps a pairing out of an order of this kind on this day."""
    if kind in FIXING_KINDS:
        is_fixed = row.order is not None and row.order.is_issued
        return [] if is_fixed else row.blockers(day)
    if kind not in (OrderKind.RESULTS, OrderKind.REWARD):
        return []
    found = []
    if row.order is None or not row.order.is_issued:
        found.append("пара не закреплена приказом")
    if row.end_kind is EndKind.EARLY:
        found.append("пара прекращена досрочно")
    if row.end_kind is EndKind.REPLACED:
        found.append("наставник заменён: программу продолжает другая пара")
    is_results = kind is OrderKind.RESULTS
    if is_results and row.ended_on is None and row.ends_on > day + _RESULTS_AHEAD:
        found.append(f"программа длится до {short_date(row.ends_on)}")
    return found
