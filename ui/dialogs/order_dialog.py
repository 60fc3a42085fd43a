"""An order: requisites at the left, its pairings in the middle, the paper at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nastavnik_desktop.domain.orders import (
    DraftOffer,
    OrderDraft,
    OrderKind,
    problems_in,
    proposed_grounds,
)
from nastavnik_desktop.domain.problems import Level, Problem
from ui.dialogs.order_form import OrderForm
from ui.dialogs.order_pairings import OrderPairings
from ui.dialogs.order_preview import OrderPreview, RenderDraft
from ui.dialogs.record_dialog import RecordDialog
from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.labels import text_label
from ui.widgets.scrolling import scrolled
from ui.widgets.side_by_side import fit_to_screen, lay_side_by_side

_SIZE = (1290, 700)
_WIDTHS = (410, 340, 540)
_LEAST_WIDTHS = (390, 240, 270)
_STOPS_A_DRAFT = ("heading", "grounds")


@dataclass(frozen=True)
class OrderAnswer:
    """What the user wants: an issued order, or a draft to be kept."""

    draft: OrderDraft
    is_issued: bool = True


class OrderDialog(RecordDialog[OrderAnswer]):
    """``render`` makes the paper while it is being written.

    ``pairings.consent_asked`` asks the caller to enter a consent and to ``show_offer`` anew,
    ``template`` to edit the text of the kind and to ``show_paper`` by it.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        offer: DraftOffer,
        render: RenderDraft,
        today: date,
    ) -> None:
        self._offer = offer
        self._given = offer.draft
        self._is_issued = True
        self._of_text: list[Problem] = []
        self.pairings = OrderPairings()
        self.paper = OrderPreview(render)
        self.fields = OrderForm(offer, self.pairings.show_problems, today)
        self.template = button("Изменить текст шаблона…", "link", "file-pen")
        self.keeping = button("Сохранить проект", on_click=self.keep_draft)
        super().__init__(parent, title, "Создать приказ", self.fields, (self.keeping,))
        self.fields.changed.connect(self._on_changed)
        self.fields.order_date.textChanged.connect(self._on_day_changed)
        self.pairings.changed.connect(self._on_pairings_changed)

    def fill(self, draft: OrderAnswer) -> None:
        """Show a draft."""
        self._given = draft.draft
        rows = self._offer.rows_of(draft.draft.pairing_ids)
        is_of_pairs = draft.draft.kind is OrderKind.PAIRS
        self.fields.fill(draft.draft, proposed_grounds(rows) if is_of_pairs else "")
        self.pairings.show_offer(self._offer, draft.draft.order_date, draft.draft.pairing_ids)
        self._on_changed()

    def draft(self) -> OrderAnswer:
        """The draft as it stands, and which button was pressed."""
        chosen = self._offer.rows_of(self.pairings.ids)
        return OrderAnswer(self.fields.applied(self._given, chosen), self._is_issued)

    def problems(self, draft: OrderAnswer) -> Sequence[Problem]:
        """All rules stop an order; a draft may be unfinished."""
        unread = self.fields.unread(self._offer.rows_of(draft.draft.pairing_ids))
        found = problems_in(draft.draft, self._offer)
        if not draft.is_issued:
            found = [each for each in found if each.field in _STOPS_A_DRAFT]
        return [*unread, *found, *self._of_text]

    def keep_draft(self) -> None:
        """Close with a draft instead of an order."""
        self._is_issued = False
        self.accept()
        has_stayed_open = self.result() != self.DialogCode.Accepted
        self._is_issued = has_stayed_open

    def show_offer(self, offer: DraftOffer) -> None:
        """The base knows more by now: what became ready is marked at once."""
        day = self.draft().draft.order_date
        before = {row.pairing_id for row in self._offer.ready_on(day)}
        now = {row.pairing_id for row in offer.ready_on(day)}
        chosen = {*self.pairings.ids, *(now - before)}
        self._offer = offer
        self.pairings.show_offer(offer, day, chosen)
        self._on_pairings_changed()

    def show_paper(self) -> None:
        """The text of the kind was changed: show the order by it."""
        self.paper.follow(self.draft().draft)

    def show_text_problems(self, problems: Sequence[Problem]) -> None:
        """Warnings about the finished text; its errors are said when the order is created."""
        found = [each for each in problems if each.level is Level.WARNING]
        if found != self._of_text:
            self._of_text = found
            self._show_warnings()

    def _lay_out(self, title: str) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(scaled(24), scaled(16), scaled(16), scaled(16))
        column.setSpacing(scaled(12))
        column.addWidget(text_label(title, "title", wraps=True))
        column.addWidget(self.template, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.form)
        column.addStretch()
        middle = QWidget()
        around = QVBoxLayout(middle)
        around.setContentsMargins(scaled(8), scaled(16), scaled(16), scaled(8))
        around.addWidget(self.pairings)
        lay_side_by_side(
            self,
            (scrolled(left), middle, self.paper),
            _WIDTHS,
            _LEAST_WIDTHS,
            self._make_foot(),
            growing=(2,),
        )
        middle.setVisible(self._offer.draft.kind.names_pairings)

    def _fit_to_screen(self) -> None:
        fit_to_screen(self, _SIZE)

    def _on_pairings_changed(self) -> None:
        if self._offer.draft.kind is OrderKind.PAIRS:
            self.fields.propose_grounds(proposed_grounds(self._offer.rows_of(self.pairings.ids)))
        self._on_changed()

    def _on_day_changed(self) -> None:
        """Consents hold from their day: another day of the order makes others ready."""
        day = self.fields.order_date.day
        if day is not None:
            self.pairings.show_offer(self._offer, day, self.pairings.ids)

    def _on_changed(self) -> None:
        self._show_warnings()
        self.paper.follow(self.draft().draft)

    def _show_warnings(self) -> None:
        """Say what is worth a look at once; errors wait until the order is created."""
        found = [*problems_in(self.draft().draft, self._offer), *self._of_text]
        self.form.show_problems([each for each in found if each.level is Level.WARNING])
