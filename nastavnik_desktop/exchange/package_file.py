"""The package of a school as a file, and the file as a package again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from nastavnik_desktop.domain.consolidation.package import (
    ModelLine,
    Package,
    PackagePerson,
    RoadMapExecution,
    SchoolCard,
)
from nastavnik_desktop.domain.consolidation.schools import SchoolKind
from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.statistics.report import FormReport
from nastavnik_desktop.domain.statistics.sealed import sealed, unsealed
from nastavnik_desktop.exchange.container import Envelope, open_envelope, seal

KIND = "package"
_MOST_FORMS, _MOST_PEOPLE, _MOST_LINES = 100, 20_000, 1_000
_GREATEST_FIGURE = 10**9
_LONGEST_TEXT, _LONGEST_CODE = 4_000, 60
_DISORDER = (
    KeyError, ValueError, TypeError, AttributeError, ArithmeticError, IndexError, RecursionError,
)  # fmt: skip


@dataclass(frozen=True)
class PackageLabel:
    """What a package says of itself before it is opened."""

    school: str
    as_of: date
    made_at: datetime
    carries: tuple[str, ...]
    is_encrypted: bool


def write_package(package: Package, password: str = "") -> bytes:
    """The file of a package; a package with people needs a password, which the caller checks."""
    header = {
        "kind": KIND,
        "school": package.school.name,
        "as_of": package.as_of.isoformat(),
        "made_at": package.made_at.isoformat(),
        "carries": list(package.carries),
    }
    return seal(header, _content(package), password)


def label_of(envelope: Envelope) -> PackageLabel:
    """The label of a checked file; raises UnreadableFile for another kind of file."""
    header = envelope.header
    if header.get("kind") != KIND:
        raise UnreadableFile("В этом файле не посылка школы, а замечания к ней.")
    with _Order():
        return PackageLabel(
            _text(header["school"]),
            date.fromisoformat(header["as_of"]),
            datetime.fromisoformat(header["made_at"]),
            tuple(_text(line) for line in header["carries"][:_MOST_LINES]),
            envelope.is_encrypted,
        )


def read_package(data: bytes, password: str = "") -> Package:
    """The package of a file.

    Raises UnreadableFile for a damaged or foreign one, PasswordNeeded and WrongPassword.
    """
    return package_in(open_envelope(data), password)


def package_in(envelope: Envelope, password: str = "") -> Package:
    """The package of a file that is already checked."""
    label_of(envelope)
    content = envelope.content(password)
    with _Order():
        return _package(content)


class _Order:
    """Turns whatever a content in disorder raises into one sentence."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: object, _: object) -> None:
        if kind is not None and issubclass(kind, _DISORDER) and isinstance(error, Exception):
            message = "Посылка составлена не по правилам: прочитать её нельзя."
            raise UnreadableFile(message) from error


def _content(package: Package) -> dict[str, Any]:
    road_map = package.road_map
    return {
        "uid": package.uid,
        "made_at": package.made_at.isoformat(),
        "as_of": package.as_of.isoformat(),
        "school": {**vars(package.school), "kind": package.school.kind.value},
        "forms": [sealed(report) for report in package.forms],
        "models": [vars(line) for line in package.models],
        "team": list(package.team),
        "road_map": None if road_map is None else vars(road_map),
        "people": people_json(package.people),
        "note": package.note,
    }


def people_json(people: tuple[PackagePerson, ...]) -> list[dict[str, Any]]:
    """People as plain data; what is not known is left out."""
    return [_person_json(person) for person in people]


def people_of(content: list[Mapping[str, Any]]) -> tuple[PackagePerson, ...]:
    """People of plain data."""
    return tuple(_person(one) for one in content)


def _person_json(person: PackagePerson) -> dict[str, Any]:
    name = person.name
    made = {
        "name": [name.last_name, name.first_name, name.patronymic],
        "kind": person.kind,
        "birth_date": person.birth_date.isoformat() if person.birth_date else None,
        "birth_year": person.birth_year,
        "occupation": person.occupation,
        "roles": list(person.roles),
    }
    return {key: value for key, value in made.items() if value}


def _package(content: Mapping[str, Any]) -> Package:
    if len(content["forms"]) > _MOST_FORMS or len(content["people"]) > _MOST_PEOPLE:
        raise ValueError("more than any school has")
    package = Package(
        uid=_text(content["uid"], 64),
        made_at=datetime.fromisoformat(content["made_at"]).replace(tzinfo=None),
        as_of=date.fromisoformat(content["as_of"]),
        school=_school(content["school"]),
        forms=tuple(_form(one) for one in content["forms"]),
        models=tuple(_model(one) for one in content["models"][:_MOST_LINES]),
        team=tuple(_text(one) for one in content["team"][:_MOST_LINES]),
        road_map=_road_map(content["road_map"]),
        people=people_of(content["people"]),
        note=_text(content["note"]),
    )
    codes = [report.form.code for report in package.forms]
    if not package.uid or not package.school.name.strip() or len(set(codes)) < len(codes):
        raise ValueError("nobody sent it, or a form stands twice")
    return package


def _school(content: Mapping[str, Any]) -> SchoolCard:
    kind = content["kind"]
    known = kind in {each.value for each in SchoolKind}
    return SchoolCard(
        name=_text(content["name"], 500),
        full_name=_text(content["full_name"]),
        inn=_text(content["inn"], 20),
        kind=SchoolKind(kind) if known else SchoolKind.OTHER,
        mentoring_model=_text(content["mentoring_model"], 500),
        team_role=_text(content["team_role"], 500),
    )


def _form(content: Mapping[str, Any]) -> FormReport:
    report = unsealed(content)
    report.form.formulas()
    if not 0 < len(report.form.code) <= _LONGEST_CODE:
        raise ValueError("a form without a code")
    for cell in report.cells.values():
        if not cell.exact.is_finite() or abs(cell.exact) > _GREATEST_FIGURE:
            raise ValueError("a figure beyond any school")
        if not 0 <= cell.decimals <= 4:
            raise ValueError("a figure in too fine parts")
    addresses = {(row.code, column.number) for row, column in report.form.cells()}
    if addresses - report.cells.keys():
        raise ValueError("a form with holes")
    return report


def _model(content: Mapping[str, Any]) -> ModelLine:
    numbers = (int(content[name]) for name in ("pairings", "mentors", "mentees"))
    return ModelLine(_text(content["title"]), *numbers)


def _road_map(content: Mapping[str, Any] | None) -> RoadMapExecution | None:
    if content is None:
        return None
    numbers = (int(content[name]) for name in ("items", "done", "overdue"))
    return RoadMapExecution(_text(content["title"]), *numbers)


def _person(content: Mapping[str, Any]) -> PackagePerson:
    born = content.get("birth_date")
    year = content.get("birth_year")
    return PackagePerson(
        name=FullName(*(_text(part, 100) for part in content["name"])),
        kind=_text(content["kind"], 40),
        birth_date=date.fromisoformat(born) if born else None,
        birth_year=int(year) if year is not None else None,
        occupation=_text(content.get("occupation", "")),
        roles=tuple(_text(role, 40) for role in content.get("roles", ())),
    )


def _text(value: object, longest: int = _LONGEST_TEXT) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is needed")
    return value[:longest]
