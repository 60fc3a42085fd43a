"""From a pair to a signed order through the real windows, each answered by its own buttons."""

import pytest

from nastavnik_desktop.domain.orders import OrderState
from tests import factory
from tests.factory import TODAY, YEAR
from tests.ui.school_window import button_in, texts_in
from ui.dialogs.consent_dialog import ConsentDialog
from ui.dialogs.order_dialog import OrderDialog
from ui.dialogs.pairing_dialog import PairingDialog
from ui.requests import NewOrder, NewPairing


@pytest.fixture
def seen(open_real_window):
    return open_real_window("pairings", "orders")


def test_a_pair_is_made_and_an_order_written_with_a_consent_entered_on_the_way(
    seen, hand, qtbot, services
):
    mentor, mentee = factory.make_mentor(services), factory.make_mentee(services)

    def fill_pairing(dialog):
        dialog.form_of.set_value("educator-educator")
        dialog.mentor.add(mentor)
        button_in(dialog, "Сохранить").click()

    hand.when(PairingDialog, fill_pairing)
    seen.window.open_page("pairings", NewPairing((mentee,)))
    qtbot.waitUntil(lambda: len(services.pairings.rows(YEAR)) == 1)
    seen.settle()
    (pairing,) = services.pairings.rows(YEAR)
    factory.agree(services, pairing.pairing_id)

    hand.when(OrderDialog, lambda dialog: button_in(dialog.pairings, "Внести согласие").click())
    hand.when(ConsentDialog, lambda dialog: button_in(dialog, "Внести").click())
    hand.when(
        OrderDialog,
        lambda dialog: button_in(dialog, "Создать приказ").click(),
        lambda dialog: dialog.pairings.ids and dialog.paper.preview.pages >= 3,
    )
    seen.window.open_page("orders", NewOrder((pairing.pairing_id,)))
    qtbot.waitUntil(lambda: hand.is_done, timeout=20_000)
    seen.settle()
    (order,) = services.orders.rows(YEAR)
    assert order.state is OrderState.ISSUED
    assert services.pairings.row(pairing.pairing_id).order.number == order.number
    assert {"Открыть PDF", "Открыть Word", "Отменить"} <= set(seen.notice)


def test_escape_asks_before_what_was_typed_is_lost(seen, hand, qtbot, services):
    factory.make_pairing(services)

    def change_and_leave(dialog):
        dialog.fields.number.setText("77-од")
        dialog.reject()
        assert "Изменения не сохранены." in texts_in(dialog)
        button_in(dialog, "Не сохранять").click()

    hand.when(OrderDialog, change_and_leave)
    seen.window.open_page("orders", NewOrder())
    qtbot.waitUntil(lambda: hand.is_done)
    seen.settle()
    assert services.orders.rows(YEAR) == []


def test_a_draft_is_kept_by_its_own_button(seen, hand, qtbot, services):
    factory.make_pairing(services)
    hand.when(OrderDialog, lambda dialog: button_in(dialog, "Сохранить проект").click())
    seen.window.open_page("orders", NewOrder())
    qtbot.waitUntil(lambda: bool(services.orders.rows(YEAR)))
    (order,) = services.orders.rows(YEAR)
    assert (order.state, order.order_date) == (OrderState.DRAFT, TODAY)
