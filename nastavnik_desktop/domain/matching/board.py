"""Proposals of a pool: who with whom and why, who is left and why, what is short."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from nastavnik_desktop.domain.matching.assignment import Pool, assign
from nastavnik_desktop.domain.matching.forms import takes_mentees, takes_mentors
from nastavnik_desktop.domain.matching.people import Candidate, Couple, MatchPool
from nastavnik_desktop.domain.matching.scoring import Scorer
from nastavnik_desktop.domain.matching.settings import Criterion, MatchSettings
from nastavnik_desktop.domain.matching.shortage import Shortage, shortage_of

Progress = Callable[[int, int], None]
_ALTERNATIVES = 3
_NAMES_SHOWN = 3


@dataclass(frozen=True)
class Alternative:
    """Another mentor for a mentee: the score, and why not this one."""

    mentor: Candidate
    score: int
    why_not: str


@dataclass(frozen=True)
class Proposal:
    """A pair that is proposed; ``is_fixed`` where the user set it."""

    mentor: Candidate
    mentee: Candidate
    score: int
    reasons: tuple[str, ...]
    alternatives: tuple[Alternative, ...] = ()
    is_fixed: bool = False

    @property
    def couple(self) -> Couple:
        """Keys of mentor and mentee."""
        return self.mentor.person_id, self.mentee.person_id


@dataclass(frozen=True)
class Unmatched:
    """A mentee for whom nobody is proposed, with reasons; there is always one."""

    mentee: Candidate
    reasons: tuple[str, ...]
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True)
class Board:
    """The outcome of a run; ``mentors`` are those of the form who have a place or an obstacle."""

    proposals: tuple[Proposal, ...]
    unmatched: tuple[Unmatched, ...]
    mentors: tuple[Candidate, ...]
    shortage: Shortage

    def left_places(self, mentor: Candidate) -> int:
        """Free places of a mentor when all proposals are accepted."""
        taken = sum(one.mentor.person_id == mentor.person_id for one in self.proposals)
        return mentor.free_places - taken


def propose(
    pool: MatchPool,
    settings: MatchSettings,
    fixed: Sequence[Couple] = (),
    form_code: str = "",
    progress: Progress | None = None,
) -> Board:
    """The best pairs of a pool; ``fixed`` ones stay whatever they score.

    A fixed couple that cannot be (no place, another form, somebody left) is let go.
    """
    return _Run(pool, settings, form_code).board(fixed, progress)


class _Run:
    def __init__(self, pool: MatchPool, settings: MatchSettings, form_code: str) -> None:
        self._settings = settings
        self._scorer = Scorer(pool, settings, form_code)
        self._mentors = [one for one in pool.mentors if takes_mentors(form_code, one)]
        self._mentees = [one for one in pool.mentees if takes_mentees(form_code, one)]
        self._scores: list[dict[int, int]] = []

    def board(self, fixed: Sequence[Couple], progress: Progress | None) -> Board:
        kept = self._kept(fixed)
        total = 2 * len(self._mentees)
        for done, mentee in enumerate(self._mentees):
            self._scores.append(self._row(mentee))
            if progress is not None:
                progress(done, total)
        second_half = _moved(progress, len(self._mentees), total)
        mentor_of = assign(self._pool(kept), second_half).mentor_of
        pairs = {mentee: mentor for mentee, mentor in enumerate(mentor_of) if mentor is not None}
        pairs |= kept
        return Board(
            proposals=tuple(self._proposal(at, pairs, kept) for at in sorted(pairs)),
            unmatched=tuple(
                self._unmatched(at, pairs) for at in range(len(self._mentees)) if at not in pairs
            ),
            mentors=tuple(one for one in self._mentors if one.free_places or one.obstacle),
            shortage=shortage_of(self._mentors, self._mentees),
        )

    def _row(self, mentee: Candidate) -> dict[int, int]:
        return {
            at: self._scorer.points(mentor, mentee)
            for at, mentor in enumerate(self._mentors)
            if not self._scorer.obstacle(mentor, mentee)
        }

    def _kept(self, fixed: Sequence[Couple]) -> dict[int, int]:
        """Places of fixed couples that can be, while the mentors have room."""
        mentors = {one.person_id: at for at, one in enumerate(self._mentors)}
        mentees = {one.person_id: at for at, one in enumerate(self._mentees)}
        kept: dict[int, int] = {}
        room = [one.free_places for one in self._mentors]
        for mentor_id, mentee_id in fixed:
            mentor, mentee = mentors.get(mentor_id), mentees.get(mentee_id)
            if mentor is None or mentee is None or mentee in kept or not room[mentor]:
                continue
            if not self._scorer.hard_obstacle(self._mentors[mentor], self._mentees[mentee]):
                kept[mentee] = mentor
                room[mentor] -= 1
        return kept

    def _pool(self, kept: Mapping[int, int]) -> Pool:
        """The solver's pool: what fixed couples have taken is gone."""
        taken = Counter(kept.values())
        rows = [{} if at in kept else row for at, row in enumerate(self._scores)]
        places = [self._places(one, taken[at]) for at, one in enumerate(self._mentors)]
        return Pool(rows, places, self._settings.threshold, self._settings.goal)

    def _places(self, mentor: Candidate, taken: int) -> list[int]:
        """The bonus of each further place: the fewer are left of those agreed, the less."""
        weight = self._settings.weights[Criterion.EVENNESS]
        free = range(mentor.free_places - taken, 0, -1)
        return [left * weight // mentor.capacity for left in free]

    def _proposal(self, at: int, pairs: Mapping[int, int], kept: Mapping[int, int]) -> Proposal:
        mentee, mentor = self._mentees[at], self._mentors[pairs[at]]
        reasons = self._scorer.reasons(mentor, mentee)
        if at in kept:
            reasons.insert(0, "выбрано вами")
        return Proposal(
            mentor=mentor,
            mentee=mentee,
            score=self._scorer.points(mentor, mentee),
            reasons=tuple(reasons),
            alternatives=tuple(self._alternatives(at, pairs)),
            is_fixed=at in kept,
        )

    def _alternatives(self, at: int, pairs: Mapping[int, int]) -> list[Alternative]:
        row = self._scores[at]
        mine = pairs.get(at)
        others = sorted((one for one in row if one != mine), key=lambda one: (-row[one], one))
        best = row.get(mine) if mine is not None else None
        return [
            Alternative(self._mentors[one], row[one], self._why_not(one, row[one], best, pairs))
            for one in others[:_ALTERNATIVES]
        ]

    def _why_not(self, mentor: int, score: int, best: int | None, pairs: Mapping[int, int]) -> str:
        if score < self._settings.threshold:
            return f"ниже порога {self._settings.threshold}"
        if best is not None and score < best:
            return f"подходит меньше: {score} против {best}"
        taken = [mentee for mentee, one in pairs.items() if one == mentor]
        if len(taken) >= self._mentors[mentor].free_places:
            names = [self._mentees[one].name.short for one in taken]
            return f"места отданы другим: {_shown(names)}" if names else "нет свободных мест"
        if best is None:
            return "место есть, но общая сумма станет меньше"
        return (
            "подходит так же" if score == best else "по баллам больше, но нагрузка ровнее без него"
        )

    # Why nobody is proposed

    def _unmatched(self, at: int, pairs: Mapping[int, int]) -> Unmatched:
        mentee, row = self._mentees[at], self._scores[at]
        if mentee.obstacle:
            return Unmatched(mentee, (mentee.obstacle,))
        if not self._mentors:
            return Unmatched(mentee, ("в базе наставников года нет никого этой формы",))
        good = {one: score for one, score in row.items() if score >= self._settings.threshold}
        if good:
            words = [f"места у подходящих наставников отданы другим: {self._mentor_names(good)}"]
        elif row:
            best = max(row, key=lambda one: (row[one], -one))
            name = self._mentors[best].name.short
            words = [f"лучшая пара ниже порога {self._settings.threshold}: {name} – {row[best]}"]
        else:
            words = self._obstacles(mentee)
        return Unmatched(mentee, tuple(words), tuple(self._alternatives(at, pairs)))

    def _mentor_names(self, scores: Mapping[int, int]) -> str:
        best = sorted(scores, key=lambda one: (-scores[one], one))
        return _shown([self._mentors[one].name.short for one in best])

    def _obstacles(self, mentee: Candidate) -> list[str]:
        """All mentors are out: how many for which reason, the commonest first."""
        who: defaultdict[str, list[str]] = defaultdict(list)
        for mentor in self._mentors:
            who[self._kind_of_obstacle(mentor, mentee)].append(mentor.name.short)
        ordered = sorted(who.items(), key=lambda one: -len(one[1]))
        return [f"{why}: {_shown(names)}" for why, names in ordered]

    def _kind_of_obstacle(self, mentor: Candidate, mentee: Candidate) -> str:
        if mentor.obstacle:
            return "сейчас не может"
        if mentor.load >= mentor.capacity:
            return "нет свободных мест"
        return self._scorer.obstacle(mentor, mentee)


def _shown(names: Sequence[str]) -> str:
    rest = len(names) - _NAMES_SHOWN
    return ", ".join(names[:_NAMES_SHOWN]) + (f" и ещё {rest}" if rest > 0 else "")


def _moved(progress: Progress | None, by: int, total: int) -> Progress | None:
    """Progress of the second part of a work told as of the whole."""
    if progress is None:
        return None

    def told(done: int, _of: int) -> None:
        progress(by + done, total)

    return told
