"""Tables of pairs and groups."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.models.base import Model, choice
from nastavnik_desktop.domain.addenda import AddendumBasis
from nastavnik_desktop.domain.pairing_parts import MentorRole, Partnership
from nastavnik_desktop.domain.pairings import EndKind, PairingKind


class PairingModel(Model):
    """A pair or a group of one school year; ``replaces_id`` is that of the former mentor."""

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
    noticed_on: Mapped[date | None]
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("pairings.pairing_id"), index=True)
    partnership: Mapped[Partnership | None] = mapped_column(choice(Partnership, "partnership"))
    partner_school: Mapped[str] = mapped_column(String(300), default="")
    topic: Mapped[str] = mapped_column(String(500), default="")
    note: Mapped[str] = mapped_column(default="")

    members: Mapped[list[PairingMemberModel]] = relationship(
        order_by="PairingMemberModel.position", cascade="all, delete-orphan"
    )
    pauses: Mapped[list[PairingPauseModel]] = relationship(
        order_by="PairingPauseModel.from_on", cascade="all, delete-orphan"
    )
    further_mentors: Mapped[list[PairingMentorModel]] = relationship(
        order_by="PairingMentorModel.span_id", cascade="all, delete-orphan"
    )
    addendum_links: Mapped[list[AddendumPairingModel]] = relationship(cascade="all, delete-orphan")


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


class PairingPauseModel(Model):
    """A break of a pairing; days are included, an open end lasts."""

    __tablename__ = "pairing_pauses"
    __table_args__ = (CheckConstraint("to_on IS NULL OR to_on >= from_on", name="dates"),)

    pause_id: Mapped[int] = mapped_column(primary_key=True)
    pairing_id: Mapped[int] = mapped_column(ForeignKey("pairings.pairing_id"), index=True)
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(String(500), default="")


class PairingMentorModel(Model):
    """A second or substitute mentor with the days of the part."""

    __tablename__ = "pairing_mentors"

    span_id: Mapped[int] = mapped_column(primary_key=True)
    pairing_id: Mapped[int] = mapped_column(ForeignKey("pairings.pairing_id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.person_id"), index=True)
    role: Mapped[MentorRole] = mapped_column(choice(MentorRole, "role"))
    since_on: Mapped[date | None]
    until_on: Mapped[date | None]


class ContractAddendumModel(Model):
    """An agreement to a labour contract about mentoring (ст. 351.8 ТК РФ)."""

    __tablename__ = "contract_addenda"

    addendum_id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.person_id"), index=True)
    basis: Mapped[AddendumBasis] = mapped_column(choice(AddendumBasis, "basis"))
    number: Mapped[str] = mapped_column(String(60), default="")
    signed_on: Mapped[date | None]
    content: Mapped[str] = mapped_column(String(2000), default="")
    form: Mapped[str] = mapped_column(String(500), default="")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    pay: Mapped[str] = mapped_column(String(500), default="")
    duties_reason: Mapped[str] = mapped_column(String(500), default="")

    links: Mapped[list[AddendumPairingModel]] = relationship(cascade="all, delete-orphan")


class AddendumPairingModel(Model):
    """A pairing to which an agreement belongs."""

    __tablename__ = "addendum_pairings"
    __table_args__ = (UniqueConstraint("addendum_id", "pairing_id"),)

    addendum_pairing_id: Mapped[int] = mapped_column(primary_key=True)
    addendum_id: Mapped[int] = mapped_column(ForeignKey("contract_addenda.addendum_id"), index=True)
    pairing_id: Mapped[int] = mapped_column(ForeignKey("pairings.pairing_id"), index=True)
