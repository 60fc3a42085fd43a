"""The first page: figures of the year, what must be done, the first steps on a new base."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from nastavnik_desktop.domain.consolidation.schools import BaseLevel
from nastavnik_desktop.domain.today import Figure
from ui.page import PageView
from ui.theme import scaled
from ui.tokens import Tone
from ui.widgets.buttons import button
from ui.widgets.cards import Card, StatCard, TaskFacts, TaskList, clear_layout, icon_label
from ui.widgets.labels import text_label
from ui.widgets.scrolling import scrolled

_CALM = {
    BaseLevel.SCHOOL: "Новые дела появятся здесь сами: согласия, приказы, сроки.",
    BaseLevel.MUNICIPALITY: "Новые дела появятся здесь сами: посылки школ, сроки.",
}


class TodayView(PageView):
    """Layout only; the controller fills the parts and ties the buttons."""

    def __init__(self) -> None:
        super().__init__("Сегодня")
        self.load = self.header.add(button("Загрузить список…", icon_name="upload"))
        self.create_order = self.header.add(button("Создать приказ", "primary", "plus"))
        self.take = self.header.add(button("Принять посылки…", "primary", "download"))
        self.take.hide()
        self._figures = QHBoxLayout()
        self._figures.setSpacing(scaled(14))
        self.tasks = _Part("Нужно сделать")
        self.steps = _Part("Первые шаги")
        self._calm_words = _quiet("")
        self.calm = _calm_card(self._calm_words)
        self.show_level(BaseLevel.SCHOOL)
        self.body.setContentsMargins(0, scaled(14), 0, 0)
        self.header.setContentsMargins(scaled(24), 0, scaled(24), 0)
        self.body.addWidget(scrolled(self._inside()), 1)

    def show_figures(self, figures: Sequence[Figure], open_page: Callable[[str], object]) -> None:
        """Replace the cards; a click on one opens its page."""
        clear_layout(self._figures)
        for figure in figures:
            card = StatCard(figure.value, figure.title, figure.detail)
            card.opened.connect(partial(open_page, figure.page))
            self._figures.addWidget(card, 1)

    def show_level(self, level: BaseLevel) -> None:
        """Offer the work of a school, or of a municipality."""
        is_school = level is BaseLevel.SCHOOL
        self.load.setVisible(is_school)
        self.create_order.setVisible(is_school)
        self.take.setVisible(not is_school)
        self._calm_words.setText(_CALM[level])

    def _inside(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(scaled(24), 0, scaled(24), scaled(16))
        column.setSpacing(scaled(12))
        column.addLayout(self._figures)
        column.addWidget(self.steps)
        column.addWidget(self.tasks)
        column.addWidget(self.calm)
        column.addStretch()
        return inside


class _Part(QWidget):
    """A heading and its list of tasks; hidden while there are none."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._list = TaskList()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(4), 0, 0)
        column.setSpacing(scaled(12))
        column.addWidget(text_label(title, "section"))
        column.addWidget(self._list)
        self.hide()

    def show_tasks(self, tasks: list[TaskFacts]) -> None:
        """Replace the lines."""
        self._list.show_tasks(tasks)
        self.setVisible(bool(tasks))


def _calm_card(note: QLabel) -> Card:
    card = Card()
    row = QHBoxLayout()
    row.setSpacing(scaled(12))
    words = QVBoxLayout()
    words.setSpacing(scaled(1))
    words.addWidget(text_label("На сегодня всё сделано", "strong"))
    words.addWidget(note)
    row.addWidget(icon_label("circle-check", Tone.GOOD, 20))
    row.addLayout(words, 1)
    card.body.addLayout(row)
    card.hide()
    return card


def _quiet(text: str) -> QLabel:
    return text_label(text, "quiet", wraps=True)
