"""Which cards may be of one person, and which are of two."""

from datetime import date
from itertools import count

import pytest

from nastavnik_desktop.domain.duplicates import (
    DuplicateCard,
    find_duplicates,
    judge,
    one_slip_apart,
)
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import PersonKind

BORN = date(1990, 5, 17)
ids = count(1)


def card(full_name, **fields):
    """A teacher; parts of the name by blanks, «-» for a part that is not known."""
    parts = ("" if part == "-" else part for part in full_name.split())
    return DuplicateCard(
        next(ids), FullName(*parts), fields.pop("kind", PersonKind.STAFF), **fields
    )


def reasons(first, second, first_fields=None, **second_fields):
    found = find_duplicates([card(first, **(first_fields or {})), card(second, **second_fields)])
    return list(found[0].reasons) if found else []


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("Иванова Анна Петровна", "Иванова Анна Петровна", "ФИО одинаковые"),
        ("Алёшина Алёна Петровна", "Алешина Алена Петровна", "отличие только в букве ё"),
        ("Иванова Анна Петровна", "Иваонва Анна Петровна", "опечатка в фамилии"),
        ("Кузнецова Анна Петровна", "Кузнецва Анна Петровна", "опечатка в фамилии"),
        ("Кузнецов Иван Ильич", "Узнецов Иван Ильич", "опечатка в фамилии"),
        ("Иванова Татьяна Петровна", "Иванова Татьяан Петровна", "опечатка в имени"),
        ("Иванова Анна Петровна", "Иванова Анна Пертовна", "опечатка в отчестве"),
        ("Иванова Анна Петровна", "Иванова А. П.", "у одного только инициалы"),
        ("Иванова Анна Петровна", "Иванова Анна -", "у одного нет отчества"),
        ("Иванова Анна Петровна", "Анна Иванова Петровна", "фамилия и имя переставлены"),
        ("Иванова Анна -", "Анна Иванова -", "фамилия и имя переставлены"),
    ],
)
def test_one_person_written_in_two_ways(first, second, reason):
    assert reasons(first, second) == [reason]
    assert reasons(second, first) == [reason]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Иванова Анна Петровна", "Иванова Анна Сергеевна"),
        ("Иванова Анна Петровна", "Иванова Инна Петровна"),
        ("Иванов Иван Ильич", "Иванов Илья Иванович"),
        ("Иванова А. П.", "Иванова Ольга Петровна"),
        ("Шевчук Александр -", "Шевчук Александра -"),
        ("Петров Саша -", "Петрова Саша -"),
        ("Ким Анна Петровна", "Ким Инна Петровна"),
        ("Цой Лев Ильич", "Чой Лев Ильич"),
        ("Иваонва А. П.", "Иванова Анна Петровна"),
        ("Белова Анна Петровна", "Серова Анна Петровна"),
    ],
)
def test_two_people_of_similar_names(first, second):
    assert reasons(first, second) == []


def test_namesakes_born_in_other_years_are_two_people():
    known = {"birth_date": BORN}

    assert reasons("Иванова Анна Петровна", "Иванова Анна Петровна", known, birth_year=1991) == []
    same = reasons("Иванова Анна Петровна", "Иванова Анна Петровна", known, birth_year=1990)
    assert same == ["ФИО одинаковые"]


def test_a_changed_surname_is_told_by_the_birth_date():
    known = {"birth_date": BORN}

    assert reasons("Белова Анна Петровна", "Серова Анна Петровна", known, birth_date=BORN) == [
        "имя и отчество одни, фамилии разные",
        "дата рождения одна",
    ]


def test_a_changed_surname_is_told_by_the_former_one():
    found = reasons("Белова Анна Петровна", "Серова А. П.", former_last_name="Белова")

    assert found == ["прежняя фамилия одного – фамилия другого"]


def test_two_slips_need_one_birth_date():
    known = {"birth_date": BORN}
    first, second = "Иванова Татьяна Петровна", "Иваонва Татьяан Петровна"

    assert reasons(first, second) == []
    assert reasons(first, second, known, birth_date=BORN)[-1] == "дата рождения одна"


def test_a_student_and_a_teacher_are_two_people_unless_born_on_one_day():
    name = "Иванова Анна Петровна"

    assert reasons(name, name, kind=PersonKind.STUDENT) == []
    known = {"birth_date": BORN}
    assert reasons(name, name, known, kind=PersonKind.STUDENT, birth_date=BORN) != []


def test_sure_pairs_come_first():
    people = [
        card("Абрамова Анна Петровна"),
        card("Абрамова Анна -"),
        card("Яшина Анна Петровна"),
        card("Яшина Анна Петровна"),
    ]

    assert [pair.is_strong for pair in find_duplicates(people)] == [True, False]


def test_the_card_in_use_with_more_ties_is_to_stay():
    archived = card("Иванова Анна Петровна", is_archived=True, ties_count=5)
    in_use, tied = card("Иванова Анна Петровна"), card("Иванова Анна Петровна", ties_count=2)

    assert judge(archived, in_use).kept is in_use
    assert judge(in_use, tied).kept is tied


def test_each_pair_is_found_once_among_thousands():
    syllables = ("ка", "ро", "ми", "ту", "ле", "зо", "бу", "ни", "ша", "го")
    names = [f"{a}{b}{c}нов".capitalize() for a in syllables for b in syllables for c in syllables]
    people = [card(f"{name} Иван {name}ич") for name in names]
    name = names[345]
    double = card(f"{name[:2]}{name[3]}{name[2]}{name[4:]} Иван {name}ич")

    found = find_duplicates([*people, double])
    assert [pair.reasons for pair in found] == [("опечатка в фамилии",)]
    assert {found[0].first, found[0].second} == {people[345], double}


@pytest.mark.parametrize(
    ("first", "second", "is_near"),
    [
        ("иванов", "иваонв", True),
        ("иванов", "ивано", True),
        ("иванов", "яиванов", True),
        ("иванов", "ивонов", True),
        ("иванов", "иванов", False),
        ("иванов", "ивонав", False),
        ("", "и", True),
    ],
)
def test_one_slip(first, second, is_near):
    assert one_slip_apart(first, second) is is_near
    assert one_slip_apart(second, first) is is_near
