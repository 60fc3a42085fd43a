"""A reading corrected by the user: she says what the phrase means, its words stay as written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from nastavnik_desktop.domain.deadlines.reading import DeadlineReading
from nastavnik_desktop.domain.deadlines.records import Frequency, Kind, Recurrence, YearDay
from nastavnik_desktop.domain.deadlines.wording import MONTHS
from nastavnik_desktop.domain.deadlines.years import ReadingYear
from nastavnik_desktop.domain.problems import Problem

_LEAP_YEAR = 2024
_MOST_TIMES = 366
_YEAR_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})\.?")


class Way(StrEnum):
    """What kinds of deadlines the user can name; ``label`` is how they are called for her."""

    ON_DAY = "on_day"
    UNTIL_DAY = "until_day"
    SPAN = "span"
    YEARLY = "yearly"
    DAYS_OF_YEAR = "days_of_year"
    HALF_YEARLY = "half_yearly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    WEEKLY = "weekly"
    TIMES_A_YEAR = "times_a_year"
    ONGOING = "ongoing"
    ON_DEMAND = "on_demand"
    UNDEFINED = "undefined"

    @property
    def label(self) -> str:
        """«каждый год»."""
        return _LABELS[self]


_LABELS = {
    Way.ON_DAY: "в названный день",
    Way.UNTIL_DAY: "до названного дня",
    Way.SPAN: "с … по …",
    Way.YEARLY: "каждый год",
    Way.DAYS_OF_YEAR: "каждый год в несколько дней",
    Way.HALF_YEARLY: "каждое полугодие",
    Way.QUARTERLY: "каждый квартал",
    Way.MONTHLY: "каждый месяц",
    Way.WEEKLY: "каждую неделю",
    Way.TIMES_A_YEAR: "несколько раз в год",
    Way.ONGOING: "постоянно",
    Way.ON_DEMAND: "по мере необходимости",
    Way.UNDEFINED: "срок не назван",
}
_LIMITS = ("holds_from", "holds_until")
_FIELDS: dict[Way, tuple[str, ...]] = {
    Way.ON_DAY: ("end",),
    Way.UNTIL_DAY: ("end",),
    Way.SPAN: ("start", "end"),
    Way.YEARLY: ("day_from", "month_from", "day", "month", *_LIMITS),
    Way.DAYS_OF_YEAR: ("days", *_LIMITS),
    Way.HALF_YEARLY: _LIMITS,
    Way.QUARTERLY: ("day", *_LIMITS),
    Way.MONTHLY: ("day", *_LIMITS),
    Way.WEEKLY: ("weekday", *_LIMITS),
    Way.TIMES_A_YEAR: ("times", *_LIMITS),
    Way.ONGOING: _LIMITS,
    Way.ON_DEMAND: _LIMITS,
    Way.UNDEFINED: (),
}
_ONCE = {Way.ON_DAY: Kind.DATE, Way.UNTIL_DAY: Kind.DEADLINE, Way.SPAN: Kind.PERIOD}
_ENDLESS = {
    Way.ONGOING: Kind.ONGOING,
    Way.ON_DEMAND: Kind.ON_DEMAND,
    Way.UNDEFINED: Kind.UNDEFINED,
}
_FREQUENCIES = {
    Way.YEARLY: Frequency.YEARLY,
    Way.DAYS_OF_YEAR: Frequency.N_PER_YEAR,
    Way.HALF_YEARLY: Frequency.HALF_YEARLY,
    Way.QUARTERLY: Frequency.QUARTERLY,
    Way.MONTHLY: Frequency.MONTHLY,
    Way.WEEKLY: Frequency.WEEKLY,
    Way.TIMES_A_YEAR: Frequency.N_PER_YEAR,
}


@dataclass(frozen=True)
class DeadlineCorrection:
    """What the user says a phrase means; only the fields of its ``way`` count.

    ``day`` of the month (None: the last one), of the last month of the quarter for ``QUARTERLY``;
    ``weekday`` Monday = 1 (None: any); ``days`` several days of a year as «15.09, 15.01, июнь».
    ``holds_from`` and ``holds_until`` are the days between which something comes back or goes on.
    """

    way: Way
    start: date | None = None
    end: date | None = None
    day: int | None = None
    month: int | None = None
    day_from: int | None = None
    month_from: int | None = None
    weekday: int | None = None
    times: int = 1
    days: str = ""
    holds_from: date | None = None
    holds_until: date | None = None

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields that count."""
        return _FIELDS[self.way]

    def problems(self) -> list[Problem]:
        """What is missing or impossible."""
        return list(_problems(self))

    def reading(self, year: ReadingYear) -> DeadlineReading:
        """The reading in a year; ``problems`` must have found nothing."""
        if self.way in _ONCE:
            start = {Way.ON_DAY: self.end, Way.SPAN: self.start}.get(self.way)
            kind = Kind.DATE if start == self.end else _ONCE[self.way]
            return DeadlineReading(kind, year, start, self.end, has_written_year=True)
        start, end = self.holds_from, self.holds_until
        if self.way is Way.UNDEFINED:
            return DeadlineReading(Kind.UNDEFINED, year)
        if self.way in _ENDLESS:
            return DeadlineReading(_ENDLESS[self.way], year, start, end)
        return DeadlineReading(Kind.RECURRING, year, start, end, _recurrence(self))


