"""Tables of the journal: steps (what the user did) and changes (what became of each row)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Model, choice
from nastavnik_desktop.domain.history import RowChange

LONGEST_TITLE = 500
LONGEST_ACTOR = 300


class StepStatus(StrEnum):
    """Whether a step is in force.

    A new step drops the undone ones: they can be redone no more.
    """

    DONE = "done"
    UNDONE = "undone"
    DROPPED = "dropped"


class JournalStepModel(Model):
    """One intention of the user: a title in Russian, a moment in UTC, the person at the keyboard.

    ``changes`` is the number of ``domain.changes.Changes``; ``refusal`` is a sentence that says
    why the step cannot be undone, empty when it can.
    """

    __tablename__ = "journal_steps"

    step_id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    made_at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(LONGEST_ACTOR))
    changes: Mapped[int] = mapped_column(default=0)
    status: Mapped[StepStatus] = mapped_column(choice(StepStatus, "status"), index=True)
    refusal: Mapped[str] = mapped_column(String(500), default="")
    undone_at: Mapped[datetime | None]


class JournalChangeModel(Model):
    """What a step did to one row: its fields before and after, in the order of the statements.

    A created or deleted row is told whole, a changed one by its changed fields alone.
    """

    __tablename__ = "journal_changes"
    __table_args__ = (Index(None, "table_name", "row_key"),)

    change_id: Mapped[int] = mapped_column(primary_key=True)
    step_id: Mapped[int] = mapped_column(ForeignKey("journal_steps.step_id"), index=True)
    table_name: Mapped[str] = mapped_column(String(60))
    row_key: Mapped[int]
    change: Mapped[RowChange] = mapped_column(choice(RowChange, "change"))
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
