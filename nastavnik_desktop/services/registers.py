"""«База наставников» and «База наставляемых»: rows for the pages, papers, files of both bases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from db.engine import Base
from db.queries.registers import RegisteredPerson, pool_sides, programmes, registered_people
from db.queries.school import school
from nastavnik_desktop.config.paths import made_folder
from nastavnik_desktop.domain.base_registers import (
    RegisterColumn,
    RegisterFacts,
    RegisterKind,
    RegisterRow,
    Registrant,
    chosen_columns,
    register_rows,
)
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.people import PersonKind, occupation
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.files import format_of, render, write_whole
from nastavnik_desktop.services.paper_posts import post_on_paper
from nastavnik_desktop.services.results import Saved

if TYPE_CHECKING:
    from nastavnik_desktop.documents.tree import Document

FORMATS = ("xlsx", "docx", "pdf")
PUBLIC_MARK = "для публикации"


@dataclass(frozen=True)
class RegisterRequest:
    """Which base is wanted: columns by code (none: all), the version for publication or the full.

    A full base holds personal data: the window says so before it is saved or printed.
    """

    kind: RegisterKind
    year: SchoolYear
    columns: tuple[str, ...] = ()
    is_public: bool = False

    @property
    def file_stem(self) -> str:
        """«База наставников 2026-2027», with «(для публикации)» where it is."""
        mark = f" ({PUBLIC_MARK})" if self.is_public else ""
        return f"{self.kind.label} {self.year.start}-{self.year.start + 1}{mark}"


@dataclass(frozen=True)
class RegisterContent:
    """A base as a page shows it."""

    columns: tuple[RegisterColumn, ...]
    rows: tuple[RegisterRow, ...]


@dataclass(frozen=True)
class WrittenRegister:
    """A file that was written."""

    path: Path
    kind: RegisterKind
    is_public: bool
    rows_count: int


class RegisterService:
    """Use cases of the two bases of МР-42/02."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def content(self, request: RegisterRequest) -> RegisterContent:
        """Columns and rows; raises RuleViolation for columns that are not there."""
        with self._base.reading() as session:
            return self._content(session, request)

    def render(self, request: RegisterRequest, file_format: str) -> bytes:
        """The base as ``pdf``, ``docx`` or ``xlsx``."""
        with self._base.reading() as session:
            content, own_school = self._content(session, request), school(session) or School()
        return render(_paper(request, content, own_school), file_format)

    def export(self, request: RegisterRequest, path: Path) -> Saved:
        """Write the base to a file; the suffix tells the format."""
        write_whole(path, self.render(request, format_of(path)))
        return Saved(f"Сохранено: {path.name}", Changes.NOTHING)

    def export_all(
        self, year: SchoolYear, folder: Path, formats: Sequence[str] = FORMATS
    ) -> list[WrittenRegister]:
        """Both bases, full and for publication, in every format; the folder is made if missing."""
        made_folder(folder)
        with self._base.reading() as session:
            own_school = school(session) or School()
            ready = [(one, self._content(session, one)) for one in _all_requests(year)]
        return [
            _written(request, content, own_school, folder, file_format)
            for request, content in ready
            for file_format in formats
        ]

    def _content(self, session: Session, request: RegisterRequest) -> RegisterContent:
        columns = chosen_columns(request.kind, request.columns, is_public=request.is_public)
        facts = _facts(session, request.year, self._today())
        rows = register_rows(facts, request.kind, is_public=request.is_public)
        return RegisterContent(columns, tuple(rows))


def _all_requests(year: SchoolYear) -> list[RegisterRequest]:
    return [
        RegisterRequest(kind, year, is_public=is_public)
        for is_public in (False, True)
        for kind in RegisterKind
    ]


def _written(
    request: RegisterRequest,
    content: RegisterContent,
    own_school: School,
    folder: Path,
    file_format: str,
) -> WrittenRegister:
    path = folder / f"{request.file_stem}.{file_format}"
    write_whole(path, render(_paper(request, content, own_school), file_format))
    return WrittenRegister(path, request.kind, request.is_public, len(content.rows))


def _paper(request: RegisterRequest, content: RegisterContent, own_school: School) -> Document:
    from nastavnik_desktop.documents.base_registers import base_register
    from nastavnik_desktop.services.order_setting import letterhead_of

    return base_register(
        letterhead_of(own_school),
        request.kind,
        request.year.label,
        content.columns,
        content.rows,
        is_public=request.is_public,
    )


def _facts(session: Session, year: SchoolYear, today: date) -> RegisterFacts:
    own_school = school(session) or School()
    people = registered_people(session, year.start, today)
    return RegisterFacts(
        people={
            person_id: _registrant(person, own_school.short_name)
            for person_id, person in people.items()
        },
        mentor_sides=pool_sides(session, year.start, "mentor"),
        mentee_sides=pool_sides(session, year.start, "mentee"),
        programmes=programmes(session, year.start),
    )


def _registrant(person: RegisteredPerson, school_name: str) -> Registrant:
    return Registrant(
        person_id=person.person_id,
        name=person.name,
        place=_place(person, school_name),
        birth_year=person.birth_year,
        phone=person.phone,
        email=person.email,
        representative=person.representative,
        is_publishable=person.is_publishable,
    )


def _place(person: RegisteredPerson, school_name: str) -> str:
    """«МБОУ «СОШ № 17», учитель физики», «МБОУ «СОШ № 17», 9А класс» or the organisation."""
    if person.kind is PersonKind.OUTSIDE:
        return person.organisation or person.position_title
    if person.kind is PersonKind.STAFF:
        about = post_on_paper(person.position_title, person.subject)
    else:
        about = occupation(person.kind, "", "", person.school_class, "")
    return ", ".join(text for text in (school_name, about) if text)
