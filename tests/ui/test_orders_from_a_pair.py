"""From the pane of a pair to the order that its state allows, with the pair chosen."""

from datetime import date

import pytest

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.orders import OrderKind
from nastavnik_desktop.domain.pairing_life import MentorReplacement
from nastavnik_desktop.domain.pairings import EndKind
from tests import factory
from tests.factory import TODAY
from tests.ui.order_desk import OrderDesk, stand_at
from tests.ui.school_window import button_in, texts_in
from ui.dialogs.order_dialog import OrderDialog

MAY = date(2027, 5, 27)


@pytest.fixture
def desk(open_real_window, hand, qtbot, services):
    return OrderDesk(open_real_window("pairings", "orders"), hand, qtbot, services)


@pytest.fixture
def pair(services):
    return factory.make_pairing(services)


@pytest.fixture
def other(services):
    return factory.make_pairing(
        services, factory.make_mentor(services, "Орлова"), factory.make_mentee(services, "Ким")
    )


def offered(desk, pairing_id):
    """What the pane of a pair offers under «Следующий приказ»."""
    desk.seen.window.open_page("pairings", None)
    desk.seen.shell.changes.publish(Changes.PAIRINGS)
    desk.seen.settle()
    desk.seen.page.records.table.pick({pairing_id})
    desk.seen.settle()
    return [
        item.text
        for section in desk.seen.page.details.sections
        if section.title == "Следующий приказ"
        for item in section.items
    ]


def test_each_state_offers_its_own_orders(desk, services, pair, other):
    assert offered(desk, pair) == ["Дополнить изданный приказ…"]
    factory.make_order(services, pair, other)
    assert offered(desk, pair) == [
        "Изменить срок приказом…",
        "Прекратить приказом…",
        "Подвести итоги приказом…",
        "Поощрить наставника приказом…",
    ]
    services.pairings.finish([pair], TODAY, EndKind.EARLY, "отказ наставника")
    assert offered(desk, pair) == ["Прекратить приказом…"]
    services.pairings.finish([other], TODAY, EndKind.COMPLETED, "")
    assert offered(desk, other) == ["Подвести итоги приказом…", "Поощрить наставника приказом…"]


def test_another_term_is_ordered_from_the_pair(desk, services, pair, other):
    factory.make_order(services, pair, other)
    offered(desk, pair)
    desk.line("Изменить срок приказом…").run()

    def fill(dialog):
        part = dialog.fields.part
        assert part.terms.chosen == [pair]
        button_in(dialog, "Создать приказ").click()
        assert dialog.form.message_of("new_end") == "Укажите новый последний день."
        part.new_end.set_day(date(2027, 5, 28))
        assert "и так до 28.05.2027" in " ".join(
            one.message for one in dialog.problems(dialog.draft())
        )
        part.new_end.set_day(date(2027, 8, 31))
        part.reason.setText("продлением программы")

    text = desk.text(desk.write(fill))
    assert "срок по 31.08.2027" in text
    assert services.pairings.row(pair).ends_on == date(2027, 8, 31)
    assert services.pairings.row(other).ends_on == date(2027, 5, 28)


def test_one_pair_of_an_order_is_ended_from_its_pane(desk, services, pair, other):
    factory.make_order(services, pair, other)
    services.pairings.finish([other], TODAY, EndKind.EARLY, "увольнение наставника")
    offered(desk, pair)
    desk.line("Прекратить приказом…").run()

    def fill(dialog):
        assert dialog.pairings.ids == (pair,)
        dialog.fields.part.reason.setText("отказ наставника")

    assert "Орлов" not in desk.text(desk.write(fill))


def test_what_an_order_ended_is_not_ended_again(desk, services, pair, failures):
    order_id = factory.make_order(services, pair)
    services.pairings.finish([pair], TODAY, EndKind.EARLY, "отказ наставника")
    offer = services.orders.new_draft(factory.YEAR, (pair,), OrderKind.TERMINATION, order_id)
    services.orders.issue(offer.draft)
    offered(desk, pair)
    desk.line("Прекратить приказом…").run()
    desk.seen.settle()
    ((_title, error),) = failures
    assert "уже есть приказ №\u00a02-од от 08.09.2026" in str(error)


