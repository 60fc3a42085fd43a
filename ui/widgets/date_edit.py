"""A field for a date that is typed freely or chosen in a calendar, and that may stay empty."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from nastavnik_desktop.domain.dates import short_date
from ui.icons import icon
from ui.theme import scaled
from ui.widgets.calendar import PopupCalendar
from ui.widgets.typed_date import read_typed_date


class DateEdit(QLineEdit):
    """``day`` is the date or None; ``is_understood`` tells an empty field from a wrong one.

    ``day_changed`` is emitted when the typing is finished or a day is chosen.
    """

    day_changed = Signal()

    def __init__(self, name: str, today: date | None = None) -> None:
        super().__init__()
        self._today = today or date.today()
        self._calendar: PopupCalendar | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText("ДД.ММ.ГГГГ")
        self.setFixedWidth(scaled(168))
        opener = QAction(icon("calendar"), "Выбрать в календаре", self)
        opener.triggered.connect(self.open_calendar)
        self.addAction(opener, QLineEdit.ActionPosition.TrailingPosition)
        self.editingFinished.connect(self._on_editing_finished)

    @property
    def day(self) -> date | None:
        """The date typed, None when the field is empty or not understood."""
        return read_typed_date(self.text(), self._today)

    @property
    def is_understood(self) -> bool:
        """Whether the field is empty or holds a date."""
        return not self.text().strip() or self.day is not None

    def set_day(self, day: date | None) -> None:
        """Show a date; None empties the field."""
        self.setText(short_date(day))

    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        calendar = self._calendar or self._make_calendar()
        day = self.day or self._today
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        calendar.move(self.mapToGlobal(QPoint(0, self.height() + scaled(4))))
        calendar.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and arrow down open the calendar, as in every list."""
        is_alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if is_alt and event.key() == Qt.Key.Key_Down:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def _make_calendar(self) -> PopupCalendar:
        self._calendar = PopupCalendar(self)
        self._calendar.clicked.connect(self._on_day_chosen)
        self._calendar.activated.connect(self._on_day_chosen)
        return self._calendar

    def _on_day_chosen(self, chosen: QDate) -> None:
        if self._calendar is not None:
            self._calendar.hide()
        self.set_day(date(chosen.year(), chosen.month(), chosen.day()))
        self.day_changed.emit()

    def _on_editing_finished(self) -> None:
        if self.day is not None:
            self.set_day(self.day)
        self.day_changed.emit()
