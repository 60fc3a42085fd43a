"""Orders that were issued before the program came: entered, corrected, followed by new ones."""

from datetime import date

import pytest

from nastavnik_desktop.domain.orders import OrderState
from tests import factory
from tests.factory import TODAY, YEAR
from tests.ui.order_desk import other_pair
from tests.ui.school_window import button_in, texts_in
from ui.dialogs.external_order_dialog import ExternalOrderDialog

YESTERDAY = date(2026, 9, 7)


@pytest.fixture
def order_id(services):
    return factory.make_order(services)


def test_an_old_order_is_entered_with_its_pairs_and_its_file(desk, services, files):
    chosen, _opened = files
    chosen["Файл приказа"] = chosen["Скан приказа"]
    fixed, free = factory.make_pairing(services), other_pair(services)

    def fill(dialog):
        dialog.number.setText("181/1")
        dialog.order_date.set_day(YESTERDAY)
        dialog.heading.setPlainText("О закреплении\nнаставнических пар")
        dialog.pairings.mark([fixed])
        button_in(dialog, "Выбрать файл…").click()
        assert "скан приказа.pdf" in texts_in(dialog)
        button_in(dialog, "Внести").click()

    desk.choose("Внести изданный раньше…")
    desk.answer(ExternalOrderDialog, fill)
    (row,) = desk.seen.page.picked()
    assert (row.number, row.state) == ("181/1", OrderState.EXTERNAL)
    assert row.heading == "О закреплении наставнических пар"
    assert services.pairings.row(fixed).order.number == "181/1"
    assert services.pairings.row(free).order is None
    assert [one.file_name for one in services.order_files.rows(row.order_id)] == [
        "скан приказа.pdf"
    ]


def test_the_chosen_file_of_an_old_order_can_be_taken_back(desk, services, files):
    chosen, _opened = files
    chosen["Файл приказа"] = chosen["Скан приказа"]

    def fill(dialog):
        dialog.number.setText("5")
        dialog.order_date.set_day(YESTERDAY)
        dialog.heading.setPlainText("О парах")
        button_in(dialog, "Выбрать файл…").click()
        button_in(dialog, "Убрать").click()
        button_in(dialog, "Внести").click()

    desk.choose("Внести изданный раньше…")
    desk.answer(ExternalOrderDialog, fill)
    (row,) = desk.seen.page.picked()
    assert services.order_files.rows(row.order_id) == []


def test_a_number_in_use_or_a_bad_file_brings_the_dialog_back_with_all_that_was_typed(
    desk, services, order_id, files, tmp_path
):
    chosen, _opened = files
    chosen["Файл приказа"] = tmp_path / "список.xlsx"
    chosen["Файл приказа"].write_bytes(b"PK")

    def fill(dialog):
        dialog.number.setText("1-ОД")
        dialog.order_date.set_day(TODAY)
        dialog.heading.setPlainText("О парах")
        button_in(dialog, "Выбрать файл…").click()
        button_in(dialog, "Внести").click()

    def mend_file(dialog):
        assert "это файл" in dialog.form.message_of("file")
        assert dialog.number.text() == "1-ОД"
        button_in(dialog, "Убрать").click()
        button_in(dialog, "Внести").click()

    def mend_number(dialog):
        assert "уже есть в журнале" in dialog.form.message_of("number")
        assert dialog.heading.toPlainText() == "О парах"
        dialog.number.setText("1/1")
        button_in(dialog, "Внести").click()

    desk.choose("Внести изданный раньше…")
    desk.answer(ExternalOrderDialog, fill, mend_file, mend_number)
    assert [row.number for row in desk.seen.page.picked()] == ["1/1"]


def test_an_old_order_without_anything_says_what_it_lacks(desk):
    def leave_empty(dialog):
        button_in(dialog, "Внести").click()
        assert dialog.form.message_of("number")
        assert dialog.form.message_of("heading")
        assert dialog.form.message_of("order_date") == "Укажите дату приказа."
        dialog.reject()

    desk.choose("Внести изданный раньше…")
    desk.answer(ExternalOrderDialog, leave_empty)


def test_the_entry_of_an_old_order_is_corrected(desk, services, files):
    chosen, _opened = files
    chosen["Файл приказа"] = chosen["Скан приказа"]
    wrong, right = factory.make_pairing(services), other_pair(services)
    old = services.orders.register_external("97-од", YESTERDAY, "О парах", [wrong]).record_id

    def correct(dialog):
        assert (dialog.number.text(), dialog.pairings.chosen) == ("97-од", [wrong])
        dialog.number.setText("98-од")
        dialog.pairings.mark([right])
        button_in(dialog, "Выбрать файл…").click()
        button_in(dialog, "Сохранить").click()

    desk.look_at(old)
    button_in(desk.seen.window.details, "Исправить запись…").click()
    desk.answer(ExternalOrderDialog, correct)
    assert services.orders.row(old).number == "98-од"
    assert services.pairings.row(wrong).order is None
    assert services.pairings.row(right).order.number == "98-од"
    assert len(services.order_files.rows(old)) == 1


def test_the_entry_of_an_old_order_is_deleted_and_comes_back_whole(
    desk, services, tmp_path, failures
):
    scan = tmp_path / "скан.pdf"
    scan.write_bytes(b"%PDF scan")
    pair = factory.make_pairing(services)
    old = services.orders.register_external("97-од", YESTERDAY, "О парах", [pair], scan).record_id
    desk.look_at(old)
    desk.seen.click("Удалить запись", desk.seen.window.details)
    assert failures == []
    assert services.orders.rows(YEAR) == []
    assert services.pairings.row(pair).order is None
    desk.seen.click("Отменить", desk.seen.window.status)
    assert services.pairings.row(pair).order.number == "97-од"
    (file,) = services.order_files.rows(old)
    assert services.order_files.content(file.attachment_id).content == b"%PDF scan"


def test_pairs_of_an_old_order_are_amended_and_ended_by_orders_of_the_program(desk, services):
    pair = factory.make_pairing(services)
    old = services.orders.register_external("97-од", YESTERDAY, "О парах", [pair]).record_id

    def fill(dialog):
        dialog.fields.part.reason.setText("отказ наставника")

    desk.follow(old, "Прекратить пары досрочно…")
    made = desk.write(fill)
    assert "закреплённое приказом от 07.09.2026 № 97-од" in desk.text(made)
    assert services.pairings.row(pair).end_reason == "отказ наставника"


def test_the_annex_of_an_old_order_is_told_anew(desk, services):
    pair = factory.make_pairing(services)
    old = services.orders.register_external("97-од", YESTERDAY, "О парах", [pair]).record_id
    other_pair(services)

    def fill(dialog):
        part = dialog.fields.part
        assert part.is_new_edition.isChecked()
        part.is_new_edition.setChecked(False)
        assert "сверьте их с бумагой" in dialog.form.message_of("is_new_edition")
        part.is_new_edition.setChecked(True)

    desk.follow(old, "Изменить: замена, дополнение, срок…")
    text = desk.text(desk.write(fill))
    assert "к приказу от 07.09.2026 № 97-од изложить в новой редакции" in text


def test_an_old_order_without_pairs_offers_nothing_to_follow(desk, services):
    old = services.orders.register_external("97-од", YESTERDAY, "О парах").record_id
    desk.look_at(old)
    assert not [one for one in desk.lines() if "Прекратить" in getattr(one, "text", "")]
