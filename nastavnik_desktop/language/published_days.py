"""Holidays of Russia and transfers of days off, as the library ``holidays`` knows them by year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.working_days import PublishedDays, WorkingCalendar, calendar_of

_MOVED = re.compile(r"перенесено с (\d\d\.\d\d\.\d{4})")
_IN_LIEU = "(выходной)"


@cache
def published_days(years: tuple[int, ...]) -> PublishedDays:
    """Holidays and transfers of years; a year without a single transfer is not published yet."""
    import holidays

    source = holidays.country_holidays("RU", years=years, language="ru")
    moved = {day: _origin(source.get(day, "")) for day in source}
    known = {day: origin for day, origin in moved.items() if origin is not None}
    return PublishedDays(
        holidays={
            day: name for day, name in source.items() if moved[day] is None and _IN_LIEU not in name
        },
        moved_from=known,
        working_days=_worked(source.weekend_workdays, known),
        known_years=frozenset(day.year for day in known),
    )


def common_calendar(first: date, last: date) -> WorkingCalendar:
    """The calendar between two days of a school that is not known: a five-day week."""
    return calendar_of(published_days(years_around(first, last)), is_six_day_week=False)


def years_around(first: date, last: date) -> tuple[int, ...]:
    """Calendar years from the one before a day to two after another."""
    return tuple(range(first.year - 1, last.year + 3))


def _origin(name: str) -> date | None:
    found = _MOVED.search(name)
    return datetime.strptime(found[1], "%d.%m.%Y").date() if found else None


def _worked(days: Iterable[date], moved: dict[date, date]) -> dict[date, str]:
    """Weekend days that work, with the day on which is rested instead."""
    instead = {origin: day for day, origin in moved.items()}
    return {
        day: f"рабочий: отдыхаем {short_date(instead[day])}" if day in instead else "рабочий"
        for day in days
    }
