"""Scores in plain words: what speaks for a pair, what forbids it."""

from dataclasses import replace

import pytest

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.matching.ages import WishedAge, wished_age
from nastavnik_desktop.domain.matching.forms import form_of, joins
from nastavnik_desktop.domain.matching.people import Candidate, MatchPool
from nastavnik_desktop.domain.matching.scoring import Scorer
from nastavnik_desktop.domain.matching.settings import Criterion, MatchSettings, problems_in
from nastavnik_desktop.domain.matching.words import likeness, parts_of
from nastavnik_desktop.domain.people import (
    OutsideKind,
    PersonKind,
    PoolSide,
    QualificationCategory,
)

MENTOR = Candidate(
    1,
    FullName("Иванова", "Анна", "Петровна"),
    PersonKind.STAFF,
    posts=("учитель физики",),
    subjects=("физика",),
    teaching_months=20 * 12,
    capacity=2,
    load=1,
)
MENTEE = Candidate(
    2,
    FullName("Петров", "Иван", "Ильич"),
    PersonKind.STAFF,
    posts=("учитель",),
    subjects=("Физика, астрономия",),
    teaching_months=12,
)
PUPIL = Candidate(3, FullName("Рогов", "Лев"), PersonKind.STUDENT, school_class="9А", grade=9)


def scorer(settings=None, form_code="", **known):
    return Scorer(MatchPool((), (), **known), settings or MatchSettings(), form_code)


def side(person, **fields):
    return replace(person, side=PoolSide(**fields))


@pytest.mark.parametrize(
    ("need", "offer", "expected"),
    [
        ("работа с ЭОР", "Применение ЭОР на уроке", 2),
        ("работа с родителями", "Родительское собрание", 2),
        ("работа с родителями", "работа с электронным журналом", 0),
        ("подготовка к ГИА", "подготовка к аттестации", 0),
        ("подготовка к ЕГЭ", "Подготовка учащихся к ГИА", 2),
        ("Учёт успеваемости", "учет успеваемости", 2),
        ("помощь по математике", "математика", 2),
        ("проектирование урока по ФГОС", "проектная деятельность", 0),
        ("современный урок", "анализ урока", 1),
    ],
)
def test_words_are_compared_with_forgiveness(need, offer, expected):
    assert likeness(need, offer) == expected


def test_subjects_of_one_text_are_several():
    assert parts_of("история и обществознание; право") == ("история", "обществознание", "право")


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("10–12 лет", WishedAge(10, 12, False)),
        ("5-7 классы", WishedAge(5, 7, True)),
        ("до 25", WishedAge(0, 25, False)),
        ("от 14 лет", WishedAge(14, 120, False)),
        ("не старше 30 лет", WishedAge(0, 30, False)),
        ("18+", WishedAge(18, 120, False)),
        ("8 класс", WishedAge(8, 8, True)),
        ("любой", None),
        ("", None),
    ],
)
def test_a_wished_age_is_read(text, wish):
    assert wished_age(text) == wish


def test_a_pair_says_why_in_plain_words():
    mentor = side(MENTOR, strengths=("применение ЭОР",))
    mentee = side(MENTEE, needs=("работа с ЭОР", "классное руководство"))
    reasons = scorer().reasons(mentor, mentee)
    assert reasons == [
        "тот же предмет: Физика",
        "запрос «работа с ЭОР»",
        "стаж 20\u00a0лет",
        "свободно 1 из 2",
    ]
    assert scorer().points(mentor, mentee) == 30 + 15 + 5 + 5


def test_where_nothing_speaks_for_a_pair_the_free_place_is_said():
    stranger = replace(MENTOR, subjects=("музыка",), teaching_months=None)
    assert scorer().reasons(stranger, MENTEE) == ["свободно 1 из 2"]


