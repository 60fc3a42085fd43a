"""Packages that have come are opened, judged and taken into the municipality's base."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import MunicipalSchoolModel, PackagePartModel, ReceivedPackageModel
from db.queries.consolidation import received, schools
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consolidation.package import Package, Verdict
from nastavnik_desktop.domain.consolidation.received import (
    Arrival,
    Incoming,
    Opened,
    ReceivedPackage,
    Refused,
    arrival_of,
)
from nastavnik_desktop.domain.consolidation.schools import MunicipalSchool, name_key, same_school
from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.statistics.sealed import sealed
from nastavnik_desktop.exchange.container import PasswordNeeded, WrongPassword, open_envelope
from nastavnik_desktop.exchange.package_file import package_in, people_json
from nastavnik_desktop.services.package_files import file_content
from nastavnik_desktop.services.results import Saved

CHANGES = Changes.PACKAGES
FORM, PEOPLE = "form:", "people"
OnStep = Callable[[int, int], None]


def _no_step(_done: int, _total: int) -> None:
    """Nobody watches how far the work is."""


class PackageTaking:
    """Opening and taking of packages; a package taken twice changes nothing."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def open_files(
        self, paths: Sequence[Path], passwords: Sequence[str] = (), on_step: OnStep = _no_step
    ) -> Opened:
        """Read files and say of each what it is; nothing is written.

        Each password is tried on each closed file.
        """
        with self._base.reading() as session:
            known = schools(session)
            by_year: dict[int, dict[int, ReceivedPackage]] = {}
            incoming, refused = list[Incoming](), list[Refused]()
            for done, path in enumerate(paths, start=1):
                try:
                    package = _opened(path, passwords)
                except (PasswordNeeded, WrongPassword) as error:
                    refused.append(Refused(path.name, error.message, needs_password=True))
                except UnreadableFile as error:
                    refused.append(Refused(path.name, error.message))
                else:
                    year = package.year.start
                    if year not in by_year:
                        by_year[year] = received(session, year)
                    incoming.append(_judged(path.name, package, known, by_year[year]))
                on_step(done, len(paths))
        return Opened(tuple(_each_school_once(incoming)), tuple(refused))

    def take(self, incoming: Sequence[Incoming], on_step: OnStep = _no_step) -> Saved:
        """Keep packages; those that are the same or older than what is there are left.

        A package of a school that is not in the list adds the school, marked as not expected.
        """
        wanted = [one for one in incoming if one.arrival in {Arrival.NEW, Arrival.NEWER}]
        if not wanted:
            return Saved("Новых посылок нет: ничего не изменилось", Changes.NOTHING)
        number = counted(len(wanted), "посылка", "посылки", "посылок")
        title = f"Приняты посылки школ: {number}"
        with self._base.begin(title, CHANGES) as session:
            for done, one in enumerate(wanted, start=1):
                _take(session, one)
                on_step(done, len(wanted))
        return Saved(title, CHANGES)


def _opened(path: Path, passwords: Sequence[str]) -> Package:
    envelope = open_envelope(file_content(path))
    if not envelope.is_encrypted:
        return package_in(envelope)
    for password in passwords:
        try:
            return package_in(envelope, password)
        except WrongPassword:
            continue
    raise WrongPassword if passwords else PasswordNeeded


def _judged(
    file: str,
    package: Package,
    known: Iterable[MunicipalSchool],
    there: dict[int, ReceivedPackage],
) -> Incoming:
    school = same_school(known, package.school.name, package.school.inn)
    former = there.get(school.school_id or 0) if school is not None else None
    return Incoming(file, package, school, arrival_of(package, former))


def _each_school_once(incoming: list[Incoming]) -> list[Incoming]:
    """Of several packages of a school and year in one drop the latest is taken."""
    best: dict[tuple[object, int], Incoming] = {}
    for one in incoming:
        key = (_school_key(one), one.year.start)
        if key not in best or one.package.made_at > best[key].package.made_at:
            best[key] = one
    return [
        one if one is best[_school_key(one), one.year.start] else replace(one, arrival=_again(
            one, best[_school_key(one), one.year.start]
        ))
        for one in incoming
    ]  # fmt: skip


def _again(one: Incoming, latest: Incoming) -> Arrival:
    return Arrival.SAME if one.package.uid == latest.package.uid else Arrival.OLDER


def _school_key(one: Incoming) -> object:
    card = one.package.school
    return one.school.school_id if one.school else (card.inn or name_key(card.name))


def _take(session: Session, one: Incoming) -> None:
    school = _school(session, one)
    package = one.package
    former = session.scalars(
        select(ReceivedPackageModel).where(
            ReceivedPackageModel.school_id == school.school_id,
            ReceivedPackageModel.school_year == package.year.start,
        )
    ).first()
    if former is not None:
        if former.uid == package.uid:
            return
        if former.made_at >= package.made_at:
            message = f"{school.name}: в базе уже есть посылка новее этой."
            raise RuleViolation(message)
        _drop(session, former)
    model = _model(package, school.school_id)
    session.add(model)
    session.flush()
    for report in package.forms:
        content = packed(sealed(report))
        name = f"{FORM}{report.form.code}"
        session.add(PackagePartModel(package_id=model.package_id, name=name, content=content))
    if package.people:
        content = packed(people_json(package.people))
        session.add(PackagePartModel(package_id=model.package_id, name=PEOPLE, content=content))
    session.flush()


def _drop(session: Session, model: ReceivedPackageModel) -> None:
    """Take a package away with its parts."""
    statement = select(PackagePartModel).where(PackagePartModel.package_id == model.package_id)
    for part in session.scalars(statement):
        session.delete(part)
    session.flush()
    session.delete(model)
    session.flush()


def _school(session: Session, one: Incoming) -> MunicipalSchoolModel:
    card = one.package.school
    found = same_school(schools(session), card.name, card.inn)
    if found is None:
        row = MunicipalSchoolModel(
            name=card.name, name_key=name_key(card.name), kind=card.kind, is_expected=False
        )
        row.position = 1_000_000
        row.inn = row.mentoring_model = row.team_role = ""
        session.add(row)
    else:
        row = session.get_one(MunicipalSchoolModel, found.school_id)
    row.inn = row.inn or card.inn
    row.mentoring_model = card.mentoring_model or row.mentoring_model
    row.team_role = card.team_role or row.team_role
    session.flush()
    return row


def _model(package: Package, school_id: int) -> ReceivedPackageModel:
    road_map = package.road_map
    return ReceivedPackageModel(
        school_id=school_id,
        school_year=package.year.start,
        uid=package.uid,
        as_of=package.as_of,
        made_at=package.made_at,
        received_at=datetime.now(UTC).replace(tzinfo=None, microsecond=0),
        verdict=Verdict.WAITING,
        remarks=[],
        errors=list(package.errors),
        warnings=list(package.warnings),
        models=[f"{line.title}: {line.pairings}" for line in package.models],
        road_map=None if road_map is None else dict(vars(road_map)),
        people=len(package.people),
        takes_part=any(line.pairings for line in package.models),
        note=package.note[:500],
    )


def packed(content: Any) -> bytes:  # noqa: ANN401 - plain data for JSON
    """Plain data as the parts of packages keep them."""
    return zlib.compress(json.dumps(content, ensure_ascii=False).encode(), 6)


def unpacked(content: bytes) -> Any:  # noqa: ANN401 - plain data of JSON
    """Plain data of a kept part."""
    return json.loads(zlib.decompress(content))
