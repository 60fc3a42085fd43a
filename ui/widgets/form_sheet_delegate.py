"""Draws the cells of a statistical form: hairlines, turned headings, quiet crosses."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.item_models.form_sheet import LOOK_ROLE, Look, SheetCell
from ui.theme import scaled, text_font, tokens_now
from ui.tokens import Tokens

PADDING = 8
_FIGURE_PADDING, _TIGHT_PADDING, _ROOMY = 8, 4, 33
INDENT = 10
_MARK = 6
_WRAPPED = Qt.TextFlag.TextWordWrap
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_QUIET = {Look.HEAD, Look.TURNED, Look.NUMBER, Look.CODE, Look.CROSSED}


class FormSheetDelegate(QStyledItemDelegate):
    """Everything is drawn here, so that both themes and every scale look alike."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground, hairlines, text."""
        cell = index.data(LOOK_ROLE)
        if not isinstance(cell, SheetCell):
            return
        tokens = tokens_now()
        area = option.rect  # type: ignore[attr-defined]
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        painter.fillRect(area, QColor(_ground(cell, tokens, is_chosen=is_chosen)))
        painter.setPen(QPen(QColor(tokens.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topRight(), area.bottomRight())
        if cell.is_corrected:
            _draw_mark(painter, area, tokens)
        painter.setPen(QColor(_ink(cell, tokens, is_chosen=is_chosen)))
        painter.setFont(_font(cell, is_chosen=is_chosen))
        _draw_text(painter, area, cell)
        painter.restore()


def _ground(cell: SheetCell, tokens: Tokens, *, is_chosen: bool) -> str:
    if is_chosen:
        return tokens.accent_soft
    if cell.is_changed:
        return tokens.warning_soft
    is_head = cell.look in {Look.HEAD, Look.TURNED, Look.NUMBER}
    return tokens.ground if is_head else tokens.surface


def _ink(cell: SheetCell, tokens: Tokens, *, is_chosen: bool) -> str:
    if is_chosen:
        return tokens.accent_text
    if cell.is_changed:
        return tokens.warning
    is_nought = cell.look is Look.FIGURE and cell.text == "0"
    return tokens.quiet if cell.look in _QUIET or is_nought else tokens.text


def _font(cell: SheetCell, *, is_chosen: bool) -> QFont:
    is_strong = cell.is_total or cell.is_changed or (is_chosen and cell.look is Look.FIGURE)
    weight = QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal
    return text_font("body" if cell.look is Look.FIGURE else "small", weight)


def _draw_mark(painter: QPainter, area: QRect, tokens: Tokens) -> None:
    """A corner of a corrected figure, as spreadsheets mark a note."""
    corner = area.topRight()
    size = scaled(_MARK)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    painter.drawPolygon(QPolygon([corner, corner - QPoint(size, 0), corner + QPoint(0, size)]))


def _draw_text(painter: QPainter, area: QRect, cell: SheetCell) -> None:
    if cell.look is Look.TURNED:
        painter.translate(area.center())
        painter.rotate(-90)
        turned = QRect(-area.height() // 2, -area.width() // 2, area.height(), area.width())
        painter.drawText(turned, _CENTRE | _WRAPPED, cell.text)
    elif cell.look in {Look.TITLE, Look.TEXT}:
        side = scaled(PADDING)
        inside = area.adjusted(side + cell.level * scaled(INDENT), 0, -side, 0)
        painter.drawText(inside, _MIDDLE | Qt.AlignmentFlag.AlignLeft | _WRAPPED, cell.text)
    elif cell.look is Look.FIGURE:
        is_tight = area.width() < scaled(_ROOMY)
        side = scaled(_TIGHT_PADDING if is_tight else _FIGURE_PADDING)
        inside = area.adjusted(0, 0, -side, 0)
        painter.drawText(inside, _MIDDLE | Qt.AlignmentFlag.AlignRight, cell.text)
    else:
        painter.drawText(area.adjusted(2, 0, -2, 0), _CENTRE | _WRAPPED, cell.text)