def test_results_and_thanks_are_ordered_from_the_pair(desk, services, pair, other):
    factory.make_order(services, pair, other)
    stand_at(services, MAY)
    offered(desk, pair)
    desk.line("Подвести итоги приказом…").run()
    made = desk.write(lambda dialog: None)
    assert "Орлов" not in desk.text(made)
    assert services.pairings.row(pair).end_kind is EndKind.COMPLETED
    offered(desk, pair)
    desk.line("Поощрить наставника приказом…").run()
    text = desk.text(desk.write())
    assert "Крутиковой Ольге Николаевне" in text
    assert "Орлов" not in text


def test_a_pair_that_is_too_early_for_results_is_shown_with_its_reason_and_no_other_instead(
    desk, services, pair, other
):
    order_id = factory.make_order(services, pair, other)
    services.pairings.finish([other], TODAY, EndKind.COMPLETED, "")
    offered(desk, pair)
    desk.line("Подвести итоги приказом…").run()

    def look(dialog):
        assert dialog.pairings.ids == ()
        assert "программа длится до 28.05.2027" in " ".join(texts_in(dialog.pairings))
        dialog.reject()

    desk.answer(OrderDialog, look)
    assert services.orders.row(order_id).pairings_count == 2


def test_a_new_pair_is_added_to_the_only_issued_order(desk, services, pair, other):
    factory.make_order(services, pair)
    offered(desk, other)
    desk.line("Дополнить изданный приказ…").run()
    made = desk.write(lambda dialog: dialog.fields.part.reason.setText("приёмом педагога"))
    assert "дополнить строкой 2" in desk.text(made)
    assert services.pairings.row(other).order.number == made.number
    assert "Изменить срок приказом…" in offered(desk, other)


def test_a_pair_added_by_an_amendment_is_ended_as_any_other(desk, services, pair, other):
    order_id = factory.make_order(services, pair)
    amendment = services.orders.new_draft(
        factory.YEAR, (other,), OrderKind.AMENDMENT, order_id
    ).draft
    services.orders.issue(amendment)
    offered(desk, other)
    desk.line("Прекратить приказом…").run()
    text = desk.text(desk.write(lambda dialog: dialog.fields.part.reason.setText("переезд")))
    assert "Орловой Ольги Николаевны" in text
    assert (
        "Крутиков"
        not in text.split("Лист ознакомления")[0].split("ПРИКАЗЫВАЮ")[1].split("Директор")[0]
    )


def test_of_several_issued_orders_one_is_chosen(desk, services, pair, other, monkeypatch):
    first = factory.make_order(services, pair)
    factory.make_order(services)
    asked = []

    def choose(_title, _label, titles):
        asked.extend(titles)
        return next(at for at, title in enumerate(titles) if "1-од" in title)

    monkeypatch.setattr(desk.seen.prompts, "ask_choice", choose)
    offered(desk, other)
    desk.line("Дополнить изданный приказ…").run()
    text = desk.text(desk.write())
    assert len(asked) == 2
    assert "в приказ от 08.09.2026 № 1-од" in text
    assert services.orders.row(first).order_id == first


def test_without_an_issued_order_the_pair_says_what_to_do(desk, pair):
    offered(desk, pair)
    desk.line("Дополнить изданный приказ…").run()
    desk.seen.settle()
    assert "создайте первый" in " ".join(desk.seen.notice)


def test_a_replaced_mentor_is_written_into_the_order_of_the_former_pair(desk, services, pair):
    factory.make_order(services)
    order_id = factory.make_order(services, pair)
    stand_at(services, date(2027, 1, 13))
    new_mentor = factory.make_mentor(services, "Новикова", "Яна")
    mentee = services.pairings.row(pair).mentees[0].person_id
    factory.consent(services, new_mentor, mentee)
    saved = services.pairing_life.replace_mentor(
        MentorReplacement(pair, new_mentor, date(2027, 1, 13), "увольнение наставника")
    )
    factory.agree(services, saved.record_id)
    assert offered(desk, saved.record_id) == ["Внести замену в приказ…"]
    desk.line("Внести замену в приказ…").run()
    text = desk.text(desk.write())
    assert f"№ {services.orders.row(order_id).number}" in text
    assert "Строку 1 приложения" in text
    assert "Новикову Яну Николаевну" in text
