"""A year as a strip of twelve months with a bar for each thing that has its days."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from nastavnik_desktop.domain.plurals import counted
from ui.theme import scaled, text_font, tokens_now
from ui.tokens import Tokens
from ui.widgets.dated_mark import MONTHS_SHORT, DatedMark
from ui.widgets.lanes import LaidBar, laid_in_lanes

_EDGE, _HEAD, _LANE, _BAR = 10, 28, 18, 14
_NARROWEST = 360
_MONTHS = 12
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Timeline(QWidget):
    """Twelve months from the month of a first day on; the bar under the cursor is the chosen one.

    The arrows left and right go through the bars in the order of time, up and down through the
    lanes, Home and End to the first and the last; Enter opens the chosen bar.
    Signals: ``picked(key)`` when another bar is chosen, ``opened(key)``.
    """

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._bars: list[LaidBar] = []
        self._first = self._last = date(2000, 1, 1)
        self._today: date | None = None
        self._at = -1
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_marks(self, first_day: date, marks: Sequence[DatedMark], today: date) -> None:
        """Show the twelve months from the month of ``first_day`` on; the choice stays if it can."""
        kept = self.picked_key()
        self._first = first_day.replace(day=1)
        self._last = _months_later(self._first, _MONTHS) - timedelta(days=1)
        self._today = today
        self._bars = laid_in_lanes(marks, self._first, self._last)
        self._at = self._position_of(kept)
        self.setFixedHeight(self.sizeHint().height())
        self._tell()
        self.update()

    def picked_key(self) -> Hashable:
        """The key of the chosen bar; None where none is."""
        return self._bars[self._at].mark.key if self._at >= 0 else None

    def pick(self, key: Hashable) -> None:
        """Choose the first bar of a key without telling anybody; an unknown one chooses none."""
        self._at = self._position_of(key)
        self._tell()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its lanes."""
        lanes = 1 + max((bar.lane for bar in self._bars), default=0)
        return QSize(scaled(2 * _NARROWEST), scaled(_HEAD + lanes * _LANE + _EDGE))

    def minimumSizeHint(self) -> QSize:
        """Months need room for their names."""
        return QSize(scaled(_NARROWEST), self.sizeHint().height())

    def mark_at(self, point: QPoint) -> DatedMark | None:
        """The mark whose bar lies under a point."""
        at = self._bar_at(point)
        return self._bars[at].mark if at >= 0 else None

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, Enter opens."""
        if not self._bars:
            super().keyPressEvent(event)
        elif event.key() in _OPENING and self._at >= 0:
            self.opened.emit(self.picked_key())
        elif (target := self._target_of(event.key())) is not None:
            self._choose(target)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the bar under it."""
        at = self._bar_at(event.position().toPoint())
        if at >= 0:
            self._choose(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the bar."""
        if self._bar_at(event.position().toPoint()) >= 0:
            self.opened.emit(self.picked_key())

    def event(self, event: QEvent) -> bool:
        """The tooltip speaks of the bar under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self.mark_at(event.pos())
            QToolTip.showText(event.globalPos(), mark.spoken if mark else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard needs a bar to begin with: the first one that is not over."""
        super().focusInEvent(event)
        if self._at < 0 and self._bars and event.reason() != Qt.FocusReason.MouseFocusReason:
            today = self._today or self._first
            ahead = (at for at, bar in enumerate(self._bars) if bar.mark.end >= today)
            self._choose(next(ahead, 0))

    def _target_of(self, key: int) -> int | None:
        last, at = len(self._bars) - 1, self._at
        steps = {
            Qt.Key.Key_Right: min(at + 1, last),
            Qt.Key.Key_Left: max(at - 1, 0),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in steps:
            return steps[Qt.Key(key)]
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and at >= 0:
            return self._beside(-1 if key == Qt.Key.Key_Up else 1)
        return None

    def _beside(self, step: int) -> int | None:
        """The bar of the neighbouring lane that begins nearest to the chosen one."""
        here = self._bars[self._at]
        near = [at for at, bar in enumerate(self._bars) if bar.lane == here.lane + step]
        return min(near, key=lambda at: abs(self._bars[at].first - here.first), default=None)

    def _choose(self, at: int) -> None:
        if at != self._at:
            self._at = at
            self._tell()
            self.update()
            self.picked.emit(self.picked_key())

    def _tell(self) -> None:
        """Say the chosen bar, or how many there are, to a screen reader."""
        count = counted(len(self._bars), "срок", "срока", "сроков")
        words = self._bars[self._at].mark.spoken if self._at >= 0 else count
        self.setAccessibleDescription(words)
        told = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(told)

    def _position_of(self, key: Hashable) -> int:
        found = (at for at, bar in enumerate(self._bars) if bar.mark.key == key)
        return next(found, -1) if key is not None else -1

    # Places

    def _x(self, day: date) -> float:
        """Where a day begins, in pixels."""
        edge = scaled(_EDGE)
        days = (self._last - self._first).days + 1
        return edge + (self.width() - 2 * edge) * (day - self._first).days / days

    def _rect_of(self, bar: LaidBar) -> QRectF:
        top = scaled(_HEAD) + bar.lane * scaled(_LANE)
        left, right = self._x(bar.first), self._x(bar.last + timedelta(days=1))
        return QRectF(left + 0.5, top + 0.5, right - left - 2, scaled(_BAR))

    def _bar_at(self, point: QPoint) -> int:
        hit = (at for at, bar in enumerate(self._bars) if self._rect_of(bar).contains(point))
        return next(hit, -1)

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Months, bars, today; only what the painted part shows."""
        painter, tokens = QPainter(self), tokens_now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_months(painter, tokens)
        shown = QRectF(event.rect())
        for at, bar in enumerate(self._bars):
            rect = self._rect_of(bar)
            if rect.intersects(shown):
                self._draw_bar(painter, tokens, rect, bar, is_chosen=at == self._at)
        self._draw_today(painter, tokens)

    def _draw_months(self, painter: QPainter, tokens: Tokens) -> None:
        painter.setFont(text_font("small"))
        for step in range(_MONTHS):
            month = _months_later(self._first, step)
            left, right = self._x(month), self._x(_months_later(month, 1))
            if step:
                painter.setPen(QColor(tokens.line))
                painter.drawLine(round(left), scaled(8), round(left), self.height() - scaled(8))
            painter.setPen(QColor(tokens.quiet))
            head = QRectF(left, scaled(4), right - left, scaled(_HEAD) - scaled(8))
            name = MONTHS_SHORT[month.month - 1]
            painter.drawText(head, int(Qt.AlignmentFlag.AlignCenter), name)

    def _draw_bar(
        self, painter: QPainter, tokens: Tokens, rect: QRectF, bar: LaidBar, *, is_chosen: bool
    ) -> None:
        edge = QColor(tokens.text_of(bar.mark.tone))
        painter.setBrush(QColor(tokens.soft_of(bar.mark.tone)))
        painter.setPen(QPen(edge, 2.0 if is_chosen else 1.0))
        radius = rect.height() / 2
        painter.drawRoundedRect(rect, radius, radius)
        if is_chosen and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.text), 1.0, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), radius + 3, radius + 3)

    def _draw_today(self, painter: QPainter, tokens: Tokens) -> None:
        if self._today is not None and self._first <= self._today <= self._last:
            painter.setPen(QPen(QColor(tokens.danger), 2.0))
            at = round(self._x(self._today))
            painter.drawLine(at, scaled(_HEAD) - scaled(4), at, self.height() - scaled(8))


def _months_later(first: date, months: int) -> date:
    """The first day of the month so many months later."""
    at = first.month - 1 + months
    return date(first.year + at // 12, at % 12 + 1, 1)
