"""Writing an order: from the offer of the base through the dialog to a draft or an issue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import DraftOffer, OrderDraft, OrderKind
from nastavnik_desktop.domain.pairings import MENTORING_AT_WORK_SINCE, PairingRow
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.services.results import Saved
from ui.controllers.consents import ConsentDesk
from ui.controllers.pairing_desks import AddendumDesk
from ui.papers import PaperDesk
from ui.requests import NewOrder
from ui.shell import Shell
from ui.widgets.notice_bar import NoticeAction
from ui.widgets.paged_paper import PagedPaper
from ui.writes import Writes

if TYPE_CHECKING:
    from nastavnik_desktop.services.order_checks import CheckedPaper
    from ui.dialogs.order_dialog import OrderAnswer, OrderDialog


@dataclass(frozen=True)
class _Offered:
    title: str
    offer: DraftOffer
    today: date


class OrderDrafting:
    """``next_steps`` gives the actions of the notice after an order was created or kept."""

    def __init__(
        self, shell: Shell, next_steps: Callable[[Saved, bool], tuple[NoticeAction, ...]]
    ) -> None:
        self._shell = shell
        self._orders = shell.services.orders
        self._next_steps = next_steps
        self._writes = Writes(shell)
        self._desk = PaperDesk(shell)
        self._consents = ConsentDesk(shell)
        self._addenda = AddendumDesk(shell)

    def create(self, asked: NewOrder) -> None:
        """Propose a new order for the pairings that are asked for, or for all that are ready."""
        call = partial(
            self._orders.new_draft,
            self._shell.year(),
            asked.pairing_ids,
            asked.kind,
            asked.target_id,
        )
        is_free = asked.kind is OrderKind.OTHER
        self._begin("Новый приказ" if is_free else f"Новый приказ {asked.kind.label}", call)

    def edit(self, order_id: int) -> None:
        """Open a stored draft."""
        self._begin("Проект приказа", partial(self._orders.edit, order_id))

    def _begin(self, title: str, call: Callable[[], DraftOffer]) -> None:
        def read() -> _Offered:
            return _Offered(title, call(), self._shell.services.school.today())

        self._shell.operations.run("Подготовка приказа", read, self._ask)

    def _ask(
        self,
        offered: _Offered,
        answer: OrderAnswer | None = None,
        problems: Sequence[Problem] = (),
    ) -> None:
        from ui.dialogs.order_dialog import OrderAnswer

        opened: list[Callable[[], object]] = []

        def make(parent: QWidget | None) -> OrderDialog:
            dialog = self._make_dialog(parent, offered)
            follow = self._follow_base(dialog)
            opened.append(lambda: self._shell.changes.changed.disconnect(follow))
            return dialog

        given = answer or OrderAnswer(offered.offer.draft)
        found = self._shell.prompts.ask_draft(make, given, problems)
        for close in opened:
            close()
        if found is not None:
            self._write(offered, found)

    def _make_dialog(self, parent: QWidget | None, offered: _Offered) -> OrderDialog:
        from ui.dialogs.order_dialog import OrderDialog

        def render(
            draft: OrderDraft,
            on_loaded: Callable[[PagedPaper], object],
            on_error: Callable[[BaseException], None],
        ) -> None:
            def show(paper: PagedPaper, problems: Sequence[Problem]) -> None:
                on_loaded(paper)
                if isValid(dialog):
                    dialog.show_text_problems(problems)

            self._render(draft, show, on_error)

        dialog = OrderDialog(parent, offered.title, offered.offer, render, offered.today)
        dialog.pairings.consent_asked.connect(self._on_consent_asked)
        dialog.pairings.agreement_asked.connect(self._on_agreement_asked)
        return dialog

    def _follow_base(self, dialog: OrderDialog) -> Callable[[Changes], None]:
        """A consent entered from the dialog makes its pairing ready there."""

        def follow(changes: Changes) -> None:
            if changes & (Changes.CONSENTS | Changes.PAIRINGS):
                call = partial(self._orders.offer, dialog.draft().draft)
                self._shell.operations.run("Чтение пар", call, show)

        def show(offer: DraftOffer) -> None:
            if isValid(dialog):
                dialog.show_offer(offer)

        self._shell.changes.changed.connect(follow)
        return follow

    def _on_consent_asked(self, row: PairingRow) -> None:
        self._consents.enter([person.person_id for person in row.participants])

    def _on_agreement_asked(self, row: PairingRow) -> None:
        lacking = row.without_agreement(max(row.starts_on, MENTORING_AT_WORK_SINCE))
        mentor = lacking[0] if lacking else row.mentor
        self._addenda.enter(row.pairing_id, mentor.person_id)

    def _render(
        self,
        draft: OrderDraft,
        on_loaded: Callable[[PagedPaper, Sequence[Problem]], object],
        on_error: Callable[[BaseException], None],
    ) -> None:
        found: list[Problem] = []

        def make() -> bytes:
            checked: CheckedPaper = self._orders.preview(draft)
            found.extend(checked.problems)
            return checked.pdf

        self._desk.load(make, lambda _pdf, paper: on_loaded(paper, found), on_error)

    def _write(self, offered: _Offered, answer: OrderAnswer) -> None:
        def ask_again(error: RuleViolation) -> None:
            self._ask(offered, answer, [Problem(error.field, error.message)])

        title = "Создание приказа" if answer.is_issued else "Сохранение проекта"
        write = self._orders.issue if answer.is_issued else self._orders.save_draft
        self._writes.run(
            title,
            partial(write, answer.draft),
            next_steps=lambda saved: self._next_steps(saved, answer.is_issued),
            on_refused=ask_again,
        )
