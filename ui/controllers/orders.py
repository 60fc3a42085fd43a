"""The page «Приказы»: the register and the life of its orders."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QMenu

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderKind, OrderRow, OrderState
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.order_entries import OrderEntry
from nastavnik_desktop.services.results import Saved
from ui.controllers.order_details import many_details, order_details
from ui.controllers.order_drafting import OrderDrafting
from ui.controllers.order_entry import OrderEntryDesk
from ui.controllers.records_page import RecordsPage
from ui.dialogs.order_life_dialogs import Signing, SigningDialog, Withdrawal, WithdrawalDialog
from ui.item_models.orders import make_orders_model
from ui.papers import Paper
from ui.requests import NewOrder, OpenPaper
from ui.shell import Shell
from ui.tokens import Tone
from ui.views.orders import OrdersView
from ui.widgets.details import Details
from ui.widgets.filter_bar import ChipFacts, FilterFacts
from ui.widgets.notice_bar import Notice, NoticeAction

_CHIPS = (
    ("draft", "Проекты"),
    ("issued", "Ждут подписи"),
    ("signed", "Подписаны"),
    ("withdrawn", "Отменены"),
    ("external", "Внешние"),
)
_FORMATS = ("pdf", "docx")
_OTHER_KINDS = (
    OrderKind.WORKING_GROUP,
    OrderKind.ROAD_MAP,
    OrderKind.RESULTS,
    OrderKind.REWARD,
    OrderKind.OTHER,
)


class OrdersPage(RecordsPage[OrderRow]):
    """Other pages begin an order through ``NewOrder``, look at one through ``OpenPaper``."""

    watches = Changes.ORDERS | Changes.PAIRINGS | Changes.SCHOOL
    kind = "order"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, make_orders_model())
        self._service = shell.services.orders
        self._drafting = OrderDrafting(shell, self._after_write)
        self.entry = OrderEntryDesk(shell, self._after_registered)
        self._described = OrderEntry(0)

    # The list

    def make_view(self) -> OrdersView:
        """The layout with its buttons tied."""
        view = OrdersView(self.model, self.shell.settings)
        view.add.clicked.connect(self._on_add_clicked)
        view.register.clicked.connect(self.show_register)
        view.other.setMenu(self._other_orders(view))
        view.empty.add_action("Создать приказ", self.create_order, "primary")
        return view

    def _other_orders(self, view: OrdersView) -> QMenu:
        """Kinds that begin from nothing, and an order that was issued before."""
        menu = QMenu(view.other)
        for kind in _OTHER_KINDS:
            words = f"Приказ {kind.label}…" if kind is not OrderKind.OTHER else "Свободный приказ…"
            menu.addAction(words, partial(self.create_order, kind))
        menu.addSeparator()
        menu.addAction("Внести изданный раньше…", self.entry.register_external)
        return menu

    def read(self, year: SchoolYear) -> Sequence[OrderRow]:
        """The register of the year."""
        rows: list[OrderRow] = self._service.rows(year)
        return rows

    def chips(self, rows: Sequence[OrderRow]) -> list[ChipFacts]:
        """States of the life of an order that occur, with their counts."""
        counts = {key: sum(row.state.value == key for row in rows) for key, _words in _CHIPS}
        found = [ChipFacts(key, words, counts[key]) for key, words in _CHIPS if counts[key]]
        return [ChipFacts("all", "Все", len(rows)), *found]

    def offers(self, rows: Sequence[OrderRow]) -> list[FilterFacts]:
        """Registers, when there are several."""
        titles = dict.fromkeys(row.register_title for row in rows)
        values = tuple((title, title) for title in titles)
        return [FilterFacts("register", "Журнал", values)] if len(titles) > 1 else []

    def accepts(self, row: OrderRow, chip: str, filters: dict[str, str]) -> bool:
        """Chip and register together."""
        is_in_state = chip in ("all", "", row.state.value)
        return is_in_state and filters.get("register", row.register_title) == row.register_title

    def describe(self, rows: list[OrderRow]) -> Details | None:
        """One order at once; its pairings follow when they are read."""
        if len(rows) > 1:
            return many_details(rows)
        (row,) = rows
        self.shell.operations.run(
            "Чтение приказа",
            partial(self.shell.services.order_entries.of, row.order_id),
            partial(self._on_entry_read, row),
        )
        known = self._described
        is_known = known.order_id == row.order_id
        return order_details(row, known if is_known else OrderEntry(row.order_id), self)

    def open(self, row: OrderRow) -> None:
        """Enter shows the paper, of a draft its dialog."""
        if row.state is OrderState.DRAFT:
            self.edit(row)
        elif row.state is not OrderState.EXTERNAL:
            self.show_paper(row)

    def open_record(self, key: Hashable) -> None:
        """An order by its id, a new one, or the paper of one."""
        if isinstance(key, NewOrder):
            self._drafting.create(key)
        elif isinstance(key, OpenPaper):
            super().open_record(key.order_id)
            self._read_row(key.order_id, self.show_paper)
        else:
            super().open_record(key)

    def explain_missing(self, key: Hashable) -> None:
        """Orders of other years are found by the search of everything."""
        if isinstance(key, int):
            self._read_row(key, self._tell_year)

    # What the user does

    def create_order(self, kind: OrderKind = OrderKind.PAIRS) -> None:
        """Propose an order of a kind, with all pairings that are ready for it."""
        self._drafting.create(NewOrder(kind=kind))

    def follow_up(self, row: OrderRow, kind: OrderKind) -> None:
        """Begin an order that amends this one, ends its pairs, or looks back at them."""
        target_id = row.order_id if kind.has_target else None
        self._drafting.create(NewOrder(kind=kind, target_id=target_id))

    def edit(self, row: OrderRow) -> None:
        """Open a draft."""
        self._drafting.edit(row.order_id)

    def show_paper(self, row: OrderRow) -> None:
        """Open the preview."""
        self.desk.show(self._paper(row))

    def save_paper(self, row: OrderRow, file_format: str) -> None:
        """Save as PDF or Word."""
        self.desk.save(self._paper(row), file_format)

    def print_paper(self, row: OrderRow) -> None:
        """Print."""
        self.desk.print(self._paper(row))

    def show_register(self) -> None:
        """Look at the register of the year as it is printed."""
        year = self.shell.year()
        render = partial(self._service.register_file, year)
        makers = {name: partial(render, name) for name in ("pdf", "xlsx", "docx")}
        self.desk.show(Paper(f"Журнал приказов {year.label}", makers))

    def mark_signed(self, row: OrderRow) -> None:
        """Ask for the day of the signature."""
        self._with_today(lambda today: self._ask_signing(row, today))

    def withdraw(self, row: OrderRow) -> None:
        """Ask for day and reason of a withdrawal."""
        self._with_today(lambda today: self._ask_withdrawal(row, today))

    def delete_draft(self, row: OrderRow) -> None:
        """Delete at once: the notice offers the way back."""
        self.writes.run("Удаление проекта", partial(self._service.delete_draft, row.order_id))

    def open_pairing(self, pairing_id: int) -> None:
        """Go to a pairing."""
        self.shell.open_page("pairings", pairing_id)

    def open_order(self, order_id: int) -> None:
        """Go to another order of the register."""
        self.open_record(order_id)

    # Dialogs and their results

    def _ask_signing(
        self,
        row: OrderRow,
        today: date,
        draft: Signing | None = None,
        problems: Sequence[Problem] = (),
    ) -> None:
        answer = self.shell.prompts.ask_draft(
            lambda parent: SigningDialog(parent, row, today), draft or Signing(today), problems
        )
        if answer is None or answer.signed_on is None:
            return

        def ask_again(error: RuleViolation) -> None:
            self._ask_signing(row, today, answer, [Problem(error.field, error.message)])

        call = partial(self._service.mark_signed, row.order_id, answer.signed_on)
        self.writes.run("Отметка о подписи", call, on_refused=ask_again)

    def _ask_withdrawal(
        self,
        row: OrderRow,
        today: date,
        draft: Withdrawal | None = None,
        problems: Sequence[Problem] = (),
    ) -> None:
        answer = self.shell.prompts.ask_draft(
            lambda parent: WithdrawalDialog(parent, row, today),
            draft or Withdrawal(today),
            problems,
        )
        if answer is None or answer.withdrawn_on is None:
            return

        def ask_again(error: RuleViolation) -> None:
            self._ask_withdrawal(row, today, answer, [Problem(error.field, error.message)])

        order_id, on = row.order_id, answer.withdrawn_on
        call = partial(self._service.withdraw, order_id, on, answer.reason)
        self.writes.run("Отмена приказа", call, on_refused=ask_again)

    def _after_write(self, saved: Saved, is_issued: bool) -> tuple[NoticeAction, ...]:
        """«Приказ № 12-од создан · Открыть PDF · Открыть Word · Отменить»."""
        if saved.record_id is None:
            return ()
        self.pick_when_read(saved.record_id)
        if not is_issued:
            return ()
        order_id = saved.record_id
        return (
            NoticeAction("Открыть PDF", partial(self._open_file, order_id, "pdf")),
            NoticeAction("Открыть Word", partial(self._open_file, order_id, "docx")),
        )

    def _after_registered(self, saved: Saved) -> tuple[NoticeAction, ...]:
        if saved.record_id is not None:
            self.pick_when_read(saved.record_id)
        return ()

    def _open_file(self, order_id: int, file_format: str) -> None:
        self._read_row(
            order_id, lambda row: self.desk.open_in_program(self._paper(row), file_format)
        )

    def _read_row(self, order_id: int, use: Callable[[OrderRow], None]) -> None:
        call = partial(self._service.row, order_id)
        self.shell.operations.run("Чтение приказа", call, use)

    def _with_today(self, ask: Callable[[date], None]) -> None:
        self.shell.operations.run("Чтение даты", self.shell.services.school.today, ask)

    def _paper(self, row: OrderRow) -> Paper:
        makers = {name: partial(self._service.file, row.order_id, name) for name in _FORMATS}
        return Paper(row.title, makers)

    def _tell_year(self, row: OrderRow) -> None:
        words = f"{row.title} – {row.year.label} учебного года."
        show = NoticeAction("Открыть документ", partial(self.show_paper, row))
        actions = () if row.state is OrderState.EXTERNAL else (show,)
        self.shell.notify(Notice(words, Tone.NEUTRAL, actions))

    def _on_entry_read(self, row: OrderRow, known: OrderEntry) -> None:
        self._described = known
        if [each.order_id for each in self.picked()] == [row.order_id]:
            self.show_details(order_details(row, known, self))

    def _on_add_clicked(self) -> None:
        self.create_order()
