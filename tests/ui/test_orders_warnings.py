"""Warnings about an order: seen in its dialog, accepted with a note or without, kept with it."""

from datetime import date

from tests import factory
from tests.ui.school_window import texts_in


def test_warnings_are_accepted_with_a_note_that_stays_with_the_order(desk, services):
    factory.make_pairing(services)

    def fill(dialog):
        assert dialog.fields.acceptance_note.isHidden()
        dialog.fields.order_date.set_day(date(2026, 9, 6))
        assert not dialog.fields.acceptance_note.isHidden()
        dialog.fields.acceptance_note.setPlainText("работали\nв воскресенье")

    desk.seen.page.view.add.click()
    made = desk.write(fill)
    accepted = services.orders.accepted(made.order_id)
    assert accepted.note == "работали в воскресенье"
    assert "воскресенье" in accepted.warnings[0]
    said = " ".join(texts_in(desk.seen.window.details))
    assert "Дата приказа – воскресенье." in said
    assert "работали в воскресенье" in said


def test_warnings_may_be_accepted_without_a_note(desk, services):
    factory.make_pairing(services)
    desk.seen.page.view.add.click()
    made = desk.write(lambda dialog: dialog.fields.order_date.set_day(date(2026, 9, 6)))
    accepted = services.orders.accepted(made.order_id)
    assert (len(accepted.warnings), accepted.note) == (1, "")


def test_a_doubtful_case_in_the_finished_text_is_said_before_the_order_is_created(desk, services):
    mentor = factory.make_person(services, "Ким", first_name="Ни", patronymic="", sex=None)
    factory.make_pairing(services, mentor, factory.make_mentee(services))

    def fill(dialog):
        dialog.fields.acceptance_note.setPlainText("фамилия не склоняется")

    desk.seen.page.view.add.click()
    made = desk.write(fill, is_ready=lambda dialog: "падежи" in " ".join(texts_in(dialog)))
    accepted = services.orders.accepted(made.order_id)
    assert "Проверьте падежи имён (пол не указан): Ким" in accepted.warnings[0]
    assert accepted.note == "фамилия не склоняется"
