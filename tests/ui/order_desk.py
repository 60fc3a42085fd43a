"""The page «Приказы» as its user works with it, dialogs answered by a hand."""

from dataclasses import replace

import pytest

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.orders import OrderState
from tests import factory
from tests.factory import YEAR
from tests.ui.school_window import button_in
from ui.dialogs.order_dialog import OrderDialog


def stand_at(services, day):
    services.school.save(replace(services.school.get(), fixed_today=day))


class OrderDesk:
    """Writes orders as the user does, and reads what was printed."""

    def __init__(self, seen, hand, qtbot, services):
        self.seen, self.hand, self.qtbot, self.services = seen, hand, qtbot, services

    def choose(self, words):
        """An entry of the menu «Другой приказ»."""
        (action,) = [
            one for one in self.seen.page.view.other.menu().actions() if one.text() == words
        ]
        action.trigger()

    def follow(self, order_id, words):
        """A line under «Что дальше» in the pane of an order."""
        self.look_at(order_id)
        self.line(words).run()

    def look_at(self, order_id):
        """Select an order as it is by now, and wait for its pane."""
        self.seen.shell.changes.publish(Changes.ORDERS)
        self.seen.settle()
        self.seen.page.records.table.pick({order_id})
        self.seen.settle()

    def lines(self):
        """Everything that the pane says of the order, line by line."""
        return [item for part in self.seen.page.details.sections for item in part.items]

    def line(self, words):
        """The only line of the pane with these words."""
        (found,) = [item for item in self.lines() if getattr(item, "text", "") == words]
        return found

    def answer(self, kind, *acts):
        """Answer the windows of a kind one after another and wait until all is written."""
        for act in acts:
            self.hand.when(kind, act)
        self.qtbot.waitUntil(lambda: self.hand.is_done, timeout=20_000)
        self.seen.settle()

    def write(self, fill=lambda _dialog: None, is_ready=lambda _dialog: True):
        """Fill the dialog that comes, create the order, answer its row."""
        before = {row.order_id for row in self.services.orders.rows(YEAR)}

        def act(dialog):
            fill(dialog)
            button_in(dialog, "Создать приказ").click()

        self.hand.when(OrderDialog, act, is_ready)
        self.answer(OrderDialog)
        (made,) = [row for row in self.services.orders.rows(YEAR) if row.order_id not in before]
        assert made.state is OrderState.ISSUED
        return made

    def text(self, row):
        """The printed text with plain blanks."""
        return " ".join(self.services.orders.text(row.order_id).split())


def other_pair(services):
    """Another pair that is ready for an order."""
    return factory.make_pairing(
        services, factory.make_mentor(services, "Орлова"), factory.make_mentee(services, "Ким")
    )


@pytest.fixture
def desk(open_real_window, hand, qtbot, services):
    """The page «Приказы» in front, «Пары и группы» behind it."""
    return OrderDesk(open_real_window("orders", "pairings"), hand, qtbot, services)


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
