"""A chart of shares by year: the fact as a bar, the plan as a line over it, both in figures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.consolidation.shares import ShareOfSchools
from nastavnik_desktop.domain.school_year import SchoolYear
from ui.theme import scaled, text_font, tokens_now

_HEIGHT, _BAR, _FOOT, _HEAD, _INSIDE = 220, 64, 26, 26, 28
_GREATEST = 100.0


class ShareChart(QWidget):
    """Colours are never the only sign: every bar has its figure, every plan line its own."""

    def __init__(self) -> None:
        super().__init__()
        self._shares: Sequence[ShareOfSchools] = ()
        self.setMinimumHeight(scaled(_HEIGHT))
        self.setAccessibleName("Доля школ по годам, диаграмма")

    def show_shares(self, shares: Sequence[ShareOfSchools]) -> None:
        """Draw these years; the table beside says the same in figures."""
        self._shares = tuple(shares)
        self.setAccessibleDescription("; ".join(map(_told, shares)))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(scaled(480), scaled(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bars from left to right in the order of years."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font("small"))
        bottom = self.height() - scaled(_FOOT)
        painter.setPen(QPen(QColor(tokens_now().line), 1))
        painter.drawLine(0, bottom, self.width(), bottom)
        if self._shares:
            width = min(self.width() / len(self._shares), scaled(160))
            for place, share in enumerate(self._shares):
                self._draw(painter, share, QRectF(place * width, 0, width, bottom))

    def _draw(self, painter: QPainter, share: ShareOfSchools, room: QRectF) -> None:
        scale = (room.height() - scaled(_HEAD)) / _GREATEST
        percent = float(share.percent or 0)
        middle, half = room.center().x(), min(room.width() * 0.6, scaled(_BAR)) / 2
        top = room.bottom() - percent * scale
        painter.fillRect(
            QRectF(middle - half, top, 2 * half, percent * scale), QColor(tokens_now().accent)
        )
        if share.percent is not None:
            self._draw_fact(painter, _percent(percent), room, top)
        painter.setPen(QColor(tokens_now().text))
        year = QRectF(room.left(), room.bottom(), room.width(), scaled(_FOOT))
        painter.drawText(year, Qt.AlignmentFlag.AlignCenter, SchoolYear(share.year).label)
        if share.plan is not None:
            self._draw_plan(painter, share.plan, room, scale)

    def _draw_fact(self, painter: QPainter, words: str, room: QRectF, top: float) -> None:
        """In the bar where it is high enough, so that the line of a plan never crosses it."""
        is_inside = room.bottom() - top > scaled(_INSIDE)
        ink = tokens_now().on_accent if is_inside else tokens_now().text
        painter.setPen(QColor(ink))
        at = room.bottom() - scaled(20) if is_inside else top - scaled(18)
        painter.drawText(_line_at(room, at), Qt.AlignmentFlag.AlignCenter, words)

    def _draw_plan(self, painter: QPainter, plan: int, room: QRectF, scale: float) -> None:
        at = room.bottom() - plan * scale
        middle, half = room.center().x(), min(room.width() * 0.8, scaled(_BAR) * 1.4) / 2
        painter.setPen(QPen(QColor(tokens_now().warning), scaled(2), Qt.PenStyle.DashLine))
        painter.drawLine(int(middle - half), int(at), int(middle + half), int(at))
        painter.setPen(QColor(tokens_now().warning))
        words = f"план {plan} %"
        side = QRectF(middle + half - scaled(70), at - scaled(18), scaled(80), scaled(16))
        painter.drawText(side, Qt.AlignmentFlag.AlignRight, words)


def _line_at(room: QRectF, top: float) -> QRectF:
    return QRectF(room.left(), top, room.width(), scaled(16))


def _percent(value: float) -> str:
    return f"{value:g} %".replace(".", ",")


def _told(share: ShareOfSchools) -> str:
    plan = f", план {share.plan} %" if share.plan is not None else ""
    fact = "нет данных" if share.percent is None else _percent(float(share.percent))
    return f"{SchoolYear(share.year).label}: {fact}{plan}"
