"""The one view of all tables: columns to choose, a remembered look, keyboard, copy, output."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QSizePolicy,
    QTableView,
)

from ui.item_models.cell_delegate import CellDelegate
from ui.item_models.column import ShownTable
from ui.item_models.rows_model import RowsModel
from ui.theme import scaled, tokens_now
from ui.tokens import ROW_HEIGHT
from ui.user_settings import UserSettings
from ui.widgets.row_dragging import RowDragging
from ui.widgets.table_clipboard import copy_table
from ui.widgets.table_look import TableLook

Row = TypeVar("Row")
Output = Callable[[ShownTable], object]

_ROWS_WHEN_EMPTY = 4
_HIGHEST = 1 << 20


class RecordsTable(QTableView, Generic[Row]):
    """Shows a ``RowsModel``.

    Signals: ``opened`` with the record (Enter, double click), ``picked`` with the list of
    selected records, ``typed`` with a letter that belongs to the filter. ``fill_menu`` adds the
    page's actions to the context menu; ``tools`` adds what is done with the whole list,
    ``outputs`` export and print, both by their words. ``dragging`` moves rows by the mouse.
    """

    opened = Signal(object)
    picked = Signal(list)
    typed = Signal(str)

    def __init__(
        self, name: str, title: str, model: RowsModel[Row], settings: UserSettings
    ) -> None:
        super().__init__()
        self.title = title
        self.words_when_empty = "Ничего не нашлось"
        self.tools: dict[str, Callable[[], object]] = {}
        self.outputs: dict[str, Output] = {}
        self.fill_menu: Callable[[QMenu, list[Row]], None] | None = None
        self.dragging: RowDragging | None = None
        self._rows = model
        self._kept_ids: set[Hashable] = set()
        self._cells = CellDelegate(self)
        self.setAccessibleName(title)
        self._set_manners()
        self.setModel(model)
        self.look = TableLook(self, model, name, settings)
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._restore_selection)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.row_at(index.row())))

    def _set_manners(self) -> None:
        self.setItemDelegate(self._cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))

    # Size and emptiness

    def sizeHint(self) -> QSize:
        """As high as its rows, so that a short list ends where its last row ends."""
        rows = max(self._rows.rowCount(), _ROWS_WHEN_EMPTY)
        height = self.horizontalHeader().sizeHint().height() + rows * scaled(ROW_HEIGHT) + 2
        if self.horizontalScrollBar().isVisible():
            height += self.horizontalScrollBar().height()
        return QSize(super().sizeHint().width(), min(height, _HIGHEST))

    def minimumSizeHint(self) -> QSize:
        """A few rows can always be seen; the rest scrolls."""
        few = self.horizontalHeader().sizeHint().height() + 3 * scaled(ROW_HEIGHT)
        return QSize(scaled(240), few)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, or one quiet sentence where there are none."""
        super().paintEvent(event)
        if self._rows.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(tokens_now().quiet))
            area = self.viewport().rect().adjusted(scaled(16), 0, -scaled(16), 0)
            centre = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area, centre, self.words_when_empty)

    # Selection

    def picked_rows(self) -> list[Row]:
        """The selected records, in the order shown."""
        return [self._rows.row_at(at) for at in self.picked_positions()]

    def pick(self, ids: set[Hashable]) -> None:
        """Select the records with these ids and scroll to the first of them."""
        positions = self._rows.positions_of(ids)
        self._select(positions)
        if positions:
            at_first = self._rows.index(positions[0], 0)
            keep = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(at_first, keep)
            self.scrollTo(at_first)

    @property
    def model_of_rows(self) -> RowsModel[Row]:
        """The model, by its own type."""
        return self._rows

    @property
    def is_sorted(self) -> bool:
        """Whether the user ordered the rows by a column."""
        return self.horizontalHeader().sortIndicatorSection() >= 0

    def picked_positions(self) -> list[int]:
        """Where the selected rows stand, from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def _select(self, positions: list[int]) -> None:
        chosen = QItemSelection()
        last_column = self._rows.columnCount() - 1
        for at in positions:
            chosen.select(self._rows.index(at, 0), self._rows.index(at, last_column))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _keep_selection(self) -> None:
        self._kept_ids = {self._rows.id_at(at) for at in self.picked_positions()}

    def _restore_selection(self) -> None:
        self._cells.hovered_row = -1
        self.updateGeometry()
        if self._kept_ids:
            positions = self._rows.positions_of(self._kept_ids)
            self._select(positions)
            if not positions:
                self.picked.emit([])

    def _on_selection_changed(self) -> None:
        self.picked.emit(self.picked_rows())

    # Copy, export, print

    def shown_table(self, *, only_picked: bool = False) -> ShownTable:
        """What the table shows: visible columns in their order, all rows or the selected ones."""
        positions = self.picked_positions() if only_picked else None
        return self._rows.shown_table(self.title, self.look.shown_columns(), positions)

    def copy(self) -> None:
        """Put the selected rows on the clipboard as a table for Excel and Word."""
        copy_table(self.shown_table(only_picked=True))

    # Keyboard, mouse, menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+C copies, letters go to the filter, the rest moves in the table."""
        if self.dragging is not None and self.dragging.takes_key(event):
            event.accept()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_current()
        elif _is_letter(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _open_current(self) -> None:
        if self.currentIndex().isValid():
            self.opened.emit(self._rows.row_at(self.currentIndex().row()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the selected rows."""
        self.make_menu().popup(event.globalPos())

    def make_menu(self) -> QMenu:
        """The page's actions for the selected rows, then copy, export and print."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picked = self.picked_rows()
        if self.fill_menu is not None and picked:
            self.fill_menu(menu, picked)
            menu.addSeparator()
        for words, run in self.tools.items():
            menu.addAction(words, run)
        menu.addSeparator()
        menu.addAction("Копировать строки", self.copy).setEnabled(bool(picked))
        for words, output in self.outputs.items():
            menu.addAction(words, lambda output=output: output(self.shown_table()))
        menu.addSeparator()
        menu.addMenu(self.look.make_columns_menu(menu))
        return menu

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select, unless a drag begins on selected rows."""
        if self.dragging is None or not self.dragging.takes_mouse(event):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what was dragged."""
        if self.dragging is None or not self.dragging.takes_mouse(event):
            super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the whole row under the mouse, or drag rows."""
        if self.dragging is None or not self.dragging.takes_mouse(event):
            super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the mouse any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._cells.hovered_row:
            self._cells.hovered_row = row
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns that stretch share the new width."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """A scroll bar that came with the old widths may have gone: the height depends on it."""
        self.look.fit()
        self.updateGeometry()


def _is_letter(event: QKeyEvent) -> bool:
    command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    is_typed = event.text().isprintable() and event.text().strip() != ""
    return is_typed and not event.modifiers() & command
