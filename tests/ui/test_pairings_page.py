"""The page «Пары и группы»: what it shows, how pairs are made, changed and finished."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from nastavnik_desktop.domain.pairing_life import PairingEnd
from nastavnik_desktop.domain.pairings import EndKind, MemberDraft, PairingState
from nastavnik_desktop.domain.school_year import SchoolYear
from tests import factory
from tests.factory import TODAY, YEAR
from tests.ui.school_window import button_in, texts_in
from tests.ui.widget_walk import cut_texts, nameless
from ui.controllers.pairing_details import several_details
from ui.requests import NewOrder, NewPairing
from ui.widgets.details import CheckState


@pytest.fixture
def pair(services):
    """A pair of teachers that lacks the consent of its mentor."""
    return factory.make_pairing(services, is_consented=False)


def test_a_page_without_pairs_says_what_to_do_next(open_window):
    seen = open_window("pairings")
    assert not seen.page.records.empty.isHidden()
    assert seen.page.records.table.isHidden()
    assert button_in(seen.page.records.empty, "Новая пара")


def test_a_row_tells_people_term_and_state(open_window, pair):
    seen = open_window("pairings")
    (row,) = seen.rows()
    assert row[0] == "Крутикова\u00a0О.\u00a0Н."
    assert row[1] == "Петров\u00a0И.\u00a0И."
    assert row[3].replace("\u00a0", " ") == "08.09 – 28.05.2027"
    assert row[4] == "нет согласия"


def test_chips_count_what_they_show(open_window, services, pair):
    student = factory.make_student(services)
    other = factory.make_student(services, "Белов", first_name="Илья")
    factory.make_pairing(services, student, other, form_code="student-student")
    seen = open_window("pairings")
    page = seen.page
    for chip in page.chips(page._rows):
        page.records.filters.choose(chip.key)
        assert len(seen.rows()) == chip.count, chip.text


def test_the_filter_by_form_leaves_its_pairs_only(open_window, services, pair):
    student = factory.make_student(services)
    other = factory.make_student(services, "Белов", first_name="Илья")
    factory.make_pairing(services, student, other, form_code="student-student")
    seen = open_window("pairings")
    seen.page.records.filters.set_filter("form", "student-student")
    assert [row[2] for row in seen.rows()] == ["ученик – ученик"]


def test_search_forgives_the_keyboard_layout_and_offers_the_way_back(open_window, pair):
    seen = open_window("pairings")
    seen.page.records.search.setText("gtnhjd")
    assert len(seen.rows()) == 1
    seen.page.records.search.setText("никого такого")
    assert seen.rows() == []
    seen.click("Показать все", seen.page.records.nothing)
    assert len(seen.rows()) == 1


def test_a_letter_typed_in_the_table_goes_to_the_search(open_window, pair):
    seen = open_window("pairings")
    seen.page.records.table.typed.emit("п")
    assert seen.page.records.search.text() == "п"


def test_details_say_whose_consent_is_missing(open_window, pair):
    seen = open_window("pairings")
    seen.page.records.table.pick({pair})
    checks = seen.page.details.sections[1].items
    assert [check.state for check in checks] == [
        CheckState.MISSING,
        CheckState.OPEN,
        CheckState.DONE,
        CheckState.OPEN,
    ]
    assert "Крутикова" in checks[0].text


def test_a_consent_is_entered_from_the_details(open_window, pair):
    seen = open_window("pairings")
    seen.page.records.table.pick({pair})
    seen.prompts.answer("ask_draft", lambda draft: replace(draft, signed_on=TODAY))
    seen.page.details.sections[1].items[0].run()
    seen.settle()
    assert seen.page._rows[0].state is PairingState.READY
    assert seen.page.details.sections[1].items[0].state is CheckState.DONE
    assert "Отменить" in seen.notice


def test_a_new_pair_is_saved_selected_and_leads_to_an_order(open_window, services):
    mentor, mentee = factory.make_mentor(services), factory.make_mentee(services)
    seen = open_window("pairings")
    seen.prompts.answer(
        "ask_draft",
        lambda draft: replace(
            draft,
            form_code="educator-educator",
            mentor_id=mentor,
            members=(MemberDraft(mentee),),
        ),
    )
    seen.click("Новая пара", seen.page.records.header)
    (line,) = seen.page.picked()
    assert line.row.mentor.person_id == mentor
    assert {"Пара создана", "Создать приказ", "Отменить"} <= set(seen.notice)


def test_undo_in_the_notice_takes_the_new_pair_back(open_window, services):
    mentor, mentee = factory.make_mentor(services), factory.make_mentee(services)
    seen = open_window("pairings")
    draft = factory.pairing_draft(mentor, mentee)
    seen.prompts.answer("ask_draft", lambda _shown: draft)
    seen.page.create_pairing()
    seen.settle()
    seen.click("Отменить", seen.window.status)
    assert seen.rows() == []
    assert services.pairings.rows(YEAR) == []


def test_what_the_base_refuses_opens_the_dialog_again_with_what_was_typed(open_window, services):
    mentor, mentee = factory.make_mentor(services), factory.make_mentee(services)
    seen = open_window("pairings")
    wrong = factory.pairing_draft(mentor, mentor, topic="Подготовка к урокам")
    seen.prompts.answer("ask_draft", lambda _shown: wrong)
    kept = []

    def corrected(shown):
        kept.append(shown)
        return replace(shown, members=(MemberDraft(mentee),))

    seen.prompts.answer("ask_draft", corrected)
    seen.page.create_pairing()
    seen.settle()
    assert kept[0].topic == "Подготовка к урокам"
    assert len(seen.rows()) == 1


def test_another_page_begins_a_group_for_its_mentees(open_window, services):
    mentees = [factory.make_mentee(services), factory.make_mentee(services, "Юсупов")]
    seen = open_window("pairings")
    shown = []
    seen.prompts.answer("ask_draft", shown.append)
    seen.window.open_page("pairings", NewPairing(tuple(mentees)))
    seen.settle()
    assert [member.person_id for member in shown[0].members] == mentees
    assert shown[0].kind.label == "группа"


def test_a_pair_in_an_issued_order_is_explained_and_not_opened(open_window, services, pair):
    factory.consent(services, *(p.person_id for p in services.pairings.row(pair).participants))
    factory.make_order(services, pair)
    seen = open_window("pairings", "orders")
    seen.page.records.table.pick({pair})
    seen.page.open(seen.page.picked()[0])
    seen.settle()
    assert any("меняет только новый приказ" in words for words in seen.notice)
    assert "Открыть приказ" in seen.notice


def test_finishing_early_keeps_the_reason(open_window, services, pair):
    seen = open_window("pairings")
    seen.page.records.table.pick({pair})
    end = PairingEnd(date(2026, 9, 20), EndKind.EARLY, "заявление наставника")
    seen.prompts.answer("ask_draft", lambda _shown: end)
    seen.click("Завершить…", seen.window.details)
    row = services.pairings.row(pair)
    assert (row.end_kind, row.end_reason) == (EndKind.EARLY, "заявление наставника")


def test_an_ended_pair_returns_to_work(open_window, services, pair):
    services.pairings.finish([pair], TODAY, EndKind.COMPLETED)
    seen = open_window("pairings")
    seen.page.records.table.pick({pair})
    seen.click("Вернуть в работу", seen.window.details)
    assert services.pairings.row(pair).ended_on is None


def test_a_pair_without_an_order_is_deleted_and_comes_back_by_undo(open_window, services, pair):
    seen = open_window("pairings")
    seen.page.records.table.pick({pair})
    seen.click("Удалить", seen.window.details)
    assert seen.rows() == []
    seen.click("Отменить", seen.window.status)
    assert len(seen.rows()) == 1


def test_several_pairs_are_finished_together(open_window, services, pair):
    second = factory.make_pairing(services, is_consented=False)
    seen = open_window("pairings")
    details = several_details(seen.page._rows, seen.page)
    assert details.title.replace("\u00a0", " ") == "Выбрано: 2 пары"
    seen.prompts.answer("ask_draft", lambda _shown: PairingEnd(date(2027, 5, 20)))
    next(each for each in details.buttons if each.text == "Завершить…").run()
    seen.settle()
    assert services.pairings.row(second).ended_on == date(2027, 5, 20)


def test_the_button_of_orders_asks_for_the_selected_pairs(open_window, services, pair):
    seen = open_window("pairings", "orders")
    asked = []
    page = seen.page
    page.shell = replace(page.shell, open_page=lambda *where: asked.append(where))
    page.records.table.pick({pair})
    page.records.order.click()
    assert asked == [("orders", NewOrder((pair,)))]


def test_people_of_a_pair_are_one_click_away(open_window, services, pair):
    seen = open_window("pairings")
    asked = []
    page = seen.page
    page.shell = replace(page.shell, open_page=lambda *where: asked.append(where))
    page.records.table.pick({pair})
    people = next(part for part in page.details.sections if part.title == "Участники")
    people.items[0].run()
    assert asked == [("people", services.pairings.row(pair).mentor.person_id)]


def test_history_names_the_step_that_made_the_pair(open_window, pair):
    seen = open_window("pairings")
    seen.page.show_history("Пара", pair)
    seen.settle()
    assert "Пара создана" in texts_in(seen.prompts.shown[0])


def test_enter_opens_the_card_of_the_selected_pair(open_window, qtbot, pair):
    seen = open_window("pairings")
    seen.page.records.table.pick({pair})
    seen.prompts.answer("ask_draft", None)
    qtbot.keyClick(seen.page.records.table, Qt.Key.Key_Return)
    seen.settle()
    assert seen.prompts.asked[-1] == ("ask_draft", "Пара или группа")


def test_the_shown_table_is_saved_as_a_workbook(open_window, tmp_path, pair):
    seen = open_window("pairings")
    path = tmp_path / "пары.xlsx"
    seen.prompts.answer("choose_file_to_save", path)
    table = seen.page.records.table
    table.outputs["Сохранить в Excel…"](table.shown_table())
    seen.settle()
    assert path.read_bytes().startswith(b"PK")
    assert "Сохранено: пары.xlsx" in seen.notice


def test_without_people_the_notice_says_where_to_begin(open_window):
    seen = open_window("pairings")
    seen.click("Новая пара", seen.page.records.empty)
    assert "Перейти к людям" in seen.notice


def test_a_pair_of_another_year_is_named(open_window, services):
    draft = factory.pairing_draft(
        factory.make_mentor(services),
        factory.make_mentee(services),
        year=SchoolYear(2025),
        starts_on=date(2025, 9, 8),
        ends_on=date(2026, 5, 28),
    )
    pairing = services.pairings.save(draft).record_id
    seen = open_window("pairings")
    seen.window.open_page("pairings", pairing)
    seen.settle()
    assert "2025/26 учебного года" in seen.notice[0]


def test_everything_has_a_name_and_nothing_is_cut(open_window, pair):
    seen = open_window("pairings")
    seen.window.resize(1366, 768)
    seen.page.records.table.pick({pair})
    seen.settle()
    assert nameless(seen.page.view) == []
    assert nameless(seen.window.details) == []
    assert cut_texts(seen.page.view) == []
    assert cut_texts(seen.window.details) == []
