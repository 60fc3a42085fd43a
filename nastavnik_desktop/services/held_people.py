"""A person whom packages of schools carry is removed from the municipality's base on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import journal
from db.engine import Base
from db.forgetting import compact, copies_with_part, journaled
from db.models import MunicipalSchoolModel, PackagePartModel, ReceivedPackageModel
from nastavnik_desktop.domain.backups import Backup
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consolidation.held import Held, answers_to, naming, typed_words
from nastavnik_desktop.domain.consolidation.package import PackagePerson
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.exchange.package_file import people_json, people_of
from nastavnik_desktop.services.package_taking import PEOPLE, packed, unpacked
from nastavnik_desktop.services.results import Saved

TITLE = "Удалены сведения о человеке из посылок"
_REFUSAL = "Удаление персональных данных отменить нельзя."
_TEXTS = ("remarks", "errors", "warnings")
_PARTS, _PACKAGES = "package_parts", "received_packages"


@dataclass(frozen=True)
class HeldPreview:
    """What the packages hold under a typed name, and the backups that hold it too."""

    name: str
    found: tuple[Held, ...]
    copies: tuple[Path, ...] = ()


class HeldPeopleService:
    """Use cases of a demand that reaches a municipality, where the person has no card."""

    def __init__(self, base: Base, backups: Callable[[], Sequence[Backup]]) -> None:
        self._base = base
        self._backups = backups

    def preview(self, name: str) -> HeldPreview:
        """Everything under a name; raises RuleViolation when no name was typed."""
        words = typed_words(name)
        if not words:
            raise RuleViolation("Введите фамилию, а лучше фамилию, имя и отчество.")
        with self._base.reading() as session:
            found = held(session, words)
        copies = [copy.path for copy in self._backups()]
        return HeldPreview(
            " ".join(name.split()),
            tuple(found),
            tuple(copies_with_part(copies, PEOPLE, lambda content: _holds(content, words))),
        )

    def remove(self, chosen: Sequence[Held]) -> Saved:
        """Clear what was chosen from packages and journal; it cannot be undone."""
        with self._base.begin(TITLE, Changes.PACKAGES, refusal=_REFUSAL) as session:
            clear(session, chosen)
        compact(self._base)
        records = counted(len(chosen), "запись", "записи", "записей")
        return Saved(f"Удалено из посылок и из журнала: {records}", Changes.PACKAGES)


def held(session: Session, words: Sequence[str]) -> list[Held]:
    """Records and lines of text of all packages that answer to a name."""
    statement = select(ReceivedPackageModel, MunicipalSchoolModel.name).join(MunicipalSchoolModel)
    found: list[Held] = []
    for package, school in session.execute(statement.order_by(ReceivedPackageModel.package_id)):
        year = SchoolYear(package.school_year)
        part = _part(session, package.package_id)
        people = people_of(unpacked(part.content)) if part is not None else ()
        found += [
            Held(package.package_id, school, year, person)
            for person in people
            if answers_to(person, words)
        ]
        found += [
            Held(package.package_id, school, year, text=line)
            for line in naming(_lines(package), words[0])
        ]
    return found


def clear(session: Session, chosen: Sequence[Held]) -> None:
    """Take records and lines out of their packages, and out of the journal wherever they stand."""
    for package_id in dict.fromkeys(one.package_id for one in chosen):
        package = session.get(ReceivedPackageModel, package_id)
        if package is None:
            continue
        own = [one for one in chosen if one.package_id == package_id]
        _clear_people(session, package, {one.person for one in own if one.person is not None})
        _clear_texts(package, {one.text for one in own if one.text})
        journal.forget(session, [(_PACKAGES, package_id)])
    people = {one.person for one in chosen if one.person is not None}
    journal.forget(session, _journaled_parts(session, people))
    journal.forget(session, _journaled_texts(session, {one.text for one in chosen if one.text}))


def _clear_people(
    session: Session, package: ReceivedPackageModel, gone: set[PackagePerson]
) -> None:
    part = _part(session, package.package_id)
    if part is None or not gone:
        return
    left = tuple(one for one in people_of(unpacked(part.content)) if one not in gone)
    package.people = len(left)
    journal.forget(session, [(_PARTS, part.part_id)])
    if left:
        part.content = packed(people_json(left))
    else:
        session.delete(part)


def _clear_texts(package: ReceivedPackageModel, gone: set[str]) -> None:
    for name in _TEXTS:
        kept = [line for line in getattr(package, name) if line not in gone]
        setattr(package, name, kept)
    if package.note in gone:
        package.note = ""


def _journaled_parts(
    session: Session, people: Iterable[PackagePerson]
) -> Iterator[tuple[str, int]]:
    """Parts of packages that were replaced since: the journal could bring them back."""
    names = [typed_words(person.name.full) for person in people]
    if names:
        for key, values in journaled(session, _PARTS, name=PEOPLE):
            if any(_holds(values["content"], words) for words in names):
                yield _PARTS, key


def _journaled_texts(session: Session, gone: set[str]) -> Iterator[tuple[str, int]]:
    if gone:
        for key, values in journaled(session, _PACKAGES):
            lines = {line for name in _TEXTS for line in values.get(name) or ()}
            if gone & {*lines, values.get("note")}:
                yield _PACKAGES, key


def _holds(content: bytes, words: Sequence[str]) -> bool:
    return any(answers_to(person, words) for person in people_of(unpacked(content)))


def _lines(package: ReceivedPackageModel) -> list[str]:
    texts = [line for name in _TEXTS for line in getattr(package, name)]
    return list(dict.fromkeys([*texts, *filter(None, [package.note])]))


def _part(session: Session, package_id: int) -> PackagePartModel | None:
    statement = select(PackagePartModel).where(
        PackagePartModel.package_id == package_id, PackagePartModel.name == PEOPLE
    )
    return session.scalars(statement).first()
