"""The record of a mentor: pairs by years, their orders and ends, how many years it has been.

It is asked for when a teacher applies for the category «педагог-наставник» (приказ
Минпросвещения России от 24.03.2023 № 196) or is put forward for an award.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.pairings import PairingRow, PairingState
from nastavnik_desktop.domain.school_year import SchoolYear

_ENDED = {PairingState.COMPLETED, PairingState.ENDED_EARLY, PairingState.MENTOR_REPLACED}


@dataclass(frozen=True)
class MentorLine:
    """One pair or group: the days on which the person mentored in it, and what is known of it."""

    year: SchoolYear
    form: str
    role_model: str
    mentees: tuple[str, ...]
    first_day: date
    last_day: date
    orders: tuple[str, ...]
    outcome: str
    role: str = ""

    @property
    def term(self) -> str:
        """«08.09.2026 – 28.05.2027»."""
        return f"{short_date(self.first_day)}\u00a0– {short_date(self.last_day)}"


@dataclass(frozen=True)
class MentorRecord:
    """All pairs that an order fixed, the earliest first.

    ``years_wanted`` is how many school years are usually asked for.
    """

    lines: tuple[MentorLine, ...]
    years_wanted: int = 5

    @property
    def years(self) -> tuple[SchoolYear, ...]:
        """School years in which the person mentored, each once."""
        return tuple(sorted({line.year for line in self.lines}))

    @property
    def mentee_count(self) -> int:
        """How many people were led, each counted once."""
        return len({name for line in self.lines for name in line.mentees})

    @property
    def reached_on(self) -> date | None:
        """The first day of mentoring in the school year with which the wanted number is full."""
        if len(self.years) < self.years_wanted:
            return None
        last = self.years[self.years_wanted - 1]
        return min(line.first_day for line in self.lines if line.year == last)


def record_of(
    person_id: int,
    rows: Iterable[PairingRow],
    orders: Mapping[int, tuple[str, ...]],
    today: date,
    years_wanted: int = 5,
) -> MentorRecord:
    """The record on a day; ``orders`` are titles of issued orders by pairing.

    Only pairs that stand in an issued order and began by that day are in it.
    """
    lines = [
        _line(person_id, row, orders.get(row.pairing_id, ()), today)
        for row in rows
        if person_id in row.mentor_ids and row.order is not None and row.order.is_issued
    ]
    begun = [line for line in lines if line.first_day <= today]
    ordered = sorted(begun, key=lambda line: (line.first_day, line.mentees))
    return MentorRecord(tuple(ordered), years_wanted)


def _line(person_id: int, row: PairingRow, orders: tuple[str, ...], today: date) -> MentorLine:
    first, last, role = row.starts_on, row.ended_on or row.ends_on, ""
    beside = next((one for one in row.further_mentors if one.person.person_id == person_id), None)
    if beside is not None and person_id != row.mentor.person_id:
        first = max(first, beside.span.since_on or first)
        last = min(last, beside.span.until_on or last)
        role = beside.span.role.label
    return MentorLine(
        year=row.year,
        form=row.form.title,
        role_model=row.role_model,
        mentees=tuple(one.name.full for one in row.mentees),
        first_day=first,
        last_day=last,
        orders=orders,
        outcome=_outcome(row, today),
        role=role,
    )


def _outcome(row: PairingRow, today: date) -> str:
    state = row.state_on(today)
    if state in _ENDED and row.end_reason:
        return f"{state.label}: {row.end_reason}"
    return state.label
