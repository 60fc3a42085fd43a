"""How bars of a timeline are laid in lanes so that none covers another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import heappop, heappush

from ui.widgets.dated_mark import DatedMark

LEAST_DAYS = 10
"""A bar of one day is drawn this long, or it could be neither seen nor hit."""


@dataclass(frozen=True)
class LaidBar:
    """A mark with its lane, and the days that its bar covers inside the timeline."""

    mark: DatedMark
    lane: int
    first: date
    last: date


def laid_in_lanes(marks: Sequence[DatedMark], first: date, last: date) -> list[LaidBar]:
    """Bars of the marks that touch the days ``first`` to ``last``, in the order of time.

    Each takes the lane that has been free for the longest time, a new one when none is free.
    """
    touching = [mark for mark in marks if mark.start <= last and mark.end >= first]
    bars: list[LaidBar] = []
    free: list[tuple[date, int]] = []
    for mark in sorted(touching, key=lambda each: (each.start, each.end)):
        begins, ends = _drawn_days(mark, first, last)
        if free and free[0][0] < begins:
            _until, lane = heappop(free)
        else:
            lane = len(free)
        heappush(free, (ends, lane))
        bars.append(LaidBar(mark, lane, begins, ends))
    return bars


def _drawn_days(mark: DatedMark, first: date, last: date) -> tuple[date, date]:
    """A bar ends on its last day; a short one begins earlier, or ends later at the left edge."""
    least = timedelta(days=LEAST_DAYS - 1)
    ends = min(mark.end, last)
    begins = max(min(mark.start, ends - least), first)
    return begins, max(ends, begins + least)
