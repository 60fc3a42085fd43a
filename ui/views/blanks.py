"""The layout of the page «Бланки»: a blank of the authority with its values."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui.page import PageView
from ui.theme import scaled
from ui.tokens import Tone
from ui.views.statistics import ControlLine, line_widget
from ui.widgets.blank_sheet import BlankSheetView
from ui.widgets.buttons import button, icon_button
from ui.widgets.cards import Card, clear_layout, icon_label
from ui.widgets.date_edit import DateEdit
from ui.widgets.empty_state import EmptyState
from ui.widgets.filter_bar import ChipFacts, FilterBar
from ui.widgets.labels import text_label

_NOTHING = (
    "Откройте таблицу Excel или документ Word, которые прислало управление. Программа узнает "
    "показатели по заголовкам, а чего не узнает, вы укажете сами. Присланный файл останется "
    "как был: заполненный сохранится рядом."
)


class BlanksView(PageView):
    """Layout only; the controller fills it and ties the buttons."""

    def __init__(self) -> None:
        super().__init__("Заполнить бланк")
        self.more = self.header.add(icon_button("ellipsis", "Разметка бланка"))
        self.more_menu = QMenu(self.more)
        self.back = self.header.add(button("К статистике", icon_name="chart-column"))
        self.sent = self.header.add(button("Отправлено", icon_name="send"))
        self.sent_menu = QMenu(self.sent)
        self.sent.setMenu(self.sent_menu)
        self.open = self.header.add(button("Открыть бланк…", icon_name="folder-open"))
        self.save = self.header.add(button("Сохранить заполненный…", "primary", "save"))
        self.as_of = DateEdit("На дату")
        self.propose = button("Предложить по заголовкам", icon_name="sparkles")
        self.sheets = FilterBar()
        self.sheet = BlankSheetView("Лист бланка")
        self.confirm = button("Подтвердить всё", "link")
        self._state = Card()
        self._state_words = text_label("", wraps=True)
        self.empty = EmptyState("table", "Их таблица – ваши числа", _NOTHING)
        self._lines = QVBoxLayout()
        self._warnings = Card()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._filled())
        self.body.addWidget(self._pages, 1)

    def show_blank(self, *, is_open: bool) -> None:
        """Show the sheet, or what to do while there is none."""
        self._pages.setCurrentIndex(int(is_open))
        for part in (self.save, self.more, self.open):
            part.setVisible(is_open)

    def show_state(self, words: str, *, can_confirm: bool) -> None:
        """Say what waits for the user; empty words hide the line."""
        self._state_words.setText(words)
        self._state.setVisible(bool(words))
        self.confirm.setVisible(can_confirm)

    def show_sheets(self, names: list[str]) -> None:
        """Offer the sheets or tables of a blank that has several."""
        self.sheets.show_chips([ChipFacts(name, name) for name in names])
        self.sheets.setVisible(len(names) > 1)

    def show_warnings(self, lines: list[ControlLine]) -> None:
        """Replace what stands under the sheet."""
        clear_layout(self._lines)
        for line in lines:
            self._lines.addWidget(line_widget(line))
        self._warnings.setVisible(bool(lines))

    def _filled(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addLayout(self._choice())
        column.addWidget(self._state_row())
        column.addWidget(self.sheet, 1)
        self._warnings.body.setSpacing(scaled(4))
        self._warnings.body.addLayout(self._lines)
        column.addWidget(self._warnings)
        return inside

    def _choice(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        label = text_label("На дату", "label")
        label.setBuddy(self.as_of)
        row.addWidget(label)
        row.addWidget(self.as_of)
        row.addWidget(self.propose)
        row.addWidget(self.sheets, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        return row

    def _state_row(self) -> Card:
        row = QHBoxLayout()
        row.addWidget(icon_label("info", Tone.ACCENT))
        row.addWidget(self._state_words, 1)
        row.addWidget(self.confirm)
        self._state.body.addLayout(row)
        self._state.hide()
        return self._state
