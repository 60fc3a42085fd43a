"""What the journal tells: steps that can be undone or redone, and the history of a record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from nastavnik_desktop.domain.changes import Changes


class RowChange(StrEnum):
    """What happened to a row."""

    CREATED = "created"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True)
class FieldChange:
    """A field of a row before and after; ``None`` where the row did not exist or had no value."""

    name: str
    before: object
    after: object


@dataclass(frozen=True)
class HistoryEntry:
    """One change of one record: when (UTC), by which operation, by whom, which fields."""

    made_at: datetime
    title: str
    actor: str
    change: RowChange
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True)
class StepOutline:
    """A step of the journal; ``rows`` are the tables and keys it touched."""

    step_id: int
    title: str
    made_at: datetime
    actor: str
    changes: Changes
    rows: frozenset[tuple[str, int]]


@dataclass(frozen=True)
class UndoState:
    """What the undo and redo actions offer; an empty title means there is nothing to offer.

    ``refusal`` says in Russian why the last step cannot be undone, when it cannot.
    """

    undo_title: str = ""
    redo_title: str = ""
    refusal: str = ""
