"""Several phrases in one cell, each for its own responsible: one reading of the whole cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nastavnik_desktop.domain.deadlines.reading import DeadlineReading

EACH_FOR_ITS_OWN = "в ячейке несколько сроков, у каждого свой ответственный"


def merged(readings: Sequence[DeadlineReading]) -> DeadlineReading:
    """The first reading widened to the others, which stay as its other readings.

    When all agree on the rule, the first spans of the others are due days besides.
    """
    first = readings[0]
    alike = [
        one for one in readings if (one.kind, one.recurrence) == (first.kind, first.recurrence)
    ]
    if all(one == first for one in readings):
        return first
    starts = [one.start for one in alike if one.start]
    ends = [one.end for one in alike if one.end]
    firsts = tuple(one.first for one in alike[1:] if one.first)
    return replace(
        first,
        start=min(starts, default=None),
        end=max(ends) if len(ends) == len(alike) else None,
        more_firsts=firsts,
        doubts=(*first.doubts, EACH_FOR_ITS_OWN),
        others=(*first.others, *readings[1:]),
    )
