"""What keeps a card from being saved, and what is worth a look."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import PersonKind, PoolSide, ServiceLength
from nastavnik_desktop.domain.person_rules import problems_in
from nastavnik_desktop.domain.problems import Level, errors_of
from tests.factory import TODAY, student_draft, teacher_draft

WORK = teacher_draft().employment


def found(card):
    return {(problem.field, problem.level) for problem in problems_in(card, TODAY)}


def errors(card):
    return {problem.field for problem in errors_of(problems_in(card, TODAY))}


@pytest.mark.parametrize("card", [teacher_draft(), student_draft()])
def test_a_whole_card_has_no_problems(card):
    assert problems_in(card, TODAY) == []


@pytest.mark.parametrize(
    ("last_name", "field"),
    [("", "last_name"), ("  ", "last_name"), ("Ёлкина1", "last_name"), ("я" * 101, "last_name")],
)
def test_a_last_name_is_needed_without_digits_and_of_reasonable_length(last_name, field):
    assert errors(teacher_draft(last_name)) == {field}


@pytest.mark.parametrize(
    "last_name", ["Ким", "Мамин-Сибиряк", "О'Коннор", "Оглы Кызы", "я" * 100, "фон Дер Ляйен"]
)
def test_rare_names_are_names(last_name):
    assert errors(teacher_draft(last_name)) == set()


def test_a_card_without_a_first_name_is_only_warned_about():
    assert found(teacher_draft(first_name="", patronymic="")) == {("first_name", Level.WARNING)}


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"birth_date": date(1825, 12, 14)}, "birth_date"),
        ({"birth_date": date(1899, 12, 31)}, "birth_date"),
        ({"birth_date": date(2026, 9, 9)}, "birth_date"),
        ({"birth_year": 1899}, "birth_year"),
        ({"birth_year": 2027}, "birth_year"),
    ],
)
def test_a_birth_lies_between_1900_and_today(fields, field):
    assert errors(teacher_draft(**fields)) == {field}


@pytest.mark.parametrize(
    "fields",
    [
        {"birth_date": date(1900, 1, 1)},
        {"birth_date": TODAY},
        {"birth_year": 1900},
        {"birth_year": 2026},
    ],
)
def test_the_borders_of_a_birth_are_allowed(fields):
    assert errors(teacher_draft(**fields)) == set()


@pytest.mark.parametrize("email", ["ivanova", "ivanova@school", "a b@school.ru", "@school.ru"])
def test_an_address_that_looks_wrong_is_only_warned_about(email):
    assert found(teacher_draft(email=email)) == {("email", Level.WARNING)}


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"position_title": ""}, ("position_title", Level.WARNING)),
        ({"hired_on": date(2026, 9, 1), "left_on": date(2026, 8, 31)}, ("left_on", Level.ERROR)),
        ({"category_on": date(2026, 9, 9)}, ("category_on", Level.WARNING)),
        ({"hired_on": date(1825, 1, 1)}, ("hired_on", Level.ERROR)),
        ({"category_on": date(1825, 1, 1)}, ("category_on", Level.ERROR)),
        ({"total_service": ServiceLength(-1, TODAY)}, ("total_service", Level.ERROR)),
        ({"teaching_service": ServiceLength(961, TODAY)}, ("teaching_service", Level.ERROR)),
        ({"total_service": ServiceLength(119, TODAY)}, ("teaching_service", Level.WARNING)),
    ],
)
def test_work_is_checked(changes, problem):
    assert found(teacher_draft(employment=replace(WORK, **changes))) == {problem}


@pytest.mark.parametrize(
    "changes",
    [
        {"hired_on": TODAY, "left_on": TODAY},
        {"total_service": ServiceLength(120, TODAY)},
        {"total_service": ServiceLength(960, TODAY)},
    ],
)
def test_the_borders_of_work_are_allowed(changes):
    assert found(teacher_draft(employment=replace(WORK, **changes))) == set()


def test_the_post_of_somebody_from_outside_is_not_asked_for():
    card = teacher_draft(kind=PersonKind.OUTSIDE, employment=None)
    assert problems_in(card, TODAY) == []


@pytest.mark.parametrize("school_class", ["А", "0А", "13А", "класс 5А", "5" + "А" * 20])
def test_a_class_begins_with_its_grade(school_class):
    assert errors(student_draft(school_class=school_class)) == {"school_class"}


@pytest.mark.parametrize("school_class", ["", "1", "11Б", "12А", "5 «А»"])
def test_classes_as_schools_write_them(school_class):
    assert errors(student_draft(school_class=school_class)) == set()


@pytest.mark.parametrize(
    ("capacity", "is_refused"), [(-1, True), (0, False), (100, False), (101, True)]
)
def test_a_mentor_takes_a_reasonable_number(capacity, is_refused):
    card = teacher_draft(mentor_side=PoolSide(capacity=capacity))
    assert ("capacity" in errors(card)) is is_refused


def test_a_problem_says_how_much_is_too_much():
    (problem,) = problems_in(replace(teacher_draft(), notes="я" * 10_000), TODAY)
    assert problem.message == "Слишком длинный текст: 10000 знаков, можно 4000."


def test_all_problems_are_told_at_once():
    card = teacher_draft(" ", birth_year=1825, name=FullName("", "Анна1"))
    assert errors(card) == {"last_name", "first_name", "birth_year"}
