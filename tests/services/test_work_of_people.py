"""Further posts, rates, education, absences and cases of posts: kept, changed and refused."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from db.models import EmploymentModel
from nastavnik_desktop.domain.employment import (
    Absence,
    AbsenceKind,
    EducationLevel,
    FurtherPost,
    absent_on,
)
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.domain.people import QualificationCategory
from tests.documents.readers import pdf_pages
from tests.factory import (
    TODAY,
    YEAR,
    make_mentee,
    make_mentor,
    make_order,
    make_pairing,
    make_person,
    teacher_draft,
)

ORGANISER = FurtherPost("педагог-организатор", rate_hundredths=50)
LIBRARIAN = FurtherPost("педагог-библиотекарь")
MATERNITY = Absence(AbsenceKind.MATERNITY, date(2026, 9, 1), date(2027, 1, 18))


def working(**fields):
    """A teacher's card whose work is as told."""
    card = teacher_draft()
    return replace(card, employment=replace(card.employment, **fields))


def reopened(services, draft):
    person_id = services.people.save(draft, YEAR).record_id
    return services.people.draft(person_id, YEAR)


def test_all_that_is_known_of_the_work_is_kept(services):
    draft = working(
        rate_hundredths=125,
        category=QualificationCategory.HIGHEST,
        education_level=EducationLevel.HIGHER,
        is_educational=True,
        degree="кандидат педагогических наук",
        academic_title="доцент",
        is_educator_mentor=True,
        is_educator_methodist=True,
        further_posts=(ORGANISER, LIBRARIAN),
        absences=(MATERNITY, Absence(AbsenceKind.SICK)),
    )
    card = reopened(services, draft)
    assert card.employment == draft.employment


@pytest.mark.parametrize("posts", [(LIBRARIAN,), (), (LIBRARIAN, ORGANISER, FurtherPost("тьютор"))])
def test_further_posts_are_changed_and_taken_away(services, posts):
    card = reopened(services, working(further_posts=(ORGANISER, LIBRARIAN)))
    work = replace(card.employment, further_posts=posts)
    again = reopened(services, replace(card, employment=work))
    assert again.employment.further_posts == posts
    assert again.employment.position_title == "учитель"


def test_who_left_holds_no_further_post(services, base):
    reopened(services, working(further_posts=(ORGANISER,), left_on=date(2026, 6, 30)))
    with base.reading() as session:
        assert set(session.scalars(select(EmploymentModel.left_on))) == {date(2026, 6, 30)}


def test_an_absence_is_taken_away_and_comes_back_with_undo(services):
    card = reopened(services, working(absences=(MATERNITY,)))
    reopened(services, replace(card, employment=replace(card.employment, absences=())))
    services.history.undo()
    assert services.people.draft(card.person_id, YEAR).employment.absences == (MATERNITY,)


def test_a_list_of_people_shows_everybody_once_whatever_the_posts(services):
    reopened(services, working(further_posts=(ORGANISER, LIBRARIAN)))
    assert [row.position_title for row in services.people.rows(YEAR)] == ["учитель"]


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"rate_hundredths": 0}, "rate_hundredths"),
        ({"rate_hundredths": 301}, "rate_hundredths"),
        ({"further_posts": (FurtherPost("", "химия"),)}, "further_posts"),
        ({"further_posts": (replace(ORGANISER, rate_hundredths=400),)}, "further_posts"),
        ({"absences": (replace(MATERNITY, until_on=date(2026, 8, 31)),)}, "absences"),
        ({"degree": "к" * 201}, "degree"),
    ],
)
def test_work_that_cannot_be_so_is_refused(services, fields, where):
    with pytest.raises(RuleViolation) as refused:
        services.people.save(working(**fields), YEAR)
    assert refused.value.field == where


@pytest.mark.parametrize(
    ("absence", "day", "is_away"),
    [
        (MATERNITY, date(2026, 8, 31), False),
        (MATERNITY, date(2026, 9, 1), True),
        (MATERNITY, date(2027, 1, 18), True),
        (MATERNITY, date(2027, 1, 19), False),
        (Absence(AbsenceKind.CHILD_CARE), TODAY, True),
    ],
)
def test_an_absence_holds_from_its_first_day_to_its_last(absence, day, is_away):
    assert (absent_on((absence,), day) is not None) is is_away


def corrected(services, person_id, *, for_all, **forms):
    """The post of a person corrected on the card."""
    card = services.people.draft(person_id, YEAR)
    changed = replace(card, post_forms=forms, are_post_forms_for_all=for_all)
    return services.people.save(changed, YEAR)


def order_text(services, order_id):
    return " ".join(pdf_pages(services.orders.file(order_id, "pdf")))


def test_a_post_corrected_for_everybody_is_printed_for_everybody(services):
    mentor, mentee = make_mentor(services), make_mentee(services)
    corrected(services, mentor, for_all=True, accusative="преподавателя физики")
    pairing = make_pairing(services, mentor, mentee)
    text = order_text(services, make_order(services, pairing))
    assert text.count("преподавателя физики") >= 1
    assert services.people.draft(mentee, YEAR).post_forms == {"accusative": "преподавателя физики"}


def test_a_post_corrected_for_one_person_is_no_rule_for_others(services):
    mentor, mentee = make_mentor(services), make_mentee(services)
    corrected(services, mentor, for_all=False, accusative="преподавателя физики")
    assert services.people.draft(mentee, YEAR).post_forms == {}
    own = services.people.draft(mentor, YEAR)
    assert (own.post_forms, own.are_post_forms_for_all) == (
        {"accusative": "преподавателя физики"},
        False,
    )


def test_a_rule_for_everybody_is_changed_and_taken_back(services):
    person_id = make_person(services)
    corrected(services, person_id, for_all=True, dative="преподавателю физики", genitive="педагога")
    corrected(services, person_id, for_all=True, genitive="преподавателя физики")
    assert services.people.draft(person_id, YEAR).post_forms == {"genitive": "преподавателя физики"}
    corrected(services, person_id, for_all=True)
    assert services.people.draft(person_id, YEAR).post_forms == {}


@pytest.mark.parametrize("for_all", [True, False])
def test_forms_of_a_former_post_do_not_go_over_to_the_new_one(services, for_all):
    person_id = make_person(services)
    corrected(services, person_id, for_all=for_all, genitive="преподавателя физики")
    card = services.people.draft(person_id, YEAR)
    promoted = replace(card.employment, position_title="директор", subject="")
    services.people.save(replace(card, employment=promoted), YEAR)
    assert services.people.draft(person_id, YEAR).post_forms == {}


def test_the_card_shows_how_the_post_is_guessed(services):
    guesses = services.people.post_guesses(teacher_draft())
    assert guesses[Case.GENITIVE] == "учителя физики"
    assert services.people.post_guesses(replace(teacher_draft(), employment=None)) == {}
