"""A month as a sheet of weeks: in each day the things that are due on it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from nastavnik_desktop.domain.dates import WEEKDAYS, long_date
from nastavnik_desktop.domain.plurals import counted
from ui.theme import scaled, text_font, tokens_now
from ui.tokens import Tokens
from ui.widgets.dated_mark import DatedMark

_WEEK, _WEEKS = 7, 6
_HEAD, _NUMBER, _LINE, _GAP = 26, 22, 18, 6
_LEAST_CELL = QSize(64, 58)
_DAY_NAMES = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_WEEK,
    Qt.Key.Key_Down: _WEEK,
}


class MonthGrid(QWidget):
    """One month; arrows go from day to day and over its ends, PageUp and PageDown by months.

    Signals: ``day_picked(date)`` when another day is chosen, ``month_changed(date)`` with the
    first day of a month that came into sight, ``opened(key)`` of the thing that was clicked twice,
    or of the first thing of the chosen day by Enter.
    """

    day_picked = Signal(date)
    month_changed = Signal(date)
    opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._day = self._today = date(2000, 1, 1)
        self._by_day: dict[date, list[DatedMark]] = {}
        self._days_off: frozenset[date] = frozenset()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def day(self) -> date:
        """The chosen day; its month is the one that is shown."""
        return self._day

    def show_marks(self, marks: Sequence[DatedMark], today: date) -> None:
        """Put each thing on the day it is due."""
        self._by_day = {}
        for mark in marks:
            self._by_day.setdefault(mark.end, []).append(mark)
        self._today = today
        self._tell()
        self.update()

    def shade(self, days_off: frozenset[date]) -> None:
        """Give days off a quiet ground."""
        self._days_off = days_off
        self.update()

    def show_day(self, day: date) -> None:
        """Choose a day and show its month."""
        before, self._day = self._day, day
        self._tell()
        self.update()
        if day != before:
            self.day_picked.emit(day)
        if (day.year, day.month) != (before.year, before.month):
            self.month_changed.emit(day.replace(day=1))

    def marks_on(self, day: date) -> list[DatedMark]:
        """What is due on a day."""
        return self._by_day.get(day, [])

    def minimumSizeHint(self) -> QSize:
        """A day needs its number and one line."""
        width, height = _LEAST_CELL.width() * _WEEK, _LEAST_CELL.height() * _WEEKS + _HEAD
        return QSize(scaled(width), scaled(height))

    def sizeHint(self) -> QSize:
        """Room for two lines in a day."""
        return self.minimumSizeHint() + QSize(scaled(160), scaled(_LINE * _WEEKS))

    def day_at(self, point: QPoint) -> date | None:
        """The day of the cell under a point."""
        cells = ((day, self._cell(at)) for at, day in enumerate(self._days()))
        return next((day for day, cell in cells if cell.contains(point)), None)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose a day, PageUp and PageDown a month, Enter opens."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.show_day(self._day + timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in _OPENING and self.marks_on(self._day):
            self.opened.emit(self.marks_on(self._day)[0].key)
        else:
            super().keyPressEvent(event)

    def turn(self, months: int) -> None:
        """Show the month so many months later; the day stays where the month has it."""
        at = self._day.year * 12 + self._day.month - 1 + months
        first = date(at // 12, at % 12 + 1, 1)
        following = date((at + 1) // 12, (at + 1) % 12 + 1, 1)
        last = (following - timedelta(days=1)).day
        self.show_day(first.replace(day=min(self._day.day, last)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the day."""
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self.show_day(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the thing under it."""
        point = event.position().toPoint()
        day = self.day_at(point)
        key = self._key_at(day, point) if day is not None else None
        if key is not None:
            self.opened.emit(key)

    def _key_at(self, day: date, point: QPoint) -> Hashable:
        marks, cell = self.marks_on(day), self._cell(self._days().index(day))
        line = (point.y() - cell.top() - scaled(_NUMBER)) // scaled(_LINE)
        return marks[line].key if 0 <= line < min(len(marks), self._room(cell)) else None

    def _tell(self) -> None:
        """Say the chosen day with what is due on it to a screen reader."""
        marks = self.marks_on(self._day)
        count = counted(len(marks), "срок", "срока", "сроков") if marks else "сроков нет"
        words = [f"{WEEKDAYS[self._day.weekday()]}, {long_date(self._day)}: {count}"]
        words += [". ".join(part for part in (mark.title, mark.state) if part) for mark in marks]
        self.setAccessibleDescription("\n".join(words))
        told = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(told)

    # Places

    def _days(self) -> list[date]:
        """The 42 days of the sheet: whole weeks from the Monday before the month begins."""
        first = self._day.replace(day=1)
        monday = first - timedelta(days=first.weekday())
        return [monday + timedelta(days=step) for step in range(_WEEK * _WEEKS)]

    def _cell(self, at: int) -> QRect:
        column, row, head = at % _WEEK, at // _WEEK, scaled(_HEAD)
        left, right = (self.width() * edge // _WEEK for edge in (column, column + 1))
        high = self.height() - head
        top, bottom = (head + high * edge // _WEEKS for edge in (row, row + 1))
        return QRect(left, top, right - left, bottom - top)

    def _room(self, cell: QRect) -> int:
        return max((cell.height() - scaled(_NUMBER) - scaled(4)) // scaled(_LINE), 1)

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Names of the days, then the cells."""
        painter, tokens = QPainter(self), tokens_now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font("small"))
        painter.setPen(QColor(tokens.quiet))
        for column, name in enumerate(_DAY_NAMES):
            cell = self._cell(column)
            head = QRect(cell.left(), 0, cell.width(), scaled(_HEAD))
            painter.drawText(head, int(Qt.AlignmentFlag.AlignCenter), name)
        for at, day in enumerate(self._days()):
            self._draw_day(painter, tokens, self._cell(at), day)
        self._draw_chosen(painter, tokens)

    def _draw_day(self, painter: QPainter, tokens: Tokens, cell: QRect, day: date) -> None:
        is_inside = day.month == self._day.month
        if day in self._days_off:
            painter.fillRect(cell, QColor(tokens.hover))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(tokens.line))
        painter.drawRect(cell)
        is_today = day == self._today
        weight = QFont.Weight.DemiBold if is_today else QFont.Weight.Normal
        painter.setFont(text_font("small", weight))
        colour = tokens.danger if is_today else tokens.text if is_inside else tokens.disabled
        painter.setPen(QColor(colour))
        place = cell.adjusted(scaled(_GAP), scaled(3), -scaled(_GAP), 0)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft), str(day.day))
        if is_inside:
            self._draw_marks(painter, tokens, cell, self.marks_on(day))

    def _draw_marks(
        self, painter: QPainter, tokens: Tokens, cell: QRect, marks: Sequence[DatedMark]
    ) -> None:
        room, line = self._room(cell), scaled(_LINE)
        shown = len(marks) if len(marks) <= room else room - 1
        font = text_font("small")
        painter.setFont(font)
        area = QRect(cell.left() + 3, cell.top() + scaled(_NUMBER), cell.width() - 6, line - 2)
        for mark in marks[:shown]:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.soft_of(mark.tone)))
            painter.drawRoundedRect(area, scaled(4), scaled(4))
            painter.setPen(QColor(tokens.text_of(mark.tone)))
            _draw_line(painter, font, area, mark.title)
            area = area.translated(0, line)
        if len(marks) > shown:
            painter.setPen(QColor(tokens.quiet))
            _draw_line(painter, font, area, f"ещё {len(marks) - shown}")

    def _draw_chosen(self, painter: QPainter, tokens: Tokens) -> None:
        cell = self._cell(self._days().index(self._day)).adjusted(1, 1, -1, -1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.accent), 2.0 if self.hasFocus() else 1.0))
        painter.drawRect(cell)


def _draw_line(painter: QPainter, font: QFont, area: QRect, text: str) -> None:
    inside = area.adjusted(scaled(4), 0, -scaled(4), 0)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
