"""Rules about people: early career, minors, lengths of service, posts, classes."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik_desktop.domain.people import (
    MarkKind,
    OutsideKind,
    PersonKind,
    QualificationCategory,
    ServiceLength,
    grade_of,
    is_early_career,
    is_educator,
    is_minor,
    is_teacher,
    occupation,
    post_with_subject,
)

TODAY = date(2026, 9, 8)
AS_OF = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("months", "on", "is_early"),
    [
        (0, AS_OF, True),
        (35, AS_OF, True),
        (36, AS_OF, False),
        (35, date(2026, 9, 30), True),
        (35, date(2026, 10, 1), False),
        (36, date(2026, 8, 31), True),
        (480, AS_OF, False),
    ],
)
def test_early_career_ends_with_exactly_36_months(months, on, is_early):
    teaching = ServiceLength(months, AS_OF)
    assert is_early_career("учитель", "", teaching, on) is is_early


def test_early_career_needs_an_educator_with_a_known_length():
    assert not is_early_career("учитель", "", None, TODAY)
    assert not is_early_career("завхоз", "", ServiceLength(0, AS_OF), TODAY)
    assert is_early_career("заместитель директора", "физика", ServiceLength(0, AS_OF), TODAY)


@pytest.mark.parametrize(
    ("as_of", "on", "months"),
    [
        (date(2026, 9, 1), date(2026, 9, 30), 10),
        (date(2026, 9, 1), date(2026, 10, 1), 11),
        (date(2026, 8, 31), date(2026, 9, 30), 10),
        (date(2024, 2, 29), date(2025, 2, 28), 21),
        (date(2024, 2, 29), date(2025, 3, 1), 22),
        (date(2026, 9, 1), date(2026, 8, 31), 9),
        (date(2026, 9, 1), date(2020, 1, 1), 0),
    ],
)
def test_service_grows_by_full_months(as_of, on, months):
    assert ServiceLength(10, as_of).months_on(on) == months


def test_years_of_service_are_full_years():
    service = ServiceLength(23, AS_OF)
    assert (service.years_on(AS_OF), service.years_on(date(2026, 10, 1))) == (1, 2)


@settings(deadline=None)
@given(st.integers(0, 600), st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 5000))
def test_service_never_shrinks(months, as_of, days):
    service = ServiceLength(months, as_of)
    later = as_of + timedelta(days=days)
    assert service.months_on(later) >= service.months_on(as_of) == months


@pytest.mark.parametrize(
    ("birth_date", "on", "minor"),
    [
        (date(2008, 9, 9), TODAY, True),
        (date(2008, 9, 8), TODAY, False),
        (date(2008, 2, 29), date(2026, 2, 28), True),
        (date(2008, 2, 29), date(2026, 3, 1), False),
    ],
)
def test_a_person_is_of_age_on_the_birthday_itself(birth_date, on, minor):
    for kind in PersonKind:
        assert is_minor(birth_date, None, kind, on) is minor


@pytest.mark.parametrize(
    ("birth_year", "kind", "minor"),
    [
        (2008, PersonKind.STUDENT, True),
        (2007, PersonKind.STUDENT, False),
        (2008, PersonKind.STAFF, False),
        (None, PersonKind.STUDENT, True),
        (None, PersonKind.STAFF, False),
        (None, PersonKind.OUTSIDE, False),
    ],
)
def test_a_student_of_unknown_age_is_taken_for_a_minor(birth_year, kind, minor):
    """By the year alone a student may still be seventeen."""
    assert is_minor(None, birth_year, kind, TODAY) is minor


@pytest.mark.parametrize(
    ("title", "subject", "educator", "teacher"),
    [
        ("Учитель", "", True, True),
        ("учитель начальных классов", "", True, True),
        ("учитель-логопед", "", True, False),
        ("Учитель-дефектолог", "", True, False),
        ("педагог-психолог", "", True, False),
        ("Старший вожатый", "", True, False),
        ("социальный педагог", "", True, False),
        ("помощник воспитателя", "", False, False),
        ("Младший воспитатель", "", False, False),
        ("воспитатель", "", True, False),
        ("заместитель директора по УВР", "", False, False),
        ("заместитель директора по УВР", "химия", True, False),
        ("директор", " ", False, False),
        ("советник директора по воспитанию", "", True, False),
        ("секретарь", "", False, False),
        ("", "", False, False),
    ],
)
def test_posts_of_educators_and_teachers(title, subject, educator, teacher):
    assert (is_educator(title, subject), is_teacher(title)) == (educator, teacher)


@pytest.mark.parametrize(
    ("school_class", "grade"),
    [("10А", 10), ("5 «Б»", 5), (" 9в", 9), ("1", 1), ("А", None), ("", None)],
)
def test_the_grade_of_a_class(school_class, grade):
    assert grade_of(school_class) == grade


@pytest.mark.parametrize(
    ("position", "subject", "words"),
    [
        ("учитель", "физика", "учитель, физика"),
        ("учитель физики", "физики", "учитель физики"),
        ("Учитель Физика", "физика", "Учитель Физика"),
        ("", "физика", "физика"),
        ("завхоз", "", "завхоз"),
        ("", "", ""),
    ],
)
def test_a_post_names_its_subject_once(position, subject, words):
    assert post_with_subject(position, subject) == words


@pytest.mark.parametrize(
    ("kind", "school_class", "organisation", "words"),
    [
        (PersonKind.STAFF, "5А", "Завод", "учитель"),
        (PersonKind.STUDENT, "5А", "", "5А\u00a0класс"),
        (PersonKind.STUDENT, "", "", "обучающийся"),
        (PersonKind.OUTSIDE, "", "Завод", "Завод"),
        (PersonKind.OUTSIDE, "", "", "учитель"),
    ],
)
def test_what_stands_beside_a_name(kind, school_class, organisation, words):
    assert occupation(kind, "учитель", "", school_class, organisation) == words


@pytest.mark.parametrize(
    "choices",
    [PersonKind, OutsideKind, QualificationCategory, MarkKind],
    ids=lambda one: one.__name__,
)
def test_every_choice_has_a_russian_name_of_its_own(choices):
    labels = [one.label for one in choices]
    assert len(set(labels)) == len(labels)
    assert all(any("а" <= letter <= "я" for letter in label.casefold()) for label in labels)


def test_a_category_reads_as_a_paper_writes_it():
    assert [category.phrase for category in QualificationCategory] == [
        "",
        "соответствие занимаемой должности",
        "первая категория",
        "высшая категория",
    ]


def test_a_post_does_not_repeat_the_subject_that_it_names():
    assert post_with_subject("учитель физики", "физика, астрономия") == "учитель физики, астрономия"
    assert post_with_subject("учитель начальных классов", "начальные классы") == (
        "учитель начальных классов"
    )
    assert post_with_subject("учитель", "химия") == "учитель, химия"
    assert post_with_subject("директор", "обществознание") == "директор, обществознание"
    assert post_with_subject("", "музыка") == "музыка"
