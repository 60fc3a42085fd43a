"""Packages as a municipality keeps them, and what is to be done with one that has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from nastavnik_desktop.domain.consolidation.package import Package, RoadMapExecution, Verdict
from nastavnik_desktop.domain.consolidation.schools import MunicipalSchool
from nastavnik_desktop.domain.problems import LONGEST_TEXT, Problem, too_long
from nastavnik_desktop.domain.school_year import SchoolYear


@dataclass(frozen=True)
class ReceivedPackage:
    """A package in the base; ``errors`` and ``warnings`` are what the school's own checks said."""

    package_id: int
    school_id: int
    uid: str
    as_of: date
    made_at: datetime
    received_at: datetime
    verdict: Verdict = Verdict.WAITING
    remarks: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    models: tuple[str, ...] = ()
    road_map: RoadMapExecution | None = None
    people: int = 0
    takes_part: bool = False
    note: str = ""


class Standing(StrEnum):
    """How a school of the list stands in a school year."""

    MISSING = "missing"
    WAITING = "waiting"
    ACCEPTED = "accepted"
    RETURNED = "returned"

    @property
    def label(self) -> str:
        """As the list shows it."""
        return {
            "missing": "не прислала",
            "waiting": "на проверке",
            "accepted": "принята",
            "returned": "возвращена",
        }[self.value]


@dataclass(frozen=True)
class SchoolRow:
    """A school of the list with its package of a school year, if it has come."""

    school: MunicipalSchool
    package: ReceivedPackage | None = None

    @property
    def school_id(self) -> int:
        """The number of the school in the base."""
        return self.school.school_id or 0

    @property
    def standing(self) -> Standing:
        """Whether it has sent, and what was said of it."""
        return Standing(self.package.verdict.value) if self.package else Standing.MISSING


class Arrival(StrEnum):
    """What a package that has come is beside the one in the base."""

    NEW = "new"
    SAME = "same"
    NEWER = "newer"
    OLDER = "older"

    @property
    def label(self) -> str:
        """As the report on packages tells it."""
        return {
            "new": "принята в свод",
            "same": "уже есть: ничего не изменилось",
            "newer": "новее той, что есть",
            "older": "старее той, что есть: не взята",
        }[self.value]


def arrival_of(package: Package, known: ReceivedPackage | None) -> Arrival:
    """Whether a package is new, the same again, newer or older than the one of its year."""
    if known is None:
        return Arrival.NEW
    if package.uid == known.uid:
        return Arrival.SAME
    return Arrival.NEWER if package.made_at > known.made_at else Arrival.OLDER


@dataclass(frozen=True)
class Incoming:
    """A file that was opened: its package, the school it is of, and what to do with it."""

    file: str
    package: Package
    school: MunicipalSchool | None
    arrival: Arrival

    @property
    def year(self) -> SchoolYear:
        """The school year into which it goes."""
        return self.package.year


@dataclass(frozen=True)
class Refused:
    """A file that was not opened, and why; ``needs_password`` when a password would help."""

    file: str
    reason: str
    needs_password: bool = False


@dataclass(frozen=True)
class Opened:
    """What the files of one drop turned out to be."""

    incoming: tuple[Incoming, ...] = ()
    refused: tuple[Refused, ...] = ()

    def of(self, *arrivals: Arrival) -> list[Incoming]:
        """The packages of some kinds."""
        return [one for one in self.incoming if one.arrival in arrivals]


@dataclass(frozen=True)
class VerdictDraft:
    """An answer to a package as its dialog edits it: one remark a line."""

    verdict: Verdict = Verdict.ACCEPTED
    text: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The remarks, blank lines left out."""
        return tuple(line.strip() for line in self.text.splitlines() if line.strip())


def problems_in(draft: VerdictDraft) -> list[Problem]:
    """A returned package needs a word of why."""
    found = too_long("text", draft.text, LONGEST_TEXT)
    if draft.verdict is Verdict.RETURNED and not draft.lines:
        message = "Напишите, что нужно исправить: школа получит это в файле замечаний."
        found.append(Problem("text", message))
    return found


def expected_and_sent(rows: Sequence[SchoolRow]) -> tuple[int, int]:
    """How many schools are expected, and how many of these have sent."""
    expected = [row for row in rows if row.school.is_expected]
    return len(expected), sum(row.package is not None for row in expected)
