"""A day or a span as the phrase names it, and its place in time.

``When`` keeps what is written: months and days without a year, a year, a school year. ``placed``
puts it into the year of reading: a written year always wins, a day or month without one falls
inside the year of reading, a span that crosses its turn has its last month inside it.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.deadlines.records import Span
from nastavnik_desktop.domain.deadlines.years import ReadingYear, day_of

NO_SUCH_DAY = "такого дня нет: прочитан последний день месяца"
ENDS_TOO_EARLY = "написанный конец раньше начала: год конца исправлен"


class Unit(StrEnum):
    """What sort of stretch of time is named."""

    DAY = "day"
    MONTH = "month"
    RANGE = "range"
    YEAR = "year"
    WHOLE_YEAR = "whole year"
    PROGRAMME = "programme"


class Mode(StrEnum):
    """How the named stretch is meant."""

    AT = "at"
    BY = "by"
    BEFORE = "before"
    SINCE = "since"


MonthDay = tuple[int, int]
"""Month and day; day 31 of a shorter month means its last day when ``is_month_end`` says so."""


@dataclass(frozen=True, slots=True)
class When:
    """A named stretch; ``year`` is that of its end, ``year_from`` that of its beginning.

    ``school`` is the first year of a school year that is written, ``years`` the further years of
    a list, ``doubts`` why it can be taken otherwise; ``is_frame``: «действует с … по …», the time
    for which something holds.
    """

    unit: Unit
    first: MonthDay = (1, 1)
    last: MonthDay = (12, 31)
    ends_month: bool = False
    year: int | None = None
    year_from: int | None = None
    school: int | None = None
    years: tuple[int, ...] = ()
    mode: Mode = Mode.AT
    doubts: tuple[str, ...] = ()
    is_frame: bool = False

    @property
    def is_year(self) -> bool:
        """Whether whole years are named, and nothing inside them."""
        return self.unit in {Unit.YEAR, Unit.WHOLE_YEAR, Unit.PROGRAMME}

    @property
    def has_year(self) -> bool:
        """Whether a year is written."""
        return self.year is not None or self.year_from is not None or self.school is not None

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.unit is Unit.DAY


@dataclass(frozen=True, slots=True)
class Placed:
    """A stretch in its place: both days, and what was doubtful about it."""

    start: date
    end: date
    doubts: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """The days as a span with both ends."""
        return Span(self.start, self.end)


def day(month: int, number: int, year: int | None = None) -> When:
    """One day."""
    return When(Unit.DAY, (month, number), (month, number), year=year)


def months(first: int, last: int, year: int | None = None) -> When:
    """Whole months."""
    unit = Unit.MONTH if first == last else Unit.RANGE
    return When(unit, (first, 1), (last, 31), ends_month=True, year=year)


def part_of_month(month: int, first: int, last: int) -> When:
    """Days inside one month; a last day of 31 is the month's end."""
    return When(Unit.RANGE, (month, first), (month, last), ends_month=last > 28)


def calendar_years(first: int, last: int) -> When:
    """Whole calendar years."""
    return When(Unit.YEAR, year=last, year_from=first)


def school_year(start: int) -> When:
    """A school year that is written."""
    return When(Unit.YEAR, (9, 1), (8, 31), school=start)


def joined(first: When, last: When) -> When:
    """The stretch from the beginning of one to the end of the other."""
    if first.is_year and last.is_year:
        return _joined_years(first, last)
    year_from = first.year if first.year_from is None else first.year_from
    return replace(
        last,
        unit=Unit.RANGE,
        first=first.first,
        year_from=year_from,
        school=last.school or first.school,
        doubts=(*first.doubts, *last.doubts),
    )


def _joined_years(first: When, last: When) -> When:
    start = first.school if first.school is not None else first.year_from
    end = last.school + 1 if last.school is not None else last.year
    if first.school is not None and last.school is not None:
        return replace(last, year_from=start, year=end, school=None, unit=Unit.YEAR)
    return replace(last, year_from=start, year=end, doubts=(*first.doubts, *last.doubts))


def placed(when: When, reading: ReadingYear) -> Placed:
    """The stretch in its place; never fails: what is impossible is corrected and doubted."""
    if when.unit in {Unit.WHOLE_YEAR, Unit.PROGRAMME}:
        return Placed(reading.first_day, reading.last_day, when.doubts)
    if when.school is not None:
        reading = ReadingYear(when.school)
    doubts = list(when.doubts)
    last_year = _last_year(when, reading)
    if when.year_from is not None:
        first_year = when.year_from
    else:
        first_year = last_year - (when.first > when.last)
    start = _day(first_year, when.first, doubts, is_month_end=False)
    end = _day(last_year, when.last, doubts, is_month_end=when.ends_month)
    if end < start:
        doubts.append(ENDS_TOO_EARLY)
        last_year = first_year + (when.last < when.first)
        end = _day(last_year, when.last, doubts, is_month_end=when.ends_month)
    return Placed(start, end, tuple(dict.fromkeys(doubts)))


def _last_year(when: When, reading: ReadingYear) -> int:
    if when.year is not None:
        return when.year
    if when.year_from is not None:
        return when.year_from + (when.last < when.first)
    return reading.year_of(when.last[0])


def _day(year: int, month_day: MonthDay, doubts: list[str], *, is_month_end: bool) -> date:
    month, number = month_day
    if number > monthrange(year, month)[1] and not is_month_end:
        doubts.append(NO_SUCH_DAY)
    return day_of(year, month, number)
