"""The layout of the page «Итоги»: the figures of the programme, charts, tables beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from nastavnik_desktop.domain.charts import Chart
from ui.page import PageView
from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.cards import Card, clear_layout
from ui.widgets.chart import ChartView
from ui.widgets.date_edit import DateEdit
from ui.widgets.labels import text_label
from ui.widgets.scrolling import scrolled

Rows = Sequence[Sequence[str | int]]
_FIGURES_IN_ROW = 4


class SummaryView(PageView):
    """Layout only; the controller fills it and ties the buttons."""

    def __init__(self) -> None:
        super().__init__("Итоги")
        self.back = self.header.add(button("К статистике", icon_name="chart-column"))
        self.site = self.header.add(button("Раздел для сайта…", icon_name="folder"))
        self.site.setToolTip("Папка со страницей и документами без персональных данных")
        self.word = self.header.add(button("Word", icon_name="file-text"))
        self.look = self.header.add(button("Справка для педсовета", "primary", "printer"))
        self.as_of = DateEdit("На дату")
        self.words = text_label("", wraps=True)
        self._figures = QGridLayout()
        self._figures.setSpacing(scaled(8))
        self._charts = QVBoxLayout()
        self._charts.setSpacing(scaled(12))
        self.body.addLayout(self._choice())
        self.body.addWidget(scrolled(self._inside()), 1)

    def show_figures(self, figures: Sequence[tuple[str, int]]) -> None:
        """Replace the figures at the top."""
        clear_layout(self._figures)
        for at, (words, value) in enumerate(figures):
            card = Card()
            card.body.setSpacing(0)
            number = text_label(str(value), "title")
            card.body.addWidget(number)
            card.body.addWidget(text_label(words, "quiet", wraps=True))
            card.body.addStretch()
            card.setAccessibleName(f"{words}: {value}")
            self._figures.addWidget(card, at // _FIGURES_IN_ROW, at % _FIGURES_IN_ROW)

    def show_charts(self, charts: Sequence[tuple[Chart, Sequence[str], Rows]]) -> None:
        """Replace the charts, each with its table beside it."""
        clear_layout(self._charts)
        for chart, heads, rows in charts:
            card = Card(chart.title)
            view = ChartView(chart.title)
            view.show_chart(chart)
            row = QHBoxLayout()
            row.setSpacing(scaled(24))
            row.addWidget(view, 3, Qt.AlignmentFlag.AlignTop)
            row.addWidget(_table(heads, rows), 2, Qt.AlignmentFlag.AlignTop)
            card.body.addLayout(row)
            self._charts.addWidget(card)

    def _choice(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        label = text_label("На дату", "label")
        label.setBuddy(self.as_of)
        row.addWidget(label)
        row.addWidget(self.as_of)
        row.addSpacing(scaled(16))
        row.addWidget(self.words, 1)
        return row

    def _inside(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, scaled(12), scaled(16))
        column.setSpacing(scaled(12))
        column.addLayout(self._figures)
        column.addLayout(self._charts)
        column.addStretch()
        return inside


def _table(heads: Sequence[str], rows: Rows) -> QWidget:
    """The chart in figures: small enough to need no table of records."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(scaled(16))
    grid.setVerticalSpacing(scaled(6))
    grid.setColumnStretch(0, 1)
    for column, words in enumerate(heads):
        grid.addWidget(text_label(words, "label", wraps=column == 0), 0, column, _side(column))
    for at, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            label = text_label(str(value), wraps=column == 0)
            grid.addWidget(label, at, column, _side(column))
    return made


def _side(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag(0)
