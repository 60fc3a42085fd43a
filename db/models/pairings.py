"""Tables of pairs and groups."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.models.base import Model, choice
from nastavnik_desktop.domain.pairings import EndKind, PairingKind


class PairingModel(Model):
    """A pair or a group of one school year."""

    __tablename__ = "pairings"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="dates"),
        CheckConstraint("(ended_on IS NULL) = (end_kind IS NULL)", name="end"),
    )

    pairing_id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[PairingKind] = mapped_column(choice(PairingKind, "kind"))
    school_year: Mapped[int] = mapped_column(index=True)
    form_id: Mapped[int] = mapped_column(ForeignKey("mentoring_forms.form_id"), index=True)
    role_model: Mapped[str] = mapped_column(String(300), default="")
    modes: Mapped[list[str]] = mapped_column(default=list)
    mentor_id: Mapped[int] = mapped_column(ForeignKey("people.person_id"), index=True)
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    ended_on: Mapped[date | None]
    end_kind: Mapped[EndKind | None] = mapped_column(choice(EndKind, "end_kind"))
    end_reason: Mapped[str] = mapped_column(String(500), default="")
    topic: Mapped[str] = mapped_column(String(500), default="")
    note: Mapped[str] = mapped_column(default="")

    members: Mapped[list[PairingMemberModel]] = relationship(
        order_by="PairingMemberModel.position", cascade="all, delete-orphan"
    )


class PairingMemberModel(Model):
    """A mentee of a pairing, with own dates where they differ."""

    __tablename__ = "pairing_members"
    __table_args__ = (UniqueConstraint("pairing_id", "person_id"),)

    pairing_member_id: Mapped[int] = mapped_column(primary_key=True)
    pairing_id: Mapped[int] = mapped_column(ForeignKey("pairings.pairing_id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.person_id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    joined_on: Mapped[date | None]
    left_on: Mapped[date | None]
