"""The page of statistical forms: choice of form and date, the sheet, its control rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from nastavnik_desktop.domain.statistics.control_rules import Address
from ui.page import PageView
from ui.theme import scaled
from ui.tokens import Tone
from ui.widgets.buttons import button, icon_button
from ui.widgets.cards import Card, clear_layout, icon_label
from ui.widgets.date_edit import DateEdit
from ui.widgets.filter_bar import ChipFacts, FilterBar
from ui.widgets.form_sheet import FormSheet
from ui.widgets.labels import text_label
from ui.widgets.scrolling import scrolled


@dataclass(frozen=True)
class ControlLine:
    """One line under the sheet: a sentence and, where there are records, how to show them."""

    text: str
    icon: str
    tone: Tone
    show: Callable[[], object] | None = None


class StatisticsView(PageView):
    """Layout only; the controller fills it and ties the buttons."""

    def __init__(self) -> None:
        super().__init__("Статистика")
        self.more = self.header.add(icon_button("ellipsis", "Формы, титульный лист, Word и CSV"))
        self.summary = self.header.add(button("Итоги", icon_name="chart-column"))
        self.summary.setToolTip("Диаграммы, справка для педсовета, раздел для сайта")
        self.blank = self.header.add(button("Их бланк…", icon_name="table"))
        self.blank.setToolTip("Заполнить таблицу, которую прислало управление")
        self.print = self.header.add(button("Печать…", icon_name="printer"))
        self.pdf = self.header.add(button("PDF", icon_name="file-text"))
        self.excel = self.header.add(button("Excel", "primary", "download"))
        self.excel.setToolTip("Сохранить таблицу для Excel")
        self.pdf.setToolTip("Сохранить форму с титульным листом как PDF")
        self.forms = FilterBar()
        self.tables = FilterBar()
        self.compare = button("Сравнить", icon_name="move-horizontal")
        self.send = button("Отправлено", icon_name="send")
        self.compare.setMenu(QMenu(self.compare))
        self.send.setMenu(QMenu(self.send))
        self.more_menu = QMenu(self.more)
        self.as_of = DateEdit("На дату")
        self.sheet = FormSheet("Таблица формы")
        self._control = Card()
        self._control.body.setSpacing(scaled(4))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(scaled(4))
        self._control.body.addLayout(self._lines)
        self.body.addWidget(self.forms)
        self.body.addLayout(self._choice())
        self._state = Card()
        self._state_words = text_label("", wraps=True)
        self.back = button("Вернуться", "link")
        aligned = QHBoxLayout()
        aligned.setContentsMargins(0, 0, scaled(12), 0)
        aligned.addWidget(self._state_row())
        self.body.addLayout(aligned)
        self._area = self._scrolling()
        self.sheet.refitted.connect(self.reveal)
        self.body.addWidget(self._area, 1)
        self.body.setContentsMargins(scaled(24), scaled(14), scaled(12), 0)
        self.header.setContentsMargins(0, 0, scaled(12), 0)

    def show_control(self, lines: list[ControlLine]) -> None:
        """Replace what stands under the sheet."""
        clear_layout(self._lines)
        for line in lines:
            self._lines.addWidget(line_widget(line))

    def reveal(self, address: Address) -> None:
        """Scroll so that a figure can be seen, once the sheet has its height."""
        inside = self._area.widget()
        inside.resize(inside.width(), max(self._area.height(), inside.sizeHint().height()))
        place = self.sheet.place(address)
        middle = self.sheet.mapTo(self._area.widget(), QPoint(0, place.center().y()))
        self._area.ensureVisible(0, middle.y(), 0, place.height())

    def _choice(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, scaled(12), 0)
        row.setSpacing(scaled(8))
        label = text_label("На дату", "label")
        label.setBuddy(self.as_of)
        row.addWidget(label)
        row.addWidget(self.as_of)
        row.addWidget(self.compare)
        row.addWidget(self.send)
        row.addWidget(self.tables, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        return row

    def _state_row(self) -> Card:
        row = QHBoxLayout()
        row.addWidget(icon_label("info", Tone.ACCENT))
        row.addWidget(self._state_words, 1)
        row.addWidget(self.back)
        self._state.body.addLayout(row)
        self._state.hide()
        return self._state

    def show_state(self, words: str) -> None:
        """Say what the sheet shows instead of the base of now; empty words hide the line."""
        self._state_words.setText(words)
        self._state.setVisible(bool(words))

    def show_tables(self, titles: list[str]) -> None:
        """Offer the tables of a form that has several."""
        self.tables.show_chips([ChipFacts(str(at), title) for at, title in enumerate(titles)])
        self.tables.setVisible(len(titles) > 1)

    def _scrolling(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, scaled(12), scaled(16))
        column.setSpacing(scaled(12))
        column.addWidget(self.sheet)
        column.addWidget(self._control)
        column.addStretch()
        return scrolled(inside)


def line_widget(line: ControlLine) -> QWidget:
    """A line under a sheet: its sign, its words, and «Показать» where there is something."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(scaled(8))
    row.addWidget(icon_label(line.icon, line.tone))
    row.addWidget(text_label(line.text, wraps=True), 1)
    if line.show is not None:
        act = button("Показать", "link", on_click=line.show)
        act.setAccessibleName(f"Показать: {line.text}")
        row.addWidget(act)
    return made
