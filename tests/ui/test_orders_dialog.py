"""The dialog of an order: requisites, pairs with reasons, the live paper, two ways to save."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.errors import RuleViolation
from tests import factory
from tests.factory import TODAY, YEAR
from tests.ui.school_window import button_in, texts_in
from tests.ui.widget_walk import cut_texts, nameless
from ui.dialogs.order_dialog import OrderAnswer, OrderDialog


class Renderer:
    """Takes what the preview asks for and answers when the test says so."""

    def __init__(self):
        self.drafts = []
        self.on_loaded = self.on_error = None

    def __call__(self, draft, on_loaded, on_error):
        self.drafts.append(draft)
        self.on_loaded, self.on_error = on_loaded, on_error


@pytest.fixture
def school(services):
    """One pair that is ready and one whose mentor has not consented."""
    ready = factory.make_pairing(services)
    waiting = factory.make_pairing(
        services,
        factory.make_mentor(services, "Иванова"),
        factory.make_mentee(services, "Юсупов"),
        is_consented=False,
    )
    return services, ready, waiting


@pytest.fixture
def open_dialog(qtbot, school):
    services, _ready, _waiting = school

    def open_with(**changes):
        offer = services.orders.new_draft(YEAR)
        made = OrderDialog(None, "Новый приказ", offer, Renderer(), TODAY)
        qtbot.addWidget(made)
        made.begin(OrderAnswer(replace(offer.draft, **changes)))
        return made

    return open_with


def test_ready_pairs_are_marked_and_the_others_say_why_not(open_dialog, school):
    _services, ready, _waiting = school
    dialog = open_dialog()
    assert dialog.pairings.ids == (ready,)
    words = " ".join(texts_in(dialog.pairings)).replace("\u00a0", " ")
    assert "нет письменного согласия наставника: Иванова О. Н." in words
    assert "Внести согласие" in words


def test_a_consent_entered_meanwhile_makes_the_pair_ready_and_marked(open_dialog, school):
    services, ready, waiting = school
    dialog = open_dialog()
    row = services.pairings.row(waiting)
    factory.consent(services, *(person.person_id for person in row.participants))
    dialog.show_offer(services.orders.offer(dialog.draft().draft))
    assert set(dialog.pairings.ids) == {ready, waiting}


def test_the_button_of_a_consent_names_its_pair(open_dialog, school, qtbot):
    _services, _ready, waiting = school
    dialog = open_dialog()
    asked = []
    dialog.pairings.consent_asked.connect(asked.append)
    button_in(dialog.pairings, "Внести согласие").click()
    assert [row.pairing_id for row in asked] == [waiting]


def test_an_earlier_day_holds_back_those_who_consented_later(open_dialog):
    dialog = open_dialog()
    dialog.fields.order_date.set_day(date(2026, 9, 3))
    assert dialog.pairings.ids == ()
    assert "согласие позже даты приказа" in " ".join(texts_in(dialog.pairings))


def test_a_proposed_number_follows_the_register_and_an_own_one_stays(open_dialog):
    dialog = open_dialog()
    other = dialog._offer.registers[1].register_id
    dialog.fields.register.set_value(other)
    assert dialog.draft().draft.number == "1-лс"
    dialog.fields.number.setText("181/1")
    dialog.fields.register.set_value(dialog._offer.registers[0].register_id)
    assert dialog.draft().draft.number == "181/1"


def test_the_number_of_an_old_draft_gives_way_to_the_next_free_one(services, qtbot):
    pairing = factory.make_pairing(services)
    kept = services.orders.save_draft(factory.order_draft(services, pairing)).record_id
    factory.make_order(services, factory.make_pairing(services))
    offer = services.orders.edit(kept)
    dialog = OrderDialog(None, "Проект приказа", offer, Renderer(), TODAY)
    qtbot.addWidget(dialog)
    dialog.begin(OrderAnswer(offer.draft))
    assert offer.draft.number == "1-од"
    assert dialog.draft().draft.number == "2-од"


def test_proposed_grounds_follow_the_pairs_and_own_ones_stay(open_dialog, school):
    _services, ready, _waiting = school
    dialog = open_dialog()
    assert "04.09.2026" in dialog.draft().draft.grounds
    dialog.pairings._checks[ready].box.setChecked(False)
    assert dialog.draft().draft.grounds == ""
    dialog.fields.grounds.setPlainText("протокол методического совета № 1")
    dialog.pairings._checks[ready].box.setChecked(True)
    assert dialog.draft().draft.grounds == "протокол методического совета № 1"


def test_an_order_without_pairs_stays_open_but_may_be_kept_as_a_draft(open_dialog, school):
    _services, ready, _waiting = school
    dialog = open_dialog()
    dialog.pairings._checks[ready].box.setChecked(False)
    dialog.accept()
    assert "Отметьте хотя бы одну пару или группу." in texts_in(dialog.pairings)
    assert dialog.result() != dialog.DialogCode.Accepted
    dialog.keep_draft()
    assert dialog.result() == dialog.DialogCode.Accepted
    assert not dialog.draft().is_issued


def test_a_draft_whose_text_is_too_long_stays_open_and_still_may_be_issued(open_dialog):
    dialog = open_dialog()
    dialog.fields.heading.setPlainText("О" * 501)
    dialog.keep_draft()
    assert "можно 500" in dialog.form.message_of("heading")
    dialog.fields.heading.setPlainText("О закреплении")
    dialog.accept()
    assert dialog.draft().is_issued


def test_a_date_that_is_not_understood_is_said(open_dialog):
    dialog = open_dialog()
    dialog.fields.order_date.setText("вчера")
    dialog.fields.report_due_on.setText("весной")
    dialog.accept()
    assert "Укажите дату" in dialog.form.message_of("order_date")
    assert "не понята" in dialog.form.message_of("report_due_on")


def test_a_sunday_is_only_a_warning(open_dialog):
    dialog = open_dialog()
    dialog.fields.order_date.set_day(date(2026, 9, 6))
    assert "воскресенье" in dialog.form.message_of("order_date")
    dialog.accept()
    assert dialog.result() == dialog.DialogCode.Accepted


def test_the_paper_follows_the_form_and_shows_one_rendering_at_a_time(open_dialog, qtbot):
    dialog = open_dialog()
    render = dialog.paper._render
    dialog.show()
    qtbot.waitUntil(lambda: len(render.drafts) == 1)
    dialog.fields.number.setText("15-од")
    dialog.paper._start()
    assert len(render.drafts) == 1
    render.on_error(RuleViolation("Заполните сведения о школе."))
    assert [draft.number for draft in render.drafts] == ["1-од", "15-од"]
    dialog.hide()


def test_without_pairs_the_preview_says_what_to_do(open_dialog, school):
    _services, ready, _waiting = school
    dialog = open_dialog()
    dialog.pairings._checks[ready].box.setChecked(False)
    dialog.paper._start()
    assert dialog.paper.preview.pages == 0
    assert dialog.paper._render.drafts == []


def test_all_marks_are_taken_and_set_together(open_dialog, services):
    mentor = factory.make_mentor(services, "Соколова")
    factory.make_pairing(services, mentor, factory.make_mentee(services, "Рогов"))
    dialog = open_dialog()
    assert len(dialog.pairings.ids) == 2
    dialog.pairings._toggle_all()
    assert dialog.pairings.ids == ()
    dialog.pairings._toggle_all()
    assert len(dialog.pairings.ids) == 2


def test_every_field_of_the_order_has_a_name_and_nothing_is_cut(open_dialog):
    dialog = open_dialog()
    dialog.show()
    assert nameless(dialog) == []
    assert cut_texts(dialog) == []
    dialog.hide()