def test_every_weight_counts():
    mentor = side(
        replace(MENTOR, category=QualificationCategory.HIGHEST),
        strengths=("классное руководство",),
        desired_age="до 30 лет",
        time_resource="вторник",
    )
    mentee = side(replace(MENTEE, age=23), needs=("классное руководство",), time_resource="вторник")
    known = {"continued": frozenset({(1, 2)})}
    full = scorer(**known).points(mentor, mentee)
    assert full == MatchSettings().highest_score
    for criterion in set(Criterion) - {Criterion.EVENNESS}:
        weights = {**MatchSettings().weights, criterion: 0}
        less = scorer(MatchSettings(weights=weights), **known).points(mentor, mentee)
        assert less == full - MatchSettings().weights[criterion], criterion


def test_a_broken_wish_is_worse_than_none():
    mentee = replace(MENTEE, age=40)
    fits = scorer().points(side(MENTOR, desired_age="35–45 лет"), mentee)
    unknown = scorer().points(MENTOR, mentee)
    broken = scorer().points(side(MENTOR, desired_age="до 30"), mentee)
    assert fits > unknown > broken


def test_those_of_one_department_are_half_as_good():
    first = replace(MENTOR, subjects=("химия",), department="МО естественных наук")
    second = replace(MENTEE, department="мо  естественных наук")
    assert scorer().reasons(first, second)[0] == "одно методобъединение: мо  естественных наук"


@pytest.mark.parametrize(
    ("mentor", "mentee", "known", "why"),
    [
        (MENTOR, replace(MENTEE, person_id=1), {}, "один и тот же"),
        (replace(MENTOR, obstacle="больничный"), MENTEE, {}, "больничный"),
        (MENTOR, replace(MENTEE, obstacle="больничный"), {}, "больничный"),
        (MENTOR, MENTEE, {"running": frozenset({(1, 2)})}, "уже в паре"),
        (MENTOR, MENTEE, {"running": frozenset({(2, 1)})}, "его наставник"),
        (MENTOR, MENTEE, {"banned": frozenset({(1, 2)})}, "не назначать"),
        (MENTOR, MENTEE, {"ended_early": frozenset({(1, 2)})}, "прекращена"),
        (replace(MENTOR, load=2), MENTEE, {}, "нет мест: свободно 0 из 2"),
        (MENTOR, PUPIL, {}, "другая форма"),
        (replace(PUPIL, person_id=9, grade=8, capacity=1), PUPIL, {}, "младше"),
    ],
)
def test_what_must_not_be_is_forbidden_with_its_reason(mentor, mentee, known, why):
    assert why in scorer(**known).obstacle(mentor, mentee)


def test_a_required_subject_forbids_others_among_educators_only():
    strict = scorer(MatchSettings(is_subject_required=True))
    chemist = replace(MENTOR, person_id=8, subjects=("химия",))
    assert strict.obstacle(chemist, MENTEE) == "другой предмет"
    assert strict.obstacle(MENTOR, MENTEE) == ""
    older = replace(PUPIL, person_id=9, grade=11, capacity=1)
    assert strict.obstacle(older, PUPIL) == ""


def test_forms_join_their_own_people():
    outside = replace(MENTOR, kind=PersonKind.OUTSIDE, outside_kind=OutsideKind.UNIVERSITY_STUDENT)
    head = replace(MENTOR, posts=("Директор",))
    assert joins("", outside, PUPIL)
    assert joins("university-student-pupil", outside, PUPIL)
    assert not joins("university-student-pupil", replace(outside, outside_kind=None), PUPIL)
    assert joins("head-educator", head, MENTEE)
    assert not joins("head-educator", MENTOR, MENTEE)
    assert joins("свой-код", MENTOR, PUPIL)
    assert form_of(MENTOR, MENTEE) == "educator-educator"
    assert form_of(outside, PUPIL) == "university-student-pupil"


def test_settings_that_nobody_could_meet_are_refused():
    assert problems_in(MatchSettings()) == []
    nothing = MatchSettings(weights=dict.fromkeys(Criterion, 0), threshold=1)
    assert [one.field for one in problems_in(nothing)] == ["threshold"]
    assert [one.field for one in problems_in(MatchSettings(threshold=-1))] == ["threshold"]
    weights = {**MatchSettings().weights, Criterion.AGE: 101}
    assert [one.field for one in problems_in(MatchSettings(weights=weights))] == ["age"]
