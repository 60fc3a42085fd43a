"""An entry of the register: who knows it, its files, extracts, links, old orders, its end."""

from datetime import date

import pytest

from nastavnik_desktop.domain.orders import OrderKind, OrderState
from tests import factory
from tests.factory import TODAY, YEAR
from tests.ui.order_desk import OrderDesk, stand_at
from tests.ui.school_window import button_in, texts_in
from ui.dialogs.acquaintance_dialog import AcquaintanceDialog
from ui.dialogs.external_order_dialog import ExternalOrderDialog
from ui.dialogs.order_life_dialogs import WithdrawalDialog
from ui.dialogs.question_dialog import QuestionDialog

YESTERDAY = date(2026, 9, 7)


@pytest.fixture
def desk(open_real_window, hand, qtbot, services):
    return OrderDesk(open_real_window("orders", "pairings"), hand, qtbot, services)


@pytest.fixture
def order_id(services):
    return factory.make_order(services)


def other_pair(services):
    return factory.make_pairing(
        services, factory.make_mentor(services, "Орлова"), factory.make_mentee(services, "Ким")
    )


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


@pytest.fixture
def files(desk, tmp_path, monkeypatch):
    """Files to choose, by what is asked, and what was opened in the system's program."""
    scan, final = tmp_path / "скан приказа.pdf", tmp_path / "приказ 1-од.docx"
    scan.write_bytes(b"%PDF scan")
    final.write_bytes(b"PK final")
    chosen = {"Скан приказа": scan, "Окончательный текст приказа": final}
    opened = []
    prompts = desk.seen.prompts
    monkeypatch.setattr(prompts, "choose_file_to_open", lambda title, *_rest: chosen[title])
    monkeypatch.setattr(prompts, "open_in_system", lambda path: opened.append(path) or True)
    return chosen, opened


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


# Orders issued before


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


# Warnings


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
