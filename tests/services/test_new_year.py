"""«Начать новый учебный год» over a real base: the preview, the step, its undo, doing it twice."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.new_year import Fate
from nastavnik_desktop.domain.pairings import EndKind
from nastavnik_desktop.domain.people import PoolSide
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.today import TaskAction
from tests.factory import (
    YEAR,
    make_mentee,
    make_mentor,
    make_order,
    make_pairing,
    make_person,
    make_student,
    school_draft,
)

NEXT = YEAR.next
SIDE = PoolSide(
    joined_on=date(2026, 9, 1),
    strengths=("методика",),
    interests="туризм",
    capacity=2,
    results="проведено 4 урока",
    link="https://school.example/case",
)


def class_of(services, person_id, year):
    return services.people.draft(person_id, year).school_class


def fates(plan):
    return {move.person_id: (move.fate, move.to_class) for move in plan.moves}


def reasons(plan):
    return {one.title.replace("\u00a0", " "): one.reason for one in plan.staying}


def start(services, **choices):
    return services.new_year.commit(services.new_year.preview(YEAR))


def test_classes_move_up_by_one(services):
    small, big = (
        make_student(services, school_class="5А"),
        make_student(services, school_class="10 «Б»"),
    )
    told = start(services)

    assert [class_of(services, person, NEXT) for person in (small, big)] == ["6А", "11 «Б»"]
    assert told.moved_count == 2
    assert told.changes & Changes.YEARS


def test_old_years_stay_readable(services):
    student = make_student(services, school_class="5А")
    start(services)

    assert class_of(services, student, YEAR) == "5А"
    assert [row.school_class for row in services.people.rows(YEAR)] == ["5А"]
    assert NEXT in services.school.years()


def test_after_the_last_class_students_leave_into_the_archive(services):
    leaver = make_student(services, school_class="11А")
    told = start(services)

    assert told.left_count == 1
    assert [row.person_id for row in services.people.rows(NEXT, archived=True)] == [leaver]
    assert class_of(services, leaver, NEXT) == ""


def test_after_the_ninth_class_it_is_a_choice(services):
    stays = make_student(services, "Белов", school_class="9А")
    leaves = make_student(services, "Серов", school_class="9А")
    make_student(services, "Чернов", school_class="10А")
    plan = services.new_year.preview(YEAR)

    assert {move.person_id for move in plan.graduating} == {stays, leaves}
    assert fates(plan)[stays] == (Fate.MOVES, "10А")
    services.new_year.commit(plan.with_fates({leaves: Fate.LEAVES}))
    assert class_of(services, stays, NEXT) == "10А"
    assert services.people.details(leaves, NEXT).is_archived


def test_where_there_are_no_seniors_the_ninth_class_leaves(services):
    student = make_student(services, school_class="9А")

    assert fates(services.new_year.preview(YEAR))[student] == (Fate.LEAVES, "")


def test_a_student_may_stay_for_a_second_year(services):
    student = make_student(services, school_class="7В")
    plan = services.new_year.preview(YEAR).with_fates({student: Fate.REPEATS})
    services.new_year.commit(plan)

    assert class_of(services, student, NEXT) == "7В"


def test_who_does_not_move_is_told_with_the_reason(services):
    gone = make_student(services, "Серов", school_class="5А")
    services.people.archive([gone])
    make_student(services, "Чернов", school_class="")
    with_both = make_student(services, "Рыжов", school_class="5А")
    services.new_year.commit(services.new_year.preview(YEAR))

    assert reasons(services.new_year.preview(YEAR)) == {
        "Серов Л. И., 5А": "в архиве",
        "Чернов Л. И.": "класс не указан: заполните карточку",
        "Рыжов Л. И., 5А": "уже записан в 6А",
    }
    assert class_of(services, with_both, NEXT) == "6А"


def test_pools_are_carried_without_what_belongs_to_the_old_year(services):
    mentor = make_person(services, "Крутикова", mentor_side=SIDE)
    start(services)

    side = services.people.draft(mentor, NEXT).mentor_side
    assert side == PoolSide(
        joined_on=NEXT.first_day, strengths=("методика",), interests="туризм", capacity=2
    )
    assert services.people.draft(mentor, YEAR).mentor_side == SIDE


def test_leavers_take_no_place_in_the_new_pool(services):
    student = make_student(services, school_class="11А", mentor_side=SIDE)
    told = start(services)

    assert told.pools_count == 0
    assert services.people.draft(student, NEXT).mentor_side is None


def test_a_side_that_was_not_chosen_stays_behind(services):
    first = make_person(services, "Белова", mentor_side=SIDE)
    second = make_person(services, "Серова", mentor_side=SIDE)
    plan = services.new_year.preview(YEAR).with_choices({(first, "mentor")}, ())
    services.new_year.commit(plan)

    assert services.people.draft(first, NEXT).mentor_side is not None
    assert services.people.draft(second, NEXT).mentor_side is None


def test_a_continuing_pair_is_a_draft_of_the_new_year(services):
    mentor, mentee = make_mentor(services), make_mentee(services)
    pairing = make_pairing(services, mentor, mentee, topic="классное руководство")
    make_order(services, pairing)
    start(services)

    (row,) = services.pairings.rows(NEXT)
    assert (row.mentor.person_id, [one.person_id for one in row.mentees]) == (mentor, [mentee])
    assert (row.starts_on, row.ends_on) == (date(2027, 9, 1), date(2028, 5, 31))
    assert (row.order, row.topic) == (None, "классное руководство")
    assert services.pairings.rows(YEAR)[0].order is not None


def test_a_group_goes_on_without_who_leaves(services):
    mentor = make_mentor(services)
    stays = make_student(services, "Белов", school_class="8А")
    leaves = make_student(services, "Серов", school_class="11А")
    make_pairing(services, mentor, stays, leaves)
    start(services)

    (row,) = services.pairings.rows(NEXT)
    assert [one.person_id for one in row.mentees] == [stays]


def test_completed_pairs_are_offered_and_ended_ones_are_not(services):
    completed = make_pairing(services)
    ended = make_pairing(services, make_mentor(services, "Белова"), make_mentee(services, "Серов"))
    services.pairings.finish([completed], date(2026, 12, 1), EndKind.COMPLETED)
    services.pairings.finish([ended], date(2026, 12, 1), EndKind.EARLY, "увольнение")

    plan = services.new_year.preview(YEAR)
    assert [(one.pairing_id, one.is_chosen) for one in plan.pairings] == [(completed, False)]
    assert reasons(plan)["Белова О. Н. → Серов И. И."] == "прекращена досрочно"


@pytest.fixture
def full_school(services):
    """A class, a leaver, a pool and a pair: something of everything."""
    make_student(services, school_class="5А")
    make_student(services, "Орлов", school_class="11А")
    make_person(services, "Белова", mentor_side=SIDE)
    make_pairing(services)
    return services


def picture(services):
    return [
        *services.people.rows(NEXT),
        *services.people.rows(NEXT, archived=True),
        *services.pairings.rows(NEXT),
    ]


def test_doing_it_twice_changes_nothing(full_school):
    plan = full_school.new_year.preview(YEAR)
    full_school.new_year.commit(plan)
    once, title = picture(full_school), full_school.history.state().undo_title
    again = full_school.new_year.commit(plan)

    assert again.changes is Changes.NOTHING
    assert again.message == "2027/28 учебный год уже начат: переносить нечего"
    assert full_school.new_year.preview(YEAR).is_empty
    assert picture(full_school) == once
    assert full_school.history.state().undo_title == title


def test_it_is_one_step_that_can_be_undone_and_redone(full_school):
    before = picture(full_school)
    start(full_school)
    after = picture(full_school)

    full_school.history.undo()
    assert picture(full_school) == before
    full_school.history.redo()
    assert picture(full_school) == after


def test_a_copy_of_the_base_is_made_before(full_school):
    info, copies = full_school.bases.info(), len(full_school.bases.backups())
    start(full_school)

    assert len(full_school.bases.backups()) == copies + (0 if info.is_server else 1)


def test_the_year_that_ends_is_told_by_the_day(services):
    assert services.new_year.ending_year().start == 2025
    services.school.save(
        school_draft(fixed_today=date(2027, 6, 1), registers=services.school.get().registers)
    )
    assert services.new_year.ending_year() == YEAR
    assert services.new_year.preview(YEAR).warning == ""


def test_too_early_a_start_is_warned_of(services):
    assert "До 2027/28 учебного года далеко" in services.new_year.preview(YEAR).warning


def test_the_year_that_is_due_is_offered_and_when_it_is_begun_the_next_one(services):
    make_student(services, school_class="5А", year=SchoolYear(2025))
    assert services.new_year.offer().to_year == YEAR
    services.new_year.commit(services.new_year.offer())
    assert services.new_year.offer().to_year == NEXT


@pytest.mark.parametrize(
    ("today", "is_offered"),
    [
        (date(2027, 5, 31), False),
        (date(2027, 6, 1), True),
        (date(2027, 9, 30), True),
        (date(2027, 10, 1), False),
    ],
)
def test_the_first_page_reminds_of_the_new_year_in_summer(services, today, is_offered):
    make_student(services)
    services.school.save(replace(services.school.get(), fixed_today=today))
    actions = [task.action for task in services.today.summary(YEAR).tasks]
    assert (TaskAction.START_NEW_YEAR in actions) is is_offered


def test_a_year_that_is_begun_is_not_asked_for_again(services):
    make_student(services, school_class="5А")
    services.school.save(replace(services.school.get(), fixed_today=date(2027, 8, 20)))
    services.new_year.commit(services.new_year.offer())
    actions = [task.action for task in services.today.summary(NEXT).tasks]
    assert TaskAction.START_NEW_YEAR not in actions
