"""A list of what fits a query, laid over the window below the field that asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nastavnik_desktop.domain.search import matches, query_words
from ui.item_models.column import Column
from ui.item_models.rows_model import ROW_ROLE, RowsModel
from ui.theme import scaled, text_font, tokens_now
from ui.tokens import ROW_HEIGHT

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

_ROWS_SHOWN = 6
_KEYS_TO_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class Suggestions(QListView, Generic[Row]):
    """``taken`` carries the record that was chosen by a click, Enter or Tab.

    It never has the focus, so typing goes on; ``handle_key`` gets the keys of the field.
    ``words`` gives the text of a record and a quiet note.
    """

    taken = Signal(object)

    def __init__(
        self,
        name: str,
        words: Callable[[Row], tuple[str, str]],
        search_text: Callable[[Row], str],
    ) -> None:
        super().__init__()
        column: Column[Row] = Column("", lambda row: ", ".join(filter(None, words(row))))
        self._rows: RowsModel[Row] = RowsModel([column], id, parent=self)
        self._search_text = search_text
        self._offered: list[tuple[str, Row]] = []
        self.setObjectName("suggestions")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setModel(self._rows)
        self.setItemDelegate(_TwoTexts(words, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_clicked)
        self.hide()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Offer these records."""
        self._offered = [(self._search_text(row), row) for row in rows]
        self._rows.set_rows(rows)
        self.hide()

    def set_query(self, query: str) -> None:
        """Leave what fits: any part, any order of words, either keyboard layout.

        What begins with the query stands first, the rest keeps its order.
        """
        words = query_words(query)
        beginnings = tuple(" ".join(reading) for reading in words)
        found = [pair for pair in self._offered if matches(pair[0], words)]
        found.sort(key=lambda pair: not pair[0].startswith(beginnings))
        self._rows.set_rows([row for _text, row in found])

    def show_below(self, window: QWidget, corner: QPoint, field: QSize) -> None:
        """Show the list under a field, or above it where there is no room below."""
        count = min(self._rows.rowCount(), _ROWS_SHOWN)
        self.setVisible(bool(count))
        if not count:
            return
        self.setParent(window)
        height = count * scaled(ROW_HEIGHT) + scaled(10)
        if corner.y() + height > window.height():
            corner = QPoint(corner.x(), max(corner.y() - field.height() - height, 0))
        self.setGeometry(corner.x(), corner.y(), field.width(), height)
        self.setCurrentIndex(self._rows.index(0, 0))
        self.show()
        self.raise_()

    def handle_key(self, key: Qt.Key) -> bool:
        """Move, take or put away; False when the key is not one of the list's."""
        if key in _KEYS_TO_TAKE:
            self._on_clicked(self.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif key in _STEPS:
            last = self._rows.rowCount() - 1
            at = min(max(self.currentIndex().row() + _STEPS[key], 0), last)
            self.setCurrentIndex(self._rows.index(at, 0))
        else:
            return False
        return True

    def _on_clicked(self, index: QModelIndex) -> None:
        self.hide()
        if index.isValid():
            self.taken.emit(index.data(ROW_ROLE))


class _TwoTexts(QStyledItemDelegate):
    """A text at the left and a quiet note at the right."""

    def __init__(self, words: Callable[[Any], tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(scaled(100), scaled(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = tokens_now()
        cell: Any = option  # the stubs of Qt do not know its fields
        text, note = self._words(index.data(ROW_ROLE))
        painter.save()
        if cell.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell.rect, QColor(tokens.accent_soft))
        elif cell.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(cell.rect, QColor(tokens.hover))
        inside = cell.rect.adjusted(scaled(10), 0, -scaled(10), 0)
        left = min(painter.fontMetrics().horizontalAdvance(text), inside.width() * 2 // 3)
        _draw(painter, inside, text, tokens.text, Qt.AlignmentFlag.AlignLeft)
        painter.setFont(text_font("small"))
        rest = inside.adjusted(left + scaled(16), 0, 0, 0)
        _draw(painter, rest, note, tokens.quiet, Qt.AlignmentFlag.AlignRight)
        painter.restore()


def _draw(painter: QPainter, area: QRect, text: str, colour: str, side: Qt.AlignmentFlag) -> None:
    painter.setPen(QColor(colour))
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), elided)
