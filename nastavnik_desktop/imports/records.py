"""What a file was understood to say: typed rows, skipped rows, problems, and the whole reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.imports.kinds import Kind
from nastavnik_desktop.imports.values.dates import YearMonth
from nastavnik_desktop.imports.values.posts import Post

DayOrMonth = date | YearMonth


@dataclass(frozen=True)
class ReadRepresentative:
    """A parent or guardian as a cell of contacts names him."""

    relation: str = ""
    name: str = ""
    phone: str = ""


@dataclass(frozen=True)
class MentionedPerson:
    """A person named in a row of another person: the mentor, a mentee, a member of a pair."""

    last_name: str = ""
    first_name: str = ""
    patronymic: str = ""
    initials: str = ""
    former_last_name: str = ""
    school_class: str = ""
    position: str = ""
    subject: str = ""
    positions: tuple[Post, ...] = ()
    category: str = ""
    category_date: DayOrMonth | None = None
    category_year: int | None = None
    experience_years: int | None = None
    experience_since: int | None = None
    experience_total_years: int | None = None
    status: str = ""
    birth_date: date | None = None
    birth_year: int | None = None
    phone: str = ""
    email: str = ""
    workplace: str = ""
    note: str = ""


@dataclass(frozen=True)
class ReadPerson:
    """A row about one person; empty text, None and () mean that the file says nothing.

    ``row`` is the number that the user sees, ``sheet`` the sheet or the number of the table.
    The fields from ``sex`` on are imported besides those of the preview. ``other_parent`` is the
    text of a second parent, ``category_note`` a category besides the usual four. ``kind`` is that
    of the table in which the row stands: tables of one file may be of several kinds.
    """

    row: int
    sheet: str = ""
    section: str = ""
    last_name: str = ""
    first_name: str = ""
    patronymic: str = ""
    initials: str = ""
    former_last_name: str = ""
    birth_date: date | None = None
    birth_year: int | None = None
    school_class: str = ""
    position: str = ""
    subject: str = ""
    positions: tuple[Post, ...] = ()
    workplace: str = ""
    category: str = ""
    category_date: DayOrMonth | None = None
    category_year: int | None = None
    experience_years: int | None = None
    experience_since: int | None = None
    experience_total_years: int | None = None
    status: str = ""
    phone: str = ""
    phones: tuple[str, ...] = ()
    email: str = ""
    representative: ReadRepresentative | None = None
    parent_name: str = ""
    parent_relation: str = ""
    parent_phone: str = ""
    requests: tuple[str, ...] = ()
    competences: tuple[str, ...] = ()
    achievements: str = ""
    interests: str = ""
    mentee_age: str = ""
    time_resource: str = ""
    capacity: int | None = None
    start: DayOrMonth | None = None
    end: DayOrMonth | None = None
    form: str = ""
    mentor: MentionedPerson | None = None
    mentees: tuple[MentionedPerson, ...] = ()
    mentor_workplace: str = ""
    mentee_workplace: str = ""
    results: str = ""
    link: str = ""
    order: str = ""
    completed: bool | None = None
    consent: bool | None = None
    is_mentor: bool | None = None
    group: str = ""
    end_reason: str = ""
    note: str = ""
    sex: str = ""
    education: str = ""
    address: str = ""
    age: str = ""
    other_parent: str = ""
    category_note: str = ""
    experience_total_since: int | None = None
    hired_on: date | None = None
    kind: Kind | None = None


@dataclass(frozen=True)
class ReadPair:
    """A block of a list of pairs: a mentor with all mentees beside."""

    row: int
    sheet: str = ""
    mentor: MentionedPerson | None = None
    mentees: tuple[MentionedPerson, ...] = ()
    form: str = ""
    start: DayOrMonth | None = None
    end: DayOrMonth | None = None
    order: str = ""
    group: str = ""
    status: str = ""
    end_reason: str = ""
    requests: tuple[str, ...] = ()
    mentor_workplace: str = ""
    mentee_workplace: str = ""
    results: str = ""
    link: str = ""
    completed: bool | None = None
    note: str = ""
    consent: bool | None = None


ReadRow = ReadPerson | ReadPair


@dataclass(frozen=True)
class RowProblem:
    """A finding in a row; ``column`` is the letter of its cell when the finding has one."""

    row: int | None
    code: str
    message: str
    level: Level = Level.WARNING
    field: str = ""
    sheet: str = ""
    column: str = ""

    @property
    def address(self) -> str:
        """The address by which the user finds it: «Кадры, K33», «строка 5»."""
        if self.row is None:
            return self.sheet
        cell = f"{self.column}{self.row}" if self.column else f"строка {self.row}"
        return f"{self.sheet}, {cell}" if self.sheet else cell


@dataclass(frozen=True)
class SkippedRow:
    """A row that is not a person, with the reason in Russian; ``row`` is None for a whole table."""

    row: int | None
    reason: str
    sheet: str = ""


@dataclass(frozen=True)
class ReadColumn:
    """A column as the preview shows it: its letter (number in Word), header and meaning.

    ``key`` and ``shape`` are the names under which a user's own choice of the meaning is kept.
    """

    column: str
    header: str
    meaning: str
    sheet: str = ""
    key: str = ""
    shape: str = ""
    kind: Kind | None = None


@dataclass(frozen=True)
class OrderMention:
    """The order that the document itself is."""

    number: str
    date: date | None = None
    title: str = ""


@dataclass(frozen=True)
class FileReading:
    """Everything that was understood of a file.

    ``place_key`` tells how the user names a place: «sheet» in a workbook, «table» in a Word
    document, nothing in a CSV file.
    """

    file: str
    kind: Kind
    place_key: str = "sheet"
    columns: tuple[ReadColumn, ...] = ()
    rows: tuple[ReadRow, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    problems: tuple[RowProblem, ...] = ()
    header_rows: dict[str, tuple[int, ...]] = field(default_factory=dict)
    organisation: str = ""
    school_year: str = ""
    as_of: date | None = None
    order: OrderMention | None = None
    notices: tuple[str, ...] = ()

    def kind_of(self, row: ReadPerson) -> Kind:
        """What the list is in which a row stands; tables of one file may be of several kinds."""
        return row.kind or self.kind

    @property
    def kinds(self) -> frozenset[Kind]:
        """What the lists of the file are."""
        return frozenset(
            Kind.PAIRS if isinstance(row, ReadPair) else self.kind_of(row) for row in self.rows
        )

    @property
    def people(self) -> tuple[ReadPerson, ...]:
        """Rows about single people."""
        return tuple(row for row in self.rows if isinstance(row, ReadPerson))

    @property
    def pairs(self) -> tuple[ReadPair, ...]:
        """Rows about pairs and groups."""
        return tuple(row for row in self.rows if isinstance(row, ReadPair))

    @property
    def everybody(self) -> Iterator[ReadPerson | MentionedPerson]:
        """People of the rows and those whom the rows mention."""
        for row in self.rows:
            if isinstance(row, ReadPerson):
                yield row
            if row.mentor:
                yield row.mentor
            yield from row.mentees

    @property
    def counts(self) -> dict[str, Any]:
        """Numbers of rows, people, couples and pupils by class."""
        counts: dict[str, Any] = {"rows": len(self.rows)}
        if self.kind is Kind.PAIRS:
            counts["pairs"] = sum(len(pair.mentees) for pair in self.pairs if pair.mentor)
        people = {(p.last_name, p.first_name, p.patronymic, p.birth_date) for p in self.people}
        if self.kind is Kind.MENTORS and len(people) < len(self.people):
            counts["people"] = len(people)
        if self.kind is Kind.STUDENTS:
            by_class = Counter(person.school_class for person in self.people if person.school_class)
            counts["by_class"] = dict(sorted(by_class.items()))
        return counts
