"""Backups of a base: what is known of a copy, and which copies are worth keeping."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

DAYS_KEPT = 7
WEEKS_KEPT = 4
MONTHS_KEPT = 12


@dataclass(frozen=True)
class Backup:
    """A copy of a base: its file, when it was made (local time), its size in bytes."""

    path: Path
    made_at: datetime
    size_bytes: int


def moments_to_keep(moments: Iterable[datetime], today: date) -> set[datetime]:
    """Which backups stay: all of today, one a day for a week, one a week for four, one a month.

    Of each day, week and month the latest copy stays; months reach twelve back.
    """
    newest_first = sorted(moments, reverse=True)
    kept = {moment for moment in newest_first if moment.date() >= today}
    monday = today - timedelta(days=today.weekday())
    kept |= _latest_of_each(
        newest_first, lambda day: day, lambda day: (today - day).days <= DAYS_KEPT
    )
    kept |= _latest_of_each(
        newest_first,
        lambda day: day.isocalendar()[:2],
        lambda day: (monday - day).days <= 7 * WEEKS_KEPT,
    )
    kept |= _latest_of_each(
        newest_first,
        lambda day: (day.year, day.month),
        lambda day: _months_between(day, today) <= MONTHS_KEPT,
    )
    return kept


def _latest_of_each(
    newest_first: list[datetime],
    period_of: Callable[[date], object],
    is_recent: Callable[[date], bool],
) -> set[datetime]:
    latest: dict[object, datetime] = {}
    for moment in newest_first:
        if is_recent(moment.date()):
            latest.setdefault(period_of(moment.date()), moment)
    return set(latest.values())


def _months_between(earlier: date, later: date) -> int:
    return (later.year - earlier.year) * 12 + later.month - earlier.month
