"""The solver: as good as trying everything, proved on pools that nobody can try out."""

from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik_desktop.domain.errors import Cancelled
from nastavnik_desktop.domain.matching.assignment import (
    Goal,
    Pool,
    assign,
    dual_value,
    value_of,
)


@st.composite
def small_pools(draw):
    """Up to five mentees and four mentors with places, bonuses, forbidden pairs, a threshold."""
    mentors = draw(st.integers(0, 4))
    bonuses = st.lists(st.integers(0, 6), max_size=3).map(lambda some: sorted(some, reverse=True))
    row = st.dictionaries(st.integers(0, mentors - 1), st.integers(0, 12)) if mentors else None
    return Pool(
        scores=draw(st.lists(row if mentors else st.just({}), max_size=5)),
        places=draw(st.lists(bonuses, min_size=mentors, max_size=mentors)),
        threshold=draw(st.integers(0, 8)),
        goal=draw(st.sampled_from(Goal)),
    )


def possible(pool):
    """Every assignment that keeps to the capacities and the threshold."""
    choices = [
        [None, *(mentor for mentor, score in row.items() if score >= pool.threshold)]
        for row in pool.scores
    ]
    for mentor_of in product(*choices):
        if all(mentor_of.count(at) <= len(places) for at, places in enumerate(pool.places)):
            yield mentor_of


def merit(pool, mentor_of):
    """What the goal compares, written down anew: scores with bonuses, and how many have one."""
    taken = [0] * len(pool.places)
    total = 0
    for mentee, mentor in enumerate(mentor_of):
        if mentor is not None:
            total += pool.scores[mentee][mentor] + pool.places[mentor][taken[mentor]]
            taken[mentor] += 1
    matched = sum(taken)
    return (matched, total) if pool.goal is Goal.COVERAGE else (total, matched)


@settings(max_examples=400, deadline=None)
@given(small_pools())
def test_nothing_better_is_found_by_trying_everything(pool):
    found = assign(pool)
    assert found.mentor_of in set(possible(pool))
    assert merit(pool, found.mentor_of) == max(merit(pool, one) for one in possible(pool))


@settings(max_examples=200, deadline=None)
@given(small_pools())
def test_the_prices_prove_it(pool):
    found = assign(pool)
    assert dual_value(pool, found.prices) == value_of(pool, found.mentor_of)
    assert all(dual_value(pool, found.prices) >= value_of(pool, one) for one in possible(pool))


def dense(count, mentors, places, goal, dice):
    scores = [{at: dice.randrange(101) for at in range(mentors)} for _ in range(count)]
    return Pool(scores, [list(range(places, 0, -1))] * mentors, threshold=30, goal=goal)


def sparse(count, mentors, places, goal, dice):
    scores = [
        {at: dice.randrange(101) for at in dice.sample(range(mentors), 5)} for _ in range(count)
    ]
    return Pool(scores, [[0] * places] * mentors, goal=goal)


def rivals(count, mentors, places, goal, _dice):
    """Everybody wants the same mentors most: each newcomer moves all who were there."""
    scores = [{at: mentee * at for at in range(mentors)} for mentee in range(count)]
    return Pool(scores, [[0] * places] * mentors, goal=goal)


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize("make", [dense, sparse, rivals])
@pytest.mark.parametrize(("mentors", "places"), [(150, 1), (60, 3), (40, 2)])
def test_large_pools_are_proved_best(make, mentors, places, goal):
    pool = make(150, mentors, places, goal, Random(mentors))
    found = assign(pool)
    taken = [found.mentor_of.count(at) for at in range(mentors)]
    assert max(taken) <= places
    for mentee, mentor in enumerate(found.mentor_of):
        assert mentor is None or pool.scores[mentee][mentor] >= pool.threshold
    assert dual_value(pool, found.prices) == value_of(pool, found.mentor_of)
    _assert_slackness(pool, found, taken)


def _assert_slackness(pool, found, taken):
    """Nobody would change at these prices: each has the best there is, free places cost nothing."""
    for mentee, row in enumerate(pool.scores):
        left = {
            mentor: pool.worth(score) - found.prices[mentor]
            for mentor, score in row.items()
            if score >= pool.threshold
        }
        mentor = found.mentor_of[mentee]
        assert max([0, *left.values()]) == (0 if mentor is None else left[mentor])
    for mentor, count in enumerate(taken):
        worths = [
            found.prices[mentor] + pool.bonus(mentor, at) for at in range(len(pool.places[mentor]))
        ]
        assert all(worth >= 0 for worth in worths[:count])
        assert all(worth <= 0 for worth in worths[count:])


def test_coverage_gives_up_points_to_leave_nobody_and_the_sum_does_not():
    scores = [{0: 10, 1: 9}, {0: 100}, {1: 100, 0: 1}]
    places = [[0], [0]]
    assert assign(Pool(scores, places)).total == 200
    scores = [{0: 100, 1: 5}, {0: 20}]
    by_sum = assign(Pool(scores, places, goal=Goal.SUM))
    by_coverage = assign(Pool(scores, places, goal=Goal.COVERAGE))
    assert (by_sum.mentor_of, by_sum.total) == ((0, None), 100)
    assert (by_coverage.mentor_of, by_coverage.total) == ((1, 0), 25)


@pytest.mark.parametrize("goal", Goal)
def test_a_pair_below_the_threshold_is_never_made(goal):
    assert assign(Pool([{0: 4}], [[0]], threshold=5, goal=goal)).mentor_of == (None,)
    assert assign(Pool([{0: 5}], [[0]], threshold=5, goal=goal)).mentor_of == (0,)


def test_of_equally_good_ones_the_first_are_taken():
    pool = Pool([{0: 7, 1: 7}, {0: 7, 1: 7}, {0: 7, 1: 7}], [[0], [0]])
    assert assign(pool).mentor_of == (0, 1, None)
    assert assign(pool) == assign(pool)


def test_a_pair_worth_nothing_is_better_than_nobody():
    assert assign(Pool([{0: 0}], [[0]])).mentor_of == (0,)


def test_an_even_load_spreads_mentees_of_equal_scores():
    scores = [{0: 50, 1: 50} for _ in range(4)]
    uneven = assign(Pool(scores, [[0] * 4, [0] * 4]))
    even = assign(Pool(scores, [[4, 3, 2, 1], [4, 3, 2, 1]]))
    assert uneven.mentor_of.count(0) == 4
    assert even.mentor_of.count(0) == even.mentor_of.count(1) == 2


def test_nobody_and_no_place_are_no_errors():
    assert assign(Pool([], [])).mentor_of == ()
    assert assign(Pool([{}, {0: 5}], [[]])).mentor_of == (None, None)


def test_the_work_can_be_watched_and_stopped():
    told = []
    assign(Pool([{0: 1}] * 3, [[0]]), lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]

    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        assign(Pool([{0: 1}], [[0]]), stop)
