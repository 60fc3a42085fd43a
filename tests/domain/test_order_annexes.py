"""The difference between what an order said and what is so now."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.domain.orders import (
    AnnexMember,
    AnnexPerson,
    AnnexRow,
    AnnexState,
    ChangeKind,
    applied,
    brought_up_to_date,
    difference,
)

DAY, END = date(2026, 9, 8), date(2027, 5, 28)


def row(number, pairing_id, mentor=1, mentees=(2,), ends_on=END, **fields):
    members = tuple(
        AnnexMember(AnnexPerson(one, f"Наставляемый {one}"), DAY, ends_on) for one in mentees
    )
    return AnnexRow(
        number, pairing_id, AnnexPerson(mentor, f"Наставник {mentor}"), members, **fields
    )


def state(*rows):
    return AnnexState(1, "educator-educator", "педагог – педагог", tuple(rows))


def told(before, after):
    return [(one.kind, one.row_number) for one in difference(before, after)]


def test_nothing_changed_is_no_difference():
    assert difference(state(row(1, 11)), state(row(1, 11))) == ()


def test_replaced_excluded_and_added_rows():
    before = state(row(1, 11), row(2, 12), row(3, 13))
    after = state(row(1, 11), row(2, 22, mentor=5), row(4, 14))
    assert told(before, after) == [
        (ChangeKind.REPLACED, 2), (ChangeKind.EXCLUDED, 3), (ChangeKind.ADDED, 4),
    ]  # fmt: skip


def test_an_annex_that_was_not_there_is_all_new():
    assert told(None, state(row(1, 11), row(2, 12))) == [
        (ChangeKind.ADDED, 1), (ChangeKind.ADDED, 2),
    ]  # fmt: skip


def test_another_mentor_of_the_same_mentee_takes_the_row():
    before = state(row(1, 11), row(2, 12, mentor=3, mentees=(4,)))
    after = brought_up_to_date(before, [row(1, 11), row(2, 22, mentor=5, mentees=(4,))])
    assert [(one.number, one.pairing_id) for one in after.rows] == [(1, 11), (2, 22)]


def test_a_row_that_goes_leaves_a_gap_and_a_new_one_goes_to_the_end():
    before = state(row(1, 11), row(2, 12, mentees=(4,)), row(3, 13, mentees=(6,)))
    present = [row(1, 11), row(2, 13, mentees=(6,)), row(3, 14, mentees=(7,))]
    after = brought_up_to_date(before, present)
    assert [(one.number, one.pairing_id) for one in after.rows] == [(1, 11), (3, 13), (4, 14)]


def test_years_of_service_alone_change_nothing():
    """An order does not grow old with the people in it."""
    older = replace(row(1, 11), mentor=AnnexPerson(1, "Наставник 1", "стаж 13 лет"))
    assert brought_up_to_date(state(row(1, 11)), [older]) == state(row(1, 11))


def test_another_last_day_changes_the_row():
    later = row(1, 11, ends_on=date(2027, 8, 31))
    assert brought_up_to_date(state(row(1, 11)), [later]).rows == (later,)


ROWS = st.lists(
    st.builds(
        row,
        st.integers(1, 12),
        st.integers(1, 30),
        st.integers(1, 5),
        st.sets(st.integers(6, 12), min_size=1, max_size=3).map(tuple),
    ),
    max_size=10,
    unique_by=(lambda one: one.number, lambda one: one.pairing_id),
).map(lambda rows: tuple(sorted(rows, key=lambda one: one.number)))


@given(ROWS, ROWS)
def test_the_difference_applied_to_the_old_rows_gives_the_new_ones(old, new):
    changes = difference(state(*old), state(*new))
    assert applied(old, changes) == new
    assert len({one.row_number for one in changes}) == len(changes)


@given(ROWS, ROWS)
def test_every_present_pairing_stands_once_and_no_other(old, present):
    after = brought_up_to_date(state(*old), present)
    assert sorted(one.pairing_id for one in after.rows) == sorted(one.pairing_id for one in present)
    numbers = [one.number for one in after.rows]
    assert numbers == sorted(set(numbers))
    again = brought_up_to_date(after, after.rows)
    assert difference(after, again) == ()
