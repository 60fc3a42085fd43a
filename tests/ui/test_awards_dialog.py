"""Thanking mentors from the list of people."""

import pytest

from nastavnik_desktop.domain.awards import AwardKind
from tests import factory
from tests.factory import YEAR
from tests.ui.school_window import texts_in
from tests.ui.widget_walk import nameless
from ui.dialogs.award_dialog import AwardDialog


@pytest.fixture
def mentor(services):
    factory.make_school(services)
    made = factory.make_mentor(services)
    factory.make_order(services, factory.make_pairing(services, made))
    return made


@pytest.fixture
def dialog(qtbot, services, mentor):
    offer = services.awards.offer(YEAR, (mentor, factory.make_mentor(services, "Ким")))
    made = AwardDialog(None, offer, factory.TODAY)
    qtbot.addWidget(made)
    made.begin(offer.draft)
    return made


def choose(dialog, kind):
    dialog.kind._group.button(list(AwardKind).index(kind)).click()


def test_number_and_words_follow_the_kind_until_she_writes_her_own(dialog):
    assert dialog.draft().merit == ""
    choose(dialog, AwardKind.THANKS)
    assert dialog.draft().merit == AwardKind.THANKS.proposed_merit
    dialog.merit.setPlainText("за помощь молодым")
    choose(dialog, AwardKind.CERTIFICATE)
    assert dialog.draft().merit == "за помощь молодым"
    assert dialog.problems(dialog.draft()) == []


def test_who_is_thanked_stands_above_and_every_field_has_a_name(dialog):
    assert "Крутикова Ольга Николаевна\nКим" in "\n".join(texts_in(dialog))
    assert nameless(dialog) == []


def test_from_the_menu_to_the_paper(open_window, services, mentor):
    seen = open_window("people")
    seen.page.records.table.pick({mentor})
    seen.settle()
    seen.prompts.answer("ask_draft", lambda draft: draft)
    menu = seen.page.records.table.make_menu()
    wanted = "Сертификат или благодарность…"
    next(each for each in menu.actions() if each.text() == wanted).trigger()
    seen.settle()
    (row,) = services.awards.rows(YEAR)
    assert row.person_id == mentor
    assert "Открыть" in seen.notice
    titles = texts_in(seen.window)
    assert any("Сертификат наставника" in text for text in titles)
    assert "Справка о наставничестве" in titles
