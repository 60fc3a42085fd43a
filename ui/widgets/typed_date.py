"""A date as people type it: 05.09.2026, 5.9.26, 5/9/2026, 050926, 2026-09-05."""

from __future__ import annotations

import re
from datetime import date

_PARTS = re.compile(r"(\d{1,2})[.,/\- ]+(\d{1,2})[.,/\- ]+(\d{4}|\d{2})(?:\s*г\.?)?")
_TOGETHER = re.compile(r"(\d\d)(\d\d)(\d{4}|\d\d)")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_YEARS_AHEAD = 30


def read_typed_date(text: str, today: date) -> date | None:
    """The day meant, or None when it is not a date.

    A year of two digits is the one nearest to now that lies at most 30 years ahead:
    in 2026 «26» is 2026 and «68» is 1968.
    """
    typed = text.strip()
    if found := _ISO.fullmatch(typed):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    found = _PARTS.fullmatch(typed) or _TOGETHER.fullmatch(typed)
    if not found:
        return None
    year = int(found[3])
    if len(found[3]) == 2:
        year += today.year // 100 * 100
        if year > today.year + _YEARS_AHEAD:
            year -= 100
    return _day(year, int(found[2]), int(found[1]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
