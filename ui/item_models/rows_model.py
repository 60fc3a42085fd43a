"""The one model of all tables: rows of records shown by a list of columns."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import attrgetter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from nastavnik_desktop.domain.search import search_key
from ui.item_models.column import Align, Column, ShownTable
from ui.item_models.row_order import RowOrder

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

SORT_ROLE = Qt.ItemDataRole.UserRole + 1
ROW_ROLE = Qt.ItemDataRole.UserRole + 2
TONE_ROLE = Qt.ItemDataRole.UserRole + 3

_CHUNK = 500
_NOWHERE = QModelIndex()
_ALIGNMENTS = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
    Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
}


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Records as rows; filtered and sorted by itself, without a proxy.

    ``identify`` gives the id by which a selection survives a reload. ``search_text`` gives a
    prepared search key (by default made from all columns); it is made ready while idle.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        identify: Callable[[Row], Hashable] = attrgetter("id"),
        search_text: Callable[[Row], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._identify = identify
        self._rows: Sequence[Row] = ()
        self._order = RowOrder(search_text or self._text_of_all_columns)
        self._preparer = QTimer(self)
        self._preparer.timeout.connect(self._prepare_more)
        self._roles = self._make_roles()

    # What is shown

    @property
    def total(self) -> int:
        """How many rows there are, shown or not."""
        return len(self._rows)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other records; query, filter and sorting stay."""
        self.beginResetModel()
        self._rows = rows
        self._order.set_rows(rows)
        self.endResetModel()
        self._preparer.start(0)

    def set_query(self, query: str) -> None:
        """Show only rows that hold the words of the query."""
        self.beginResetModel()
        self._order.set_query(query)
        self.endResetModel()

    def set_predicate(self, predicate: Callable[[Row], bool] | None) -> None:
        """Show only rows that the condition of the filter chips accepts."""
        self.beginResetModel()
        self._order.set_predicate(predicate)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; -1 restores the order in which the rows came."""
        self.beginResetModel()
        key = self.sort_key_of(column) if column >= 0 else None
        self._order.sort(key, is_descending=order == Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    def sort_key_of(self, column: int) -> Callable[[Row], Any]:
        """The key by which a column sorts."""
        facts = self.columns[column]
        text = facts.text
        return facts.sort_key or (lambda row: search_key(text(row)))

    def row_at(self, position: int) -> Row:
        """The record shown at a position."""
        return self._rows[self._order.visible[position]]

    def shown_rows(self) -> list[Row]:
        """All records that are shown, in their order."""
        return [self._rows[place] for place in self._order.visible]

    def id_at(self, position: int) -> Hashable:
        """The id of the record shown at a position."""
        return self._identify(self.row_at(position))

    def positions_of(self, ids: Iterable[Hashable]) -> list[int]:
        """Where the records with these ids are shown; the hidden ones are left out."""
        wanted = set(ids)
        if not wanted:
            return []
        rows, identify = self._rows, self._identify
        places = self._order.visible
        return [at for at, place in enumerate(places) if identify(rows[place]) in wanted]

    def shown_table(
        self, title: str, columns: Sequence[int], positions: Sequence[int] | None = None
    ) -> ShownTable:
        """What these columns show, as texts: of all rows or of some positions."""
        chosen = [self.columns[column] for column in columns]
        records = self.shown_rows() if positions is None else [self.row_at(at) for at in positions]
        return ShownTable(
            title,
            tuple(column.title for column in chosen),
            tuple(tuple(column.text(record) for column in chosen) for record in records),
            tuple(column.align is Align.RIGHT for column in chosen),
        )

    # Qt's questions

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._order.visible)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns there are, hidden ones too."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One question of the view: a function per role answers it."""
        answer = self._roles.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self.columns[index.column()], self.row_at(index.row()))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles of the columns; rows have no heading."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def _make_roles(self) -> dict[int, Callable[[Column[Row], Row], Any]]:
        return {
            Qt.ItemDataRole.DisplayRole: lambda column, row: column.text(row),
            Qt.ItemDataRole.ToolTipRole: _tooltip,
            Qt.ItemDataRole.TextAlignmentRole: lambda column, _row: _alignment(column),
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            SORT_ROLE: lambda column, row: (column.sort_key or column.text)(row),
            ROW_ROLE: lambda _column, row: row,
            TONE_ROLE: lambda column, row: column.tone(row) if column.tone else None,
        }

    def _spoken(self, column: Column[Row], row: Row) -> str:
        """The first cell speaks for the whole row, the others for themselves."""
        if column is not self.columns[0]:
            return f"{column.title}: {column.text(row) or 'пусто'}"
        filled = ((each.title, each.text(row)) for each in self.columns)
        return "; ".join(f"{title}: {text}" for title, text in filled if text)

    def _text_of_all_columns(self, row: Row) -> str:
        return search_key(" ".join(column.text(row) for column in self.columns))

    def _prepare_more(self) -> None:
        if not self._order.prepare(_CHUNK):
            self._preparer.stop()


def _tooltip(column: Column[Row], row: Row) -> str:
    return column.tooltip(row) if column.tooltip else column.text(row)


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    return _ALIGNMENTS[column.align] | Qt.AlignmentFlag.AlignVCenter
