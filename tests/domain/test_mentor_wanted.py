"""Who needs a mentor: by service, first year, a break, or the base of mentees; each with why."""

from dataclasses import replace
from datetime import date

from nastavnik_desktop.domain.employment import Absence, AbsenceKind
from nastavnik_desktop.domain.mentor_wanted import WantingFacts, reasons_for_mentor
from nastavnik_desktop.domain.people import PoolSide, ServiceLength

ON = date(2026, 9, 8)
TEACHER = WantingFacts("учитель", "физика", ServiceLength(120, ON), date(2010, 9, 1))


def reasons(**changes):
    return reasons_for_mentor(replace(TEACHER, **changes), ON)


def test_an_experienced_teacher_needs_none():
    assert reasons() == ()


def test_the_first_three_years_of_teaching_count_by_the_day():
    begun = ServiceLength(0, date(2023, 9, 8))
    assert reasons(teaching_service=begun) == ()
    assert reasons(teaching_service=replace(begun, as_of=date(2023, 9, 9))) == (
        "педстаж 2\u00a0года 11\u00a0мес.",
    )


def test_an_unknown_service_is_not_taken_for_a_short_one():
    assert reasons(teaching_service=None) == ()


def test_the_first_year_in_the_school():
    assert reasons(hired_on=date(2025, 9, 9)) == ("первый год в школе: с 09.09.2025",)
    assert reasons(hired_on=date(2025, 9, 8)) == ()
    assert reasons(hired_on=date(2026, 10, 1)) == ()


def test_after_a_long_break_for_a_year():
    leave = Absence(AbsenceKind.CHILD_CARE, date(2024, 1, 10), date(2026, 8, 20))
    assert reasons(absences=(leave,)) == (f"после перерыва: {leave}",)
    long_ago = replace(leave, until_on=date(2025, 9, 1))
    assert reasons(absences=(long_ago,)) == ()


def test_nobody_who_is_away_or_has_left_is_named():
    young = ServiceLength(5, ON)
    away = Absence(AbsenceKind.MATERNITY, date(2026, 9, 1))
    assert reasons(teaching_service=young, absences=(away,)) == ()
    assert reasons(teaching_service=young, left_on=ON) == ()
    assert reasons(teaching_service=young, left_on=date(2026, 9, 9)) != ()


def test_who_is_no_educator_is_named_for_the_base_of_mentees_alone():
    guard = WantingFacts("сторож", hired_on=date(2026, 9, 1))
    assert reasons_for_mentor(guard, ON) == ()
    side = PoolSide(needs=("адаптация",), reason="просил сам")
    student = WantingFacts(mentee_side=side)
    assert reasons_for_mentor(student, ON) == ("запрос: адаптация; просил сам",)
    assert reasons_for_mentor(WantingFacts(mentee_side=PoolSide()), ON) == ("в базе наставляемых",)
    gone = replace(side, left_on=date(2026, 9, 1))
    assert reasons_for_mentor(WantingFacts(mentee_side=gone), ON) == ()
