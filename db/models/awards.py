"""Certificates and letters of thanks that were given to mentors."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Model, choice
from nastavnik_desktop.domain.awards import AwardKind


class AwardModel(Model):
    """A paper that a person was given in a school year."""

    __tablename__ = "awards"

    award_id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.person_id"), index=True)
    school_year: Mapped[int] = mapped_column(index=True)
    kind: Mapped[AwardKind] = mapped_column(choice(AwardKind, "kind"))
    number: Mapped[str] = mapped_column(String(25), default="")
    given_on: Mapped[date]
    merit: Mapped[str] = mapped_column(default="")
