"""The parts of a reading: its kind, spans of days, and how a deadline comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """The seven kinds of deadlines of plans and road maps."""

    DATE = "date"
    DEADLINE = "deadline"
    PERIOD = "period"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    ON_DEMAND = "on_demand"
    UNDEFINED = "undefined"


class Frequency(StrEnum):
    """The unit of time in which something comes back."""

    YEARLY = "yearly"
    HALF_YEARLY = "half-yearly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    WEEKLY = "weekly"
    DAILY = "daily"
    N_PER_YEAR = "n_per_year"


@dataclass(frozen=True)
class Span:
    """Days from the first to the last, both included; ``start`` is None where it is not said."""

    start: date | None
    end: date

    @property
    def first_day(self) -> date:
        """The first day that is known."""
        return self.start or self.end


@dataclass(frozen=True, order=True)
class YearDay:
    """A day that every year has; without ``day`` it is the last day of the month."""

    month: int
    day: int | None = None


@dataclass(frozen=True)
class Recurrence:
    """How a deadline comes back.

    ``times`` in one unit of ``frequency`` (None: said in ``every`` only). ``day`` and ``month``
    are the due day or the end of the yearly span, ``day_from`` and ``month_from`` its beginning;
    for ``WEEKLY`` the day is that of the week, Monday = 1. ``due`` are several named days of each
    year; ``dated`` the items of a list whose years are written. ``weekday`` is (which one in the
    month, day of the week), -1 = the last one. ``is_month_after``: due in the month that follows
    the quarter.
    """

    frequency: Frequency
    times: int | None = 1
    day: int | None = None
    month: int | None = None
    day_from: int | None = None
    month_from: int | None = None
    due: tuple[YearDay, ...] = ()
    dated: tuple[Span, ...] = ()
    weekday: tuple[int, int] | None = None
    is_month_after: bool = False
    is_at_least: bool = False
    is_also_on_demand: bool = False
    every: str = ""
