"""A table whose cells are edited as in Excel: Tab, Enter, Ctrl+D, blocks by Ctrl+C and Ctrl+V."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from nastavnik_desktop.domain.bulk_edit import BulkField
from nastavnik_desktop.domain.people import QualificationCategory
from ui.item_models.grid import GridModel, values_of
from ui.theme import scaled, tokens_now
from ui.tokens import ROW_HEIGHT, Tokens

Index = QModelIndex | QPersistentModelIndex

_NAME_WIDTH, _WIDTH = 230, 150
_VEIL = 0.16
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIPE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class GridTable(QTableView):
    """Shows a ``GridModel``; what is done with several cells is one step of its undo."""

    def __init__(self, name: str, model: GridModel) -> None:
        super().__init__()
        self._grid = model
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_CellEditor(model, self))
        self.setProperty("kind", "sheet")
        self.setShowGrid(False)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(left)
        self.setWordWrap(False)
        self.setTabKeyNavigation(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        self.verticalHeader().setDefaultAlignment(left)
        self.verticalHeader().setFixedWidth(scaled(_NAME_WIDTH))
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self._keys: dict[QKeySequence.StandardKey, Callable[[], None]] = {
            QKeySequence.StandardKey.Copy: self.copy,
            QKeySequence.StandardKey.Paste: self.paste,
            QKeySequence.StandardKey.Undo: model.undo,
        }
        model.modelReset.connect(self._on_model_reset)

    def copy(self) -> None:
        """Put the selected block on the clipboard, as Excel takes it."""
        rows: dict[int, list[str]] = {}
        for index in self._selected():
            rows.setdefault(index.row(), []).append(str(index.data() or ""))
        text = "\n".join("\t".join(cells) for cells in rows.values())
        QGuiApplication.clipboard().setText(text)

    def paste(self) -> None:
        """Put the block of the clipboard at the selection; one value fills all of it."""
        lines = QGuiApplication.clipboard().text().rstrip("\r\n").splitlines()
        block = [line.split("\t") for line in lines] or [[""]]
        chosen = self._selected()
        if not chosen:
            return
        if len(block) == 1 and len(block[0]) == 1:
            self._grid.set_texts([(index, block[0][0]) for index in chosen])
        else:
            self._grid.set_texts(self._laid_at(chosen[0], block))

    def fill_down(self) -> None:
        """Copy the uppermost cell of each selected column into those below it."""
        first: dict[int, str] = {}
        cells: list[tuple[Index, str]] = []
        for index in self._selected():
            known = first.setdefault(
                index.column(), str(index.data(Qt.ItemDataRole.EditRole) or "")
            )
            cells.append((index, known))
        self._grid.set_texts(cells)

    def wipe(self) -> None:
        """Empty the selected cells."""
        self._grid.set_texts([(index, "") for index in self._selected()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of Excel; letters begin to edit the cell."""
        for standard, act in self._keys.items():
            if event.matches(standard):
                act()
                return
        is_command = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_command and event.key() == Qt.Key.Key_D:
            self.fill_down()
        elif event.key() in _WIPE:
            self.wipe()
        elif event.key() in _ENTER and not is_command:
            self._on_enter()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter in a cell goes on to the one below it."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._step_down()

    def _on_enter(self) -> None:
        """While a cell is edited its editor closes by itself and steps down then."""
        if self.state() != QAbstractItemView.State.EditingState:
            self._step_down()

    def _step_down(self) -> None:
        below = self.currentIndex().siblingAtRow(self.currentIndex().row() + 1)
        if below.isValid():
            self.selectionModel().setCurrentIndex(
                below, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )

    def _selected(self) -> list[QModelIndex]:
        chosen = self.selectionModel().selectedIndexes()
        return sorted(chosen, key=lambda index: (index.row(), index.column()))

    def _laid_at(self, corner: QModelIndex, block: list[list[str]]) -> Iterator[tuple[Index, str]]:
        """Cells of a block that the grid has room for."""
        for down, line in enumerate(block):
            for right, text in enumerate(line):
                index = self._grid.index(corner.row() + down, corner.column() + right)
                if index.isValid():
                    yield index, text

    def _on_model_reset(self) -> None:
        for column in range(self._grid.columnCount()):
            self.setColumnWidth(column, scaled(_WIDTH))
        rows, columns = range(self._grid.rowCount()), range(self._grid.columnCount())
        cells = (self._grid.index(row, column) for row in rows for column in columns)
        first = next((cell for cell in cells if cell.flags() & Qt.ItemFlag.ItemIsEditable), None)
        if first is not None:
            self.setCurrentIndex(first)


class _CellEditor(QStyledItemDelegate):
    """Draws cells with hairlines; edits them in a line that proposes what its column holds."""

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Any = option  # the stubs of Qt do not know its fields
        tokens = tokens_now()
        painter.save()
        ground = index.data(Qt.ItemDataRole.BackgroundRole) or QColor(tokens.surface)
        painter.fillRect(cell.rect, ground)
        if cell.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell.rect, _veil(tokens.accent))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight())
        painter.drawLine(cell.rect.topRight(), cell.rect.bottomRight())
        if cell.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), scaled(2)))
            painter.drawRect(cell.rect.adjusted(1, 1, -2, -2))
        _paint_text(painter, cell.rect, index, tokens)
        painter.restore()

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        line = QLineEdit(parent)
        line.setFrame(False)
        each = self._grid.fields[index.column()]
        line.setAccessibleName(each.label)
        proposer = QCompleter(self._known(each), line)
        proposer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(proposer)
        return line

    def _known(self, each: BulkField) -> list[str]:
        if each is BulkField.CATEGORY:
            return [category.label for category in QualificationCategory]
        return list(values_of(self._grid.draft, each))


def _veil(colour: str) -> QColor:
    """A selection lets the tint of a cell through."""
    veil = QColor(colour)
    veil.setAlphaF(_VEIL)
    return veil


def _paint_text(painter: QPainter, area: QRect, index: Index, tokens: Tokens) -> None:
    inside = area.adjusted(scaled(8), 0, -scaled(8), 0)
    metrics, text = painter.fontMetrics(), str(index.data() or "")
    painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole) or QColor(tokens.text))
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
