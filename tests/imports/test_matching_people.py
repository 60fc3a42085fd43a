"""People of a file against people of the base: the same, similar with a reason, or new."""

from __future__ import annotations

from datetime import date

import pytest

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.imports.known_people import KnownPerson
from nastavnik_desktop.imports.matching import (
    MatchKind,
    PeopleIndex,
    Reason,
    match_person,
)
from nastavnik_desktop.imports.records import MentionedPerson

BORN = date(1990, 4, 3)
ANNA, IVAN, MARIA, YOUNG_MARIA, KIM = (
    KnownPerson(1, FullName("Воробьёва", "Анна", "Ивановна"), BORN),
    KnownPerson(2, FullName("Петров", "Иван", "Ильич"), None, 1980),
    KnownPerson(3, FullName("Иванова", "Мария", "Сергеевна"), None, 1985, "", "учитель"),
    KnownPerson(4, FullName("Иванова", "Мария", "Сергеевна"), None, 1999),
    KnownPerson(5, FullName("Ким", "Алла"), None, 2012, "5Б"),
)


@pytest.fixture
def index():
    return PeopleIndex([ANNA, IVAN, MARIA, YOUNG_MARIA, KIM])


def named(full: str, initials: str = "", former: str = "") -> MentionedPerson:
    last, first, patronymic = (*full.split(), "", "")[:3]
    return MentionedPerson(last, first, patronymic, initials, former)


def test_same_name_is_the_same_person_also_without_yo(index):
    match = match_person(named("Воробьева Анна Ивановна"), index)

    assert match.same == ANNA
    assert match.candidates[0].reason is Reason.SPELLED_WITH_YO


@pytest.mark.parametrize(
    ("read", "known", "reason"),
    [
        (named("Птеров Иван Ильич"), IVAN, Reason.TRANSPOSED),
        (named("Петров Ивна Ильич"), IVAN, Reason.TRANSPOSED),
        (named("Питров Иван Ильич"), IVAN, Reason.TYPO),
        (named("Петров", "И.И."), IVAN, Reason.INITIALS),
        (named("Петров", "И."), IVAN, Reason.INITIALS),
        (named("Петров Иван"), IVAN, Reason.NO_PATRONYMIC),
        (named("Лунёва Анна Ивановна", former="Воробьёва"), ANNA, Reason.CHANGED_LAST_NAME),
    ],
)
def test_similar_people_are_shown_with_the_reason(index, read, known, reason):
    match = match_person(read, index)

    assert match.kind is MatchKind.SIMILAR
    assert [(one.person, one.reason) for one in match.candidates] == [(known, reason)]


def test_changed_last_name_needs_the_same_birth_date(index):
    read = named("Лунёва Анна Ивановна")

    assert match_person(read, index, BORN).candidates[0].reason is Reason.CHANGED_LAST_NAME
    assert match_person(read, index).kind is MatchKind.NEW


def test_other_birth_year_makes_another_person(index):
    assert match_person(named("Петров Иван Ильич"), index, birth_year=1979).kind is MatchKind.NEW
    assert match_person(named("Петров", "И.И."), index, birth_year=1979).kind is MatchKind.NEW


def test_namesakes_are_told_apart_by_birth_or_class_and_else_shown_all(index):
    maria = named("Иванова Мария Сергеевна")

    assert match_person(maria, index, birth_year=1999).same == YOUNG_MARIA
    assert {one.person for one in match_person(maria, index).candidates} == {MARIA, YOUNG_MARIA}
    assert match_person(named("Ким Алла"), index, school_class="5Б").same == KIM


@pytest.mark.parametrize(
    "full", ["Петрова Иван Ильич", "Сидоров Олег Ильич", "Ли Алла", "Петров Глеб Олегович"]
)
def test_other_people_are_new(index, full):
    assert match_person(named(full), index).kind is MatchKind.NEW


def test_initials_of_other_letters_are_another_person(index):
    assert match_person(named("Петров", "С.И."), index).kind is MatchKind.NEW
