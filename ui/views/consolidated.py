"""The layout of the consolidated forms: choice of form, table and type, the sheet, its checks."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.page import PageView
from ui.theme import scaled
from ui.views.statistics import ControlLine, line_widget
from ui.widgets.buttons import button
from ui.widgets.cards import Card, clear_layout
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField
from ui.widgets.filter_bar import ChipFacts, FilterBar
from ui.widgets.form_sheet import FormSheet
from ui.widgets.labels import text_label
from ui.widgets.scrolling import scrolled

_NOTHING = "Примите посылки школ на странице «Свод»: здесь появятся сводные формы."


class ConsolidatedView(PageView):
    """Layout only; the controller fills it and ties the buttons."""

    def __init__(self) -> None:
        super().__init__("Сводные формы")
        self.back = self.header.add(button("К своду", icon_name="table"))
        self.print = self.header.add(button("Печать…", icon_name="printer"))
        self.pdf = self.header.add(button("PDF", icon_name="file-text"))
        self.excel = self.header.add(button("Excel", "primary", "download"))
        self.forms = FilterBar()
        self.tables = FilterBar()
        self.kind = ChoiceField([(None, "Все типы школ")])
        self.kind.setAccessibleName("Тип школ")
        self.kind.setMinimumContentsLength(24)
        self.sheet = FormSheet("Сводная таблица")
        self.empty = EmptyState("table", "Сводить пока нечего", _NOTHING)
        self._control = Card()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(scaled(4))
        self._control.body.addLayout(self._lines)
        self.body.addWidget(self.forms)
        self.body.addLayout(self._choice())
        self._area = self._scrolling()
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.hide()

    def show_tables(self, titles: list[str]) -> None:
        """Offer the tables of a form that has several."""
        self.tables.show_chips([ChipFacts(str(at), title) for at, title in enumerate(titles)])
        self.tables.setVisible(len(titles) > 1)

    def show_control(self, lines: list[ControlLine]) -> None:
        """Replace what stands under the sheet."""
        clear_layout(self._lines)
        for line in lines:
            self._lines.addWidget(line_widget(line))

    def show_empty(self, *, is_empty: bool) -> None:
        """The sheet, or the words that there is nothing."""
        self.empty.setVisible(is_empty)
        self._area.setVisible(not is_empty)
        for each in (self.print, self.pdf, self.excel):
            each.setEnabled(not is_empty)

    def _choice(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        label = text_label("Школы", "label")
        label.setBuddy(self.kind)
        row.addWidget(label)
        row.addWidget(self.kind)
        row.addWidget(self.tables, 1)
        row.addStretch()
        return row

    def _scrolling(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, scaled(12), scaled(16))
        column.setSpacing(scaled(12))
        column.addWidget(self.sheet)
        column.addWidget(self._control)
        column.addStretch()
        return scrolled(inside)
