"""Mappings of blanks: what stands in which cell of the files that authorities send."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Model


class BlankMappingModel(Model):
    """The mapping of files of one shape; ``content`` holds its cells."""

    __tablename__ = "blank_mappings"

    mapping_id: Mapped[int] = mapped_column(primary_key=True)
    shape: Mapped[str] = mapped_column(String(64), unique=True)
    title: Mapped[str] = mapped_column(String(300))
    content: Mapped[dict[str, Any]]


class SentBlankModel(Model):
    """A filled blank as it was sent: the file itself; ``figures`` hold its mapping and cells."""

    __tablename__ = "sent_blanks"

    sent_blank_id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(300))
    file_name: Mapped[str] = mapped_column(String(300))
    as_of: Mapped[date]
    sent_on: Mapped[date]
    recipient: Mapped[str] = mapped_column(String(300))
    signed_by: Mapped[str] = mapped_column(String(300), default="")
    note: Mapped[str] = mapped_column(String(500), default="")
    figures: Mapped[dict[str, Any]] = mapped_column(deferred=True)
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
