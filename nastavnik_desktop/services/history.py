"""Undo, redo and the history of a record in the words of the user."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from db import journal
from db.engine import Base
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.history import FieldChange, HistoryEntry, StepOutline, UndoState
from nastavnik_desktop.services.field_labels import FIELD_LABELS, value_text
from nastavnik_desktop.services.results import Saved

_TABLE_OF = {"person": "people", "pairing": "pairings", "order": "orders"}
_PARTS = {
    "person": (
        "employments",
        "absences",
        "enrollments",
        "pool_entries",
        "marks",
        "mentor_trainings",
        "awards",
        "consents",
        "post_case_rules",
        "contract_addenda",
    ),
    "pairing": ("pairing_members", "pairing_pauses", "pairing_mentors"),
    "order": (),
}


@dataclass(frozen=True)
class HistoryLine:
    """One change of a record: local moment, operation, who, and the fields in words."""

    moment: datetime
    operation: str
    actor: str
    lines: tuple[tuple[str, str, str], ...]


class HistoryService:
    """Undo and redo of steps, and «кто изменил»."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def state(self) -> UndoState:
        """What undo and redo would take."""
        return journal.state(self._base)

    def undo(self) -> Saved:
        """Take back the last step."""
        return _undone("Отменено", journal.undo(self._base))

    def redo(self) -> Saved:
        """Carry out the undone step again."""
        return _undone("Возвращено", journal.redo(self._base))

    def of(self, kind: str, record_id: int) -> list[HistoryLine]:
        """The history of a person, pairing or order with its parts, newest first."""
        with self._base.reading() as session:
            entries = journal.history_of(session, _TABLE_OF[kind], record_id)
            for table in _PARTS[kind]:
                entries += journal.history_of_parts(session, table, f"{kind}_id", record_id)
        entries.sort(key=lambda entry: entry.made_at, reverse=True)
        return _joined(entries)


def _undone(verb: str, step: StepOutline) -> Saved:
    return Saved(f"{verb}: {step.title}", step.changes or Changes.EVERYTHING)


def _joined(entries: list[HistoryEntry]) -> list[HistoryLine]:
    """Entries of one step become one line of the history."""
    steps: dict[tuple[datetime, str, str], list[tuple[str, str, str]]] = {}
    for entry in entries:
        lines = steps.setdefault((entry.made_at, entry.title, entry.actor), [])
        lines += [line for field in entry.fields if (line := _line(field))]
    return [
        HistoryLine(moment.astimezone(), title, actor, tuple(lines))
        for (moment, title, actor), lines in steps.items()
    ]


def _line(field: FieldChange) -> tuple[str, str, str] | None:
    label = FIELD_LABELS.get(field.name)
    before, after = value_text(field.before), value_text(field.after)
    return (label, before, after) if label and before != after else None
