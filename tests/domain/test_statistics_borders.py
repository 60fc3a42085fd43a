"""Days on which one figure becomes another."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from nastavnik_desktop.config.paths import resource_path
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.pairing_parts import MentorSpan, Pause
from nastavnik_desktop.domain.pairings import EndKind, MemberDraft, PairingKind
from nastavnik_desktop.domain.people import Mark, MarkKind, PersonKind, ServiceLength
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics.engine import compute
from nastavnik_desktop.domain.statistics.facts import (
    Enrollment,
    OrderRecord,
    PairingRecord,
    PersonRecord,
    Post,
    StatisticsFacts,
)
from nastavnik_desktop.domain.statistics.indicators import indicator
from nastavnik_desktop.domain.statistics.reading import read_form

FORM = read_form(json.loads(resource_path("forms", "participants.json").read_text("utf-8")))
MENTOR = PersonRecord(
    1,
    FullName("Иванова"),
    PersonKind.STAFF,
    posts=(Post("учитель", "физика", teaching_service=ServiceLength(240, date(2026, 9, 1))),),
)
TEACHER = PersonRecord(2, FullName("Петров"), PersonKind.STAFF, posts=(Post("учитель"),))
PUPIL = PersonRecord(
    3,
    FullName("Орлов"),
    PersonKind.STUDENT,
    birth_date=date(2012, 3, 1),
    enrollments=tuple(Enrollment(SchoolYear(2025 + grade), f"{7 + grade}А") for grade in range(3)),
)
ORDER = OrderRecord("1", date(2026, 9, 8))
PAIR = PairingRecord(
    10,
    PairingKind.PAIR,
    "educator-educator",
    mentor_id=1,
    members=(MemberDraft(2),),
    starts_on=date(2026, 9, 8),
    ends_on=date(2027, 5, 31),
    orders=(ORDER,),
)

LONG_PAIR = replace(
    PAIR,
    starts_on=date(2025, 9, 8),
    ends_on=date(2028, 5, 31),
    orders=(OrderRecord("1", date(2025, 9, 8)),),
)


def total(column, day, *, mentee=TEACHER, pairing=PAIR):
    """A figure of the row «Всего» for one pairing of one mentor and one mentee."""
    pairing = replace(
        pairing,
        members=tuple(replace(member, person_id=mentee.person_id) for member in pairing.members),
    )
    facts = StatisticsFacts({1: MENTOR, mentee.person_id: mentee}, (pairing,))
    return compute(FORM, facts, day).cells["11", column].value


def before_and_on(day, column, **facts):
    """The figure on the day before and on the day itself."""
    return total(column, day - timedelta(days=1), **facts), total(column, day, **facts)


def born(day):
    return replace(PUPIL, birth_date=day)


def with_service(months, as_of):
    post = Post("учитель", "физика", teaching_service=ServiceLength(months, as_of))
    return replace(TEACHER, posts=(post,))


def test_a_pair_counts_from_its_first_day_to_its_last_planned_one():
    assert before_and_on(date(2026, 9, 8), 3) == (0, 1)
    assert before_and_on(date(2027, 6, 1), 3) == (1, 0)


def test_a_pair_does_not_count_on_the_day_on_which_it_ended():
    ended = replace(PAIR, ended_on=date(2027, 2, 1), end_kind=EndKind.EARLY)
    assert before_and_on(date(2027, 2, 1), 3, pairing=ended) == (1, 0)
    assert before_and_on(date(2027, 2, 1), 17, pairing=ended) == (0, 1)


def test_a_resting_pair_counts_and_says_that_it_rests():
    resting = replace(PAIR, pauses=(Pause(date(2026, 10, 5), date(2026, 10, 18)),))
    assert total(3, date(2026, 10, 10), pairing=resting) == 1
    facts = StatisticsFacts({1: MENTOR, TEACHER.person_id: TEACHER}, (resting,))
    (seen,) = list(indicator("pairings").observe(facts, date(2026, 10, 10)))
    assert seen.reason.endswith("приостановлена с 05.10.2026 по 18.10.2026")


def test_a_replaced_mentor_counts_neither_as_an_end_nor_as_a_departure():
    replaced = replace(PAIR, ended_on=date(2027, 1, 12), end_kind=EndKind.REPLACED)
    assert before_and_on(date(2027, 1, 12), 3, pairing=replaced) == (1, 0)
    assert before_and_on(date(2027, 1, 12), 16, pairing=replaced) == (0, 0)
    assert before_and_on(date(2027, 1, 12), 17, pairing=replaced) == (0, 0)


def test_a_substitute_counts_as_a_mentor_on_his_days():
    span = MentorSpan(9, since_on=date(2026, 12, 7), until_on=date(2026, 12, 20))
    pairing = replace(PAIR, further_mentors=(span,))
    assert pairing.mentors_on(date(2026, 12, 6)) == [PAIR.mentor_id]
    assert pairing.mentors_on(date(2026, 12, 7)) == [PAIR.mentor_id, 9]
    assert pairing.mentors_on(date(2026, 12, 20)) == [PAIR.mentor_id, 9]
    assert pairing.mentors_on(date(2026, 12, 21)) == [PAIR.mentor_id]


def test_a_pair_may_end_later_than_planned():
    prolonged = replace(PAIR, ended_on=date(2027, 8, 20), end_kind=EndKind.COMPLETED)
    assert total(3, date(2027, 7, 1), pairing=prolonged) == 1
    assert before_and_on(date(2027, 8, 20), 16, pairing=prolonged) == (0, 1)


def test_an_order_counts_from_its_date_until_it_is_withdrawn():
    late = replace(PAIR, orders=(OrderRecord("2", date(2026, 10, 1), date(2026, 11, 1)),))
    assert before_and_on(date(2026, 10, 1), 3, pairing=late) == (0, 1)
    assert before_and_on(date(2026, 11, 1), 3, pairing=late) == (1, 0)


def test_a_new_order_puts_a_pair_back_after_the_first_was_withdrawn():
    orders = (
        OrderRecord("2", date(2026, 9, 8), date(2026, 9, 9)),
        OrderRecord("3", ORDER.order_date),
    )
    assert total(3, date(2026, 10, 1), pairing=replace(PAIR, orders=orders)) == 1


def test_a_pair_without_an_order_counts_nowhere_even_when_it_ended():
    ended = replace(PAIR, orders=(), ended_on=date(2027, 2, 1), end_kind=EndKind.COMPLETED)
    for column in (3, 5, 10):
        assert total(column, date(2026, 12, 1), pairing=ended) == 0
    assert total(16, date(2027, 3, 1), pairing=ended) == 0


def test_ends_count_until_the_last_day_of_the_school_year():
    ended = replace(PAIR, ended_on=date(2027, 5, 31), end_kind=EndKind.COMPLETED)
    assert total(16, date(2027, 8, 31), pairing=ended) == 1
    assert total(16, date(2027, 9, 1), pairing=ended) == 0


def test_a_mentee_counts_from_joining_to_leaving_and_then_as_one_who_left():
    member = MemberDraft(2, joined_on=date(2026, 10, 5), left_on=date(2027, 1, 15))
    own_dates = replace(PAIR, members=(member,))
    assert before_and_on(date(2026, 10, 5), 10, pairing=own_dates) == (0, 1)
    assert before_and_on(date(2027, 1, 15), 10, pairing=own_dates) == (1, 0)
    assert before_and_on(date(2027, 1, 15), 17, pairing=own_dates) == (0, 1)
    assert total(5, date(2027, 1, 15), pairing=own_dates) == 1


def test_who_left_on_the_day_of_the_end_shares_the_end_of_the_pair():
    end = date(2027, 5, 20)
    pairing = replace(
        PAIR, members=(MemberDraft(2, left_on=end),), ended_on=end, end_kind=EndKind.COMPLETED
    )
    assert (total(16, end, pairing=pairing), total(17, end, pairing=pairing)) == (1, 0)


def test_who_was_to_join_after_the_end_neither_completed_nor_left():
    end = date(2027, 2, 1)
    pairing = replace(
        PAIR, members=(MemberDraft(2, joined_on=end),), ended_on=end, end_kind=EndKind.COMPLETED
    )
    assert (total(16, end, pairing=pairing), total(17, end, pairing=pairing)) == (0, 0)


def test_a_pupil_enters_the_ages_on_the_tenth_birthday():
    assert before_and_on(date(2026, 12, 12), 11, mentee=born(date(2016, 12, 12))) == (0, 1)


def test_who_was_born_on_29_february_has_the_birthday_on_1_march_of_a_common_year():
    pupil = born(date(2016, 2, 29))
    assert before_and_on(date(2026, 3, 1), 11, mentee=pupil, pairing=LONG_PAIR) == (0, 1)


def test_who_was_born_on_29_february_has_the_birthday_on_the_day_of_a_leap_year():
    pupil = born(date(2008, 2, 29))
    assert before_and_on(date(2028, 2, 29), 11, mentee=pupil, pairing=LONG_PAIR) == (1, 0)


def test_a_pupil_leaves_the_ages_on_the_twentieth_birthday():
    assert before_and_on(date(2026, 12, 12), 11, mentee=born(date(2006, 12, 12))) == (1, 0)


@pytest.mark.parametrize(("birth_year", "figure"), [(2017, 0), (2016, 1), (2007, 1), (2006, 0)])
def test_a_year_of_birth_alone_gives_the_age_by_the_year(birth_year, figure):
    pupil = replace(PUPIL, birth_date=None, birth_year=birth_year)
    assert total(11, date(2026, 12, 1), mentee=pupil) == figure


def test_three_full_years_of_service_end_a_young_specialist():
    assert before_and_on(date(2026, 12, 1), 12, mentee=with_service(33, date(2026, 9, 1))) == (1, 0)


def test_service_from_29_february_grows_on_1_march_of_a_common_year():
    mentee = with_service(0, date(2024, 2, 29))
    assert before_and_on(date(2027, 3, 1), 12, mentee=mentee) == (1, 0)


def test_who_has_no_educators_post_on_the_day_is_no_young_specialist():
    post = Post("учитель", "", None, date(2026, 11, 30), ServiceLength(1, date(2026, 9, 1)))
    mentee = replace(TEACHER, posts=(post,))
    assert before_and_on(date(2026, 12, 1), 12, mentee=mentee) == (1, 0)
    clerk = Post("секретарь", teaching_service=ServiceLength(1, date(2026, 9, 1)))
    assert total(12, date(2026, 12, 1), mentee=replace(TEACHER, posts=(clerk,))) == 0


def test_a_second_post_of_an_educator_is_enough():
    posts = (Post("секретарь"), Post("педагог-организатор"))
    posts = (replace(posts[0], teaching_service=ServiceLength(5, date(2026, 9, 1))), posts[1])
    assert total(12, date(2026, 12, 1), mentee=replace(TEACHER, posts=posts)) == 1


def test_a_student_who_left_the_school_is_a_pupil_no_more_from_that_day():
    pupil = replace(
        PUPIL, enrollments=(Enrollment(SchoolYear(2026), "8А", left_on=date(2026, 12, 1)),)
    )
    assert before_and_on(date(2026, 12, 1), 11, mentee=pupil) == (1, 0)


@pytest.mark.parametrize(
    ("kind", "column"), [(MarkKind.DISABILITY, 13), (MarkKind.GIFTED, 14), (MarkKind.HARDSHIP, 15)]
)
def test_a_mark_holds_on_its_first_and_on_its_last_day(kind, column):
    pupil = replace(PUPIL, marks=(Mark(kind, date(2026, 10, 1), date(2026, 11, 30)),))
    assert before_and_on(date(2026, 10, 1), column, mentee=pupil) == (0, 1)
    assert before_and_on(date(2026, 12, 1), column, mentee=pupil) == (1, 0)


def test_a_form_of_the_schools_own_counts_in_the_total_and_is_told():
    own = replace(PAIR, form_code="parent-pupil")
    facts = StatisticsFacts({1: MENTOR, 2: TEACHER}, (own,))
    report = compute(FORM, facts, date(2026, 12, 1))
    assert report.cells["11", 3].value == 1
    assert all(report.cells[f"{row:02}", 3].value == 0 for row in range(1, 11))
    told = [found for found in report.problems if "такой формы" in found.message]
    assert [found.ids for found in told] == [(10,)]


def test_nobody_hides_behind_a_crossed_cell():
    pairing = replace(PAIR, form_code="student-student")
    facts = StatisticsFacts({1: MENTOR, 2: TEACHER}, (pairing,))
    report = compute(FORM, facts, date(2026, 12, 1))
    assert report.cells["01", 6].value is None
    (told,) = [found for found in report.problems if "графа 6: по форме" in found.message]
    assert told.ids == (1,)
