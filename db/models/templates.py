"""The table of the user's own texts of papers, with their versions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Model


class TemplateModel(Model):
    """A version of the user's own texts of a paper; none current means the shipped ones.

    ``code`` names the paper («orders/pairs», «consents/processing»), ``texts`` its parts.
    """

    __tablename__ = "templates"
    __table_args__ = (UniqueConstraint("code", "version"),)

    template_id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(60))
    version: Mapped[int]
    texts: Mapped[dict[str, Any]]
    saved_at: Mapped[datetime]
    is_current: Mapped[bool] = mapped_column(default=False)
