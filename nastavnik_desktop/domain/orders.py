"""Orders: kinds, life, numbers, the draft with its checks, rows of the register."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.domain.problems import LONGEST_LINE, Level, Problem, too_long
from nastavnik_desktop.domain.school import Register
from nastavnik_desktop.domain.school_year import SchoolYear

NUMBER_ALLOWED = re.compile(r"[0-9A-Za-zА-Яа-яЁё \-–/\\.]{1,25}")
_LOOK_ALIKE = str.maketrans("abcehkmoptxy", "авсенкмортху")
"""Latin letters that look Cyrillic on paper: «12-oд» is «12-од»."""


class OrderKind(StrEnum):
    """Kinds of orders that the program knows."""

    PAIRS = "pairs"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return "о закреплении пар (групп)" if self is OrderKind.PAIRS else "другой приказ"


class OrderStatus(StrEnum):
    """Life of an order: a draft has a proposed number only; a withdrawn one keeps its number."""

    DRAFT = "draft"
    ISSUED = "issued"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _STATUS_LABELS[self]


_STATUS_LABELS = {
    OrderStatus.DRAFT: "проект",
    OrderStatus.ISSUED: "выпущен",
    OrderStatus.WITHDRAWN: "отменён",
}


class OrderState(StrEnum):
    """What the register shows: «подписан» is a date on an issued order."""

    DRAFT = "draft"
    ISSUED = "issued"
    SIGNED = "signed"
    WITHDRAWN = "withdrawn"
    EXTERNAL = "external"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _STATE_LABELS[self]


_STATE_LABELS = {
    OrderState.DRAFT: "проект",
    OrderState.ISSUED: "ждёт подписи",
    OrderState.SIGNED: "подписан",
    OrderState.WITHDRAWN: "отменён",
    OrderState.EXTERNAL: "внешний",
}


@dataclass(frozen=True)
class OrderDraft:
    """An order as its form edits it."""

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


@dataclass(frozen=True)
class DraftOffer:
    """A new draft with what its form offers: pairings that are ready and those that are not."""

    draft: OrderDraft
    candidates: tuple[PairingRow, ...]
    registers: tuple[Register, ...]
    taken_numbers: frozenset[tuple[int, int, str]]

    def ready_on(self, day: date) -> tuple[PairingRow, ...]:
        """Pairings that may stand in an order of that day."""
        return tuple(row for row in self.candidates if not row.blockers(day))

    def held_back_on(self, day: date) -> tuple[tuple[PairingRow, list[str]], ...]:
        """Pairings that may not, each with its reasons."""
        return tuple((row, found) for row in self.candidates if (found := row.blockers(day)))

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


def number_key(number: str) -> str:
    """The form in which numbers are compared: no blanks, one dash, small Cyrillic letters."""
    plain = re.sub(r"[–—−‑]", "-", re.sub(r"\s+", "", number)).casefold()
    return plain.translate(_LOOK_ALIKE)


def next_number(pattern: str, taken: Iterable[str]) -> str:
    """The next number of a register by its pattern: the greatest number so far plus one.

    Real numbers are free text: those of other shapes («181/1», «14-а») count by the number they
    begin with, or by the one behind the beginning that the pattern gives («01-08/{n}»).
    """
    before = number_key(pattern).partition("{n}")[0]
    shape = re.compile(rf"{re.escape(before)}(\d{{1,6}})")
    numbers = [int(found[1]) for number in taken if (found := shape.match(number_key(number)))]
    return pattern.replace("{n}", str(max(numbers, default=0) + 1))


def problems_in_number(number: str) -> list[Problem]:
    """What keeps a text from being the number of an order (real numbers: 1 to 25 signs)."""
    if not number.strip():
        return [Problem("number", "Укажите номер приказа.")]
    if not NUMBER_ALLOWED.fullmatch(number.strip()):
        return [Problem("number", "В номере – до 25 знаков: цифры, буквы, «-», «/», «.», пробел.")]
    return []


def proposed_grounds(rows: Iterable[PairingRow]) -> str:
    """«письменные согласия участников от 05.09.2026, 07.09.2026» by the days of the consents."""
    people = (person for row in rows for person in row.participants)
    days = sorted({person.consented_on for person in people if person.consented_on is not None})
    listed = ", ".join(short_date(day) for day in days)
    return f"письменные согласия участников от {listed}" if listed else ""


def problems_in(draft: OrderDraft, offer: DraftOffer) -> list[Problem]:
    """Errors that stop an order and warnings that are listed (one check for form and service)."""
    return [
        *_number_problems(draft, offer),
        *_text_problems(draft),
        *_pairing_problems(draft, offer),
        *_date_problems(draft),
    ]


def _number_problems(draft: OrderDraft, offer: DraftOffer) -> list[Problem]:
    unfit = problems_in_number(draft.number)
    if unfit:
        return unfit
    if offer.is_taken(draft.register_id, draft.order_date.year, draft.number):
        message = f"Номер {draft.number} в этом журнале за {draft.order_date.year} год уже занят."
        return [Problem("number", message)]
    return []


def _text_problems(draft: OrderDraft) -> list[Problem]:
    return [*problems_in_heading(draft.heading), *_long_texts(draft)]


def _long_texts(draft: OrderDraft) -> list[Problem]:
    return [
        *too_long("grounds", draft.grounds, 2000),
        *too_long("control_by", draft.control_by, LONGEST_LINE),
    ]


def problems_in_kept_draft(draft: OrderDraft) -> list[Problem]:
    """What keeps an unfinished order from being put aside: gaps may stay, unfit texts may not."""
    number, heading = draft.number.strip(), draft.heading.strip()
    return [
        *(problems_in_number(number) if number else []),
        *too_long("heading", heading, LONGEST_LINE),
        *_long_texts(draft),
    ]


def problems_in_heading(heading: str) -> list[Problem]:
    """What keeps a text from being the heading of an order."""
    if not heading.strip():
        return [Problem("heading", "Укажите заголовок: «О …» или «Об …».")]
    return too_long("heading", heading, LONGEST_LINE)


def _pairing_problems(draft: OrderDraft, offer: DraftOffer) -> list[Problem]:
    if not draft.pairing_ids:
        return [Problem("pairing_ids", "Отметьте хотя бы одну пару или группу.")]
    known = {row.pairing_id: row for row in offer.candidates}
    found = []
    for pairing_id in draft.pairing_ids:
        row = known.get(pairing_id)
        if row is None:
            found.append(
                Problem("pairing_ids", "Одна из пар уже стоит в другом приказе или удалена.")
            )
            continue
        found += [
            Problem("pairing_ids", f"{row.title}: {why}".rstrip(".") + ".")
            for why in row.blockers(draft.order_date)
        ]
        if row.starts_on < draft.order_date:
            when = short_date(row.starts_on)
            message = f"{row.title}: начало {when} раньше даты приказа."
            found.append(Problem("pairing_ids", message, Level.WARNING))
    return found


def _date_problems(draft: OrderDraft) -> list[Problem]:
    found = []
    first = date(draft.year.start, 6, 1)
    if not first <= draft.order_date <= draft.year.last_day:
        message = f"Дата {short_date(draft.order_date)} не подходит для {draft.year} учебного года."
        found.append(Problem("order_date", message))
    elif draft.order_date.weekday() == 6:
        found.append(Problem("order_date", "Дата приказа – воскресенье.", Level.WARNING))
    for name, day in (
        ("programs_due_on", draft.programs_due_on),
        ("report_due_on", draft.report_due_on),
    ):
        if day is not None and day < draft.order_date:
            found.append(Problem(name, "Срок раньше даты приказа."))
    return found
