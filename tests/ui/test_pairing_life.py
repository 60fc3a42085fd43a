"""The pane of a pairing: agreements, breaks, mentors, papers; the two lists in the settings."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.addenda import AddendumBasis
from nastavnik_desktop.domain.pairing_life import MentorReplacement, PairingEnd
from nastavnik_desktop.domain.pairing_parts import MentorRole, MentorSpan, Partnership, Pause
from nastavnik_desktop.domain.pairings import EndKind, MemberDraft, MentoringForm, MentoringModel
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.reference_lists import ModesDraft
from tests import factory
from tests.factory import TODAY
from tests.ui.school_window import texts_in
from tests.ui.widget_walk import cut_texts, nameless
from ui.dialogs.addendum_dialog import AddendumDialog
from ui.dialogs.calendar_day_dialog import CalendarDayDialog, DayDraft
from ui.dialogs.finish_pairing_dialog import FinishPairingDialog
from ui.dialogs.pairing_dialog import PairingDialog
from ui.dialogs.pairing_life_dialogs import (
    MembersDialog,
    MembersDraft,
    MentorSpanDialog,
    PauseDialog,
    ReplaceMentorDialog,
    ResumeDialog,
    Resumption,
)
from ui.dialogs.reference_list_dialogs import MentoringFormDialog, ModesDialog
from ui.requests import RecordAgreements

NOTICED_ON = date(2026, 12, 29)


@pytest.fixture
def ordered(services):
    """A pair of teachers in an issued order."""
    pairing_id = factory.make_pairing(services)
    factory.make_order(services, pairing_id)
    return pairing_id


@pytest.fixture
def bare(services):
    """A pair with consents and without an agreement."""
    return factory.make_pairing(services, is_agreed=False)


def shown(seen, pairing_id):
    seen.page.records.table.pick({pairing_id})
    seen.settle()
    return seen.page


def row_of(services, pairing_id):
    return services.pairings.row(pairing_id)


def offer_of(services, pairing_id):
    return services.pairing_life.offer(pairing_id)


def made(qtbot, dialog, draft):
    qtbot.addWidget(dialog)
    dialog.begin(draft)
    return dialog


def test_a_missing_agreement_is_entered_from_the_pane(open_window, services, bare):
    seen = open_window("pairings")
    shown(seen, bare)
    seen.prompts.answer("ask_draft", lambda draft: replace(draft, number="7"))
    seen.click("Внести", seen.window.details)
    assert row_of(services, bare).addenda[0].number == "7"
    assert "Создать приказ" in seen.notice


def test_the_first_page_leads_to_the_agreement(open_window, services, bare):
    seen = open_window("pairings")
    asked = []
    seen.prompts.answer("ask_draft", asked.append)
    seen.window.open_page("pairings", RecordAgreements((bare,)))
    seen.settle()
    assert asked[0].pairing_ids == (bare,)


def test_an_entered_agreement_is_changed_from_the_pane(open_window, services, ordered):
    seen = open_window("pairings", "orders")
    page = shown(seen, ordered)
    seen.prompts.answer("ask_draft", lambda draft: replace(draft, pay="10 %"))
    page.change_agreement(row_of(services, ordered).addenda[0].addendum_id)
    seen.settle()
    assert row_of(services, ordered).addenda[0].pay == "10 %"


def test_a_pair_rests_and_goes_on(open_window, services, ordered):
    seen = open_window("pairings", "orders")
    page = shown(seen, ordered)
    seen.prompts.answer("ask_draft", lambda _draft: Pause(TODAY, None, "болезнь"))
    page.life.pause(row_of(services, ordered))
    seen.settle()
    assert row_of(services, ordered).pauses[0].reason == "болезнь"
    assert seen.rows()[0][4] == "приостановлена"
    seen.prompts.answer("ask_draft", lambda _draft: Resumption(TODAY))
    page.life.resume(row_of(services, ordered))
    seen.settle()
    assert seen.rows()[0][4] == "действует"


def test_a_replaced_mentor_shows_the_pair_that_goes_on(open_window, services, ordered):
    other = factory.make_mentor(services, "Юсупова")
    seen = open_window("pairings", "orders")
    page = shown(seen, ordered)
    new = MentorReplacement(ordered, other, date(2026, 10, 1), "увольнение")
    seen.prompts.answer("ask_draft", lambda _draft: new)
    page.life.replace_mentor(row_of(services, ordered))
    seen.settle()
    follower = row_of(services, ordered).replaced_by_id
    assert [line.pairing_id for line in page.picked()] == [follower]


def test_a_refused_replacement_is_asked_again_with_what_was_typed(open_window, services, ordered):
    seen = open_window("pairings", "orders")
    page = shown(seen, ordered)
    gone = MentorReplacement(ordered, 404, date(2026, 10, 1), "увольнение")
    again = []
    seen.prompts.answer("ask_draft", lambda _draft: gone)
    seen.prompts.answer("ask_draft", again.append)
    page.life.replace_mentor(row_of(services, ordered))
    seen.settle()
    assert (again[0].on, again[0].reason) == (gone.on, gone.reason)


def test_a_substitute_is_written_down(open_window, services, ordered):
    other = factory.make_mentor(services, "Юсупова")
    seen = open_window("pairings", "orders")
    page = shown(seen, ordered)
    seen.prompts.answer("ask_draft", lambda _draft: MentorSpan(other, MentorRole.SUBSTITUTE))
    page.life.add_mentor(row_of(services, ordered))
    seen.settle()
    (beside,) = row_of(services, ordered).further_mentors
    assert beside.person.person_id == other


def test_the_papers_of_a_pair_are_written_into_a_folder(open_window, services, bare, tmp_path):
    seen = open_window("pairings")
    page = shown(seen, bare)
    folder = tmp_path / "Документы"
    folder.mkdir()
    seen.prompts.answer("choose_folder", folder)
    page.papers.save_set(row_of(services, bare))
    seen.settle()
    assert len(list(folder.iterdir())) == 5


def test_an_end_moves_to_the_third_working_day_after_the_notice(qtbot, services, ordered):
    offer = offer_of(services, ordered)
    dialog = FinishPairingDialog(None, [offer.row], ["отказ"], TODAY, offer.calendar)
    dialog = made(qtbot, dialog, PairingEnd(TODAY, EndKind.EARLY, "отказ"))
    dialog.notice.set_day(NOTICED_ON)
    assert dialog.ended_on.day == date(2027, 1, 12)
    assert "30.12, 11.01, 12.01" in dialog.notice.words.text()
    assert dialog.problems(dialog.draft()) == []
    dialog.ended_on.set_day(date(2027, 1, 11))
    assert [one.field for one in dialog.problems(dialog.draft())] == ["ended_on"]
    dialog.kind.set_value(EndKind.COMPLETED)
    assert dialog.draft().noticed_on is None


def test_duties_ask_only_where_they_are_written(qtbot, services, bare):
    mentor = row_of(services, bare).mentor
    offer = services.addenda.offer(bare, mentor.person_id)
    dialog = made(qtbot, AddendumDialog(None, offer, TODAY), offer.draft)
    assert dialog.draft() == offer.draft
    duties = replace(offer.draft, basis=AddendumBasis.DUTIES)
    dialog.fill(duties)
    assert dialog.pay.isHidden()
    assert not dialog.reason.isHidden()
    assert [one.field for one in dialog.problems(dialog.draft())] == ["duties_reason"]


def test_dialogs_of_a_life_give_back_what_they_show(qtbot, services, ordered):
    other = factory.make_mentor(services, "Юсупова")
    offer = offer_of(services, ordered)
    cases = (
        (PauseDialog, Pause(date(2026, 10, 1), date(2026, 10, 9), "отпуск")),
        (ResumeDialog, Resumption(date(2026, 10, 1))),
        (
            ReplaceMentorDialog,
            MentorReplacement(ordered, other, date(2027, 1, 12), "отказ", NOTICED_ON),
        ),
        (MentorSpanDialog, MentorSpan(other, MentorRole.SUBSTITUTE, date(2026, 12, 7))),
    )
    for kind, draft in cases:
        dialog = made(qtbot, kind(None, offer), draft)
        assert dialog.draft() == draft
        assert dialog.problems(draft) == []
        assert nameless(dialog) == []
        assert cut_texts(dialog) == []


def test_own_dates_of_a_group_are_entered(open_window, services, qtbot):
    mentees = [factory.make_mentee(services), factory.make_mentee(services, "Лисин")]
    group = factory.make_pairing(services, factory.make_mentor(services), *mentees)
    dates = (MemberDraft(mentees[0]), MemberDraft(mentees[1], left_on=date(2026, 12, 1)))
    dialog = made(qtbot, MembersDialog(None, offer_of(services, group)), MembersDraft(dates))
    assert dialog.draft().members == dates
    seen = open_window("pairings")
    page = shown(seen, group)
    seen.prompts.answer("ask_draft", lambda _draft: MembersDraft(dates))
    page.life.set_member_dates(row_of(services, group))
    seen.settle()
    assert row_of(services, group).members == dates


def test_empty_dialogs_say_what_is_missing(qtbot, services, ordered):
    offer = offer_of(services, ordered)
    cases = (
        (PauseDialog, Pause(TODAY), {"reason"}),
        (ResumeDialog, Resumption(None), {"on"}),
        (ReplaceMentorDialog, MentorReplacement(ordered), {"mentor_id", "reason", "on"}),
        (MentorSpanDialog, MentorSpan(0), {"person_id"}),
    )
    for kind, draft, names in cases:
        dialog = made(qtbot, kind(None, offer), draft)
        found = [one for one in dialog.problems(dialog.draft()) if one.level is Level.ERROR]
        assert {one.field for one in found} == names


def test_a_pair_between_schools_is_entered_on_the_card(qtbot, services, bare):
    offer = services.pairings.offer(services.pairings.draft(bare))
    dialog = made(qtbot, PairingDialog(None, "Пара", offer, TODAY), offer.draft)
    assert not dialog.partner_school.isEnabled()
    dialog.partnership.set_value(Partnership.MANAGEMENT_TEAMS)
    dialog.partner_school.setText("МБОУ «СОШ № 5»")
    draft = dialog.draft()
    assert (draft.partnership, draft.partner_school) == (
        Partnership.MANAGEMENT_TEAMS,
        "МБОУ «СОШ № 5»",
    )


def test_a_form_is_added_in_the_settings(open_window, services):
    seen = open_window("settings")
    seen.window.open_page("settings", "lists")
    seen.settle()
    form = MentoringForm("", "педагог – ученик", MentoringModel.PUPILS)
    seen.prompts.answer("ask_draft", lambda _draft: form)
    seen.click("Добавить форму…", seen.page.reference.view)
    assert seen.page.reference.view.model.row_at(10).title == "педагог – ученик"


def test_a_day_is_corrected_in_the_settings(open_window, services):
    seen = open_window("settings")
    seen.window.open_page("settings", "calendar")
    seen.settle()
    seen.prompts.answer("ask_draft", lambda _draft: DayDraft(date(2026, 12, 30), True, "карантин"))
    seen.click("Исправить день…", seen.page.calendar.view)
    assert services.working_calendar.around(TODAY).why_off(date(2026, 12, 30)) == "карантин"


def test_dialogs_of_lists_give_back_what_they_show(qtbot):
    form = MentoringForm("own-1", "педагог – ученик", MentoringModel.PUPILS, ("один", "два"))
    cases = (
        (MentoringFormDialog(None, [form]), form),
        (ModesDialog(None), ModesDraft(("флэш", "обратное"))),
        (CalendarDayDialog(None, TODAY), DayDraft(TODAY, False, "перенос")),
    )
    for dialog, draft in cases:
        made(qtbot, dialog, draft)
        assert dialog.draft() == draft
        assert dialog.problems(draft) == []
        assert nameless(dialog) == []


def test_the_card_of_a_mentor_names_his_agreement(open_window, services, ordered):
    seen = open_window("people")
    mentor = row_of(services, ordered).mentor.person_id
    seen.page.records.table.pick({mentor})
    seen.settle()
    assert "Доп. соглашение №\u00a01 от 04.09.2026" in texts_in(seen.window.details)
