"""Distances from mentees to all mentors at once, for the search of the cheapest chain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nastavnik_desktop.domain.matching.lanes import Lanes


class Ways:
    """``rows`` have for each mentee the worths of the mentors who are allowed.

    No worth and no price is farther from 0 than ``furthest``. A lane for each mentor holds, from
    its upper bits down: the distance, moved so that none is negative; whether the mentor is full;
    the mentor; which of the mentees that were asked goes there. So the least lane is the nearest
    mentor, of equally near ones a free place first, then who comes first.
    """

    def __init__(self, rows: Sequence[Mapping[int, int]], mentors: int, furthest: int) -> None:
        self._asked_bits = (len(rows) + 1).bit_length()
        self._mentor_bits = (2 * mentors + 1).bit_length()
        self._shift = self._asked_bits + self._mentor_bits + 1
        self._furthest = furthest
        self._away = 6 * furthest
        self._lanes = Lanes(mentors, (18 * furthest) << self._shift)
        self._rows = [self._packed(row) for row in rows]
        self._prices = 0
        self._near = 0

    def begin(self, prices: Sequence[int], is_full: Sequence[bool]) -> None:
        """A new search: nobody is near yet."""
        full_bit = self._shift - 1
        self._prices = self._lanes.pack(
            ((price + self._furthest) << self._shift) | (full << full_bit)
            for price, full in zip(prices, is_full, strict=True)
        )
        self._near = self._lanes.top * self._lanes.ones

    def look_from(self, mentee: int, distance: int, asked: int) -> None:
        """Some mentors are nearer by way of a mentee, the ``asked``-th who was asked to move."""
        step = ((distance + self._furthest) << self._shift) | asked
        reached = self._prices + self._rows[mentee] + step * self._lanes.ones
        self._near = self._lanes.lower(self._near, reached)

    def nearest(self) -> tuple[int, int, int]:
        """The least distance, its mentor, the number of the mentee who goes there."""
        lane = self._lanes.least(self._near)
        mentor = (lane >> self._asked_bits) & ((1 << self._mentor_bits) - 1)
        asked = lane & ((1 << self._asked_bits) - 1)
        return (lane >> self._shift) - 3 * self._furthest, mentor, asked

    def close(self, mentor: int) -> None:
        """Nobody goes to this mentor any more in this search."""
        self._near |= self._lanes.at(mentor, self._lanes.top)
        self._prices += self._lanes.at(mentor, self._away << self._shift)

    def _packed(self, row: Mapping[int, int]) -> int:
        """What a mentee adds to the prices: the less, the better the pair; far where forbidden."""
        costs = [self._furthest + self._away] * self._lanes.room
        for mentor, worth in row.items():
            costs[mentor] = self._furthest - worth
        return self._lanes.pack(
            (cost << self._shift) | (mentor << self._asked_bits)
            for mentor, cost in enumerate(costs)
        )
