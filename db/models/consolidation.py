"""Tables of the exchange: what a school sent, what a municipality received, its list and plan."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Model, choice
from nastavnik_desktop.domain.consolidation.package import Verdict
from nastavnik_desktop.domain.consolidation.schools import BaseLevel, SchoolKind


class ExchangeSettingsModel(Model):
    """Whose base this is, and what the school says of itself in packages: one row, number 1."""

    __tablename__ = "exchange_settings"

    settings_id: Mapped[int] = mapped_column(primary_key=True)
    level: Mapped[BaseLevel] = mapped_column(choice(BaseLevel, "level"))
    school_kind: Mapped[SchoolKind | None] = mapped_column(choice(SchoolKind, "school_kind"))
    mentoring_model: Mapped[str] = mapped_column(String(500), default="")
    team_role: Mapped[str] = mapped_column(String(500), default="")
    recipient: Mapped[str] = mapped_column(String(300), default="")


class SentPackageModel(Model):
    """A package that the school made, and the answer to it."""

    __tablename__ = "sent_packages"
    __table_args__ = (UniqueConstraint("uid"),)

    sent_id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(64))
    as_of: Mapped[date]
    made_on: Mapped[date]
    recipient: Mapped[str] = mapped_column(String(300), default="")
    verdict: Mapped[Verdict] = mapped_column(choice(Verdict, "verdict"))
    remarks: Mapped[list[str]] = mapped_column(default=list)
    answered_on: Mapped[date | None]


class MunicipalSchoolModel(Model):
    """A school in the municipality's list."""

    __tablename__ = "municipal_schools"
    __table_args__ = (UniqueConstraint("name_key", "inn"),)

    school_id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(500))
    name_key: Mapped[str] = mapped_column(String(500))
    kind: Mapped[SchoolKind] = mapped_column(choice(SchoolKind, "kind"))
    inn: Mapped[str] = mapped_column(String(20), default="")
    is_expected: Mapped[bool] = mapped_column(default=True)
    mentoring_model: Mapped[str] = mapped_column(String(500), default="")
    team_role: Mapped[str] = mapped_column(String(500), default="")
    position: Mapped[int] = mapped_column(default=0)


class ReceivedPackageModel(Model):
    """A package of a school for a school year; its figures and people lie in parts."""

    __tablename__ = "received_packages"
    __table_args__ = (UniqueConstraint("school_id", "school_year"),)

    package_id: Mapped[int] = mapped_column(primary_key=True)
    school_id: Mapped[int] = mapped_column(ForeignKey("municipal_schools.school_id"))
    school_year: Mapped[int]
    uid: Mapped[str] = mapped_column(String(64))
    as_of: Mapped[date]
    made_at: Mapped[datetime]
    received_at: Mapped[datetime]
    verdict: Mapped[Verdict] = mapped_column(choice(Verdict, "verdict"))
    remarks: Mapped[list[str]] = mapped_column(default=list)
    errors: Mapped[list[str]] = mapped_column(default=list)
    warnings: Mapped[list[str]] = mapped_column(default=list)
    models: Mapped[list[str]] = mapped_column(default=list)
    road_map: Mapped[dict[str, Any] | None]
    people: Mapped[int] = mapped_column(default=0)
    takes_part: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(String(500), default="")


class PackagePartModel(Model):
    """A form of a package («form:participants») or its people: compressed JSON."""

    __tablename__ = "package_parts"
    __table_args__ = (UniqueConstraint("package_id", "name"),)

    part_id: Mapped[int] = mapped_column(primary_key=True)
    package_id: Mapped[int] = mapped_column(ForeignKey("received_packages.package_id"))
    name: Mapped[str] = mapped_column(String(80))
    content: Mapped[bytes] = mapped_column(LargeBinary)


class SharePlanModel(Model):
    """The plan of the share of schools for a school year, in per cent."""

    __tablename__ = "school_share_plans"
    __table_args__ = (
        UniqueConstraint("year"),
        CheckConstraint("percent BETWEEN 0 AND 100", name="percent"),
    )

    plan_id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    percent: Mapped[int]
