"""How a cell is drawn: hairlines between rows, a soft selection, states as coloured signs."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.item_models.rows_model import TONE_ROLE
from ui.theme import scaled, text_font, tokens_now
from ui.tokens import ROW_HEIGHT, Tokens

Index = QModelIndex | QPersistentModelIndex

_PADDING = 12


class CellDelegate(QStyledItemDelegate):
    """Draws texts and signs; the row under the mouse is told by ``hovered_row``."""

    hovered_row = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the hairline below, then the text or the sign."""
        tokens = tokens_now()
        cell: Any = option  # the stubs of Qt do not know its fields
        painter.save()
        is_selected = bool(cell.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(cell.rect, QColor(tokens.accent_soft))
        elif index.row() == self.hovered_row:
            painter.fillRect(cell.rect, QColor(tokens.hover))
        if index.row() < index.model().rowCount() - 1:
            painter.setPen(QColor(tokens.line))
            painter.drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight())
        _paint_content(painter, cell.rect, index, tokens, is_selected=is_selected)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Wide enough for the text, high as a row of the design."""
        cell: Any = option
        width = cell.fontMetrics.horizontalAdvance(str(index.data() or ""))
        return QSize(width + scaled(2 * _PADDING + 10), scaled(ROW_HEIGHT))


def _paint_content(
    painter: QPainter, rect: QRect, index: Index, tokens: Tokens, *, is_selected: bool
) -> None:
    text = str(index.data() or "")
    inside = rect.adjusted(scaled(_PADDING), 0, -scaled(_PADDING), 0)
    tone = index.data(TONE_ROLE)
    if tone is not None and text:
        ground = tokens.surface if is_selected else tokens.soft_of(tone)
        _paint_sign(painter, inside, text, ground, tokens.text_of(tone))
        return
    painter.setPen(QColor(tokens.text))
    _draw_elided(painter, inside, text, index.data(Qt.ItemDataRole.TextAlignmentRole))


def _paint_sign(painter: QPainter, rect: QRect, text: str, ground: str, colour: str) -> None:
    """A rounded ground as wide as its words, at the left of the cell."""
    font = text_font("small", QFont.Weight.Medium)
    height = scaled(22)
    width = min(QFontMetrics(font).horizontalAdvance(text) + scaled(20), rect.width())
    sign = QRectF(rect.x(), rect.y() + (rect.height() - height) / 2, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QBrush(QColor(ground)))
    painter.drawRoundedRect(sign, height / 2, height / 2)
    painter.setPen(QColor(colour))
    painter.setFont(font)
    inside = sign.toRect().adjusted(scaled(8), 0, -scaled(8), 0)
    _draw_elided(painter, inside, text, Qt.AlignmentFlag.AlignCenter)


def _draw_elided(painter: QPainter, rect: QRect, text: str, alignment: Qt.AlignmentFlag) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, alignment, shown)
