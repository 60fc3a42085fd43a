"""The year in which a plan is read: a school year or a calendar year."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.domain.school_year import SchoolYear

FIRST_SCHOOL_MONTH = 9


def last_day_of(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def day_of(year: int, month: int, day: int) -> date:
    """The day, or the last day of the month when the month is shorter."""
    return date(year, month, min(day, monthrange(year, month)[1]))


@dataclass(frozen=True, order=True)
class ReadingYear:
    """A school year (1 September to 31 August) or a calendar year, by the year of its first day."""

    start: int
    is_school: bool = True

    @staticmethod
    def of(year: SchoolYear) -> ReadingYear:
        """The year of a plan that is made for a school year."""
        return ReadingYear(year.start)

    @staticmethod
    def calendar(year: int) -> ReadingYear:
        """The year of a plan that is made for a calendar year."""
        return ReadingYear(year, is_school=False)

    @property
    def label(self) -> str:
        """«2026/27» or «2026», as plans are titled."""
        return SchoolYear(self.start).label if self.is_school else str(self.start)

    @property
    def first_day(self) -> date:
        """1 September or 1 January."""
        return date(self.start, FIRST_SCHOOL_MONTH if self.is_school else 1, 1)

    @property
    def last_day(self) -> date:
        """31 August or 31 December."""
        return date(self.start + 1, 8, 31) if self.is_school else date(self.start, 12, 31)

    @property
    def halves(self) -> tuple[tuple[date, date], tuple[date, date]]:
        """Both halves: September to December and January to May, or the halves of the year."""
        if self.is_school:
            return (
                (self.first_day, date(self.start, 12, 31)),
                (date(self.start + 1, 1, 1), date(self.start + 1, 5, 31)),
            )
        middle = date(self.start, 6, 30)
        return (self.first_day, middle), (date(self.start, 7, 1), self.last_day)

    @property
    def months(self) -> tuple[tuple[int, int], ...]:
        """All twelve months as (year, month), in order."""
        first = self.first_day.month
        shifted = (first - 1 + step for step in range(12))
        return tuple((self.start + at // 12, at % 12 + 1) for at in shifted)

    def year_of(self, month: int) -> int:
        """The calendar year in which a month of this year lies."""
        return self.start + (self.is_school and month < FIRST_SCHOOL_MONTH)

    def moved(self, years: int) -> ReadingYear:
        """The year so many years later (or earlier)."""
        return ReadingYear(self.start + years, self.is_school)

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day
