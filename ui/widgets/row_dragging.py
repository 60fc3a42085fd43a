"""Rows of a table dragged to another place by the mouse."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame

from ui.theme import scaled

if TYPE_CHECKING:
    from ui.widgets.records_table import RecordsTable

_LINE = 3
_EDGE = 24
_SCROLL_EVERY = 40


class RowDragging(QObject):
    """``dropped`` with the ids of the dragged rows and the id before which they shall stand.

    None instead of that id is the end of the table. A row that is not selected is dragged alone,
    a selected one with the whole selection. ``may_drag`` is asked when a drag begins. Esc gives
    a drag up, the edges of the table scroll it.
    """

    dropped = Signal(list, object)

    def __init__(self, table: RecordsTable[Any], may_drag: Callable[[], bool]) -> None:
        super().__init__(table)
        self._table = table
        self._may_drag = may_drag
        self._pressed: QPoint | None = None
        self._ids: list[Hashable] = []
        self._is_dragging = False
        self._line = QFrame(table.viewport())
        self._line.setObjectName("dropLine")
        self._line.hide()
        self._scroller = QTimer(self)
        self._scroller.setInterval(_SCROLL_EVERY)
        self._scroller.timeout.connect(self._scroll)
        table.dragging = self

    @property
    def place(self) -> int | None:
        """Before which row the drop would go while a drag shows its line; None without one."""
        if self._line.isHidden():
            return None
        return self._place_at(self._line.y() + scaled(_LINE) // 2)

    def takes_key(self, event: QKeyEvent) -> bool:
        """Whether a key of the table was meant for the drag: Esc gives it up."""
        is_given_up = self._is_dragging and event.key() == Qt.Key.Key_Escape
        if is_given_up:
            self._finish()
        return is_given_up

    def takes_mouse(self, event: QMouseEvent) -> bool:
        """Whether a press, move or release of the mouse belongs to a drag."""
        at = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            return self._on_press(event, at)
        if event.type() == QEvent.Type.MouseMove:
            return self._on_move(at)
        return self._on_release(at)

    def _on_press(self, event: QMouseEvent, at: QPoint) -> bool:
        """A press on a selected row keeps the selection until it is known that nothing is drawn."""
        row = self._table.indexAt(at).row()
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if row < 0 or event.button() != Qt.MouseButton.LeftButton or not is_plain:
            self._pressed = None
            return False
        model = self._table.model_of_rows
        picked = [model.id_at(at) for at in self._table.picked_positions()]
        own = model.id_at(row)
        is_of_many = own in picked and len(picked) > 1
        self._pressed, self._ids = at, picked if is_of_many else [own]
        return is_of_many

    def _on_move(self, at: QPoint) -> bool:
        """Everything that moves with the button down is a drag: no row is selected on the way."""
        if self._pressed is None:
            return False
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and not self._is_dragging:
            if not self._may_drag():
                self._pressed = None
                return True
            self._is_dragging = True
            self._table.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scroller.start()
        if self._is_dragging:
            self._show_line(at)
        return True

    def _on_release(self, at: QPoint) -> bool:
        if self._pressed is None:
            return False
        if not self._is_dragging:
            was_of_many, self._pressed = len(self._ids) > 1, None
            if was_of_many:
                self._table.pick({self._table.model_of_rows.id_at(self._table.indexAt(at).row())})
            return was_of_many
        before, ids = self._id_before(self._place_at(at.y())), list(self._ids)
        self._finish()
        if before not in ids:
            self.dropped.emit(ids, before)
        return True

    def _finish(self) -> None:
        self._pressed, self._is_dragging = None, False
        self._line.hide()
        self._scroller.stop()
        self._table.viewport().unsetCursor()

    def _id_before(self, place: int) -> Hashable:
        model = self._table.model_of_rows
        return model.id_at(place) if place < model.rowCount() else None

    def _place_at(self, y: int) -> int:
        """The row before which a drop at a height goes."""
        row = self._table.rowAt(y)
        if row < 0:
            return 0 if y < 0 else self._table.model_of_rows.rowCount()
        middle = self._table.rowViewportPosition(row) + self._table.rowHeight(row) // 2
        return row if y < middle else row + 1

    def _show_line(self, at: QPoint) -> None:
        place, table = self._place_at(at.y()), self._table
        count = table.model_of_rows.rowCount()
        last = count - 1
        if place < count:
            y = table.rowViewportPosition(place)
        else:
            y = table.rowViewportPosition(last) + table.rowHeight(last)
        height = scaled(_LINE)
        self._line.setGeometry(0, max(0, y - height // 2), table.viewport().width(), height)
        self._line.show()
        self._line.raise_()

    def _scroll(self) -> None:
        """A drag near an edge brings the rows beyond it."""
        viewport, bar = self._table.viewport(), self._table.verticalScrollBar()
        y = viewport.mapFromGlobal(viewport.cursor().pos()).y()
        if y < scaled(_EDGE):
            bar.setValue(bar.value() - bar.singleStep())
        elif y > viewport.height() - scaled(_EDGE):
            bar.setValue(bar.value() + bar.singleStep())
