"""Working days of a school: weekends, holidays, transfers, and the terms counted in them.

Non-working holidays and transfers: ст. 112 ТК РФ. A term of calendar or working days begins on
the day after the event it is counted from: ст. 14 ТК РФ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from nastavnik_desktop.domain.dates import WEEKDAYS, long_date, short_date

NOTICE_WORKING_DAYS = 3
"""Warning of an early end of mentoring: not less than three working days (ст. 351.8 ТК РФ)."""
_SATURDAY, _SUNDAY = 5, 6
_ONE_DAY = timedelta(days=1)
_LONGEST_SEARCH_DAYS = 400
_JANUARY = 1


@dataclass(frozen=True)
class PublishedDays:
    """What is published of years: holidays by name, days off moved, weekend days that work.

    ``moved_from`` names for a day off the weekend day that it replaces; ``known_years`` are those
    whose transfers are published.
    """

    holidays: Mapping[date, str] = field(default_factory=dict)
    moved_from: Mapping[date, date] = field(default_factory=dict)
    working_days: Mapping[date, str] = field(default_factory=dict)
    known_years: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Correction:
    """A day that the user made off or working; ``note`` says why."""

    day: date
    is_off: bool
    note: str = ""


@dataclass(frozen=True)
class CalendarLine:
    """A day of a year that is not an ordinary one: a holiday, a moved day, a corrected one."""

    day: date
    is_off: bool
    reason: str
    is_corrected: bool = False

    @property
    def weekday(self) -> str:
        """«вторник»."""
        return WEEKDAYS[self.day.weekday()]


@dataclass(frozen=True)
class WorkingCalendar:
    """Which days are off.

    ``days_off`` are holidays and days off moved onto weekdays, ``working_days`` are weekend days
    that became working by a transfer, both with the reason in words. ``corrections`` are the
    user's own and win over everything. Years outside ``known_years`` have only the holidays of
    the law: their transfers are not published yet.
    """

    is_six_day_week: bool = False
    days_off: Mapping[date, str] = field(default_factory=dict)
    working_days: Mapping[date, str] = field(default_factory=dict)
    corrections: Mapping[date, tuple[bool, str]] = field(default_factory=dict)
    known_years: frozenset[int] = frozenset()

    def is_day_off(self, day: date) -> bool:
        """Whether nobody works on a day."""
        return bool(self.why_off(day))

    def why_off(self, day: date) -> str:
        """Why a day is off: «Рождество Христово», «воскресенье»; empty for a working day."""
        if day in self.corrections:
            is_off, note = self.corrections[day]
            return (note or "выходной день") if is_off else ""
        if day in self.days_off:
            return self.days_off[day]
        is_weekend = day.weekday() == _SUNDAY or (
            day.weekday() == _SATURDAY and not self.is_six_day_week
        )
        return WEEKDAYS[day.weekday()] if is_weekend and day not in self.working_days else ""

    def is_estimated(self, first: date, last: date) -> bool:
        """Whether transfers of a year between two days are not known yet."""
        return any(year not in self.known_years for year in range(first.year, last.year + 1))

    def after(self, day: date, working_days: int) -> date:
        """The working day with this number after ``day``, which is itself not counted.

        Raises ValueError when corrections leave no working days within a year.
        """
        found = day
        for _ in range(working_days):
            found = self._next_working(found)
        return found

    def earliest_end(self, noticed_on: date) -> date:
        """The last day of mentoring after a notice (ст. 351.8 ТК РФ)."""
        return self.after(noticed_on, NOTICE_WORKING_DAYS)

    def notice_words(self, noticed_on: date) -> str:
        """The same in words, with the days that are skipped and how sure the answer is."""
        last = self.earliest_end(noticed_on)
        counted = [day for day in _days(noticed_on + _ONE_DAY, last) if not self.is_day_off(day)]
        days = ", ".join(f"{day:%d.%m}" for day in counted)
        words = (
            f"Уведомление {long_date(noticed_on)}: рабочие дни – {days}. "
            f"Последний день наставничества – не раньше {long_date(last)} "
            "(ст.\u00a0351.8, 14 ТК\u00a0РФ)."
        )
        if self.is_estimated(noticed_on, last):
            words += f" {estimate_words(last.year)}"
        return words

    def _next_working(self, day: date) -> date:
        for ahead in range(1, _LONGEST_SEARCH_DAYS):
            candidate = day + ahead * _ONE_DAY
            if not self.is_day_off(candidate):
                return candidate
        raise ValueError(day)


def calendar_of(
    published: PublishedDays, *, is_six_day_week: bool, corrections: Iterable[Correction] = ()
) -> WorkingCalendar:
    """The calendar of a school with a five- or six-day week.

    A holiday on a weekly day off gives the next working day, except in January and where the
    Government moved it elsewhere (ст. 112 ТК РФ). A day moved from a Saturday, and a Saturday
    that works, concern only schools that rest on Saturdays.
    """
    weekend = {_SUNDAY} if is_six_day_week else {_SATURDAY, _SUNDAY}
    days_off = dict(published.holidays)
    for day, origin in published.moved_from.items():
        if origin.weekday() in weekend:
            days_off[day] = f"выходной, перенесён с {short_date(origin)}"
    moved_elsewhere = set(published.moved_from.values())
    for holiday in sorted(published.holidays):
        if holiday.month == _JANUARY or holiday.weekday() not in weekend:
            continue
        if holiday not in moved_elsewhere:
            free = _first_free(holiday, days_off, weekend)
            days_off[free] = f"выходной, перенесён с {short_date(holiday)}"
    return WorkingCalendar(
        is_six_day_week=is_six_day_week,
        days_off=days_off,
        working_days={} if is_six_day_week else published.working_days,
        corrections={each.day: (each.is_off, each.note) for each in corrections},
        known_years=published.known_years,
    )


def _first_free(holiday: date, days_off: Mapping[date, str], weekend: set[int]) -> date:
    day = holiday + _ONE_DAY
    while day in days_off or day.weekday() in weekend:
        day += _ONE_DAY
    return day


def lines_of_year(calendar: WorkingCalendar, year: int) -> list[CalendarLine]:
    """Days of a year that are not ordinary, by date."""
    named = {*calendar.days_off, *calendar.working_days, *calendar.corrections}
    return [
        CalendarLine(
            day,
            calendar.is_day_off(day),
            _reason(calendar, day),
            day in calendar.corrections,
        )
        for day in sorted(named)
        if day.year == year
    ]


def _reason(calendar: WorkingCalendar, day: date) -> str:
    if day in calendar.corrections:
        is_off, note = calendar.corrections[day]
        return note or ("сделан выходным" if is_off else "сделан рабочим")
    return calendar.days_off.get(day) or calendar.working_days.get(day, "")


def estimate_words(year: int) -> str:
    """What to say of a year whose transfers are not published."""
    return (
        f"Переносы выходных {year}\u00a0года программе неизвестны: "
        "сверьте с производственным календарём."
    )


def _days(first: date, last: date) -> list[date]:
    return [first + number * _ONE_DAY for number in range((last - first).days + 1)]
