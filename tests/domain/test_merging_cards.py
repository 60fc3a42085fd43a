"""Filling the blanks of a card: a blank never overwrites, a different value is only listed."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.merging import merge
from nastavnik_desktop.domain.people import (
    EmploymentDraft,
    PersonDraft,
    PersonKind,
    PoolSide,
    QualificationCategory,
    Representative,
    ServiceLength,
    Sex,
)

AS_OF = date(2026, 9, 1)
ELKINA = FullName("Ёлкина", "Анна", "Петровна")


def card(**fields):
    return PersonDraft(name=ELKINA, **fields)


def work(**fields):
    return card(employment=EmploymentDraft(**fields))


def listed(merged):
    return {one.field: (one.known, one.read) for one in merged.conflicts}


def test_blanks_are_filled_and_named():
    merged = merge(card(phone="+79000000001"), card(phone="", email="a@school.example"))
    assert merged.draft == card(phone="+79000000001", email="a@school.example")
    assert [one.field for one in merged.filled] == ["email"]
    assert merged.conflicts == ()


def test_a_different_value_stays_and_is_listed():
    merged = merge(card(email="a@school.example"), card(email="b@school.example"))
    assert merged.draft.email == "a@school.example"
    assert listed(merged) == {"email": ("a@school.example", "b@school.example")}


def test_texts_that_differ_only_in_spelling_are_the_same():
    known = work(position_title="Учитель  начальных классов", subject="Ёлка")
    assert merge(known, work(position_title="учитель начальных классов", subject="елка")) == merge(
        known, known
    )


def test_a_part_of_what_is_known_is_no_difference():
    assert merge(card(phone="+79000000001, +79000000002"), card(phone="+79000000002")).draft == (
        card(phone="+79000000001, +79000000002")
    )


@pytest.mark.parametrize(
    ("known", "read", "result"),
    [
        (FullName("Ёлкина"), ELKINA, ELKINA),
        (FullName("Ёлкина", "А.", "П."), ELKINA, ELKINA),
        (ELKINA, FullName("Ёлкина", "А.", "П."), ELKINA),
        (ELKINA, FullName("Елкина", "Анна"), ELKINA),
        (FullName("Ёлкина", "Анна"), FullName("Елкина", "Анна", "Петровна"), ELKINA),
    ],
)
def test_a_fuller_name_fills_initials_and_gaps(known, read, result):
    assert merge(PersonDraft(name=known), PersonDraft(name=read)).draft.name == result


def test_a_maiden_name_fills_its_own_field():
    merged = merge(card(), card(former_last_name="Ежова"))
    assert (merged.draft.name, merged.draft.former_last_name) == (ELKINA, "Ежова")


def test_parts_that_the_card_lacks_come_whole():
    side = PoolSide(joined_on=AS_OF, strengths=("проекты",), capacity=2)
    merged = merge(card(), replace(work(subject="физика"), mentor_side=side))
    assert merged.draft.employment == EmploymentDraft(subject="физика")
    assert merged.draft.mentor_side == side
    assert merge(merged.draft, replace(work(subject="физика"), mentor_side=side)).filled == ()


def test_an_empty_side_of_the_pool_marks_the_person():
    merged = merge(card(), card(mentee_side=PoolSide()))
    assert merged.draft.mentee_side == PoolSide()
    assert merge(merged.draft, card(mentee_side=PoolSide())).filled == ()


def test_service_that_has_grown_by_itself_is_the_same():
    known = work(teaching_service=ServiceLength(120, date(2024, 9, 1)))
    merged = merge(known, work(teaching_service=ServiceLength(144, AS_OF)))
    assert merged.differences == ()
    later = merge(known, work(teaching_service=ServiceLength(180, AS_OF)))
    assert list(listed(later)) == ["employment.teaching_service"]
    assert later.draft == known


def test_a_year_that_only_repeats_the_date_says_nothing_new():
    known = card(birth_date=date(1990, 2, 28))
    assert merge(known, card(birth_year=1990)).differences == ()


def test_a_date_takes_the_place_of_its_year():
    merged = merge(card(birth_year=1990), card(birth_date=date(1990, 2, 28)))
    assert (merged.draft.birth_date, merged.draft.birth_year) == (date(1990, 2, 28), None)


@pytest.mark.parametrize(
    ("known", "read"),
    [
        (card(birth_date=date(1990, 2, 28)), card(birth_year=1991)),
        (card(birth_year=1990), card(birth_date=date(1991, 2, 28))),
    ],
)
def test_another_year_of_birth_is_listed_not_added(known, read):
    merged = merge(known, read)
    assert merged.draft == known
    assert len(merged.conflicts) == 1
    assert merged.filled == ()


def test_the_date_of_another_category_is_not_taken():
    """«первая» of the base with the date of «высшая» of the file would be nobody's category."""
    known = work(category=QualificationCategory.FIRST)
    read = work(category=QualificationCategory.HIGHEST, category_on=date(2024, 3, 1))
    merged = merge(known, read)
    assert merged.draft == known
    assert list(listed(merged)) == ["employment.category"]


