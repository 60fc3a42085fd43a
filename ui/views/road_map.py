"""The layout of the page «Дорожная карта»: the year's timeline over the table, or a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from nastavnik_desktop.domain.deadlines.wording import MONTHS
from nastavnik_desktop.domain.road_maps.standing import plan_days
from nastavnik_desktop.domain.school_year import SchoolYear
from ui.item_models.road_map import PlanLine
from ui.item_models.rows_model import RowsModel
from ui.theme import scaled
from ui.user_settings import UserSettings
from ui.views.records_view import RecordsView
from ui.widgets.buttons import button, icon_button
from ui.widgets.dated_mark import DatedMark
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import text_label
from ui.widgets.month_grid import MonthGrid
from ui.widgets.scrolling import scrolled
from ui.widgets.timeline import Timeline

_NO_PLANS = (
    "Загрузите дорожную карту из Word, Excel или PDF: программа прочитает сроки, напомнит о них "
    "и соберёт подтверждения."
)
_TIMELINE_HEIGHT = 150


class RoadMapView(RecordsView[PlanLine]):
    """Choice of a road map, chips, timeline and table; the calendar in place of the last two."""

    def __init__(self, model: RowsModel[PlanLine], settings: UserSettings) -> None:
        empty = EmptyState("map", "Дорожной карты пока нет", _NO_PLANS)
        hint = "Мероприятие, срок, ответственный…"
        super().__init__("road_map", "Дорожная карта", model, settings, empty, hint)
        self.load = self.header.add(button("Загрузить…", icon_name="upload"))
        self.papers = self.header.add(button("Печать", icon_name="printer"))
        self.add = self.header.add(button("Пункт", "primary", "plus"))
        self.add.setAccessibleName("Добавить пункт")
        self.plans = ChoiceField()
        self.plans.setAccessibleName("Дорожная карта")
        self.as_calendar = button("Календарь", "chip")
        self.as_calendar.setCheckable(True)
        self.timeline = Timeline("Сроки учебного года")
        self.strip = _card(scrolled(self.timeline))
        self.grid = MonthGrid("Календарь сроков")
        self.calendar = _Calendar(self.grid)
        self.body.insertWidget(1, self.plans)
        self.filters.add_at_end(self.as_calendar)
        self.body.insertWidget(self.body.indexOf(self.table), self.strip)
        self.body.insertWidget(self.body.indexOf(self.table), self.calendar, 4)
        self.as_calendar.setToolTip("Показать сроки на листе месяца")
        self.as_calendar.toggled.connect(self._arrange)
        self._shown = self._total = 0
        self._arrange()

    def show_counts(self, shown: int, total: int) -> None:
        """The timeline and the calendar stand only where there is something to show."""
        self._shown, self._total = shown, total
        super().show_counts(shown, total)
        self._arrange()

    def show_marks(self, year: SchoolYear, marks: Sequence[DatedMark], today: date) -> None:
        """Bars on the timeline, as high as its lanes up to a part of the page; days of the month.

        The calendar opens at today, or at the first day of another year.
        """
        first, last = plan_days(year)
        self.timeline.show_marks(first, marks, today)
        wanted = self.timeline.sizeHint().height() + scaled(4)
        self.strip.setFixedHeight(min(wanted, scaled(_TIMELINE_HEIGHT)))
        self.grid.show_marks(marks, today)
        if not first <= self.grid.day <= last:
            self.grid.show_day(today if first <= today <= last else first)

    def _arrange(self) -> None:
        is_calendar = self.as_calendar.isChecked() and self._total > 0
        self.calendar.setVisible(is_calendar)
        self.strip.setVisible(not is_calendar and self._total > 0)
        self.table.setVisible(not is_calendar and self._shown > 0)
        self.nothing.setVisible(not is_calendar and self._shown == 0 < self._total)


class _Calendar(QWidget):
    """The month's sheet under the name of the month and the buttons that turn it."""

    def __init__(self, grid: MonthGrid) -> None:
        super().__init__()
        self._grid = grid
        self._title = text_label("", "section")
        head = QHBoxLayout()
        head.addWidget(icon_button("chevron-left", "Предыдущий месяц", lambda: grid.turn(-1)))
        head.addWidget(self._title)
        head.addWidget(icon_button("chevron-right", "Следующий месяц", lambda: grid.turn(1)))
        head.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(_card(grid), 1)
        grid.month_changed.connect(self._name_month)
        self._name_month(grid.day)

    def minimumSizeHint(self) -> QSize:
        """The sheet decides."""
        return self._grid.minimumSizeHint()

    def _name_month(self, first: date) -> None:
        self._title.setText(f"{MONTHS[first.month - 1].capitalize()} {first.year}")


def _card(inside: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("kind", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(1, 1, 1, 1)
    layout.addWidget(inside)
    return card