def correction_of(reading: DeadlineReading) -> DeadlineCorrection | None:
    """A reading as the user would say it; None when it says more than can be said this way."""
    said = _said(reading)
    if said is None or said.problems():
        return None
    again = said.reading(reading.year)
    bare = replace(
        reading,
        doubts=(),
        others=(),
        not_understood=(),
        remarks=(),
        has_written_year=again.has_written_year,
    )
    return said if again == bare else None


def _said(reading: DeadlineReading) -> DeadlineCorrection | None:
    for once, kind in _ONCE.items():
        if reading.kind is kind:
            return DeadlineCorrection(once, reading.start, reading.end)
    rule = reading.recurrence
    way = _way_of(reading.kind, rule)
    if way is None:
        return None
    said = DeadlineCorrection(way, holds_from=reading.start, holds_until=reading.end)
    return replace(said, **_repeated(way, rule)) if rule is not None else said


def _way_of(kind: Kind, rule: Recurrence | None) -> Way | None:
    if rule is None:
        return next((way for way, each in _ENDLESS.items() if each is kind), None)
    if rule.due:
        return Way.DAYS_OF_YEAR
    repeated = (way for way in _FREQUENCIES if way is not Way.DAYS_OF_YEAR)
    return next((way for way in repeated if _FREQUENCIES[way] is rule.frequency), None)


def _repeated(way: Way, rule: Recurrence) -> dict[str, Any]:
    """The fields of a rule that comes back."""
    if way is Way.WEEKLY:
        return {"weekday": rule.day}
    return {
        "days": _days_written(rule.due),
        "day": rule.day,
        "month": rule.month,
        "day_from": rule.day_from,
        "month_from": rule.month_from,
        "times": rule.times or 1,
    }


def _recurrence(said: DeadlineCorrection) -> Recurrence:
    frequency = _FREQUENCIES[said.way]
    if said.way is Way.DAYS_OF_YEAR:
        due = tuple(_read_days(said.days) or ())
        return Recurrence(frequency, times=len(due), due=due)
    if said.way is Way.WEEKLY:
        return Recurrence(frequency, day=said.weekday)
    if said.way is Way.TIMES_A_YEAR:
        return Recurrence(frequency, times=said.times)
    if said.way is Way.YEARLY:
        return Recurrence(
            frequency,
            day=said.day,
            month=said.month,
            day_from=said.day_from,
            month_from=said.month_from,
        )
    return Recurrence(frequency, day=said.day if "day" in said.fields else None)


def _problems(said: DeadlineCorrection) -> Iterator[Problem]:
    if said.way in _ONCE and said.end is None:
        yield Problem("end", "Укажите день.")
    if said.way is Way.SPAN:
        yield from _span_problems(said)
    if said.way is Way.YEARLY:
        yield from _yearly_problems(said)
    if said.way is Way.DAYS_OF_YEAR and not _read_days(said.days):
        yield Problem("days", "Напишите дни или месяцы так: 15.09, 15.01, июнь.")
    if said.way is Way.TIMES_A_YEAR and not 1 <= said.times <= _MOST_TIMES:
        yield Problem("times", f"Число от 1 до {_MOST_TIMES}.")
    if said.way in (Way.MONTHLY, Way.QUARTERLY) and not _is_day_of(said.day, 1):
        yield Problem("day", "Число месяца – от 1 до 31.")
    yield from _limit_problems(said)


def _span_problems(said: DeadlineCorrection) -> Iterator[Problem]:
    if said.start is None:
        yield Problem("start", "Укажите первый день.")
    elif said.end is not None and said.end < said.start:
        yield Problem("end", "Последний день раньше первого.")


def _limit_problems(said: DeadlineCorrection) -> Iterator[Problem]:
    start, end = said.holds_from, said.holds_until
    if "holds_until" in said.fields and start and end and end < start:
        yield Problem("holds_until", "Последний день раньше первого.")


def _yearly_problems(said: DeadlineCorrection) -> Iterator[Problem]:
    """Without a month: once in the year; a day needs its month, a beginning its end."""
    for day, month, field in (
        (said.day, said.month, "day"),
        (said.day_from, said.month_from, "day_from"),
    ):
        if day is not None and month is None:
            yield Problem(field, "К числу нужен месяц.")
        elif month is not None and not _is_day_of(day, month):
            yield Problem(field, f"Такого числа нет: {MONTHS[month - 1]}.")
    if said.month_from is not None and said.month is None:
        yield Problem("month", "Укажите, по какой месяц.")


def _is_day_of(day: int | None, month: int) -> bool:
    if day is None:
        return True
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True


def _read_days(text: str) -> list[YearDay] | None:
    """Days of a year from «15.09, 15.01, июнь»; None when a part is neither day nor month."""
    found = []
    for part in filter(None, re.split(r"[\s,;]+", text.casefold())):
        day = YearDay(MONTHS.index(part) + 1) if part in MONTHS else _read_day(part)
        if day is None:
            return None
        found.append(day)
    return found


def _read_day(part: str) -> YearDay | None:
    written = _YEAR_DAY.fullmatch(part)
    if written is None:
        return None
    day, month = int(written[1]), int(written[2])
    is_day = 1 <= month <= len(MONTHS) and _is_day_of(day, month)
    return YearDay(month, day) if is_day else None


def _days_written(days: tuple[YearDay, ...]) -> str:
    """«15.09, 15.01»; a month without a day by its name."""
    return ", ".join(
        f"{day.day:02d}.{day.month:02d}" if day.day else MONTHS[day.month - 1] for day in days
    )
