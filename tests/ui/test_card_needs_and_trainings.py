"""The card: needs and competences by the school's list, trainings of a mentor, rules of names."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QCheckBox

from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.domain.need_words import NeedAudience, NeedWord
from nastavnik_desktop.domain.people import PersonKind, PoolSide
from nastavnik_desktop.domain.trainings import MentorTraining
from tests import factory
from tests.factory import TODAY, YEAR, student_draft, teacher_draft
from tests.ui.test_people_card import guesses
from tests.ui.widget_walk import nameless
from ui.dialogs.person_dialog import PersonDialog
from ui.dialogs.person_part import CardContext

NEEDS = (
    NeedWord("ведение урока", NeedAudience.EDUCATOR),
    NeedWord("журнал", NeedAudience.EDUCATOR, is_archived=True),
    NeedWord("трудности по предмету", NeedAudience.STUDENT),
)
COURSE = MentorTraining(
    "Школа наставника", "ИРО", date(2026, 9, 1), date(2026, 9, 5), 36, "удостоверение № 5"
)
MENTEE = replace(teacher_draft(), mentee_side=PoolSide(joined_on=TODAY, needs=("свой запрос",)))


@pytest.fixture
def open_card(qtbot):
    def open_it(draft):
        context = CardContext(YEAR, TODAY, needs=NEEDS)
        dialog = PersonDialog(None, "Карточка", context, guesses, lambda _draft: None)
        qtbot.addWidget(dialog)
        dialog.begin(draft)
        dialog.show()
        return dialog

    return open_it


def menu_of(dialog, name):
    """The words of a field's list with their actions."""
    field = dialog.parts.field(name)
    field.menu.aboutToShow.emit()
    return {action.text(): action for action in field.menu.actions()}


def test_needs_of_the_list_are_taken_beside_free_words(open_card):
    dialog = open_card(MENTEE)
    offered = menu_of(dialog, "needs")
    assert list(offered) == ["ведение урока"]
    assert not offered["ведение урока"].isChecked()
    offered["ведение урока"].trigger()
    assert dialog.draft().mentee_side.needs == ("свой запрос", "ведение урока")
    assert menu_of(dialog, "needs")["ведение урока"].isChecked()
    menu_of(dialog, "needs")["ведение урока"].trigger()
    assert dialog.draft().mentee_side.needs == ("свой запрос",)


def test_a_student_is_offered_the_needs_of_students(open_card):
    dialog = open_card(student_draft(mentee_side=PoolSide()))
    assert list(menu_of(dialog, "needs")) == ["трудности по предмету"]
    dialog.parts.field("kind").set_value(PersonKind.STAFF)
    assert list(menu_of(dialog, "needs")) == ["ведение урока"]


def test_competences_are_named_by_the_words_of_both_lists(open_card):
    dialog = open_card(replace(teacher_draft(), mentor_side=PoolSide()))
    assert list(menu_of(dialog, "strengths")) == ["ведение урока", "трудности по предмету"]


def test_a_word_that_is_being_typed_is_proposed_and_taken(open_card):
    note = open_card(MENTEE).parts.field("needs").note
    note.setPlainText("свой запрос\nурок")
    note.moveCursor(note.textCursor().MoveOperation.End)
    note.proposer.setCompletionPrefix("урок")
    assert note.proposer.currentCompletion() == "ведение урока"
    note.take("ведение урока")
    assert note.toPlainText() == "свой запрос\nведение урока"


def test_trainings_are_shown_added_and_taken_away(open_card):
    dialog = open_card(replace(teacher_draft(), trainings=(COURSE,)))
    assert dialog.draft().trainings == (COURSE,)
    assert nameless(dialog) == []
    field = dialog.parts.field("trainings")
    field.add_blank()
    assert dialog.draft().trainings == (COURSE,)
    assert not dialog.is_changed()
    field.set_values([])
    assert dialog.draft().trainings == ()


def test_a_date_of_a_training_that_is_not_understood_is_said(open_card):
    dialog = open_card(replace(teacher_draft(), trainings=(COURSE,)))
    dialog.parts.field("trainings")._lines[0]._hours.setText("много")
    dialog.accept()
    assert "часы пишутся цифрами" in dialog.parts.message_of("trainings")


def test_a_correction_can_be_meant_for_everybody(open_card):
    dialog = open_card(teacher_draft("Ворона"))
    flag = next(
        each for each in dialog.findChildren(QCheckBox) if "у всех, кто их носит" in each.text()
    )
    assert not dialog.draft().are_name_forms_for_all
    flag.setChecked(True)
    assert dialog.draft().are_name_forms_for_all


def test_the_window_offers_the_list_and_follows_the_rules(open_window, services):
    person_id = factory.make_person(services, "Ворона", trainings=(COURSE,))
    other = factory.make_person(services, "Ворона", first_name="Инна")
    services.people.set_pool([person_id], "mentor", YEAR, is_in=True)
    services.need_words.add("работа с хором", NeedAudience.EDUCATOR)
    seen = open_window("people")

    def teach(draft):
        forms = {Case.DATIVE.value: "Воронэ Анне Петровне"}
        return replace(draft, case_forms=forms, are_name_forms_for_all=True)

    seen.prompts.answer("ask_draft", teach)
    seen.page.cards.edit(person_id)
    seen.settle()
    context = seen.page.cards._context(YEAR)
    assert "работа с хором" in [word.title for word in context.needs]
    guessed = services.people.case_guesses(services.people.draft(other, YEAR), context.name_rules)
    assert guessed[Case.DATIVE] == "Воронэ Инне Петровне"
    seen.page.open_record(person_id)
    seen.settle()
    assert "Обучение: Школа наставника, ИРО" in "\n".join(
        getattr(item, "text", "") for part in seen.page.details.sections for item in part.items
    )
