"""A filled statistical form as a grid of cells, the way its paper shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from nastavnik_desktop.domain.statistics.form import Address, FormRow, Heading
from nastavnik_desktop.domain.statistics.report import FormReport

Index = QModelIndex | QPersistentModelIndex

CROSS = "х"
LOOK_ROLE = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
_SIDE_COLUMNS = 2


class Look(Enum):
    """How a cell is drawn; only figures can be chosen."""

    HEAD = "head"
    TURNED = "turned"
    NUMBER = "number"
    TITLE = "title"
    CODE = "code"
    FIGURE = "figure"
    CROSSED = "crossed"


@dataclass(frozen=True)
class SheetCell:
    """A cell of the grid; ``spoken`` is what a screen reader says of it."""

    row: int
    column: int
    text: str
    look: Look
    rows: int = 1
    columns: int = 1
    address: Address | None = None
    is_total: bool = False
    spoken: str = ""


def sheet_cells(report: FormReport) -> list[SheetCell]:
    """Every cell of the sheet: headings level by level, the row of numbers, the rows."""
    depth = head_rows(report)
    return [
        *_side_heads(report, depth),
        *_heads(report.form.headings(), 0, _SIDE_COLUMNS, depth),
        *_numbers(report, depth),
        *(
            cell
            for place, row in enumerate(report.form.rows)
            for cell in _row_cells(report, row, depth + 1 + place)
        ),
    ]


def head_rows(report: FormReport) -> int:
    """How many rows the headings take."""
    return max(len(column.heading) for column in report.form.columns)


def _side_heads(report: FormReport, depth: int) -> Iterator[SheetCell]:
    for place, column in enumerate(report.form.columns[:_SIDE_COLUMNS]):
        yield SheetCell(0, place, column.heading[0], Look.HEAD, rows=depth)


def _heads(
    headings: tuple[Heading, ...], level: int, column: int, depth: int
) -> Iterator[SheetCell]:
    for heading in headings:
        width = _leaves(heading)
        is_leaf = not heading.children
        look = Look.TURNED if is_leaf else Look.HEAD
        title = _unbroken(heading.title)
        yield SheetCell(level, column, title, look, depth - level if is_leaf else 1, width)
        yield from _heads(heading.children, level + 1, column, depth)
        column += width


def _leaves(heading: Heading) -> int:
    return sum(_leaves(child) for child in heading.children) or 1


def _unbroken(text: str) -> str:
    """A range such as «10–19 лет» or «(0–3 года)» stays on one line."""
    return re.sub(r"(\d)–(\d+) ", "\\1\u2060–\u2060\\2\u00a0", text)


def _numbers(report: FormReport, row: int) -> Iterator[SheetCell]:
    for place, column in enumerate(report.form.columns):
        yield SheetCell(row, place, str(column.number), Look.NUMBER)


def _row_cells(report: FormReport, row: FormRow, place: int) -> Iterator[SheetCell]:
    bold = row.is_total
    yield SheetCell(place, 0, row.title, Look.TITLE, is_total=bold)
    yield SheetCell(place, 1, row.code, Look.CODE, is_total=bold)
    for at, column in enumerate(report.form.counted_columns, start=_SIDE_COLUMNS):
        address = (row.code, column.number)
        value = report.cells[address].value
        spoken = f"Строка {row.code} {row.title}, графа {column.number} {column.heading[-1]}"
        if value is None:
            yield SheetCell(place, at, CROSS, Look.CROSSED, spoken=f"{spoken}: не заполняется")
        else:
            text = "" if report.is_empty else str(value)
            yield SheetCell(
                place, at, text, Look.FIGURE, address=address, is_total=bold,
                spoken=f"{spoken}: {value}",
            )  # fmt: skip


class FormSheetModel(QAbstractTableModel):
    """The cells of a report for a table view; figures alone are enabled."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: dict[tuple[int, int], SheetCell] = {}
        self._rows = 0
        self._columns = 0

    @property
    def cells(self) -> list[SheetCell]:
        """All cells, those that span others too."""
        return list(self._cells.values())

    def show_report(self, report: FormReport) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._cells = {(cell.row, cell.column): cell for cell in sheet_cells(report)}
        self._columns = len(report.form.columns)
        self._rows = head_rows(report) + 1 + len(report.form.rows)
        self.endResetModel()

    def cell(self, index: Index) -> SheetCell | None:
        """The cell of an index; None where another cell reaches over it."""
        return self._cells.get((index.row(), index.column()))

    def place_of(self, address: Address) -> QModelIndex:
        """Where a figure stands; an invalid index when the form has no such figure."""
        for cell in self._cells.values():
            if cell.address == address:
                return self.index(cell.row, cell.column)
        return QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Headings, the row of numbers, the rows of the form."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The columns of the form, as numbered on paper."""
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text, the cell itself, what is spoken."""
        cell = self.cell(index)
        if cell is None:
            return None
        answers = {
            Qt.ItemDataRole.DisplayRole: cell.text,
            Qt.ItemDataRole.AccessibleTextRole: cell.spoken or cell.text,
            LOOK_ROLE: cell,
        }
        return answers.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Figures can be chosen; the keyboard passes over the rest."""
        cell = self.cell(index)
        if cell is None or cell.address is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
