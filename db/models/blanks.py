"""Mappings of blanks: what stands in which cell of the files that authorities send."""

from __future__ import annotations

from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Model


class BlankMappingModel(Model):
    """The mapping of files of one shape; ``content`` holds its cells."""

    __tablename__ = "blank_mappings"

    mapping_id: Mapped[int] = mapped_column(primary_key=True)
    shape: Mapped[str] = mapped_column(String(64), unique=True)
    title: Mapped[str] = mapped_column(String(300))
    content: Mapped[dict[str, Any]]
