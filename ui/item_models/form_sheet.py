"""A filled statistical form as a grid of cells, the way its paper shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from nastavnik_desktop.domain.statistics.control_rules import Address
from nastavnik_desktop.domain.statistics.form import FormColumn, FormRow, FormTable, Heading
from nastavnik_desktop.domain.statistics.report import CellKind, FormReport

Index = QModelIndex | QPersistentModelIndex

CROSS = "х"
LOOK_ROLE = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()
_SIDE_COLUMNS = 2
_TURNED_FROM_COLUMNS = 9


class Look(Enum):
    """How a cell is drawn; only figures can be chosen."""

    HEAD = "head"
    TURNED = "turned"
    NUMBER = "number"
    TITLE = "title"
    CODE = "code"
    FIGURE = "figure"
    TEXT = "text"
    CROSSED = "crossed"


@dataclass(frozen=True)
class SheetCell:
    """A cell of the grid; ``spoken`` is what a screen reader says of it.

    ``level`` indents a title; the marks say that somebody corrected the figure, that it differs
    from the report it is compared with, that the user gives it.
    """

    row: int
    column: int
    text: str
    look: Look
    rows: int = 1
    columns: int = 1
    address: Address | None = None
    is_total: bool = False
    spoken: str = ""
    level: int = 0
    is_corrected: bool = False
    is_changed: bool = False
    is_given: bool = False


def sheet_cells(
    report: FormReport, table: int = 0, changed: Mapping[Address, str] | None = None
) -> list[SheetCell]:
    """Every cell of a table: headings level by level, the row of numbers, the rows.

    ``changed`` tells what a figure was in the report that this one is compared with.
    """
    form_table = report.form.tables[table]
    depth = head_rows(form_table)
    return [
        *_side_heads(form_table, depth),
        *_heads(form_table.headings(), 0, _SIDE_COLUMNS, depth, is_turned=_is_wide(form_table)),
        *_numbers(form_table, depth),
        *(
            cell
            for place, row in enumerate(form_table.rows)
            for cell in _row_cells(report, form_table, row, depth + 1 + place, changed or {})
        ),
    ]


def _is_wide(table: FormTable) -> bool:
    """Whether the headings must be turned: many columns are narrow."""
    return len(table.counted_columns) >= _TURNED_FROM_COLUMNS


def head_rows(table: FormTable) -> int:
    """How many rows the headings take."""
    return max(len(column.heading) for column in table.columns)


def _side_heads(table: FormTable, depth: int) -> Iterator[SheetCell]:
    for place, column in enumerate(table.columns[:_SIDE_COLUMNS]):
        yield SheetCell(0, place, column.heading[0], Look.HEAD, rows=depth)


def _heads(
    headings: tuple[Heading, ...], level: int, column: int, depth: int, *, is_turned: bool
) -> Iterator[SheetCell]:
    for heading in headings:
        width = _leaves(heading)
        is_leaf = not heading.children
        look = Look.TURNED if is_leaf and is_turned else Look.HEAD
        title = _unbroken(heading.title)
        yield SheetCell(level, column, title, look, depth - level if is_leaf else 1, width)
        yield from _heads(heading.children, level + 1, column, depth, is_turned=is_turned)
        column += width


def _leaves(heading: Heading) -> int:
    return sum(_leaves(child) for child in heading.children) or 1


def _unbroken(text: str) -> str:
    """A range such as «10–19 лет» or «(0–3 года)» stays on one line."""
    return re.sub(r"(\d)–(\d+) ", "\\1\u2060–\u2060\\2\u00a0", text)


def _numbers(table: FormTable, row: int) -> Iterator[SheetCell]:
    for place, column in enumerate(table.columns):
        yield SheetCell(row, place, str(column.number), Look.NUMBER)


def _row_cells(
    report: FormReport,
    table: FormTable,
    row: FormRow,
    place: int,
    changed: Mapping[Address, str],
) -> Iterator[SheetCell]:
    bold = row.is_total
    yield SheetCell(place, 0, row.title, Look.TITLE, is_total=bold, level=row.level)
    yield SheetCell(place, 1, row.printed, Look.CODE, is_total=bold)
    for at, column in enumerate(table.counted_columns, start=_SIDE_COLUMNS):
        yield _figure_cell(report, row, column, (place, at), changed)


def _figure_cell(
    report: FormReport,
    row: FormRow,
    column: FormColumn,
    at: tuple[int, int],
    changed: Mapping[Address, str],
) -> SheetCell:
    address = (row.code, column.number)
    cell = report.cells[address]
    spoken = f"Строка {row.printed} {row.title}, графа {column.number} {column.heading[-1]}"
    if cell.is_crossed:
        return SheetCell(*at, CROSS, Look.CROSSED, spoken=f"{spoken}: не заполняется")
    if cell.kind is CellKind.BLANK:
        return SheetCell(*at, "", Look.CROSSED, spoken=f"{spoken}: пусто")
    is_hidden = report.is_empty and cell.kind is not CellKind.GIVEN
    words = [spoken + f": {cell.shown or 'не заполнено'}"]
    if cell.correction is not None:
        words.append(f"исправлено, по базе {cell.value}")
    if address in changed:
        words.append(f"было {changed[address] or 'пусто'}")
    return SheetCell(
        *at,
        "" if is_hidden else cell.shown,
        Look.TEXT if cell.kind is CellKind.TEXT else Look.FIGURE,
        address=address,
        is_total=row.is_total,
        spoken=", ".join(words),
        is_corrected=cell.correction is not None,
        is_changed=address in changed,
        is_given=cell.kind is CellKind.GIVEN,
    )


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

    def show_report(
        self, report: FormReport, table: int = 0, changed: Mapping[Address, str] | None = None
    ) -> None:
        """Replace everything."""
        self.beginResetModel()
        shown = report.form.tables[table]
        cells = sheet_cells(report, table, changed)
        self._cells = {(cell.row, cell.column): cell for cell in cells}
        self._columns = len(shown.columns)
        self._rows = head_rows(shown) + 1 + len(shown.rows)
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
