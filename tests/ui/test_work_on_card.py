"""The work of an employee on the card: further posts, absences, education, cases of the post."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QDialog

from nastavnik_desktop.domain.employment import (
    Absence,
    AbsenceKind,
    EducationLevel,
    FurtherPost,
    rate_of,
    rate_words,
)
from nastavnik_desktop.domain.people import PersonKind, QualificationCategory
from nastavnik_desktop.services.post_cases import post_guesses
from tests.factory import TODAY, YEAR, make_person, teacher_draft
from tests.ui.school_window import texts_in
from tests.ui.widget_walk import nameless
from ui.dialogs.person_dialog import PersonDialog
from ui.dialogs.person_part import CardContext

TEACHER = teacher_draft(person_id=7)
BUSY = replace(
    TEACHER,
    employment=replace(
        TEACHER.employment,
        rate_hundredths=125,
        category=QualificationCategory.HIGHEST,
        education_level=EducationLevel.HIGHER,
        is_educational=True,
        degree="кандидат наук",
        academic_title="доцент",
        is_educator_mentor=True,
        is_educator_methodist=True,
        further_posts=(FurtherPost("педагог-организатор", "", 50), FurtherPost("тьютор")),
        absences=(Absence(AbsenceKind.SICK, date(2026, 9, 1), date(2026, 10, 1)),),
    ),
    post_forms={"genitive": "преподавателя физики"},
    are_post_forms_for_all=True,
)


@pytest.fixture
def open_card(qtbot):
    def open_it(draft):
        context = CardContext(YEAR, TODAY, guess_post=post_guesses)
        dialog = PersonDialog(None, "Карточка", context, lambda _draft: {}, lambda _draft: None)
        qtbot.addWidget(dialog)
        dialog.begin(draft)
        dialog.show()
        return dialog

    return open_it


def test_all_of_the_work_is_given_back(open_card):
    dialog = open_card(BUSY)
    assert dialog.draft() == BUSY
    assert not dialog.is_changed()


def test_every_field_of_a_busy_card_has_a_name(open_card):
    assert nameless(open_card(BUSY)) == []


def test_a_post_is_added_and_another_taken_away(open_card):
    dialog = open_card(BUSY)
    posts = dialog.parts.field("further_posts")
    posts._drop(posts._lines[0])
    posts.adder.click()
    posts._lines[-1].fill(FurtherPost("библиотекарь", "", 25))
    names = [post.position_title for post in dialog.draft().employment.further_posts]
    assert names == ["тьютор", "библиотекарь"]


@pytest.mark.parametrize(
    ("field", "fault", "said"),
    [
        ("rate_hundredths", lambda field: field.setText("пол"), "Ставка пишется так"),
        ("further_posts", lambda field: field._lines[0]._rate.setText("пол"), "Ставка пишется"),
        ("absences", lambda field: field._lines[0]._until.setText("31.02.2026"), "дата не понята"),
        ("absences", lambda field: field._lines[0]._since.setText("01.11.2026"), "раньше, чем"),
    ],
)
def test_what_is_not_understood_is_said_beside_its_field(open_card, field, fault, said):
    dialog = open_card(BUSY)
    fault(dialog.parts.field(field))
    dialog.accept()
    assert dialog.result() != QDialog.DialogCode.Accepted
    assert said in dialog.parts.message_of(field)


def test_only_employees_have_education_and_service(open_card):
    dialog = open_card(BUSY)
    dialog.parts.field("kind").set_value(PersonKind.STUDENT)
    assert not dialog.parts.is_offered(dialog._qualification)


def test_the_case_of_the_post_is_guessed_and_follows_the_post(open_card):
    dialog = open_card(TEACHER)
    dialog.parts.field("subject").setText("химия")
    dialog.open_cases()
    assert dialog.parts.field("post_dative").placeholderText() == "учителю химии"


def test_a_person_without_a_post_has_no_cases_of_it(open_card):
    dialog = open_card(replace(TEACHER, kind=PersonKind.OUTSIDE, employment=None))
    dialog.open_cases()
    assert not dialog.parts.field("post_dative").isEnabled()


@pytest.mark.parametrize(
    ("text", "hundredths", "words"),
    [("1", 100, "1"), ("0,5", 50, "0,5"), ("1.25", 125, "1,25"), ("0,05", 5, "0,05")],
)
def test_a_rate_is_written_with_a_comma(text, hundredths, words):
    assert rate_of(text) == hundredths
    assert rate_words(hundredths) == words


@pytest.mark.parametrize("text", ["", "пол", "-1", "1,255", "10"])
def test_what_is_no_rate(text):
    assert rate_of(text) is None


def test_the_pane_tells_of_an_absence_and_of_further_posts(open_window, services):
    today = replace(BUSY.employment.absences[0], since_on=TODAY)
    card = replace(BUSY, employment=replace(BUSY.employment, absences=(today,)), person_id=None)
    person_id = services.people.save(card, YEAR).record_id
    seen = open_window("people")
    seen.page.records.table.pick({person_id})
    seen.settle()
    said = " ".join(texts_in(seen.window.details))
    assert "больничный с 08.09.2026 по 01.10.2026" in said
    assert "педагог-организатор, 0,5 ставки" in said


def test_a_post_is_corrected_for_everybody_through_the_window(open_window, services):
    person_id, other = make_person(services), make_person(services, "Юнгин")
    seen = open_window("people")
    forms = {"genitive": "преподавателя физики"}
    seen.prompts.answer(
        "ask_draft",
        lambda draft: replace(draft, post_forms=forms, are_post_forms_for_all=True),
    )
    seen.page.cards.edit(person_id, opens_cases=True)
    seen.settle()
    assert services.people.draft(other, YEAR).post_forms == forms
