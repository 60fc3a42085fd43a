"""The page «Приказы»: the register, the way from pairs to an order, and the order's life."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.orders import OrderState
from nastavnik_desktop.domain.school_year import SchoolYear
from tests import factory
from tests.factory import TODAY, YEAR
from tests.ui.school_window import button_in, texts_in
from tests.ui.widget_walk import cut_texts, nameless
from ui.dialogs.order_life_dialogs import Signing, Withdrawal
from ui.requests import NewOrder, OpenPaper


@pytest.fixture
def pair(services):
    """A pair that is ready for an order."""
    return factory.make_pairing(services)


@pytest.fixture
def order(services, pair):
    """An issued order about it."""
    return factory.make_order(services, pair)


def pick(seen, order_id):
    """Select an order and wait for its pairings."""
    seen.page.records.table.pick({order_id})
    seen.settle()
    return seen.page.details


def test_a_register_without_orders_says_what_to_do_next(open_window):
    seen = open_window("orders")
    assert button_in(seen.page.records.empty, "Создать приказ")


def test_a_row_tells_number_day_heading_and_state(open_window, order):
    seen = open_window("orders")
    (row,) = seen.rows()
    assert list(row[:3]) == ["1-од", short_date(TODAY), factory.ORDER_HEADING]
    assert row[4:] == ["1", "ждёт подписи"]


def test_from_ready_pairs_to_an_order_whose_papers_can_be_opened(open_window, pair):
    seen = open_window("orders")
    seen.prompts.answer("ask_draft", lambda answer: answer)
    seen.click("Создать приказ", seen.page.records.header)
    assert [row.state for row in seen.page.picked()] == [OrderState.ISSUED]
    assert seen.notice[0].replace("\u00a0", " ") == "Приказ № 1-од создан"
    assert {"Открыть PDF", "Открыть Word", "Отменить"} <= set(seen.notice)
    seen.click("Открыть PDF", seen.window.status)
    seen.click("Открыть Word", seen.window.status)
    pdf, word = seen.prompts.opened
    assert pdf.name == f"Приказ № 1-од от {short_date(TODAY)}.pdf"
    assert pdf.read_bytes().startswith(b"%PDF")
    assert word.read_bytes().startswith(b"PK")


def test_undo_frees_the_number_and_the_pairs(open_window, services, pair):
    seen = open_window("orders")
    seen.prompts.answer("ask_draft", lambda answer: answer)
    seen.page.create_order()
    seen.settle()
    seen.click("Отменить", seen.window.status)
    assert seen.rows() == []
    assert services.pairings.row(pair).order is None


def test_a_draft_is_kept_and_later_issued(open_window, services, pair):
    seen = open_window("orders")
    seen.prompts.answer("ask_draft", lambda answer: replace(answer, is_issued=False))
    seen.page.create_order()
    seen.settle()
    (row,) = seen.page.picked()
    assert row.state is OrderState.DRAFT
    seen.prompts.answer("ask_draft", lambda answer: answer)
    seen.click("Изменить проект", seen.window.details)
    assert services.orders.row(row.order_id).state is OrderState.ISSUED


def test_a_number_in_use_opens_the_dialog_again(open_window, services, order):
    factory.make_pairing(services)
    seen = open_window("orders")
    seen.prompts.answer("ask_draft", lambda a: replace(a, draft=replace(a.draft, number="1-од")))
    seen.prompts.answer("ask_draft", lambda a: replace(a, draft=replace(a.draft, number="7-од")))
    seen.page.create_order()
    seen.settle()
    assert sorted(row[0] for row in seen.rows()) == ["1-од", "7-од"]


def test_other_pages_begin_an_order_for_their_pairs(open_window, services, pair):
    other = factory.make_pairing(services)
    seen = open_window("orders")
    shown = []
    seen.prompts.answer("ask_draft", shown.append)
    seen.window.open_page("orders", NewOrder((other,)))
    seen.settle()
    assert shown[0].draft.pairing_ids == (other,)


def test_details_lead_to_the_pairs_of_the_order(open_window, pair, order):
    seen = open_window("orders")
    details = pick(seen, order)
    asked = []
    seen.page.shell = replace(seen.page.shell, open_page=lambda *where: asked.append(where))
    (section,) = [part for part in details.sections if part.title.startswith("В приказе")]
    assert section.title.replace("\u00a0", " ") == "В приказе: 1 пара"
    section.items[0].run()
    assert asked == [("pairings", pair)]


def test_an_order_is_marked_as_signed_once(open_window, services, order):
    seen = open_window("orders")
    pick(seen, order)
    seen.prompts.answer("ask_draft", lambda _shown: Signing(TODAY))
    seen.click("Отметить подписанным…", seen.window.details)
    assert services.orders.row(order).signed_on == TODAY
    assert "Отметить подписанным…" not in texts_in(seen.window.details)


def test_a_signature_of_tomorrow_is_refused_and_asked_again(open_window, services, order):
    seen = open_window("orders")
    pick(seen, order)
    seen.prompts.answer("ask_draft", lambda _shown: Signing(date(2026, 9, 9)))
    seen.prompts.answer("ask_draft", lambda _shown: None)
    seen.click("Отметить подписанным…", seen.window.details)
    assert services.orders.row(order).signed_on is None


def test_a_withdrawn_order_keeps_its_number_and_says_why(open_window, services, pair, order):
    seen = open_window("orders")
    pick(seen, order)
    seen.prompts.answer("ask_draft", lambda _shown: Withdrawal(TODAY, "ошибка в составе"))
    seen.click("Отменить приказ…", seen.window.details)
    assert seen.rows()[0][0] == "1-од"
    assert "ошибка в составе" in texts_in(seen.window.details)
    assert services.pairings.row(pair).order is None


def test_a_draft_is_deleted_at_once(open_window, services, pair, failures):
    draft = services.orders.save_draft(factory.order_draft(services, pair)).record_id
    seen = open_window("orders")
    pick(seen, draft)
    seen.click("Удалить проект", seen.window.details)
    assert seen.rows() == []
    assert failures == []


def test_the_paper_opens_in_the_preview_sharp_and_zooms(open_window, qtbot, order):
    seen = open_window("orders")
    seen.window.open_page("orders", OpenPaper(order))
    seen.settle()
    (dialog,) = seen.prompts.shown
    dialog.show()
    qtbot.waitUntil(lambda: seen.operations.drain() or dialog.preview.is_sharp)
    assert dialog.preview.pages >= 3
    assert dialog.page_words.text() == f"Страница 1 из {dialog.preview.pages}"
    dialog.close()


def test_the_preview_saves_under_the_chosen_name(open_window, tmp_path, order):
    seen = open_window("orders")
    row = seen.page._rows[0]
    path = tmp_path / "приказ.docx"
    seen.prompts.answer("choose_file_to_save", path)
    seen.page.save_paper(row, "docx")
    seen.settle()
    assert path.read_bytes().startswith(b"PK")
    assert {"Сохранено: приказ.docx", "Открыть файл", "Показать в папке"} <= set(seen.notice)


def test_the_register_is_shown_for_printing(open_window, order):
    seen = open_window("orders")
    seen.click("Печать журнала", seen.page.records.header)
    (dialog,) = seen.prompts.shown
    assert dialog.windowTitle() == f"Журнал приказов {YEAR.label}"
    dialog.close()


def test_chips_show_the_states_that_occur(open_window, services, order):
    services.orders.save_draft(factory.order_draft(services, factory.make_pairing(services)))
    seen = open_window("orders")
    chips = seen.page.chips(seen.page._rows)
    assert [(chip.text, chip.count) for chip in chips] == [
        ("Все", 2),
        ("Проекты", 1),
        ("Ждут подписи", 1),
    ]
    seen.page.records.filters.choose("draft")
    assert [row[-1] for row in seen.rows()] == ["проект"]


def test_an_external_order_has_neither_paper_nor_life(open_window, services, sqlite_base):
    from nastavnik_desktop.services.external_orders import external_order

    with sqlite_base.begin("Внешний приказ") as session:
        session.add(external_order(session, "181/1", date(2026, 9, 1), "О наставничестве"))
    seen = open_window("orders")
    row = seen.page._rows[0]
    details = pick(seen, row.order_id)
    assert [one.text for one in details.buttons] == ["Исправить запись…", "Удалить запись"]
    seen.page.open(row)
    seen.settle()
    assert seen.prompts.shown == []


def test_an_order_of_another_year_is_named_and_can_be_read(open_window, services):
    mentor, mentee = factory.make_mentor(services), factory.make_mentee(services)
    factory.consent(services, mentor, mentee, on=date(2025, 9, 1))
    last_year = SchoolYear(2025)
    draft = factory.pairing_draft(
        mentor, mentee, year=last_year, starts_on=date(2025, 9, 8), ends_on=date(2026, 5, 28)
    )
    pairing = services.pairings.save(draft).record_id
    factory.agree(services, pairing, on=date(2025, 9, 1))
    offer = services.orders.new_draft(last_year, [pairing])
    old = replace(offer.draft, order_date=date(2025, 9, 5), programs_due_on=None)
    order_id = services.orders.issue(old).record_id
    seen = open_window("orders")
    seen.window.open_page("orders", order_id)
    seen.settle()
    assert "2025/26 учебного года" in seen.notice[0]
    assert "Открыть документ" in seen.notice


def test_everything_has_a_name_and_nothing_is_cut(open_window, order):
    seen = open_window("orders")
    seen.window.resize(1366, 768)
    pick(seen, order)
    seen.page.show_paper(seen.page._rows[0])
    seen.settle()
    (dialog,) = seen.prompts.shown
    assert nameless(seen.page.view) == []
    assert nameless(seen.window.details) == []
    assert nameless(dialog) == []
    assert cut_texts(seen.page.view) == []
    assert cut_texts(seen.window.details) == []
    dialog.close()
