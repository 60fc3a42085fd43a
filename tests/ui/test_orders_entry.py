"""An entry of the register: who knows it, its files, extracts, links, its end."""

from datetime import date

import pytest

from nastavnik_desktop.domain.orders import OrderKind, OrderState
from tests import factory
from tests.factory import TODAY, YEAR
from tests.ui.order_desk import other_pair, stand_at
from tests.ui.school_window import button_in, texts_in
from ui.dialogs.acquaintance_dialog import AcquaintanceDialog
from ui.dialogs.order_life_dialogs import WithdrawalDialog
from ui.dialogs.question_dialog import QuestionDialog

YESTERDAY = date(2026, 9, 7)


@pytest.fixture
def order_id(services):
    return factory.make_order(services)


# Acquaintance


def days_of(services, order_id):
    return [one.acquainted_on for one in services.acquaintance.rows(order_id)]


def test_people_are_acquainted_one_by_one_and_the_pane_counts_them(desk, services, order_id):
    def sign_first(dialog):
        field = next(iter(dialog.days.values()))
        field.set_day(TODAY)
        button_in(dialog, "Сохранить").click()

    desk.follow(order_id, "Лист ознакомления…")
    desk.answer(AcquaintanceDialog, sign_first)
    assert days_of(services, order_id) == [TODAY, None]
    assert desk.line("Лист ознакомления…").note == "1 из 2"


def test_one_day_is_given_to_all_who_have_none(desk, services, order_id):
    stand_at(services, date(2026, 9, 10))
    first, _second = services.acquaintance.rows(order_id)
    services.acquaintance.record(order_id, {first.acquaintance_id: TODAY})

    def sign_all(dialog):
        dialog.same_day.set_day(date(2026, 9, 9))
        button_in(dialog, "Поставить всем без даты").click()
        button_in(dialog, "Сохранить").click()

    desk.follow(order_id, "Лист ознакомления…")
    desk.answer(AcquaintanceDialog, sign_all)
    assert days_of(services, order_id) == [TODAY, date(2026, 9, 9)]


def test_a_day_before_the_order_stays_in_the_dialog_with_its_reason(desk, services, order_id):
    def sign_too_early(dialog):
        key, field = next(iter(dialog.days.items()))
        field.set_day(YESTERDAY)
        button_in(dialog, "Сохранить").click()
        assert dialog.form.message_of(f"day:{key}") == "День раньше даты приказа."
        field.setText("когда-нибудь")
        button_in(dialog, "Сохранить").click()
        assert "не понята" in dialog.form.message_of(f"day:{key}")
        field.set_day(date(2026, 9, 9))
        button_in(dialog, "Сохранить").click()
        assert dialog.form.message_of(f"day:{key}") == "Этот день ещё не наступил."
        field.set_day(TODAY)
        button_in(dialog, "Сохранить").click()

    desk.follow(order_id, "Лист ознакомления…")
    desk.answer(AcquaintanceDialog, sign_too_early)
    assert days_of(services, order_id) == [TODAY, None]


def test_a_common_day_that_is_not_understood_is_said_and_takes_nothing_away(
    desk, services, order_id
):
    def mistype(dialog):
        dialog.same_day.setText("сегодня-завтра")
        button_in(dialog, "Поставить всем без даты").click()
        assert "не понята" in " ".join(texts_in(dialog))
        assert not any(field.text() for field in dialog.days.values())
        dialog.same_day.set_day(TODAY)
        button_in(dialog, "Поставить всем без даты").click()
        assert "не понята" not in " ".join(texts_in(dialog))
        button_in(dialog, "Сохранить").click()

    desk.follow(order_id, "Лист ознакомления…")
    desk.answer(AcquaintanceDialog, mistype)
    assert days_of(services, order_id) == [TODAY, TODAY]


def test_somebody_without_a_card_is_added_to_the_sheet(desk, services, order_id):
    def add(dialog):
        dialog.added_name.setText("Стрелец Ю. О.")
        dialog.added_post.setText("специалист по кадрам")
        button_in(dialog, "Добавить в лист").click()
        assert dialog.added_name.text() == ""
        button_in(dialog, "Поставить всем без даты").click()
        button_in(dialog, "Сохранить").click()

    desk.follow(order_id, "Лист ознакомления…")
    desk.answer(AcquaintanceDialog, add)
    last = services.acquaintance.rows(order_id)[-1]
    assert (last.name, last.post, last.acquainted_on) == (
        "Стрелец Ю. О.",
        "специалист по кадрам",
        TODAY,
    )


