"""A sheet of a blank on the screen: merged cells as they are, arrows move, Enter asks."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QPolygon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from nastavnik_desktop.domain.blanks import BlankSheet, CellPlace
from nastavnik_desktop.domain.filling.filled import FilledBlank
from ui.item_models.blank_sheet import CELL_ROLE, BlankSheetModel, Index, ShownCell, State
from ui.theme import scaled, text_font, tokens_now
from ui.tokens import Tokens

_NARROWEST, _HEADED, _WIDEST, _LEAST_ROW = 64, 96, 260, 28
_PADDING, _ROOM, _MARK = 6, 10_000, 7
_WRAPPED = Qt.TextFlag.TextWordWrap


class BlankSheetView(QTableView):
    """Signals with a place: ``picked`` when chosen, ``opened`` by Enter, ``cleared`` by Delete."""

    picked = Signal(object)
    opened = Signal(object)
    cleared = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._sheet = BlankSheetModel()
        self.setAccessibleName(name)
        self.setModel(self._sheet)
        self.setItemDelegate(_CellDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for mode in (self.setHorizontalScrollMode, self.setVerticalScrollMode):
            mode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
            header.setHighlightSections(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.doubleClicked.connect(lambda index: self.opened.emit(self._sheet.cell(index).place))

    def show_sheet(self, sheet: BlankSheet, filled: FilledBlank | None) -> None:
        """Show a sheet; the same sheet shown again keeps its widths and the chosen cell."""
        is_same, kept = self._sheet.sheet is sheet, self.place
        self.clearSpans()
        self._sheet.show(sheet, filled)
        for cell in sheet.cells:
            if cell.rows > 1 or cell.columns > 1:
                self.setSpan(cell.row - 1, cell.column - 1, cell.rows, cell.columns)
        if not is_same:
            self._fit()
        if is_same and kept is not None:
            self.pick(kept)

    @property
    def place(self) -> CellPlace | None:
        """The chosen cell."""
        index = self.currentIndex()
        return self._sheet.cell(index).place if index.isValid() else None

    def pick(self, place: CellPlace) -> None:
        """Choose a cell."""
        self.setCurrentIndex(self._sheet.index_of(place))

    def shown(self, place: CellPlace) -> ShownCell:
        """A cell as it is shown."""
        return self._sheet.cell(self._sheet.index_of(place))

    # Qt's overrides

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which cell is chosen now."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.picked.emit(self._sheet.cell(current).place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks what stands in the cell, Delete takes it away; arrows move."""
        place = self.place
        if place is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(place)
        elif place is not None and event.key() == Qt.Key.Key_Delete:
            self.cleared.emit(place)
        else:
            super().keyPressEvent(event)

    # Sizes

    def _fit(self) -> None:
        """Columns as wide as their words want, within limits; rows as high as these words."""
        metrics = QFontMetrics(text_font("small"))
        widths = dict.fromkeys(range(1, self._sheet.columnCount() + 1), scaled(_NARROWEST))
        for cell in self._sheet.sheet.cells:
            if cell.columns == 1 and cell.text:
                wanted = metrics.horizontalAdvance(cell.text) + 3 * scaled(_PADDING)
                longest = max(map(metrics.horizontalAdvance, cell.text.split()), default=0)
                least = longest + 3 * scaled(_PADDING)
                most = scaled(_WIDEST) if cell.column == 1 else max(least, scaled(_HEADED))
                widths[cell.column] = max(widths[cell.column], min(wanted, most))
        for column, width in widths.items():
            self.setColumnWidth(column - 1, width)
        self._fit_rows(metrics)

    def _fit_rows(self, metrics: QFontMetrics) -> None:
        heights: dict[int, int] = {}
        for cell in self._sheet.sheet.cells:
            if cell.text and cell.rows == 1:
                columns = range(cell.column - 1, cell.column - 1 + cell.columns)
                width = sum(map(self.columnWidth, columns)) - 2 * scaled(_PADDING)
                taken = metrics.boundingRect(QRect(0, 0, width, _ROOM), _WRAPPED, cell.text)
                wanted = taken.height() + 2 * scaled(_PADDING)
                heights[cell.row] = max(heights.get(cell.row, 0), wanted)
        for row in range(1, self._sheet.rowCount() + 1):
            self.setRowHeight(row - 1, max(scaled(_LEAST_ROW), heights.get(row, 0)))


class _CellDelegate(QStyledItemDelegate):
    """Draws ground, lines and text, so that both themes and every scale look alike."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """A cell: what is filled stands out, what is proposed has a corner, a fault is red."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, ShownCell):
            return
        tokens = tokens_now()
        area = option.rect  # type: ignore[attr-defined]
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        painter.fillRect(area, QColor(_ground(cell, tokens)))
        painter.setPen(QPen(QColor(tokens.outline if cell.cell.is_ruled else tokens.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topRight(), area.bottomRight())
        if cell.state is State.PROPOSED:
            _draw_corner(painter, area, tokens)
        if is_chosen:
            painter.setPen(QPen(QColor(tokens.accent), scaled(2)))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        _draw_text(painter, area, cell, tokens)
        painter.restore()


def _ground(cell: ShownCell, tokens: Tokens) -> str:
    grounds = {
        State.FILLED: tokens.accent_soft,
        State.PROPOSED: tokens.warning_soft,
        State.FAULTY: tokens.danger_soft,
        State.FORMULA: tokens.ground,
    }
    return grounds.get(cell.state, tokens.surface)


def _draw_corner(painter: QPainter, area: QRect, tokens: Tokens) -> None:
    """A corner, so that colour is not the only sign of what is not confirmed."""
    corner, size = area.topRight(), scaled(_MARK)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.warning))
    painter.drawPolygon(QPolygon([corner, corner - QPoint(size, 0), corner + QPoint(0, size)]))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _draw_text(painter: QPainter, area: QRect, cell: ShownCell, tokens: Tokens) -> None:
    inks = {
        State.FILLED: tokens.accent_text,
        State.PROPOSED: tokens.warning,
        State.FAULTY: tokens.danger,
        State.FORMULA: tokens.quiet,
    }
    is_value = cell.state in {State.FILLED, State.PROPOSED, State.FAULTY}
    painter.setPen(QColor(inks.get(cell.state, tokens.text)))
    weight = QFont.Weight.DemiBold if is_value else QFont.Weight.Normal
    painter.setFont(text_font("small", weight))
    side = scaled(_PADDING)
    is_at_right = cell.is_number or cell.state is State.FORMULA
    across = Qt.AlignmentFlag.AlignRight if is_at_right else Qt.AlignmentFlag.AlignLeft
    flags = across | Qt.AlignmentFlag.AlignVCenter | _WRAPPED
    painter.drawText(area.adjusted(side, 2, -side, -2), flags, cell.text)
