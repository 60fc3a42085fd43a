"""A road map as it was read from a file: its items, its year, its blocks of approval, its lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.deadlines import DeadlineReading, ReadingYear
from nastavnik_desktop.domain.school_year import SchoolYear


class RoadMapLevel(StrEnum):
    """Whose road map it is."""

    SCHOOL = "school"
    MUNICIPAL = "municipal"
    REGIONAL = "regional"


@dataclass(frozen=True)
class Approval:
    """A block of approval or agreement: the day and number of the order or protocol, its words."""

    day: date | None = None
    number: str = ""
    text: str = ""

    @property
    def is_dated(self) -> bool:
        """Whether the block names a day or a number at all."""
        return bool(self.day or self.number)


@dataclass(frozen=True)
class Abbreviation:
    """A short form from the list above the table, and what it stands for."""

    short: str
    meaning: str


@dataclass(frozen=True)
class SchoolModel:
    """A line of the list of schools: its name and the mentoring model it works by."""

    name: str
    model: str


@dataclass(frozen=True)
class ManagementTeam:
    """A line of the list of management teams: the school and in what role its team takes part."""

    name: str
    role: str


@dataclass(frozen=True)
class DatedTask:
    """One deadline of an item with those who answer for it; a cell may hold several."""

    phrase: str
    responsible: str
    reading: DeadlineReading


@dataclass(frozen=True)
class ReadItem:
    """One row of the table; texts as written, with runs of blanks made one.

    ``sections`` are titles from the outermost inwards. ``details`` is the column «Содержание
    деятельности», ``besides`` other columns by their meaning (``place``, ``participants``,
    ``note`` …). ``deadline_read`` is the reading of the whole cell, ``tasks`` of its parts.
    ``people`` are names in the cell of those responsible, as written. ``place`` says where the row
    stands («таблица 1, строка 5»).
    """

    sections: tuple[str, ...] = ()
    number: str = ""
    event: str = ""
    details: str = ""
    deadline: str = ""
    responsible: str = ""
    result: str = ""
    document: str = ""
    indicator: str = ""
    indicator_by_year: tuple[tuple[int, float], ...] = ()
    besides: tuple[tuple[str, str], ...] = ()
    deadline_read: DeadlineReading | None = None
    tasks: tuple[DatedTask, ...] = ()
    people: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True)
class SkippedLine:
    """A row of the table that is no item, and why."""

    place: str
    text: str
    reason: str


@dataclass(frozen=True)
class RoadMapReading:
    """Everything that a file with a road map says.

    Of ``school_year``, ``year`` (a calendar year) and ``period`` (first and last day) at most one
    is filled. ``read_in`` is the year in which deadlines without a year were read. ``columns`` are
    the meanings of the columns of the table, so that an empty column can be told from a missing
    one; ``title`` is the heading of the road map.
    """

    file: str
    items: tuple[ReadItem, ...]
    columns: tuple[str, ...]
    read_in: ReadingYear
    level: RoadMapLevel
    title: str = ""
    school_year: SchoolYear | None = None
    year: int | None = None
    period: tuple[date, date] | None = None
    approved_by: Approval | None = None
    agreed_by: Approval | None = None
    abbreviations: tuple[Abbreviation, ...] = ()
    schools: tuple[SchoolModel, ...] = ()
    management_teams: tuple[ManagementTeam, ...] = ()
    skipped: tuple[SkippedLine, ...] = ()
    notices: tuple[str, ...] = ()

    @property
    def first_day(self) -> date:
        """The day on which the plan begins; by the year of reading where the file names none."""
        if self.period:
            return self.period[0]
        return self.read_in.first_day

    @property
    def last_day(self) -> date:
        """The day on which the plan ends."""
        if self.period:
            return self.period[1]
        return self.read_in.last_day
