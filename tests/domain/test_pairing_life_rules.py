"""Rules of a pairing's life: notices, new mentors, breaks, mentors beside, own dates, papers."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.addenda import AddendumBasis, ContractAddendum
from nastavnik_desktop.domain.addenda import problems_in as problems_in_addendum
from nastavnik_desktop.domain.pairing_life import (
    MentorReplacement,
    PairingEnd,
    problems_in_end,
    problems_in_members,
    problems_in_pause,
    problems_in_replacement,
    problems_in_span,
)
from nastavnik_desktop.domain.pairing_parts import MentorRole, MentorSpan, Partnership, Pause
from nastavnik_desktop.domain.pairings import EndKind, MemberDraft, MentoringForm, MentoringModel
from nastavnik_desktop.domain.problems import Level, errors_of
from nastavnik_desktop.domain.reference_lists import (
    ModesDraft,
    moved,
    problems_in_form,
    problems_in_modes,
)
from tests.domain.test_pairing_rules import row
from tests.domain.test_working_days import FIVE

NOTICED_ON = date(2026, 12, 29)
EARLIEST = date(2027, 1, 12)
GOOD = MentorReplacement(1, 9, EARLIEST, "отказ", NOTICED_ON)
AGREED = ContractAddendum(
    1, (1,), number="4", signed_on=date(2026, 9, 4), content="разбор уроков", form="очная",
    starts_on=date(2026, 9, 8), ends_on=date(2027, 5, 28), pay="10 %",
)  # fmt: skip


def fields(problems):
    return [one.field for one in errors_of(list(problems))]


@pytest.mark.parametrize(
    ("ended_on", "noticed_on", "found"),
    [
        (EARLIEST, NOTICED_ON, []),
        (date(2027, 1, 11), NOTICED_ON, ["ended_on"]),
        (date(2027, 1, 11), None, []),
    ],
)
def test_an_early_end_waits_for_the_third_working_day_after_a_notice(ended_on, noticed_on, found):
    end = PairingEnd(ended_on, EndKind.EARLY, "отказ наставника", noticed_on)
    assert fields(problems_in_end(end, (row(),), FIVE)) == found


def test_a_completed_programme_needs_no_notice():
    end = PairingEnd(date(2026, 12, 30), EndKind.COMPLETED, "", NOTICED_ON)
    assert problems_in_end(end, (row(),), FIVE) == []


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"mentor_id": None}, ["mentor_id"]),
        ({"mentor_id": 1}, ["mentor_id"]),
        ({"mentor_id": 2}, ["mentor_id"]),
        ({"reason": " "}, ["reason"]),
        ({"on": None}, ["on"]),
        ({"on": date(2026, 9, 8), "noticed_on": None}, ["on"]),
        ({"on": date(2027, 5, 29)}, ["on"]),
        ({"on": date(2027, 1, 11)}, ["on"]),
        ({"on": date(2026, 12, 30), "noticed_on": None}, []),
    ],
)
def test_a_mentor_is_replaced_within_the_term_by_somebody_else(changes, found):
    assert fields(problems_in_replacement(replace(GOOD, **changes), row(), FIVE)) == found


@pytest.mark.parametrize(
    ("pause", "found"),
    [
        (Pause(date(2026, 10, 1), date(2026, 10, 9), "отпуск"), []),
        (Pause(date(2026, 10, 1), None, "отпуск"), ["from_on"]),
        (Pause(date(2026, 11, 9), None, "отпуск"), []),
        (Pause(date(2026, 11, 8), None, "отпуск"), ["from_on"]),
        (Pause(date(2026, 12, 1), date(2026, 11, 30), "отпуск"), ["to_on"]),
        (Pause(date(2026, 9, 7), date(2026, 9, 9), "отпуск"), ["from_on"]),
        (Pause(date(2026, 12, 1), None, " "), ["reason"]),
        (Pause(date(2026, 11, 1), date(2026, 11, 9), "отпуск", pause_id=5), []),
    ],
)
def test_a_break_lies_within_the_term_and_over_no_other(pause, found):
    resting = row(pauses=(Pause(date(2026, 11, 2), date(2026, 11, 8), "каникулы", 5),))
    assert fields(problems_in_pause(pause, resting)) == found


@pytest.mark.parametrize(
    ("span", "found"),
    [
        (MentorSpan(9, MentorRole.SUBSTITUTE, date(2026, 12, 7), date(2027, 1, 20)), []),
        (MentorSpan(1), ["person_id"]),
        (MentorSpan(2), ["person_id"]),
        (MentorSpan(9, since_on=date(2026, 12, 7), until_on=date(2026, 12, 6)), ["until_on"]),
    ],
)
def test_a_mentor_beside_is_a_third_person(span, found):
    assert fields(problems_in_span(span, row())) == found


def test_a_mentor_beside_out_of_the_term_is_worth_a_look():
    (problem,) = problems_in_span(MentorSpan(9, since_on=date(2026, 9, 1)), row())
    assert problem.level is Level.WARNING


def test_own_dates_of_mentees_lie_within_the_term_and_in_order():
    late = MemberDraft(2, date(2026, 10, 1), date(2026, 9, 30))
    out = MemberDraft(2, date(2026, 9, 7))
    assert problems_in_members((MemberDraft(2, date(2026, 10, 1)),), row()) == []
    assert fields(problems_in_members((late,), row())) == ["members"]
    assert fields(problems_in_members((out,), row())) == ["members"]


def test_parts_are_written_in_words():
    assert Pause(date(2027, 1, 12)).title == "с 12.01.2027"
    assert Pause(date(2027, 1, 12), date(2027, 1, 25)).title == "с 12.01.2027 по 25.01.2027"
    assert MentorSpan(1).term == "весь срок пары"
    assert MentorSpan(1, until_on=date(2027, 1, 25)).term == "по 25.01.2027"
    assert all(each.label for each in (*Partnership, *MentorRole, *AddendumBasis))


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"signed_on": None}, ["signed_on"]),
        ({"pairing_ids": ()}, ["pairing_ids"]),
        ({"ends_on": date(2026, 9, 7)}, ["ends_on"]),
        ({"basis": AddendumBasis.DUTIES}, ["duties_reason"]),
        ({"basis": AddendumBasis.DUTIES, "duties_reason": "п. 2.14", "signed_on": None}, []),
        ({"number": "1" * 61}, ["number"]),
    ],
)
def test_an_agreement_has_a_date_or_the_duties_have_their_place(changes, found):
    assert fields(problems_in_addendum(replace(AGREED, **changes))) == found


@pytest.mark.parametrize("name", ["content", "form", "pay"])
def test_what_the_labour_code_asks_for_is_a_warning(name):
    (problem,) = problems_in_addendum(replace(AGREED, **{name: ""}))
    assert (problem.field, problem.level) == (name, Level.WARNING)


def test_an_agreement_is_named_by_number_and_date():
    assert AGREED.title == "Доп. соглашение №\u00a04 от 04.09.2026"
    assert replace(AGREED, number="").title == "Доп. соглашение от 04.09.2026"
    assert replace(AGREED, basis=AddendumBasis.DUTIES).title == "В должностных обязанностях"


def test_two_forms_of_one_model_are_not_called_alike():
    form = MentoringForm("", "педагог – ученик", MentoringModel.PUPILS, ("наставник – ученик",))
    twin = MentoringForm("own-1", "Педагог – ученик", MentoringModel.PUPILS)
    assert problems_in_form(form, []) == []
    assert fields(problems_in_form(form, [twin])) == ["title"]
    assert problems_in_form(form, [replace(twin, model=MentoringModel.TEACHERS)]) == []
    assert fields(problems_in_form(replace(form, title=" "), [])) == ["title"]
    assert fields(problems_in_form(replace(form, role_models=("а", "А")), [])) == ["role_models"]
    assert fields(problems_in_modes(ModesDraft(("флэш", "флэш")))) == ["modes"]


@pytest.mark.parametrize(
    ("code", "steps", "order"),
    [("б", -1, "бав"), ("б", 1, "авб"), ("а", -1, "абв"), ("в", 1, "абв")],
)
def test_a_form_moves_within_the_list(code, steps, order):
    assert "".join(moved("абв", code, steps)) == order
