"""Consents: entered for several people at once, refused in words, printed as blanks."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QDialog

from nastavnik_desktop.domain.consents import ConsentKind
from tests import factory
from tests.factory import TODAY
from tests.ui.school_window import texts_in
from ui.dialogs.consent_dialog import ConsentDialog


@pytest.fixture
def dialog(qtbot, services):
    """The dialog for a teacher who signed already, a teacher who did not, and a student."""
    signed = factory.make_person(services)
    factory.consent(services, signed)
    others = (factory.make_person(services, "Юнгин"), factory.make_student(services))
    made = ConsentDialog(None)
    qtbot.addWidget(made)
    made.begin(services.consents.new_draft((signed, *others)))
    made.show()
    return made


def lines_of(dialog):
    return [dialog._people.item(row).text() for row in range(dialog._people.count())]


def test_those_who_lack_a_consent_are_marked(dialog):
    marked = set(dialog.draft().person_ids)
    names = [p.name.last_name for p in dialog.draft().people if p.person_id in marked]
    assert names == ["Соколов", "Юнгин"]


def test_a_line_tells_who_signs_and_what_is_there_already(dialog):
    said = dict(line.split(" · ", 1) for line in lines_of(dialog))
    assert said["Соколов Лев Ильич"].startswith("подпишет представитель")
    assert said["Ёлкина Анна Петровна"].startswith("уже есть от 04.09.2026")


def test_today_is_proposed_and_a_wrong_date_is_refused(dialog):
    assert dialog.draft().signed_on == TODAY
    dialog._signed_on.setText("31.02.2026")
    dialog.accept()
    assert "Укажите день" in dialog.form.message_of("signed_on")
    assert dialog.result() != QDialog.DialogCode.Accepted


def test_nobody_marked_is_refused(dialog):
    dialog.fill(replace(dialog.draft(), person_ids=()))
    dialog.accept()
    assert "Отметьте" in dialog.form.message_of("person_ids")


def test_blanks_need_no_date(dialog):
    dialog._signed_on.clear()
    dialog.blanks.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.draft().wants_blanks


@pytest.mark.parametrize("kind", ConsentKind)
def test_every_kind_has_a_blank(open_window, services, kind):
    person_id = factory.make_person(services)
    seen = open_window("people")
    seen.prompts.answer("ask_draft", lambda draft: replace(draft, kind=kind, wants_blanks=True))
    seen.page.actions.consents.enter([person_id], kind)
    seen.settle()
    assert len(seen.prompts.shown) == 1


def test_consents_of_several_are_one_step_that_can_be_undone(open_window, services):
    ids = (factory.make_person(services), factory.make_student(services))
    seen = open_window("people")
    seen.prompts.answer("ask_draft", lambda draft: draft)
    seen.page.actions.consents.enter(ids)
    seen.settle()
    consents = [services.consents.of_person(person_id)[0] for person_id in ids]
    assert [each.is_by_representative for each in consents] == [False, True]
    seen.click("Отменить", seen.window.status.notices)
    assert services.consents.of_person(ids[0]) == []


def test_a_date_in_the_future_brings_the_dialog_back(open_window, services):
    person_id = factory.make_person(services)
    seen = open_window("people")
    seen.prompts.answer("ask_draft", lambda draft: replace(draft, signed_on=date(2027, 1, 1)))
    seen.prompts.answer("ask_draft", lambda draft: replace(draft, signed_on=TODAY))
    seen.page.actions.consents.enter([person_id])
    seen.settle()
    assert services.consents.of_person(person_id)[0].signed_on == TODAY


def test_blanks_open_in_the_preview(open_window, services):
    person_id = factory.make_person(services)
    seen = open_window("people")
    seen.prompts.answer("ask_draft", lambda draft: replace(draft, wants_blanks=True))
    seen.page.actions.consents.enter([person_id])
    seen.settle()
    (preview,) = seen.prompts.shown
    assert "Согласия на участие" in preview.windowTitle() + " ".join(texts_in(preview))
    assert services.consents.of_person(person_id) == []


@pytest.mark.parametrize("is_sure", [True, False])
def test_a_consent_is_withdrawn_only_when_the_user_is_sure(open_window, services, is_sure):
    person_id = factory.make_person(services)
    factory.consent(services, person_id)
    seen = open_window("people")
    seen.page.records.table.pick({person_id})
    seen.settle()
    seen.prompts.answer("ask_yes_no", is_sure)
    seen.click("Отозвать", seen.window.details)
    (consent,) = services.consents.of_person(person_id)
    assert consent.withdrawn_on == (TODAY if is_sure else None)
