"""Tables of road maps: the plan with its file, items, marks of execution, evidence, roles."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.models.base import Model, choice
from nastavnik_desktop.domain.road_maps.kept import EvidenceKind, MarkStatus
from nastavnik_desktop.domain.road_maps.records import RoadMapLevel


class RoadMapModel(Model):
    """A road map; ``read_in`` is the year of reading by its first calendar year.

    ``around`` holds what stands around the table: blocks of approval, abbreviations, lists of
    schools and teams. ``source_key`` is the digest of the file that was imported.
    """

    __tablename__ = "road_maps"
    __table_args__ = (CheckConstraint("ends_on >= begins_on", name="period"),)

    road_map_id: Mapped[int] = mapped_column(primary_key=True)
    level: Mapped[RoadMapLevel] = mapped_column(choice(RoadMapLevel, "level"))
    title: Mapped[str]
    read_in: Mapped[int]
    is_school_year: Mapped[bool] = mapped_column(default=True)
    begins_on: Mapped[date]
    ends_on: Mapped[date]
    columns: Mapped[list[str]]
    around: Mapped[dict[str, Any]]
    order_id: Mapped[int | None] = mapped_column(ForeignKey("orders.order_id"), index=True)
    source_name: Mapped[str] = mapped_column(String(255), default="")
    source_key: Mapped[str] = mapped_column(String(64), default="", index=True)
    source: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)

    items: Mapped[list[RoadMapItemModel]] = relationship(
        order_by="RoadMapItemModel.position", cascade="all, delete-orphan"
    )


class RoadMapItemModel(Model):
    """A row of a road map; texts as written, ``corrected_deadline`` is read in place of its own.

    ``indicator_plan`` and ``indicator_fact`` are numbers by calendar year, ``schedule`` the tasks
    with their days as they were read when the row was last written.
    """

    __tablename__ = "road_map_items"

    item_id: Mapped[int] = mapped_column(primary_key=True)
    road_map_id: Mapped[int] = mapped_column(ForeignKey("road_maps.road_map_id"), index=True)
    position: Mapped[int]
    sections: Mapped[list[str]]
    number: Mapped[str] = mapped_column(String(40), default="")
    event: Mapped[str] = mapped_column(default="")
    details: Mapped[str] = mapped_column(default="")
    deadline: Mapped[str] = mapped_column(default="")
    corrected_deadline: Mapped[str] = mapped_column(default="")
    responsible: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
    document: Mapped[str] = mapped_column(default="")
    indicator: Mapped[str] = mapped_column(default="")
    indicator_plan: Mapped[dict[str, Any]]
    indicator_fact: Mapped[dict[str, Any]]
    besides: Mapped[dict[str, Any]]
    schedule: Mapped[dict[str, Any]]
    fulfils_id: Mapped[int | None] = mapped_column(ForeignKey("road_map_items.item_id"), index=True)

    marks: Mapped[list[RoadMapMarkModel]] = relationship(
        order_by="RoadMapMarkModel.mark_id", cascade="all, delete-orphan"
    )


class RoadMapMarkModel(Model):
    """What became of one occurrence of an item: of which task, in which year, due when."""

    __tablename__ = "road_map_marks"
    __table_args__ = (
        UniqueConstraint("item_id", "task", "year", "due_on"),
        CheckConstraint("(status = 'done') = (done_on IS NOT NULL)", name="done_on"),
        CheckConstraint("(status = 'moved') = (moved_to IS NOT NULL)", name="moved_to"),
    )

    mark_id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("road_map_items.item_id"), index=True)
    task: Mapped[int] = mapped_column(default=0)
    year: Mapped[int]
    due_on: Mapped[date | None] = mapped_column(index=True)
    status: Mapped[MarkStatus] = mapped_column(choice(MarkStatus, "status"))
    done_on: Mapped[date | None]
    moved_to: Mapped[date | None]
    reason: Mapped[str] = mapped_column(String(500), default="")
    note: Mapped[str] = mapped_column(default="")

    evidence: Mapped[list[RoadMapEvidenceModel]] = relationship(
        order_by="RoadMapEvidenceModel.evidence_id", cascade="all, delete-orphan"
    )


class RoadMapEvidenceModel(Model):
    """What shows that an occurrence was carried out."""

    __tablename__ = "road_map_evidence"

    evidence_id: Mapped[int] = mapped_column(primary_key=True)
    mark_id: Mapped[int] = mapped_column(ForeignKey("road_map_marks.mark_id"), index=True)
    kind: Mapped[EvidenceKind] = mapped_column(choice(EvidenceKind, "kind"))
    title: Mapped[str] = mapped_column(String(500), default="")
    number: Mapped[str] = mapped_column(String(40), default="")
    dated_on: Mapped[date | None]
    link: Mapped[str] = mapped_column(String(2000), default="")
    order_id: Mapped[int | None] = mapped_column(ForeignKey("orders.order_id"), index=True)
    file_name: Mapped[str] = mapped_column(String(255), default="")
    content: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)


class RoadMapRoleModel(Model):
    """Who fills a role of road maps («куратор») in a school year."""

    __tablename__ = "road_map_roles"
    __table_args__ = (UniqueConstraint("role_key", "school_year"),)

    role_id: Mapped[int] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(String(300))
    role_key: Mapped[str] = mapped_column(String(300))
    school_year: Mapped[int] = mapped_column(index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.person_id"), index=True)
