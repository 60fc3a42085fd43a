"""A column of the board of matching: people or pairs that can be dragged upon each other."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.theme import scaled, text_font, tokens_now
from ui.tokens import Tone

Index = QModelIndex | QPersistentModelIndex

_LINE = Qt.ItemDataRole.UserRole
_ROW = 54
_PADDING = 12
_MIME = "application/x-nastavnik-match"
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class MatchLine:
    """Two texts one below the other, and a sign at the right."""

    key: Hashable
    title: str
    note: str
    badge: str = ""
    tone: Tone = Tone.NEUTRAL

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ". ".join(part for part in (self.title, self.badge, self.note) if part)


class MatchList(QListWidget):
    """``side`` names what its lines are; lines of the sides ``takes`` may be dropped on them.

    ``nobody`` stands where there is no line.
    Signals: ``picked(key)`` (None: nothing), ``opened(key)`` by Enter or a double click,
    ``dropped(dragged key, key)``, ``menu_wanted(point)`` on the screen.
    """

    picked = Signal(object)
    opened = Signal(object)
    dropped = Signal(object, object)
    menu_wanted = Signal(QPoint)

    def __init__(self, name: str, side: str, takes: Sequence[str], nobody: str = "") -> None:
        super().__init__()
        self._nobody = nobody
        self.setProperty("kind", "card")
        self._side, self._takes = side, tuple(takes)
        self.setAccessibleName(name)
        self.setItemDelegate(_TwoLines(self))
        self.setDragEnabled(True)
        self.setAcceptDrops(bool(takes))
        self.setDropIndicatorShown(False)
        self.setDefaultDropAction(Qt.DropAction.LinkAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(scaled(3 * _ROW))
        self.itemSelectionChanged.connect(self._on_selection_changed)
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(item.data(_LINE).key))

    @property
    def lines(self) -> list[MatchLine]:
        """What is shown."""
        return [self.item(row).data(_LINE) for row in range(self.count())]

    def show_lines(self, lines: Sequence[MatchLine]) -> None:
        """Replace the lines; the selected one stays selected where it is still there."""
        kept = self.picked_key()
        self.blockSignals(True)
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.spoken)
            item.setData(_LINE, line)
            item.setToolTip(f"{line.title}\n{line.note}")
            self.addItem(item)
        self.blockSignals(False)
        if kept is not None:
            self.pick(kept)

    def pick(self, key: Hashable) -> bool:
        """Select a line by its key; answers whether it is there."""
        for row, line in enumerate(self.lines):
            if line.key == key:
                self.setCurrentRow(row)
                return True
        return False

    def picked_key(self) -> Hashable:
        """The key of the selected line; None where none is."""
        items = self.selectedItems()
        return items[0].data(_LINE).key if items else None

    def _on_selection_changed(self) -> None:
        self.picked.emit(self.picked_key())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where there is no line, say what that means."""
        super().paintEvent(event)
        if self.count() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(tokens_now().quiet))
            edge = scaled(_PADDING)
            area = self.viewport().rect().adjusted(edge, edge, -edge, -edge)
            flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(area, int(flags), self._nobody)

    # Keys and menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the line."""
        if event.key() in _OPENING and (key := self.picked_key()) is not None:
            self.opened.emit(key)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu speaks of the line under the mouse, or of the selected one."""
        if self.picked_key() is not None:
            self.menu_wanted.emit(event.globalPos())

    # Dragging

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """The side; the line itself is the selected one of the list that is dragged from."""
        data = QMimeData()
        if items:
            data.setData(_MIME, self._side.encode())
        return data

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Lines of the other sides are welcome."""
        self._judge(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Only upon a line."""
        self._judge(event)
        if self.itemAt(event.position().toPoint()) is None:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which line fell upon which."""
        source, item = event.source(), self.itemAt(event.position().toPoint())
        if isinstance(source, MatchList) and item is not None:
            event.setDropAction(Qt.DropAction.LinkAction)
            event.accept()
            self.dropped.emit(source.picked_key(), item.data(_LINE).key)

    def _judge(self, event: QDragMoveEvent) -> None:
        side = bytes(event.mimeData().data(_MIME).data()).decode()
        event.setAccepted(side in self._takes)


class _TwoLines(QStyledItemDelegate):
    """Draws a line: title and note, the sign in its tone, hairlines between lines."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Any = option  # the stubs of Qt do not know its fields
        tokens, line = tokens_now(), index.data(_LINE)
        is_selected = bool(cell.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_selected:
            painter.fillRect(cell.rect, QColor(tokens.accent_soft))
        elif cell.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(cell.rect, QColor(tokens.hover))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight())
        inside = cell.rect.adjusted(scaled(_PADDING), scaled(8), -scaled(_PADDING), -scaled(8))
        _draw_texts(painter, inside, line, is_selected=is_selected)
        painter.restore()


def _draw_texts(painter: QPainter, inside: QRect, line: MatchLine, *, is_selected: bool) -> None:
    tokens = tokens_now()
    upper = QRect(inside.left(), inside.top(), inside.width(), inside.height() // 2)
    lower = upper.translated(0, upper.height())
    if line.badge:
        font = text_font("small", QFont.Weight.Medium)
        width = QFontMetrics(font).horizontalAdvance(line.badge) + scaled(16)
        sign = QRect(upper.right() - width, upper.top(), width, upper.height())
        ground = tokens.surface if is_selected else tokens.soft_of(line.tone)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(sign, sign.height() / 2, sign.height() / 2)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text_of(line.tone)))
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, line.badge)
        upper.setRight(sign.left() - scaled(8))
    _draw_line(painter, upper, line.title, text_font(weight=QFont.Weight.DemiBold), tokens.text)
    _draw_line(painter, lower, line.note, text_font("small"), tokens.quiet)


def _draw_line(painter: QPainter, area: QRect, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
