"""The calendar that opens under a field for a date, in the look of the program."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from ui.icons import icon
from ui.russian import RUSSIAN
from ui.theme import scaled, tokens_now


class PopupCalendar(QCalendarWidget):
    """A month with Monday first; a click or Enter chooses the day."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAccessibleName("Календарь")
        self.setLocale(RUSSIAN)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setFixedSize(scaled(296), scaled(268))
        self._set_arrows()
        self._set_colours()

    def _set_arrows(self) -> None:
        arrows = (
            ("prev", "chevron-left", "Месяц назад"),
            ("next", "chevron-right", "Месяц вперёд"),
        )
        for name, icon_name, words in arrows:
            arrow = self.findChild(QToolButton, f"qt_calendar_{name}month")
            if isinstance(arrow, QToolButton):
                arrow.setIcon(icon(icon_name))
                arrow.setIconSize(QSize(scaled(16), scaled(16)))
                arrow.setAccessibleName(words)

    def _set_colours(self) -> None:
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(tokens_now().quiet))
        self.setHeaderTextFormat(quiet)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, quiet)
