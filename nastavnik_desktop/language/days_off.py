"""Days off of Russia: Saturdays, Sundays, holidays of article 112 of the Labour Code, transfers."""

from __future__ import annotations

from datetime import date
from functools import cache

_SATURDAY = 5


def is_day_off(day: date) -> bool:
    """Whether nobody works on a day in a five-day week.

    Transfers of days off are known for the years in which the government has announced them.
    """
    return day.weekday() >= _SATURDAY or day in _holidays(day.year)


@cache
def _holidays(year: int) -> frozenset[date]:
    import holidays

    return frozenset(holidays.country_holidays("RU", years=year))
