"""Tables of orders: the register entry with its snapshot, its files, pairings, links, readers."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.models.base import Model, choice
from db.models.people import AttachmentModel
from db.models.road_maps import RoadMapEvidenceModel, RoadMapModel
from nastavnik_desktop.domain.orders import LinkKind, OrderKind, OrderStatus


class OrderModel(Model):
    """An order; ``number_key`` makes a number unique in its register and calendar year."""

    __tablename__ = "orders"
    __table_args__ = (
        UniqueConstraint("register_id", "calendar_year", "number_key"),
        CheckConstraint("signed_on IS NULL OR status <> 'draft'", name="signed_on"),
        CheckConstraint("(status = 'withdrawn') = (withdrawn_on IS NOT NULL)", name="withdrawn_on"),
    )

    order_id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[OrderKind] = mapped_column(choice(OrderKind, "kind"))
    register_id: Mapped[int] = mapped_column(ForeignKey("order_registers.register_id"))
    number: Mapped[str] = mapped_column(String(40))
    number_key: Mapped[str | None] = mapped_column(String(40))
    calendar_year: Mapped[int]
    order_date: Mapped[date] = mapped_column(index=True)
    school_year: Mapped[int] = mapped_column(index=True)
    heading: Mapped[str] = mapped_column(String(500))
    status: Mapped[OrderStatus] = mapped_column(choice(OrderStatus, "status"))
    is_external: Mapped[bool] = mapped_column(default=False)
    signed_on: Mapped[date | None]
    withdrawn_on: Mapped[date | None]
    withdrawal_reason: Mapped[str] = mapped_column(String(500), default="")
    executor: Mapped[str] = mapped_column(String(300), default="")
    note: Mapped[str] = mapped_column(default="")
    draft: Mapped[dict[str, Any] | None]
    snapshot: Mapped[dict[str, Any] | None]

    links: Mapped[list[OrderPairingModel]] = relationship(
        order_by="OrderPairingModel.position", cascade="all, delete-orphan"
    )
    files: Mapped[list[OrderFileModel]] = relationship(cascade="all, delete-orphan")
    targets: Mapped[list[OrderLinkModel]] = relationship(
        foreign_keys="OrderLinkModel.order_id", cascade="all, delete-orphan"
    )
    acquaintances: Mapped[list[AcquaintanceModel]] = relationship(
        order_by="AcquaintanceModel.position", cascade="all, delete-orphan"
    )
    attachments: Mapped[list[AttachmentModel]] = relationship(
        order_by="AttachmentModel.attachment_id", cascade="all, delete-orphan"
    )
    road_maps: Mapped[list[RoadMapModel]] = relationship()
    road_map_evidence: Mapped[list[RoadMapEvidenceModel]] = relationship()


class OrderPairingModel(Model):
    """A pairing that stands in an order."""

    __tablename__ = "order_pairings"
    __table_args__ = (UniqueConstraint("order_id", "pairing_id"),)

    order_pairing_id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.order_id"), index=True)
    pairing_id: Mapped[int] = mapped_column(ForeignKey("pairings.pairing_id"), index=True)
    position: Mapped[int] = mapped_column(default=0)


class OrderFileModel(Model):
    """The printed form of an issued order, kept for ever as it was issued."""

    __tablename__ = "order_files"
    __table_args__ = (
        UniqueConstraint("order_id", "format"),
        CheckConstraint("format IN ('pdf', 'docx')", name="format"),
    )

    order_file_id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.order_id"), index=True)
    format: Mapped[str] = mapped_column(String(10))
    content: Mapped[bytes] = mapped_column(LargeBinary)


class OrderLinkModel(Model):
    """An order speaks of an earlier one: amends it, ends its pairs, or refers to it."""

    __tablename__ = "order_links"
    __table_args__ = (
        UniqueConstraint("order_id", "target_id", "kind"),
        CheckConstraint("order_id <> target_id", name="itself"),
    )

    order_link_id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.order_id"), index=True)
    target_id: Mapped[int] = mapped_column(ForeignKey("orders.order_id"), index=True)
    kind: Mapped[LinkKind] = mapped_column(choice(LinkKind, "kind"))


class AcquaintanceModel(Model):
    """A person who must know an order, and the day on which he signed that he does."""

    __tablename__ = "order_acquaintances"

    acquaintance_id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.order_id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.person_id"), index=True)
    name: Mapped[str] = mapped_column(String(320))
    post: Mapped[str] = mapped_column(String(600), default="")
    acquainted_on: Mapped[date | None]
    position: Mapped[int] = mapped_column(default=0)


class PagePresetModel(Model):
    """The user's own page of orders: ``settings`` are those of the shipped presets."""

    __tablename__ = "page_presets"
    __table_args__ = (UniqueConstraint("code"),)

    preset_id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(200))
    settings: Mapped[dict[str, Any]]
    emblem: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    position: Mapped[int] = mapped_column(default=0)
