"""Proposals: fixed pairs stay, everybody who is left knows why, shortage is said first."""

from dataclasses import replace

import pytest

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.matching.assignment import Goal
from nastavnik_desktop.domain.matching.board import propose
from nastavnik_desktop.domain.matching.people import Candidate, MatchPool
from nastavnik_desktop.domain.matching.settings import Criterion, MatchSettings
from nastavnik_desktop.domain.people import PersonKind


def teacher(number, last_name, subject="физика", **fields):
    made = Candidate(
        number, FullName(last_name, "Анна"), PersonKind.STAFF,
        posts=("учитель",), subjects=(subject,),
    )  # fmt: skip
    return replace(made, **fields)


def mentor(number, last_name, subject="физика", capacity=1, **fields):
    return teacher(number, last_name, subject, capacity=capacity, teaching_months=240, **fields)


PHYSICIST, CHEMIST = mentor(1, "Иванова"), mentor(2, "Химина", "химия")
FIRST, SECOND = teacher(11, "Агапов"), teacher(12, "Бобров", "химия")
POOL = MatchPool((PHYSICIST, CHEMIST), (FIRST, SECOND))


def couples(board):
    return [one.couple for one in board.proposals]


def test_each_gets_the_mentor_of_the_subject_with_alternatives_and_why_not():
    board = propose(POOL, MatchSettings())
    assert couples(board) == [(1, 11), (2, 12)]
    (other,) = board.proposals[0].alternatives
    assert (other.mentor, other.why_not) == (CHEMIST, "подходит меньше: 10 против 40")


def test_a_fixed_pair_stays_and_the_rest_goes_around_it():
    board = propose(POOL, MatchSettings(), fixed=[(2, 11)])
    assert couples(board) == [(2, 11), (1, 12)]
    assert board.proposals[0].is_fixed
    assert board.proposals[0].reasons[0] == "выбрано вами"


def test_a_fixed_pair_that_cannot_be_is_let_go():
    full = replace(POOL, mentors=(replace(PHYSICIST, load=1), CHEMIST))
    board = propose(full, MatchSettings(), fixed=[(1, 11), (99, 11), (2, 98)])
    assert not any(one.is_fixed for one in board.proposals)


def test_a_fixed_pair_takes_its_place_from_others():
    pool = replace(POOL, mentors=(CHEMIST,))
    board = propose(pool, MatchSettings(), fixed=[(2, 11), (2, 12)])
    assert couples(board) == [(2, 11)]


def test_a_banned_pair_is_not_proposed():
    pool = replace(POOL, banned=frozenset({(1, 11)}))
    assert (1, 11) not in couples(propose(pool, MatchSettings()))


@pytest.mark.parametrize("goal", Goal)
@pytest.mark.parametrize(
    ("pool", "settings", "words"),
    [
        (replace(POOL, mentors=()), MatchSettings(), "нет никого этой формы"),
        (
            replace(POOL, mentors=(mentor(1, "А", load=1),)),
            MatchSettings(),
            "нет свободных мест: А",
        ),
        (
            replace(POOL, mentors=(mentor(1, "А", obstacle="больничный"),)),
            MatchSettings(),
            "сейчас не может: А",
        ),
        (
            replace(POOL, mentors=(CHEMIST,), mentees=(FIRST,)),
            MatchSettings(threshold=20),
            "ниже порога 20: Химина",
        ),
        (
            replace(POOL, mentors=(CHEMIST,), mentees=(FIRST,)),
            MatchSettings(is_subject_required=True),
            "другой предмет: Химина",
        ),
        (
            replace(POOL, mentees=(teacher(13, "Больной", obstacle="больничный"),)),
            MatchSettings(),
            "больничный",
        ),
    ],
)
def test_who_is_left_knows_why(goal, pool, settings, words):
    board = propose(pool, replace(settings, goal=goal))
    assert board.unmatched
    assert words in board.unmatched[0].reasons[0]
    assert all(one.reasons for one in board.unmatched)


def test_who_lost_the_place_to_another_is_told_to_whom():
    pool = replace(POOL, mentors=(PHYSICIST,))
    board = propose(pool, MatchSettings())
    assert couples(board) == [(1, 11)]
    (left,) = board.unmatched
    assert left.reasons == ("места у подходящих наставников отданы другим: Иванова\u00a0А.",)
    assert left.alternatives[0].why_not == "места отданы другим: Агапов\u00a0А."


def test_the_load_is_spread_where_that_is_asked():
    mentors = (mentor(1, "Иванова", capacity=3), mentor(2, "Ёлкина", capacity=3))
    mentees = tuple(teacher(10 + at, "Агапов") for at in range(4))
    pool = MatchPool(mentors, mentees)
    even = propose(pool, MatchSettings())
    assert [even.left_places(one) for one in mentors] == [1, 1]
    weights = {**MatchSettings().weights, Criterion.EVENNESS: 0}
    uneven = propose(pool, MatchSettings(weights=weights))
    assert sorted(uneven.left_places(one) for one in mentors) == [0, 2]


def test_shortage_is_said_with_its_subjects():
    pool = MatchPool((PHYSICIST,), (FIRST, teacher(14, "Вершинин", "Физика"), SECOND))
    shortage = propose(pool, MatchSettings()).shortage
    assert shortage.words == "Без наставника 3, свободных мест 1 у 1\u00a0наставника"
    assert shortage.warning == (
        "Мест не хватит 2\u00a0наставляемым. Не хватает наставников того же предмета: "
        "физика\u00a0– 2 на 1\u00a0место; химия\u00a0– 1, мест нет."
    )


def test_pupils_are_left_out_of_a_form_of_teachers():
    pupil = Candidate(21, FullName("Рогов", "Лев"), PersonKind.STUDENT, grade=5)
    pool = replace(POOL, mentees=(FIRST, pupil))
    board = propose(pool, MatchSettings(), form_code="educator-educator")
    assert [one.mentee.person_id for one in (*board.proposals, *board.unmatched)] == [11]


def test_the_work_is_told_to_the_end():
    told = []
    propose(POOL, MatchSettings(), progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 4), (1, 4), (3, 4), (4, 4)]
