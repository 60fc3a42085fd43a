"""Matching: the solver beside one look at every pair, and a whole school from people to reasons."""

from random import Random

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.matching.assignment import Goal, Pool, assign
from nastavnik_desktop.domain.matching.board import propose
from nastavnik_desktop.domain.matching.people import Candidate, MatchPool
from nastavnik_desktop.domain.matching.settings import MatchSettings
from nastavnik_desktop.domain.people import PersonKind, PoolSide
from tests.benchmarks.measures import Measure, milliseconds

SUBJECTS = ("физика", "химия", "история", "математика", "русский язык", "биология")
NEEDS = ("работа с родителями", "классное руководство", "современный урок", "работа с ЭОР")


def measures():
    """Pools of 200 and of 500 mentees by both goals; rivals; a board of 200 and 200."""
    for count, goal in ((200, "sum"), (200, "coverage"), (500, "sum"), (500, "coverage")):
        yield _of_solver(count, Goal(goal))
    yield _of_rivals(500)
    pool = _school(200)
    yield Measure(
        "match 200 people with reasons",
        milliseconds(lambda: propose(pool, MatchSettings()), rounds=1),
        _look_at_all(_pool(200, Goal.SUM)),
        "a look at every pair",
        "-",
    )


def _of_solver(count, goal):
    pool = _pool(count, goal)
    return Measure(
        f"assign {count} × {count}, {goal.value}",
        milliseconds(lambda: assign(pool), rounds=1),
        _look_at_all(pool),
        "a look at every pair",
        "500 ms" if count == 200 else "2000 ms",
    )


def _of_rivals(count):
    """The hardest pool known: everybody wants the same mentors most."""
    scores = [{at: mentee * at for at in range(count)} for mentee in range(count)]
    pool = Pool(scores, [[0]] * count)
    return Measure(
        f"assign {count} × {count}, rivals",
        milliseconds(lambda: assign(pool), rounds=1),
        _look_at_all(pool),
        "a look at every pair",
        "2000 ms",
    )


def _look_at_all(pool):
    return milliseconds(lambda: [max(row.values()) for row in pool.scores], rounds=3)


def _pool(count, goal):
    dice = Random(17)
    scores = [{at: dice.randrange(1000) for at in range(count)} for _ in range(count)]
    return Pool(scores, [[0]] * count, goal=goal)


def _school(count):
    dice = Random(17)

    def person(number, **fields):
        name = FullName("Иванова", f"А{number}")
        subject = dice.choice(SUBJECTS)
        return Candidate(
            number, name, PersonKind.STAFF, posts=("учитель",), subjects=(subject,), **fields
        )

    mentors = tuple(
        person(
            number, capacity=2, teaching_months=dice.randrange(60, 400),
            side=PoolSide(strengths=tuple(dice.sample(NEEDS, 2))),
        )
        for number in range(count)
    )  # fmt: skip
    mentees = tuple(
        person(count + number, side=PoolSide(needs=tuple(dice.sample(NEEDS, 2))))
        for number in range(count)
    )
    return MatchPool(mentors, mentees)