# Files


def test_scan_and_final_text_are_attached_opened_and_removed(desk, services, order_id, files):
    _chosen, opened = files
    desk.follow(order_id, "Приложить скан…")
    desk.seen.settle()
    desk.line("Приложить окончательный файл…").run()
    desk.seen.settle()
    kept = [one.file_name for one in services.order_files.rows(order_id)]
    assert kept == ["скан приказа.pdf", "приказ 1-од.docx"]
    desk.line("Скан: скан приказа.pdf").run()
    desk.seen.settle()
    assert [path.read_bytes() for path in opened] == [b"%PDF scan"]
    desk.line("Убрать: приказ 1-од.docx").run()
    desk.seen.settle()
    assert [one.file_name for one in services.order_files.rows(order_id)] == ["скан приказа.pdf"]
    desk.seen.click("Отменить", desk.seen.window.status)
    assert len(services.order_files.rows(order_id)) == 2


def test_a_file_of_a_wrong_kind_is_refused_with_its_name(desk, order_id, files, tmp_path):
    chosen, _opened = files
    chosen["Скан приказа"] = tmp_path / "таблица.xlsx"
    chosen["Скан приказа"].write_bytes(b"PK")
    desk.follow(order_id, "Приложить скан…")

    def read(dialog):
        words = " ".join(texts_in(dialog))
        assert "Скан приказа – это файл PDF" in words
        assert "таблица.xlsx" in words
        button_in(dialog, "Понятно").click()

    desk.answer(QuestionDialog, read)


# Extracts


def test_the_extract_of_the_only_pair_opens_at_once(desk, order_id, monkeypatch):
    shown = []
    monkeypatch.setattr(desk.seen.prompts, "show_dialog", shown.append)
    desk.follow(order_id, "Выписка из приказа…")
    desk.seen.settle()
    (dialog,) = shown
    assert dialog.windowTitle().startswith("Выписка: Приказ №\u00a01-од")
    dialog.close()


def test_of_several_pairs_one_is_chosen_for_the_extract(desk, services, monkeypatch):
    order_id = factory.make_order(services, factory.make_pairing(services), other_pair(services))
    shown = []
    monkeypatch.setattr(desk.seen.prompts, "show_dialog", shown.append)
    monkeypatch.setattr(desk.seen.prompts, "ask_choice", lambda _title, _label, names: 1)
    desk.follow(order_id, "Выписка из приказа…")
    desk.seen.settle()
    (dialog,) = shown
    assert "Орлова" in dialog.windowTitle()
    dialog.close()


# Links


def test_orders_that_speak_of_each_other_lead_to_each_other(desk, services, order_id):
    new = other_pair(services)
    offer = services.orders.new_draft(YEAR, (new,), OrderKind.AMENDMENT, order_id)
    amendment = services.orders.issue(offer.draft).record_id
    desk.look_at(order_id)
    desk.line("Изменён приказом №\u00a02-од от 08.09.2026").run()
    desk.seen.settle()
    assert [row.order_id for row in desk.seen.page.picked()] == [amendment]
    desk.line("Изменяет приказ №\u00a01-од от 08.09.2026").run()
    desk.seen.settle()
    assert [row.order_id for row in desk.seen.page.picked()] == [order_id]


def test_an_order_that_others_rest_on_says_which_and_stays(desk, services, order_id):
    new = other_pair(services)
    offer = services.orders.new_draft(YEAR, (new,), OrderKind.AMENDMENT, order_id)
    services.orders.issue(offer.draft)

    def withdraw(dialog):
        dialog.reason.setPlainText("ошибка")
        button_in(dialog, "Отменить приказ").click()

    def give_up(dialog):
        words = " ".join(texts_in(dialog)).replace("\u00a0", " ")
        assert "опираются другие: приказ № 2-од от 08.09.2026" in words
        assert dialog.reason.toPlainText() == "ошибка"
        dialog.reject()

    desk.look_at(order_id)
    button_in(desk.seen.window.details, "Отменить приказ…").click()
    desk.answer(WithdrawalDialog, withdraw, give_up)
    assert services.orders.row(order_id).state is OrderState.ISSUED
