"""The page of consents: who lacks what, entering, printing the set, dates and scans."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.consents import ConsentKind
from tests import factory
from tests.factory import TODAY, YEAR
from tests.ui.school_window import button_in, texts_in
from tests.ui.widget_walk import nameless
from ui.dialogs.consent_change_dialog import ConsentChange, ConsentChangeDialog, ScanWish
from ui.requests import ShowPeople


@pytest.fixture
def pair(services):
    """A pair whose mentor signed to take part; the ids of mentor and mentee."""
    mentor, mentee = factory.make_mentor(services), factory.make_mentee(services)
    factory.make_pairing(services, mentor, mentee, is_consented=False)
    factory.consent(services, mentor)
    return mentor, mentee


def names(seen):
    return [row[0].split()[0] for row in seen.rows()]


def test_every_participant_is_shown_with_the_three_papers(open_window, pair):
    seen = open_window("consents")
    rows = {row[0].split()[0]: row[2:5] for row in seen.rows()}
    assert rows["Крутикова"] == ["04.09.2026", "не требуется", "нет"]
    assert rows["Петров"] == ["нет", "не требуется", "нет"]
    assert nameless(seen.page.view) == []


def test_a_view_shows_who_lacks_one_paper(open_window, pair):
    seen = open_window("consents")
    seen.page.open_record(ShowPeople("participation"))
    assert names(seen) == ["Петров"]


def test_the_page_opens_from_the_people_at_what_is_missing(open_window, pair):
    seen = open_window("people", "consents")
    seen.click("Согласия", seen.page.view)
    assert seen.window.pages.front_name == "consents"
    assert seen.page.records.filters.chosen == "lacking"
    seen.click("К людям", seen.page.view)
    assert seen.window.pages.front_name == "people"


def test_without_participants_the_page_says_what_will_be_here(open_window):
    seen = open_window("consents")
    assert "Участников пока нет" in texts_in(seen.page.view)


def test_the_set_of_missing_papers_opens_in_the_preview(open_window, pair):
    seen = open_window("consents")
    seen.click("Напечатать недостающие", seen.page.view)
    (preview,) = seen.prompts.shown
    assert "Недостающие согласия" in preview.windowTitle() + " ".join(texts_in(preview))


def test_a_paper_is_entered_from_the_pane(open_window, services, pair):
    _mentor, mentee = pair
    seen = open_window("consents")
    seen.page.records.table.pick({mentee})
    seen.settle()
    seen.prompts.answer("ask_draft", lambda draft: replace(draft, until_on=date(2027, 5, 31)))
    seen.click("Внести", seen.window.details)
    (entered,) = services.consents.of_person(mentee)
    assert (entered.kind, entered.until_on) == (ConsentKind.PARTICIPATION, date(2027, 5, 31))


def test_entering_concerns_those_shown_when_nobody_is_picked(open_window, services, pair):
    seen = open_window("consents")
    seen.prompts.answer("ask_draft", lambda draft: draft)
    seen.click("Внести согласия", seen.page.view)
    assert all(services.consents.of_person(person_id) for person_id in pair)


def change(seen, consent, make_answer):
    seen.prompts.answer("ask_draft", make_answer)
    seen.page.consents.change(consent)
    seen.settle()


def test_dates_are_changed_and_wrong_ones_come_back(open_window, services, pair):
    (known,) = services.consents.of_person(pair[0])
    seen = open_window("consents")
    seen.prompts.answer(
        "ask_draft", lambda draft: replace(draft, consent=replace(known, until_on=date(2026, 1, 1)))
    )
    change(seen, known, lambda draft: replace(draft, consent=replace(known, until_on=TODAY)))
    assert services.consents.of_person(pair[0])[0].until_on == TODAY


def test_a_scan_is_attached_opened_and_taken_away(open_window, services, pair, tmp_path):
    path = tmp_path / "согласие.pdf"
    path.write_bytes(b"%PDF-1.4")
    seen = open_window("consents")

    def known():
        return services.consents.of_person(pair[0])[0]

    seen.prompts.answer("ask_draft", lambda draft: replace(draft, scan=ScanWish.ATTACH))
    seen.prompts.answer("choose_file_to_open", path)
    seen.page.consents.change(known())
    seen.settle()
    assert known().scan_name == "согласие.pdf"
    change(seen, known(), lambda draft: replace(draft, scan=ScanWish.OPEN))
    assert seen.prompts.opened[0].read_bytes() == b"%PDF-1.4"
    change(seen, known(), lambda draft: replace(draft, scan=ScanWish.REMOVE))
    assert known().scan_id is None


@pytest.fixture
def open_change(qtbot, services, pair):
    def open_it(**changes):
        (known,) = services.consents.of_person(pair[0])
        consent = replace(known, **changes)
        dialog = ConsentChangeDialog(None, consent)
        qtbot.addWidget(dialog)
        dialog.begin(ConsentChange(consent))
        dialog.show()
        return dialog

    return open_it


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("signed_on", "", "Укажите день подписания"),
        ("signed_on", "31.02.2026", "Дата не понята"),
        ("until_on", "когда-нибудь", "Дата не понята"),
    ],
)
def test_a_date_that_is_not_understood_keeps_the_dialog_open(open_change, field, text, said):
    dialog = open_change()
    dialog.form.field(field).setText(text)
    dialog.accept()
    assert dialog.result() != dialog.DialogCode.Accepted
    assert said in dialog.form.message_of(field)


def test_a_button_of_the_scan_closes_the_dialog_with_its_wish(open_change):
    dialog = open_change(scan_id=1, scan_name="скан.pdf")
    assert "Скан: скан.pdf" in texts_in(dialog)
    button_in(dialog, "Убрать скан").click()
    assert dialog.result() == dialog.DialogCode.Accepted
    assert dialog.draft().scan is ScanWish.REMOVE


def test_the_pane_of_a_person_opens_dates_and_scan(open_window, services, pair):
    seen = open_window("people")
    seen.page.records.table.pick({pair[0]})
    seen.settle()
    assert "Срок и скан: участие" in texts_in(seen.window.details)
    assert services.people.details(pair[0], YEAR).consents[0].scan_name == ""
