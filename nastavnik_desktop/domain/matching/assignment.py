"""The best assignment of mentees to mentors who may take several, with a proof of optimality.

Mentees are taken one after another. For each the cheapest chain of moves is found («this mentee
goes to that mentor, whose mentee goes to another …»), by Dijkstra's algorithm over costs that the
prices of mentors keep from being negative (successive shortest paths; Tomizawa 1971, Edmonds and
Karp 1972). A mentor is one node whatever the capacity, so that capacities cost nothing. All
numbers are integers, so that nothing is lost by rounding. The distances of one search are compared
all at once (see ``ways``): pools in which everybody wants the same mentors need it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from nastavnik_desktop.domain.matching.ways import Ways

_FAR = 1 << 200
"""Farther than any chain of moves: integers have no bounds, so there is room enough."""


class Goal(StrEnum):
    """What is best: the sum of scores, or that few mentees are left without a mentor."""

    SUM = "sum"
    COVERAGE = "coverage"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _GOAL_LABELS[self]


_GOAL_LABELS = {
    Goal.SUM: "самые подходящие пары",
    Goal.COVERAGE: "никого не оставить без наставника",
}


@dataclass(frozen=True)
class Pool:
    """Who may be assigned to whom: mentors and mentees are known by their places from 0.

    ``scores`` has for each mentee the mentors who are allowed with their scores, which are not
    negative; a pair that is not there is forbidden. ``places`` has for each mentor the bonuses of
    the free places in the order in which they are taken; they never grow, and are 0 where an even
    load is not asked for. A pair scored below ``threshold`` is never made.
    """

    scores: Sequence[Mapping[int, int]]
    places: Sequence[Sequence[int]]
    threshold: int = 0
    goal: Goal = Goal.SUM

    def worth(self, score: int) -> int:
        """What a pair adds to the value that is made largest, the order of goals included.

        Coverage: a mentee more outweighs all scores together. Sum: of two equal sums the one with
        more mentees is better.
        """
        if self.goal is Goal.COVERAGE:
            return score + 1 + len(self.scores) * (self._highest + 1)
        return score * self._unit + 1

    def bonus(self, mentor: int, place: int) -> int:
        """What taking a place adds to the same value."""
        bonus = self.places[mentor][place]
        return bonus if self.goal is Goal.COVERAGE else bonus * self._unit

    @cached_property
    def _unit(self) -> int:
        return len(self.scores) + 1

    @cached_property
    def _highest(self) -> int:
        best = max((score for row in self.scores for score in row.values()), default=0)
        return best + max((places[0] for places in self.places if places), default=0)


@dataclass(frozen=True)
class Assignment:
    """The mentor of each mentee (None: nobody), the sum of scores, and the dual prices.

    With ``prices`` of mentors every other assignment can be seen to be no better: see
    ``dual_value``.
    """

    mentor_of: tuple[int | None, ...]
    total: int
    prices: tuple[int, ...]


def assign(pool: Pool, progress: Callable[[int, int], None] | None = None) -> Assignment:
    """The best assignment; the same pool always gets the same one.

    Of equally good ones it prefers the mentees and mentors who come first. ``progress`` is told
    the number of mentees that are done, and their number, and may raise to stop the work.
    """
    search = _Search(pool)
    for mentee in range(len(pool.scores)):
        search.place(mentee)
        if progress is not None:
            progress(mentee + 1, len(pool.scores))
    mentor_of = tuple(None if mentor < 0 else mentor for mentor in search.mentor_of)
    total = sum(
        pool.scores[mentee][mentor] for mentee, mentor in enumerate(mentor_of) if mentor is not None
    )
    return Assignment(mentor_of, total, tuple(search.prices))


def dual_value(pool: Pool, prices: Sequence[int]) -> int:
    """The bound that prices of mentors put to every assignment of the pool.

    A mentee is left at most the best worth above a price, a place at most its price with the
    bonus; whoever is assigned gives one of each. An assignment whose value reaches the bound
    cannot be bettered (weak duality of linear programmes).
    """
    mentees = (
        max((pool.worth(score) - prices[mentor] for mentor, score in row.items()), default=0)
        for row in (_allowed(row, pool.threshold) for row in pool.scores)
    )
    places = (
        prices[mentor] + pool.bonus(mentor, place)
        for mentor, bonuses in enumerate(pool.places)
        for place in range(len(bonuses))
    )
    return sum(max(0, left) for left in mentees) + sum(max(0, left) for left in places)


def value_of(pool: Pool, mentor_of: Sequence[int | None]) -> int:
    """The value of an assignment, the order of goals included: ``assign`` makes it largest."""
    taken = [0] * len(pool.places)
    value = 0
    for mentee, mentor in enumerate(mentor_of):
        if mentor is not None:
            value += pool.worth(pool.scores[mentee][mentor]) + pool.bonus(mentor, taken[mentor])
            taken[mentor] += 1
    return value


def _allowed(row: Mapping[int, int], threshold: int) -> dict[int, int]:
    return {mentor: score for mentor, score in row.items() if score >= threshold}


@dataclass
class _Chain:
    """The search for the cheapest chain that begins with one mentee.

    It ends either in a free place of the mentor ``last``, or with the mentee ``left`` who stays
    without a mentor; ``cost`` is that of the cheapest end known. ``asked`` are the mentees who
    might move, ``seen`` the mentors who were reached, with their distances.
    """

    left: int
    cost: int = 0
    last: int = -1
    asked: list[int] = field(default_factory=list)
    came_from: dict[int, int] = field(default_factory=dict)
    seen: list[tuple[int, int]] = field(default_factory=list)


class _Search:
    """Mentees assigned so far, and the prices of mentors."""

    def __init__(self, pool: Pool) -> None:
        self._bonuses = [
            [pool.bonus(mentor, place) for place in range(len(places))]
            for mentor, places in enumerate(pool.places)
        ]
        self._worth = [
            {mentor: pool.worth(score) for mentor, score in row.items() if pool.places[mentor]}
            for row in (_allowed(row, pool.threshold) for row in pool.scores)
        ]
        best = max((worth for row in self._worth for worth in row.values()), default=1)
        highest = max((bonuses[0] for bonuses in self._bonuses if bonuses), default=0)
        self._ways = Ways(self._worth, len(pool.places), best + highest)
        self._mentees: list[list[int]] = [[] for _ in pool.places]
        self.prices = [-bonuses[0] if bonuses else _FAR for bonuses in self._bonuses]
        self._to_place = [0 if bonuses else _FAR for bonuses in self._bonuses]
        self.mentor_of = [-1] * len(self._worth)

    def place(self, mentee: int) -> None:
        """Assign a further mentee, moving others where that is better."""
        chain = _Chain(mentee)
        self._ways.begin(
            [price if price < _FAR else 0 for price in self.prices],
            [way > 0 for way in self._to_place],
        )
        self._ask(chain, mentee, 0)
        while True:
            distance, mentor, asked = self._ways.nearest()
            if distance >= chain.cost:
                break
            chain.came_from[mentor] = chain.asked[asked]
            self._enter(chain, mentor, distance)
        for mentor, distance in chain.seen:
            self.prices[mentor] += chain.cost - distance
            self._to_place[mentor] = self._way_to_place(mentor)
        self._move(chain, mentee)

    def _enter(self, chain: _Chain, mentor: int, distance: int) -> None:
        """Take a free place, and look where the mentees of a mentor might go instead."""
        chain.seen.append((mentor, distance))
        self._ways.close(mentor)
        if distance + self._to_place[mentor] < chain.cost:
            chain.cost, chain.last = distance + self._to_place[mentor], mentor
        for mentee in self._mentees[mentor]:
            gain = self._worth[mentee][mentor] - self.prices[mentor]
            if distance + gain < chain.cost:
                chain.cost, chain.last, chain.left = distance + gain, -1, mentee
            self._ask(chain, mentee, distance + gain)

    def _ask(self, chain: _Chain, mentee: int, distance: int) -> None:
        self._ways.look_from(mentee, distance, len(chain.asked))
        chain.asked.append(mentee)

    def _way_to_place(self, mentor: int) -> int:
        taken, bonuses = len(self._mentees[mentor]), self._bonuses[mentor]
        return -bonuses[taken] - self.prices[mentor] if taken < len(bonuses) else _FAR

    def _move(self, chain: _Chain, first: int) -> None:
        """Carry the chain out from its end: each mentor passes one mentee on."""
        mentor = chain.last
        if mentor < 0:
            mentor = self.mentor_of[chain.left]
            if mentor >= 0:
                self._mentees[mentor].remove(chain.left)
                self.mentor_of[chain.left] = -1
        end = mentor
        while mentor >= 0:
            mentee = chain.came_from[mentor]
            former = self.mentor_of[mentee]
            if former >= 0:
                self._mentees[former].remove(mentee)
            self._mentees[mentor].append(mentee)
            self.mentor_of[mentee] = mentor
            if mentee == first:
                break
            mentor = former
        if end >= 0:
            self._to_place[end] = self._way_to_place(end)
