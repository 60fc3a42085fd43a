"""A sheet of a blank as a grid of cells: its own words, and the values that go into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from nastavnik_desktop.domain.blanks import BlankCell, BlankSheet, CellPlace, column_letters
from nastavnik_desktop.domain.filling.filled import FilledBlank, FilledCell

Index = QModelIndex | QPersistentModelIndex

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
_MARGIN = 1
"""Rows and columns beyond those in use, so that the edge of the sheet can be seen."""


class State(Enum):
    """What a cell is to the user; the words are what a screen reader says of it."""

    PLAIN = ""
    FORMULA = "формула бланка"
    FILLED = "заполнена"
    PROPOSED = "предложено, не подтверждено"
    FAULTY = "не заполнена"


@dataclass(frozen=True)
class ShownCell:
    """A cell of the grid: what stands in it, and whether it is filled by the program."""

    cell: BlankCell
    place: CellPlace
    text: str
    state: State

    @property
    def spoken(self) -> str:
        """«Ячейка D9: 8, заполнена»."""
        words = f"Ячейка {self.place.address}: {self.text or 'пусто'}"
        return f"{words}, {self.state.value}" if self.state.value else words

    @property
    def is_number(self) -> bool:
        """Whether the text reads as a number: it stands at the right."""
        return self.text.replace(",", "").replace(".", "").isdigit()


class BlankSheetModel(QAbstractTableModel):
    """Rows and columns are numbered as in a spreadsheet."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = BlankSheet("", ())
        self._filled: Mapping[CellPlace, FilledCell] = {}

    def show(self, sheet: BlankSheet, filled: FilledBlank | None) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.sheet = sheet
        cells = filled.cells if filled is not None else ()
        self._filled = {cell.place: cell for cell in cells if cell.place.sheet == sheet.name}
        self.endResetModel()

    @property
    def _reach(self) -> tuple[int, int]:
        rows = max((place.row for place in self._filled), default=0)
        columns = max((place.column for place in self._filled), default=0)
        return max(self.sheet.height, rows), max(self.sheet.width, columns)

    def cell(self, index: Index) -> ShownCell:
        """The cell over an index."""
        cell = self.sheet.cell_at(index.row() + 1, index.column() + 1)
        place = self.sheet.place(cell.row, cell.column)
        filled = self._filled.get(place)
        if filled is not None:
            return ShownCell(cell, place, _value_words(filled), _state_of(filled))
        if cell.is_formula:
            return ShownCell(cell, place, "=", State.FORMULA)
        return ShownCell(cell, place, cell.text, State.PLAIN)

    def index_of(self, place: CellPlace) -> QModelIndex:
        """Where a cell of this sheet stands."""
        return self.index(place.row - 1, place.column - 1)

    # Qt's overrides

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Rows in use and one more."""
        return 0 if parent.isValid() or not self.sheet.cells else self._reach[0] + _MARGIN

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Columns in use and one more."""
        return 0 if parent.isValid() or not self.sheet.cells else self._reach[1] + _MARGIN

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text, the cell itself, what is spoken."""
        if role not in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            CELL_ROLE,
        }:
            return None
        cell = self.cell(index)
        if role == CELL_ROLE:
            return cell
        return cell.text if role == Qt.ItemDataRole.DisplayRole else cell.spoken

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Letters above, numbers at the left."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        is_column = orientation is Qt.Orientation.Horizontal
        return column_letters(section + 1) if is_column else str(section + 1)


def _state_of(cell: FilledCell) -> State:
    if cell.problem:
        return State.FAULTY
    return State.PROPOSED if cell.mapped.is_proposed else State.FILLED


def _value_words(cell: FilledCell) -> str:
    if cell.value is None:
        return "!" if cell.problem else "–"
    return cell.shown or str(cell.value)
