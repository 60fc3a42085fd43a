"""The card of a pair or a group: people found by a part of the name, rules said at once."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from nastavnik_desktop.domain.pairing_checks import PairingOffer
from nastavnik_desktop.domain.pairing_life import PairingEnd
from nastavnik_desktop.domain.pairings import (
    EndKind,
    MentoringForm,
    MentoringModel,
    PairingDraft,
    PairingKind,
)
from tests import factory
from tests.factory import TODAY, YEAR
from tests.ui.widget_walk import nameless
from ui.dialogs.finish_pairing_dialog import FinishPairingDialog
from ui.dialogs.pairing_dialog import PairingDialog, form_title


@pytest.fixture
def offer(services):
    """A school with three teachers; the first is a mentor of the year with one place."""
    mentor = factory.make_mentor(services)
    factory.make_mentee(services)
    factory.make_person(services, "Ёлкина", first_name="Татьяна")
    services.people.set_pool([mentor], "mentor", YEAR, is_in=True)
    made = services.pairings.offer(services.pairings.new_draft(YEAR))
    return replace(made, capacities={mentor: 1})


@pytest.fixture
def dialog(qtbot, offer):
    made = PairingDialog(None, "Новая пара", offer, TODAY)
    qtbot.addWidget(made)
    made.begin(offer.draft)
    made.show()
    return made


def id_of(offer, last_name):
    return next(row.person_id for row in offer.people if row.name.last_name == last_name)


def type_into(picker, text):
    """What typing does: QTest cannot send Cyrillic."""
    picker.field.setText(text)
    picker.field.textEdited.emit(text)


def found(picker):
    model = picker.suggestions.model()
    return [model.row_at(at).name for at in range(model.rowCount())]


def test_mentors_of_the_year_stand_first_and_show_their_free_places(dialog):
    names = found(dialog.mentor)
    assert names[0] == "Крутикова Ольга Николаевна"
    note = dialog.mentor.suggestions.model().row_at(0).note
    assert note.replace("\u00a0", " ") == "учитель, физика · свободно 1 место"


@pytest.mark.parametrize("typed", ["елк", "ЁЛК", "tkr", "тать ёлк", "физ ел"])
def test_a_person_is_found_by_any_part_of_the_name(dialog, typed):
    type_into(dialog.members, typed)
    assert "Ёлкина Татьяна Петровна" in found(dialog.members)


def test_a_name_that_begins_so_stands_before_a_patronymic_that_does(dialog):
    type_into(dialog.members, "петров")
    assert found(dialog.members) == ["Петров Иван Ильич", "Ёлкина Татьяна Петровна"]


def test_a_suggestion_is_taken_by_keys_and_leaves_an_empty_field(dialog, offer, qtbot):
    type_into(dialog.members, "петров")
    assert not dialog.members.suggestions.isHidden()
    qtbot.keyClick(dialog.members.field, Qt.Key.Key_Return)
    assert dialog.members.ids == (id_of(offer, "Петров"),)
    assert dialog.members.field.text() == ""
    assert dialog.members.suggestions.isHidden()


def test_arrows_open_the_suggestions_and_escape_puts_only_them_away(dialog, qtbot):
    field, suggestions = dialog.members.field, dialog.members.suggestions
    for _ in range(3):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    assert suggestions.currentIndex().row() == 2
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert suggestions.currentIndex().row() == 1
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert suggestions.isHidden()
    assert dialog.isVisible()


def test_a_chosen_person_is_not_offered_again_until_taken_out(dialog, offer):
    person_id = id_of(offer, "Петров")
    dialog.members.add(person_id)
    assert "Петров Иван Ильич" not in found(dialog.members)
    dialog.members.remove(person_id)
    assert "Петров Иван Ильич" in found(dialog.members)


def test_a_pair_takes_one_mentee_and_a_group_several(dialog, offer):
    dialog.members.add(id_of(offer, "Петров"))
    assert dialog.members.field.isHidden()
    dialog.kind.set_value(PairingKind.GROUP)
    dialog.kind.changed.emit()
    assert not dialog.members.field.isHidden()


def test_too_many_mentees_are_said_at_once_and_stop_nothing(dialog, offer):
    dialog.form_of.set_value("educator-educator")
    dialog.kind.set_value(PairingKind.GROUP)
    dialog.mentor.add(id_of(offer, "Крутикова"))
    dialog.members.add(id_of(offer, "Петров"))
    assert dialog.form.message_of("mentor_id") == ""
    dialog.members.add(id_of(offer, "Ёлкина"))
    assert "предел – 1" in dialog.form.message_of("mentor_id")
    dialog.accept()
    assert dialog.result() == dialog.DialogCode.Accepted


def test_an_unfinished_card_stays_open_and_says_why_beside_the_fields(dialog):
    dialog.ends_on.setText("когда-нибудь")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.form.message_of("form_code") == "Выберите форму наставничества."
    assert dialog.form.message_of("mentor_id") == "Выберите наставника."
    assert "не понята" in dialog.form.message_of("ends_on")


def test_role_models_follow_the_form_and_may_be_written_anew(dialog):
    dialog.form_of.set_value("student-student")
    offered = [dialog.role_model.itemText(at) for at in range(dialog.role_model.count())]
    assert "равный – равному" in offered
    dialog.role_model.setCurrentText("старший – младший")
    assert dialog.draft().role_model == "старший – младший"


def test_what_was_filled_comes_back_unchanged(dialog, offer):
    full = replace(
        offer.draft,
        form_code="educator-educator",
        role_model="опытный педагог – молодой специалист",
        modes=("реверсивное наставничество", "наставничество по-своему"),
        mentor_id=id_of(offer, "Крутикова"),
        topic="Подготовка к урокам",
        note="Встречи по средам",
    )
    dialog.begin(full)
    assert dialog.draft() == full
    assert not dialog.is_changed()


def test_forms_of_one_title_are_told_apart_by_their_model():
    forms = [
        MentoringForm("a", "работодатель – студент", MentoringModel.PUPILS),
        MentoringForm("b", "работодатель – студент", MentoringModel.TEACHERS),
        MentoringForm("c", "ученик – ученик", MentoringModel.PUPILS),
    ]
    titles = [form_title(form, forms) for form in forms]
    assert len(set(titles)) == 3
    assert titles[2] == "ученик – ученик"


def test_free_places_go_by_the_mentors_own_limit_first():
    offer = PairingOffer(
        PairingDraft(YEAR), (), (), (), mentee_limit=3, loads={1: 1, 2: 1}, capacities={2: 1}
    )
    assert (offer.free_places(1), offer.free_places(2), offer.free_places(3)) == (2, 0, 3)


@pytest.fixture
def ending(qtbot, services):
    row = services.pairings.row(factory.make_pairing(services))
    calendar = services.working_calendar.around(TODAY)
    made = FinishPairingDialog(None, [row], services.pairings.end_reasons(), TODAY, calendar)
    qtbot.addWidget(made)
    made.begin(PairingEnd(TODAY))
    return made


def test_an_early_end_needs_its_reason(ending):
    ending.kind.set_value(EndKind.EARLY)
    ending.accept()
    assert "причину" in ending.form.message_of("reason")
    ending.reason.setCurrentText(ending.reason.itemText(0))
    ending.accept()
    assert ending.result() == ending.DialogCode.Accepted


def test_an_end_before_the_start_is_refused_beside_its_field(ending):
    ending.ended_on.set_day(date(2026, 9, 1))
    ending.accept()
    assert "08.09.2026" in ending.form.message_of("ended_on")


def test_every_field_of_the_cards_has_a_name(dialog, ending, offer):
    dialog.members.add(id_of(offer, "Петров"))
    assert nameless(dialog) == []
    assert nameless(ending) == []
