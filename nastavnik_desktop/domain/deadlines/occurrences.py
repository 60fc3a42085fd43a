"""The days by which something is due in a year, from what a reading says."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.deadlines.records import Frequency, Kind, Recurrence
from nastavnik_desktop.domain.deadlines.years import ReadingYear, day_of, last_day_of

if TYPE_CHECKING:
    from nastavnik_desktop.domain.deadlines.reading import DeadlineReading

Days = tuple[date, ...]
_ONCE = frozenset((Kind.DATE, Kind.DEADLINE, Kind.PERIOD))


def due_days(reading: DeadlineReading, year: ReadingYear) -> Days | None:
    """Due days inside the year, in order.

    Empty if there are such days but all lie outside it; None if no day can be named.
    """
    if reading.kind in _ONCE:
        return _inside((reading.end,), year) if reading.end else None
    rule = reading.recurrence
    first = tuple(span.end for span in (reading.first, *reading.more_firsts) if span)
    if rule is None:
        return _inside(first, year) if first else None
    repeats = _repeats(rule, year)
    if repeats is None:
        return _inside(first, year) if first else None
    held = (day for day in repeats if _holds(day, reading, rule, year))
    return _inside((*first, *held), year)


def weekday_in_month(year: int, month: int, which: int, weekday: int) -> date | None:
    """The first, second … (-1: last) Monday (1) … Sunday (7) of a month; None if there is none."""
    if which < 0:
        last = last_day_of(year, month)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    day = 1 + (weekday - first.isoweekday()) % 7 + 7 * (which - 1)
    return first.replace(day=day) if day <= monthrange(year, month)[1] else None


def _inside(days: tuple[date, ...], year: ReadingYear) -> Days:
    return tuple(sorted({day for day in days if day in year}))


def _holds(day: date, reading: DeadlineReading, rule: Recurrence, year: ReadingYear) -> bool:
    """Whether a repeat falls in the time for which the repeating is said to hold.

    After a first span the yearly repeats begin with the year that follows: the calendar year where
    a month is named, else the year of the plan.
    """
    if not rule.dated and (
        (reading.start and day < reading.start) or (reading.end and day > reading.end)
    ):
        return False
    if reading.first is None:
        return True
    last = reading.first.end
    if rule.frequency is not Frequency.YEARLY:
        return day > last
    return last not in year if rule.month is None else day.year > last.year


def _repeats(rule: Recurrence, year: ReadingYear) -> Iterator[date] | None:
    """Days of the rule in and around the year; None when it names none."""
    if rule.dated:
        return (span.end for span in rule.dated)
    if rule.due:
        return (_on(year, day.month, day.day) for day in rule.due)
    days = _DAYS.get(rule.frequency)
    if days is None or (rule.times != 1 and rule.frequency is not Frequency.YEARLY):
        return None
    return days(rule, year)


def _yearly(rule: Recurrence, year: ReadingYear) -> Iterator[date]:
    yield year.last_day if rule.month is None else _on(year, rule.month, rule.day)


def _half_yearly(_rule: Recurrence, year: ReadingYear) -> Iterator[date]:
    return (half[1] for half in year.halves)


def _on(year: ReadingYear, month: int, day: int | None) -> date:
    return day_of(year.year_of(month), month, day or 31)


def _quarterly(rule: Recurrence, year: ReadingYear) -> Iterator[date]:
    months = (1, 4, 7, 10) if rule.is_month_after else (3, 6, 9, 12)
    return (day_of(of, month, rule.day or 31) for of, month in year.months if month in months)


def _monthly(rule: Recurrence, year: ReadingYear) -> Iterator[date]:
    for of, month in year.months:
        if rule.weekday is None:
            yield day_of(of, month, rule.day or 31)
        elif found := weekday_in_month(of, month, *rule.weekday):
            yield found


_DAYS: dict[Frequency, Callable[[Recurrence, ReadingYear], Iterator[date]]] = {
    Frequency.YEARLY: _yearly,
    Frequency.HALF_YEARLY: _half_yearly,
    Frequency.QUARTERLY: _quarterly,
    Frequency.MONTHLY: _monthly,
}
