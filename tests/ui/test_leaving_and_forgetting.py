"""«Уходит из школы…» and «Удалить персональные данные…»: what is told, what is done."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.pairings import EndKind
from nastavnik_desktop.services.leaving import LeavingDraft
from tests import factory
from tests.factory import TODAY, YEAR
from tests.ui.school_window import texts_in
from tests.ui.widget_walk import nameless
from ui.dialogs.forget_dialog import ForgetDialog, Forgetting
from ui.dialogs.leaving_dialog import LeavingDialog

LAST_DAY = date(2026, 10, 30)


@pytest.fixture
def mentor_id(services):
    """A mentor whose pair stands in an issued order."""
    made = factory.make_mentor(services)
    factory.make_order(services, factory.make_pairing(services, made))
    return made


@pytest.fixture
def leaving(qtbot, services, mentor_id):
    preview = services.leaving.preview(services.leaving.new_draft(mentor_id))
    made = LeavingDialog(None, preview, TODAY)
    qtbot.addWidget(made)
    made.begin(preview.draft)
    return made


def make_forget_dialog(qtbot, services, person_id):
    preview = services.forgetting.preview(person_id)
    made = ForgetDialog(None, preview)
    qtbot.addWidget(made)
    made.begin(Forgetting(preview))
    return made


def said(widget):
    return "\n".join(texts_in(widget)).replace("\u00a0", " ")


def choose(seen, person_id, words):
    seen.page.records.table.pick({person_id})
    seen.settle()
    menu = seen.page.records.table.make_menu()
    next(each for each in menu.actions() if each.text() == words).trigger()
    seen.settle()


def test_what_depends_on_the_person_is_told(leaving):
    assert "Крутикова О. Н. → Петров И. И., педагог – педагог" in said(leaving)
    assert "прекратится" in said(leaving)
    assert nameless(leaving) == []


def test_the_lines_follow_the_day(qtbot, services, leaving):
    services.people.set_pool([leaving.draft().person_id], "mentor", YEAR, is_in=True)
    preview = services.leaving.preview(leaving.draft())
    dialog = LeavingDialog(None, preview, TODAY)
    qtbot.addWidget(dialog)
    dialog.begin(preview.draft)
    assert "запись закроется 08.09.2026" in said(dialog)
    dialog.on.setText("30.10.2026")
    dialog.on.day_changed.emit()
    assert "запись закроется 30.10.2026" in said(dialog)
    assert dialog.draft().on == LAST_DAY


def test_day_and_reason_must_be_there(leaving):
    leaving.on.setText("когда-нибудь")
    leaving.reason.clear()
    assert [problem.field for problem in leaving.problems(leaving.draft())] == ["on", "reason"]


def test_who_is_tied_to_nothing_leaves_lightly(qtbot, services):
    person_id = factory.make_person(services)
    preview = services.leaving.preview(LeavingDraft(person_id, LAST_DAY))
    dialog = LeavingDialog(None, preview, TODAY)
    qtbot.addWidget(dialog)
    dialog.begin(preview.draft)
    assert "Ничего: человек не стоит в парах" in said(dialog)


def test_a_departure_ends_pairs_archives_and_can_be_undone(open_window, services, mentor_id):
    seen = open_window("people")
    seen.prompts.answer("ask_draft", lambda draft: replace(draft, on=LAST_DAY))
    choose(seen, mentor_id, "Уходит из школы…")
    (pairing,) = services.pairings.rows(YEAR)
    assert (pairing.ended_on, pairing.end_kind) == (LAST_DAY, EndKind.EARLY)
    assert [row.person_id for row in services.people.rows(YEAR, archived=True)] == [mentor_id]
    seen.click("Отменить", seen.window.status.notices)
    assert services.people.rows(YEAR, archived=True) == []


def test_a_refused_departure_opens_the_dialog_again(open_window, services):
    person_id = factory.make_person(services)
    card = services.people.draft(person_id, YEAR)
    hired = replace(card.employment, hired_on=date(2020, 9, 1))
    services.people.save(replace(card, employment=hired), YEAR)
    seen = open_window("people")
    seen.prompts.answer("ask_draft", lambda draft: replace(draft, on=date(2019, 1, 1)))
    seen.prompts.answer("ask_draft", None)
    choose(seen, person_id, "Уходит из школы…")
    assert [words for _method, words in seen.prompts.asked] == ["Уходит из школы"] * 2
    assert services.people.rows(YEAR, archived=True) == []


def test_what_goes_what_stays_and_which_copies_hold_the_data(qtbot, services, mentor_id):
    services.bases.back_up()
    (copy,) = services.bases.backups()
    dialog = make_forget_dialog(qtbot, services, mentor_id)
    assert "текст выпущенного приказа не меняется" in said(dialog)
    assert "1 пара с надписью «Данные удалены»" in said(dialog)
    assert copy.path.name in said(dialog)
    assert "Отменить удаление нельзя." in said(dialog)
    assert nameless(dialog) == []


def test_pairs_without_an_order_are_named_as_deleted(qtbot, services):
    mentor_id = factory.make_mentor(services)
    factory.make_pairing(services, mentor_id)
    dialog = make_forget_dialog(qtbot, services, mentor_id)
    assert "пары без приказа: Крутикова О. Н. → Петров И. И." in said(dialog)
    assert "Останется" not in said(dialog)


def test_only_the_typed_surname_frees_the_button(qtbot, services):
    dialog = make_forget_dialog(qtbot, services, factory.make_person(services, "Ёлкина"))
    assert not dialog.saving.isEnabled()
    dialog.typed.setText("Иванова")
    assert not dialog.saving.isEnabled()
    assert [problem.field for problem in dialog.problems(dialog.draft())] == ["typed"]
    dialog.typed.setText(" елкина ")
    assert dialog.saving.isEnabled()
    assert dialog.problems(dialog.draft()) == []
    assert not dialog.is_changed()


def test_forgotten_data_are_gone_and_no_way_back_is_offered(open_window, services, mentor_id):
    services.bases.back_up()
    seen = open_window("people")
    seen.prompts.answer("ask_draft", lambda agreed: agreed)
    choose(seen, mentor_id, "Удалить персональные данные…")
    known = [*services.people.rows(YEAR), *services.people.rows(YEAR, archived=True)]
    assert not any(row.name.last_name == "Крутикова" for row in known)
    assert "Отменить" not in seen.notice
    seen.click("Показать копии", seen.window.status.notices)
    assert seen.prompts.opened[0].is_dir()


def test_a_draft_order_must_be_seen_to_first(open_window, services):
    mentor_id = factory.make_mentor(services)
    factory.make_pairing(services, mentor_id)
    services.orders.save_draft(factory.order_draft(services))
    seen = open_window("people")
    seen.prompts.answer("show_error", None)
    choose(seen, mentor_id, "Удалить персональные данные…")
    assert "проекте приказа" in seen.prompts.asked[0][1]
