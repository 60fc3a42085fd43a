"""Tables of matching: couples that are not to be made, and what the user told it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Model, at_least, choice
from nastavnik_desktop.domain.matching.assignment import Goal


class MatchBanModel(Model):
    """«Не назначать»: this mentor is not proposed to this mentee."""

    __tablename__ = "match_bans"
    __table_args__ = (UniqueConstraint("mentor_id", "mentee_id"),)

    ban_id: Mapped[int] = mapped_column(primary_key=True)
    mentor_id: Mapped[int] = mapped_column(ForeignKey("people.person_id"), index=True)
    mentee_id: Mapped[int] = mapped_column(ForeignKey("people.person_id"), index=True)


class MatchSettingsModel(Model):
    """How pairs are matched: one row, number 1; ``weights`` are points by criterion."""

    __tablename__ = "match_settings"
    __table_args__ = (
        at_least("threshold", 0, "threshold"),
        CheckConstraint("settings_id = 1", name="only_one"),
    )

    settings_id: Mapped[int] = mapped_column(primary_key=True)
    weights: Mapped[dict[str, Any]]
    threshold: Mapped[int]
    goal: Mapped[Goal] = mapped_column(choice(Goal, "goal"))
    is_subject_required: Mapped[bool] = mapped_column(default=False)