def test_the_date_of_the_same_category_is_taken():
    known = work(category=QualificationCategory.HIGHEST)
    read = work(category=QualificationCategory.HIGHEST, category_on=date(2024, 3, 1))
    assert merge(known, read).draft == read


def test_telephone_and_kinship_of_another_parent_are_not_taken():
    known = card(representative=Representative("Ёлкин Пётр"))
    merged = merge(known, card(representative=Representative("Ёлкина Инна", "мать", "+7900")))
    assert merged.draft == known
    assert list(listed(merged)) == ["representative.name"]


def test_a_reading_that_says_nothing_of_part_time_does_not_contradict():
    known = work(is_external_part_timer=True)
    merged = merge(known, work(subject="физика"))
    assert merged.conflicts == ()
    assert merged.draft.employment.is_external_part_timer


def test_a_student_gets_no_work_from_a_namesake_among_the_staff():
    known = card(kind=PersonKind.STUDENT, school_class="11А")
    merged = merge(known, work(position_title="учитель"))
    assert merged.draft == known


def test_an_employee_gets_no_class():
    assert merge(work(subject="физика"), card(school_class="5А")).draft == work(subject="физика")


texts = st.sampled_from(["", "а", "бв", "Ёж", "еж"])
days = st.none() | st.dates(date(1950, 1, 1), date(2010, 1, 1))
works = st.none() | st.builds(
    EmploymentDraft,
    position_title=texts,
    subject=texts,
    category=st.none() | st.sampled_from(QualificationCategory),
    category_on=days,
    is_external_part_timer=st.booleans(),
    teaching_service=st.none() | st.builds(ServiceLength, st.integers(0, 400), st.just(AS_OF)),
)
sides = st.none() | st.builds(
    PoolSide,
    joined_on=days,
    strengths=st.tuples() | st.tuples(texts),
    capacity=st.none() | st.integers(0, 3),
)
cards = st.builds(
    PersonDraft,
    name=st.builds(
        FullName,
        st.just("Ёлкина"),
        st.sampled_from(["", "А.", "Анна"]),
        st.sampled_from(["", "П.", "Петровна"]),
    ),
    kind=st.sampled_from(PersonKind),
    sex=st.none() | st.sampled_from(Sex),
    birth_date=days,
    phone=texts,
    organisation=texts,
    representative=st.builds(Representative, texts, texts, texts),
    school_class=st.sampled_from(["", "5А"]),
    employment=works,
    mentor_side=sides,
)
random_cards = settings(deadline=None, max_examples=200)


def values(record, prefix=""):
    """All fields of a card with their values, parts of parts too."""
    for name, value in vars(record).items():
        if hasattr(value, "__dataclass_fields__") and not isinstance(value, ServiceLength):
            yield from values(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


@random_cards
@given(cards, cards)
def test_nothing_known_is_ever_lost_or_changed(known, read):
    after = dict(values(merge(known, read).draft))
    for name, value in values(known):
        is_blank = value in (None, "", (), False) or str(value).endswith(".")
        assert is_blank or after[name] == value


@random_cards
@given(cards, cards)
def test_the_second_merge_changes_nothing(known, read):
    once = merge(known, read).draft
    again = merge(once, read)
    assert again.draft == once
    assert again.filled == ()


@random_cards
@given(cards)
def test_a_card_has_nothing_to_tell_itself(known):
    merged = merge(known, known)
    assert (merged.draft, merged.differences) == (known, ())


@random_cards
@given(cards, cards)
def test_the_list_of_what_is_filled_is_the_whole_difference(known, read):
    merged = merge(known, read)
    assert bool(merged.filled) == (merged.draft != known)
