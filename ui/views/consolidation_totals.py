"""The layout of the totals: the share of schools with its chart, types of schools, duplicates."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nastavnik_desktop.domain.consolidation.duplicates import Repeated
from nastavnik_desktop.domain.consolidation.shares import ShareOfSchools
from nastavnik_desktop.services.consolidation import TotalsOfKind
from ui.item_models.consolidation import (
    make_duplicates_model,
    make_kinds_model,
    make_shares_model,
)
from ui.page import PageView
from ui.theme import scaled
from ui.user_settings import UserSettings
from ui.widgets.buttons import button
from ui.widgets.cards import Card
from ui.widgets.labels import text_label
from ui.widgets.records_table import RecordsTable
from ui.widgets.scrolling import scrolled
from ui.widgets.share_chart import ShareChart


class TotalsView(PageView):
    """Layout only; the controller fills it and ties the buttons."""

    def __init__(self, settings: UserSettings) -> None:
        super().__init__("Итоги свода")
        self.back = self.header.add(button("К своду", icon_name="table"))
        self.plan = self.header.add(button("План…", icon_name="pencil"))
        self.shares, self.kinds = make_shares_model(), make_kinds_model()
        self.duplicates = make_duplicates_model()
        self.chart = ShareChart()
        self._shares: RecordsTable[ShareOfSchools] = RecordsTable(
            "shares", "Доля школ по годам", self.shares, settings
        )
        self._kinds: RecordsTable[TotalsOfKind] = RecordsTable(
            "kinds", "Итоги по типам школ", self.kinds, settings
        )
        self._duplicates: RecordsTable[Repeated] = RecordsTable(
            "school-duplicates", "Один человек в двух школах", self.duplicates, settings
        )
        self.words = text_label("", "quiet", wraps=True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, scaled(12), scaled(16))
        column.setSpacing(scaled(12))
        for card in (self._shares_card(), self._kinds_card(), self._duplicates_card()):
            column.addWidget(card)
        column.addStretch()
        self.body.addWidget(scrolled(inside), 1)

    def show_duplicates(self, words: str, *, has_any: bool) -> None:
        """Say what was sought and found; a table only where there is something."""
        self.words.setText(words)
        self._duplicates.setVisible(has_any)

    def _shares_card(self) -> Card:
        card = Card("Доля школ перечня, в которых действует наставничество")
        row = QHBoxLayout()
        row.setSpacing(scaled(24))
        row.addWidget(self.chart, 1)
        beside = QVBoxLayout()
        beside.addWidget(self._shares)
        beside.addStretch()
        row.addLayout(beside, 1)
        card.body.addLayout(row)
        return card

    def _kinds_card(self) -> Card:
        card = Card("Итоги по типам школ (форма «Участники»)")
        card.body.addWidget(self._kinds)
        return card

    def _duplicates_card(self) -> Card:
        card = Card("Один человек в двух школах")
        card.body.addWidget(self.words)
        card.body.addWidget(self._duplicates)
        return card
