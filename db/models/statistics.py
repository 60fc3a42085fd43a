"""Tables of statistics: figures entered by hand, copies of what was sent, texts of title pages."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import CheckConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Model, choice
from nastavnik_desktop.domain.local_acts import ActKind


class LocalActModel(Model):
    """A document of the mentoring programme in the register of local acts."""

    __tablename__ = "local_acts"

    act_id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[ActKind] = mapped_column(choice(ActKind, "kind"))
    number: Mapped[str] = mapped_column(String(60), default="")
    act_date: Mapped[date | None]
    title: Mapped[str] = mapped_column(String(500), default="")
    link: Mapped[str] = mapped_column(String(500), default="")


class GivenFigureModel(Model):
    """A figure of a form that only the user knows: a plan, answers of a survey; by year."""

    __tablename__ = "given_figures"
    __table_args__ = (
        UniqueConstraint("form_code", "row_code", "name", "year"),
        CheckConstraint("value_hundredths >= 0", name="value_hundredths"),
    )

    figure_id: Mapped[int] = mapped_column(primary_key=True)
    form_code: Mapped[str] = mapped_column(String(60))
    row_code: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(String(60))
    year: Mapped[int]
    value_hundredths: Mapped[int]


class FigureCorrectionModel(Model):
    """A figure put in place of the counted one in a form of one date, and why."""

    __tablename__ = "figure_corrections"
    __table_args__ = (
        UniqueConstraint("form_code", "as_of", "row_code", "column_number"),
        CheckConstraint("reason <> ''", name="reason"),
    )

    correction_id: Mapped[int] = mapped_column(primary_key=True)
    form_code: Mapped[str] = mapped_column(String(60))
    as_of: Mapped[date]
    row_code: Mapped[str] = mapped_column(String(20))
    column_number: Mapped[int]
    value_hundredths: Mapped[int]
    reason: Mapped[str] = mapped_column(String(500))


class FormEditionModel(Model):
    """What the user changed on the title page of a form."""

    __tablename__ = "form_editions"
    __table_args__ = (UniqueConstraint("form_code"),)

    edition_id: Mapped[int] = mapped_column(primary_key=True)
    form_code: Mapped[str] = mapped_column(String(60))
    edition: Mapped[str] = mapped_column(default="")
    respondents: Mapped[str] = mapped_column(default="")
    due: Mapped[str] = mapped_column(String(500), default="")
    periodicity: Mapped[str] = mapped_column(String(100), default="")
    okud: Mapped[str] = mapped_column(String(20), default="")


class FrozenReportModel(Model):
    """A form as it was sent; ``content`` is the filled form and never changes."""

    __tablename__ = "frozen_reports"

    report_id: Mapped[int] = mapped_column(primary_key=True)
    form_code: Mapped[str] = mapped_column(String(60), index=True)
    title: Mapped[str] = mapped_column(String(500))
    as_of: Mapped[date]
    sent_on: Mapped[date]
    recipient: Mapped[str] = mapped_column(String(300))
    signed_by: Mapped[str] = mapped_column(String(300), default="")
    note: Mapped[str] = mapped_column(String(500), default="")
    content: Mapped[dict[str, Any]] = mapped_column(deferred=True)
