"""Filters as chips: a choice of one view with counts, and further filters that can be removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import text_label

NBSP = "\u00a0"


@dataclass(frozen=True)
class ChipFacts:
    """A view of the list: its key, its words and how many rows it holds (None: not counted)."""

    key: str
    text: str
    count: int | None = None

    @property
    def caption(self) -> str:
        """«Без приказа 3»."""
        return self.text if self.count is None else f"{self.text}{NBSP}{NBSP}{self.count}"


@dataclass(frozen=True)
class FilterFacts:
    """A further filter: key, title and the values it may take, as (value, words)."""

    key: str
    title: str
    values: Sequence[tuple[str, str]] = field(default_factory=tuple)

    def words_of(self, value: str) -> str:
        """How a value is written for the user."""
        return dict(self.values).get(value, value)


class FilterBar(QWidget):
    """A row of chips (exactly one is on), removable filters, «+ фильтр» and «7 из 14».

    ``changed`` says that the chosen chip or the set of filters is another one.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chosen = ""
        self.filters: dict[str, str] = {}
        self._chips: Sequence[ChipFacts] = ()
        self._offers: Sequence[FilterFacts] = ()
        self._flow = FlowLayout(scaled(8))
        self._shown = text_label("", "quiet")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(self._flow, 1)
        self._row.addWidget(self._shown)

    def add_at_end(self, widget: QWidget) -> None:
        """Put something of the page behind the counts."""
        self._row.addWidget(widget)

    def show_chips(self, chips: Sequence[ChipFacts], offers: Sequence[FilterFacts] = ()) -> None:
        """Replace the chips and what «+ фильтр» offers; the choice stays where it can."""
        self._chips, self._offers = chips, offers
        keys = [chip.key for chip in chips]
        if keys and self.chosen not in keys:
            self.chosen = keys[0]
        self._rebuild()

    def show_shown(self, shown: int, total: int) -> None:
        """Say how many rows of how many are in the list."""
        self._shown.setText(f"{shown} из {total}" if shown != total else f"{total}")
        self._shown.setAccessibleName(f"Показано строк: {shown} из {total}")

    def choose(self, key: str) -> None:
        """Turn a chip on."""
        self.chosen = key
        self._rebuild()
        self.changed.emit()

    def set_filter(self, key: str, value: str | None) -> None:
        """Add, change or (None) remove a further filter."""
        if value is None:
            self.filters.pop(key, None)
        else:
            self.filters[key] = value
        self._rebuild()
        self.changed.emit()

    def _rebuild(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for chip in self._chips:
            self._add_chip(chip)
        for offer in self._offers:
            if offer.key in self.filters:
                self._add_removable(offer)
        if self._offers:
            self._flow.addWidget(self._make_adder())

    def _add_chip(self, chip: ChipFacts) -> None:
        made = button(chip.caption, "chip", on_click=partial(self.choose, chip.key))
        made.setCheckable(True)
        made.setChecked(chip.key == self.chosen)
        self._flow.addWidget(made)

    def _add_removable(self, offer: FilterFacts) -> None:
        words = f"{offer.title}: {offer.words_of(self.filters[offer.key])}"
        made = button(f"{words}  ✕", "chip", on_click=partial(self.set_filter, offer.key, None))
        made.setAccessibleName(f"Убрать фильтр «{words}»")
        made.setCheckable(True)
        made.setChecked(True)
        self._flow.addWidget(made)

    def _make_adder(self) -> QPushButton:
        made = button("+ фильтр", "chip")
        menu = QMenu(made)
        for offer in self._offers:
            values = QMenu(offer.title, menu)
            menu.addMenu(values)
            for value, words in offer.values:
                values.addAction(words, partial(self.set_filter, offer.key, value))
        made.setMenu(menu)
        return made
