"""Reads of the exchange: settings, sendings, the municipality's schools and their packages."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import (
    ExchangeSettingsModel,
    MunicipalSchoolModel,
    PackagePartModel,
    ReceivedPackageModel,
    SentPackageModel,
    SharePlanModel,
)
from nastavnik_desktop.domain.consolidation.package import RoadMapExecution, SentRow
from nastavnik_desktop.domain.consolidation.received import ReceivedPackage, SchoolRow
from nastavnik_desktop.domain.consolidation.schools import BaseLevel, MunicipalSchool
from nastavnik_desktop.domain.consolidation.shares import SharePlan


def level_of(session: Session) -> BaseLevel:
    """Whose base it is; a school's until somebody says otherwise."""
    found = session.scalars(select(ExchangeSettingsModel.level)).first()
    return found or BaseLevel.SCHOOL


def sent_rows(session: Session) -> list[SentRow]:
    """Packages that the school made, the latest first."""
    statement = select(SentPackageModel).order_by(SentPackageModel.sent_id.desc())
    return [
        SentRow(
            one.sent_id,
            one.uid,
            one.as_of,
            one.made_on,
            one.recipient,
            one.verdict,
            tuple(one.remarks),
            one.answered_on,
        )
        for one in session.scalars(statement)
    ]


def schools(session: Session) -> list[MunicipalSchool]:
    """The municipality's schools in its order."""
    statement = select(MunicipalSchoolModel).order_by(
        MunicipalSchoolModel.position, MunicipalSchoolModel.school_id
    )
    return [
        MunicipalSchool(
            one.name,
            one.kind,
            one.inn,
            one.is_expected,
            one.mentoring_model,
            one.team_role,
            one.school_id,
        )
        for one in session.scalars(statement)
    ]


def received(session: Session, year: int) -> dict[int, ReceivedPackage]:
    """Packages of a school year without their figures, by school."""
    statement = select(ReceivedPackageModel).where(ReceivedPackageModel.school_year == year)
    return {one.school_id: _package(one) for one in session.scalars(statement)}


def _package(one: ReceivedPackageModel) -> ReceivedPackage:
    return ReceivedPackage(
        package_id=one.package_id,
        school_id=one.school_id,
        uid=one.uid,
        as_of=one.as_of,
        made_at=one.made_at,
        received_at=one.received_at,
        verdict=one.verdict,
        remarks=tuple(one.remarks),
        errors=tuple(one.errors),
        warnings=tuple(one.warnings),
        models=tuple(one.models),
        road_map=RoadMapExecution(**one.road_map) if one.road_map else None,
        people=one.people,
        takes_part=one.takes_part,
        note=one.note,
    )


def school_rows(session: Session, year: int) -> list[SchoolRow]:
    """Schools of the list with their packages of a school year."""
    packages = received(session, year)
    return [SchoolRow(one, packages.get(one.school_id or 0)) for one in schools(session)]


def taking_part(session: Session) -> dict[int, int]:
    """How many schools of the list take part in mentoring, by school year."""
    statement = (
        select(ReceivedPackageModel.school_year, ReceivedPackageModel.takes_part)
        .join(MunicipalSchoolModel)
        .where(MunicipalSchoolModel.is_expected)
    )
    found: dict[int, int] = {}
    for year, takes_part in session.execute(statement):
        found[year] = found.get(year, 0) + takes_part
    return found


def parts(session: Session, name: str, year: int) -> list[tuple[int, bytes]]:
    """One part of all packages of a school year, with the schools that sent them."""
    statement = (
        select(ReceivedPackageModel.school_id, PackagePartModel.content)
        .join(PackagePartModel, PackagePartModel.package_id == ReceivedPackageModel.package_id)
        .where(PackagePartModel.name == name, ReceivedPackageModel.school_year == year)
        .order_by(ReceivedPackageModel.school_id)
    )
    return [(school_id, content) for school_id, content in session.execute(statement)]


def part_names(session: Session, year: int) -> list[str]:
    """What the packages of a school year hold."""
    statement = (
        select(PackagePartModel.name)
        .join(ReceivedPackageModel)
        .where(ReceivedPackageModel.school_year == year)
        .distinct()
    )
    return sorted(session.scalars(statement))


def share_plan(session: Session) -> SharePlan:
    """The plan as it is kept; empty until the municipality writes one."""
    statement = select(SharePlanModel).order_by(SharePlanModel.year)
    return SharePlan(tuple((one.year, one.percent) for one in session.scalars(statement)))


def settings_row(session: Session) -> dict[str, Any]:
    """What the school says of itself in packages, by the names of the columns."""
    row = session.scalars(select(ExchangeSettingsModel)).first()
    if row is None:
        return {"school_kind": None, "mentoring_model": "", "team_role": "", "recipient": ""}
    names = ("school_kind", "mentoring_model", "team_role", "recipient")
    return {name: getattr(row, name) for name in names}
