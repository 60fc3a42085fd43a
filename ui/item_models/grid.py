"""The model of a grid that is edited as in Excel: changed, refused and locked cells are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from nastavnik_desktop.domain.bulk_edit import GRID_FIELDS, BulkEdit, BulkField, GridRow
from nastavnik_desktop.domain.errors import RuleViolation
from ui.theme import tokens_now

Index = QModelIndex | QPersistentModelIndex
Cell = tuple[int, BulkField]
"""A person's id and a field."""

_NOWHERE = QModelIndex()
_LOCKED = "–"


@dataclass(frozen=True)
class GridDraft:
    """Rows as the base has them, the cells that were typed over, and what was refused of them."""

    rows: tuple[GridRow, ...]
    texts: Mapping[Cell, str] = field(default_factory=dict)
    refusals: Mapping[Cell, str] = field(default_factory=dict)


class GridModel(QAbstractTableModel):
    """A row is headed by the name; its columns are the fields that anybody of the rows has."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: tuple[BulkField, ...] = ()
        self._given = GridDraft(())
        self._texts: dict[Cell, str] = {}
        self._errors: dict[Cell, str] = {}
        self._steps: list[dict[Cell, str]] = []
        self._roles: dict[int, Callable[[GridRow, BulkField], object]] = {
            Qt.ItemDataRole.DisplayRole: self._shown,
            Qt.ItemDataRole.EditRole: self.text,
            Qt.ItemDataRole.ToolTipRole: self._told,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.BackgroundRole: self._ground,
            Qt.ItemDataRole.ForegroundRole: self._colour,
        }

    # The draft

    def show_draft(self, draft: GridDraft) -> None:
        """Show rows with what was typed over them."""
        self.beginResetModel()
        self._given = draft
        self.fields = tuple(
            each for each in GRID_FIELDS if any(each in row.texts for row in draft.rows)
        )
        self._texts, self._steps = dict(draft.texts), []
        self._errors = {**_errors_in(self._texts), **draft.refusals}
        self.endResetModel()

    @property
    def draft(self) -> GridDraft:
        """The rows with everything typed so far; refusals belong to what was typed before."""
        return GridDraft(self._given.rows, dict(self._texts))

    @property
    def errors(self) -> list[str]:
        """What is wrong with single cells, in the order of the rows."""
        order = {row.person_id: row for row in self._given.rows}
        return [
            f"{order[person_id].name.short}, {each.label}: {message}"
            for (person_id, each), message in self._errors.items()
        ]

    # Cells

    def text(self, row: GridRow, each: BulkField) -> str:
        """What a cell holds now."""
        return self._texts.get((row.person_id, each), row.texts.get(each, ""))

    def set_texts(self, cells: Iterable[tuple[Index, str]]) -> None:
        """Type into several cells as one step; cells that are locked stay as they are."""
        self._steps.append(dict(self._texts))
        for index, text in cells:
            row, each = self._at(index)
            if each in row.texts:
                self._put(row, each, " ".join(text.split()))
        self._tell()

    def undo(self) -> None:
        """Take back the last step of typing."""
        if self._steps:
            self._texts = self._steps.pop()
            self._errors = _errors_in(self._texts)
            self._tell()

    def _put(self, row: GridRow, each: BulkField, text: str) -> None:
        cell = (row.person_id, each)
        self._errors.pop(cell, None)
        self._texts.pop(cell, None)
        if text != row.texts[each]:
            self._texts[cell] = text
            self._errors.update(_errors_in({cell: text}))

    def _tell(self) -> None:
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def _at(self, index: Index) -> tuple[GridRow, BulkField]:
        return self._given.rows[index.row()], self.fields[index.column()]

    # Qt's questions

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """A row for each person."""
        return 0 if parent.isValid() else len(self._given.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """A column for each field."""
        return 0 if parent.isValid() else len(self.fields)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Titles of columns; the names stay in sight when the columns are scrolled."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Vertical:
            return self._given.rows[section].name.full
        label = self.fields[section].label
        return label[:1].upper() + label[1:]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Locked cells are not edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return flags
        row, each = self._at(index)
        return flags | Qt.ItemFlag.ItemIsEditable if each in row.texts else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """One question of the view: a function per role answers it."""
        answer = self._roles.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(*self._at(index))

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """What was typed into a cell."""
        row, each = self._at(index)
        if self.text(row, each) != value:
            self.set_texts([(index, str(value))])
        return role == Qt.ItemDataRole.EditRole

    def _shown(self, row: GridRow, each: BulkField) -> str:
        return _LOCKED if each in row.locked else self.text(row, each)

    def _told(self, row: GridRow, each: BulkField) -> str:
        cell = (row.person_id, each)
        if cell in self._errors:
            return self._errors[cell]
        if cell in self._texts:
            return f"Было: {row.texts[each] or 'пусто'}"
        return row.locked.get(each, self.text(row, each))

    def _spoken(self, row: GridRow, each: BulkField) -> str:
        fault = self._errors.get((row.person_id, each), "")
        words = f"{row.name.short}, {each.label}: {self._shown(row, each) or 'пусто'}"
        return f"{words}. {fault}" if fault else words

    def _ground(self, row: GridRow, each: BulkField) -> QColor | None:
        cell, tokens = (row.person_id, each), tokens_now()
        if cell in self._errors:
            return QColor(tokens.danger_soft)
        return QColor(tokens.accent_soft) if cell in self._texts else None

    def _colour(self, row: GridRow, each: BulkField) -> QColor | None:
        tokens = tokens_now()
        if (row.person_id, each) in self._errors:
            return QColor(tokens.danger)
        return QColor(tokens.quiet) if each in row.locked else None


def _errors_in(texts: Mapping[Cell, str]) -> dict[Cell, str]:
    """Texts that cannot be read, each with the sentence that says why."""
    found = {}
    for cell, text in texts.items():
        try:
            BulkEdit.of_text(cell[1], text)
        except RuleViolation as error:
            found[cell] = error.message
    return found


def values_of(draft: GridDraft, each: BulkField) -> Sequence[str]:
    """What stands in a column, each once: proposed while one types."""
    texts = (row.texts.get(each, "") for row in draft.rows)
    return sorted({text for text in texts if text})
