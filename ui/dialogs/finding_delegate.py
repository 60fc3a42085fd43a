"""How a line of the search of everything is drawn: icon, words, quiet words; headings of groups."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.dialogs.finding import FINDING_ROLE, Finding
from ui.icons import paint_icon
from ui.theme import scaled, text_font, tokens_now

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FindingDelegate(QStyledItemDelegate):
    """A line without a finding is the heading of a group."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one line."""
        cell: Any = option  # the stubs of Qt do not know its fields
        finding = index.data(FINDING_ROLE)
        painter.save()
        if finding is None:
            _paint_heading(painter, cell.rect, str(index.data()))
        else:
            if cell.state & QStyle.StateFlag.State_Selected:
                _paint_choice(painter, cell.rect)
            _paint_finding(painter, cell.rect, finding)
        painter.restore()


def _paint_heading(painter: QPainter, rect: QRect, text: str) -> None:
    painter.setFont(text_font("small", QFont.Weight.DemiBold))
    painter.setPen(QColor(tokens_now().quiet))
    painter.drawText(rect.adjusted(scaled(8), scaled(6), 0, 0), _LEFT, text)


def _paint_choice(painter: QPainter, rect: QRect) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens_now().accent_soft))
    painter.drawRoundedRect(rect.adjusted(0, 1, -scaled(4), -1), scaled(6), scaled(6))


def _paint_finding(painter: QPainter, rect: QRect, finding: Finding) -> None:
    side = scaled(18)
    top = rect.y() + (rect.height() - side) // 2
    paint_icon(painter, finding.icon, "quiet", QRect(rect.x() + scaled(10), top, side, side))
    words = rect.adjusted(scaled(40), 0, -scaled(16), 0)
    painter.setFont(text_font("body", QFont.Weight.Medium))
    painter.setPen(QColor(tokens_now().text))
    width = painter.fontMetrics().horizontalAdvance(finding.text)
    painter.drawText(words, _LEFT, _elided(painter, finding.text, words.width()))
    note = words.adjusted(width + scaled(10), 0, 0, 0)
    painter.setFont(text_font())
    painter.setPen(QColor(tokens_now().quiet))
    if note.width() > scaled(24):
        painter.drawText(note, _LEFT, _elided(painter, finding.note, note.width()))


def _elided(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
