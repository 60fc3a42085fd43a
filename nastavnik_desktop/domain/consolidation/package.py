"""The package of a school (посылка): frozen figures, its model and team, and people by choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from nastavnik_desktop.domain.consolidation.schools import SchoolKind
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import LONGEST_LINE, Level, Problem, too_long
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics.observations import Counts
from nastavnik_desktop.domain.statistics.report import Cell, FormReport

SHORTEST_PASSWORD = 8
CORRECTED = "исправлено в школе"
TEAM_ROLES = (
    "В качестве наставников: научно-методическая поддержка наставляемых",
    "В качестве наставляемых: новый опыт и новые компетенции",
    "Не участвует",
)
"""Roles of a school's management team, as lists of municipal road maps name them."""


class Verdict(StrEnum):
    """What the municipality said of a package."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    RETURNED = "returned"

    @property
    def label(self) -> str:
        """As lists show it."""
        return {"waiting": "на проверке", "accepted": "принята", "returned": "возвращена"}[self]


@dataclass(frozen=True)
class SchoolCard:
    """Who sends: names, ИНН, type, model of mentoring, role of the management team."""

    name: str
    full_name: str = ""
    inn: str = ""
    kind: SchoolKind = SchoolKind.SECONDARY
    mentoring_model: str = ""
    team_role: str = ""


@dataclass(frozen=True)
class ModelLine:
    """A form of mentoring in a school with its pairs and people on the date."""

    title: str
    pairings: int
    mentors: int
    mentees: int


@dataclass(frozen=True)
class RoadMapExecution:
    """How far the school's road map is carried out."""

    title: str
    items: int
    done: int
    overdue: int


@dataclass(frozen=True)
class PackagePerson:
    """A person whom a package carries; ``occupation`` is a post or a class."""

    name: FullName
    kind: str
    birth_date: date | None = None
    birth_year: int | None = None
    occupation: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Package:
    """All that a school sends at once; ``uid`` tells packages apart, ``made_at`` orders them.

    ``team`` and ``people`` hold names: both are empty unless the sender chose to send people.
    """

    uid: str
    made_at: datetime
    as_of: date
    school: SchoolCard
    forms: tuple[FormReport, ...]
    models: tuple[ModelLine, ...] = ()
    team: tuple[str, ...] = ()
    road_map: RoadMapExecution | None = None
    people: tuple[PackagePerson, ...] = ()
    note: str = ""

    @property
    def year(self) -> SchoolYear:
        """The school year of the figures: a school has one package in it."""
        return SchoolYear.of(self.as_of)

    @property
    def errors(self) -> tuple[str, ...]:
        """Broken rules that the school saw and sent nevertheless."""
        return self._problems(Level.ERROR)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the checks of the school doubted."""
        return self._problems(Level.WARNING)

    @property
    def carries(self) -> tuple[str, ...]:
        """What is inside, a line for each part, as it is told before and after sending."""
        titles = ", ".join(f"«{report.form.short_title}»" for report in self.forms)
        lines = [f"Показатели на {short_date(self.as_of)}: {titles}"]
        if self.models:
            forms = counted(len(self.models), "форма", "формы", "форм")
            lines.append(f"Модели наставничества: {forms}")
        if self.school.team_role:
            lines.append(f"Управленческая команда: {self.school.team_role}")
        if self.road_map is not None:
            done = f"{self.road_map.done} из {self.road_map.items}"
            lines.append(f"Выполнение дорожной карты: {done}")
        people = counted(len(self.people), "человек", "человека", "человек")
        lines.append(f"Сведения о людях: {people}" if self.people else "Сведений о людях нет")
        return tuple(lines)

    def _problems(self, level: Level) -> tuple[str, ...]:
        return tuple(
            f"{report.form.short_title}. {problem.message}"
            for report in self.forms
            for problem in report.problems
            if problem.level is level
        )


@dataclass(frozen=True)
class Remarks:
    """The municipality's answer to one package, as its file carries it."""

    uid: str
    school: str
    as_of: date
    answered_on: date
    verdict: Verdict
    lines: tuple[str, ...] = ()
    sender: str = ""


@dataclass(frozen=True)
class PackageDraft:
    """A sending as its dialog edits it; ``forms`` are codes."""

    as_of: date | None = None
    forms: tuple[str, ...] = ()
    kind: SchoolKind = SchoolKind.SECONDARY
    mentoring_model: str = ""
    team_role: str = ""
    recipient: str = ""
    with_people: bool = False
    password: str = ""
    password_again: str = ""
    note: str = ""


def problems_in(draft: PackageDraft) -> list[Problem]:
    """What keeps a package from being made."""
    found = [
        *too_long("mentoring_model", draft.mentoring_model, LONGEST_LINE),
        *too_long("team_role", draft.team_role, LONGEST_LINE),
        *too_long("recipient", draft.recipient, 300),
        *too_long("note", draft.note, LONGEST_LINE),
    ]
    if draft.as_of is None:
        found.append(Problem("as_of", "Укажите дату, на которую считаются показатели."))
    if not draft.forms:
        found.append(Problem("forms", "Выберите хотя бы одну форму."))
    return found + problems_in_password(draft)


def problems_in_password(draft: PackageDraft) -> list[Problem]:
    """People go only behind a password; a password is typed twice."""
    if draft.with_people and not draft.password:
        message = "Сведения о людях отправляются только с паролем."
        return [Problem("password", message)]
    if draft.password and len(draft.password) < SHORTEST_PASSWORD:
        signs = counted(SHORTEST_PASSWORD, "знак", "знака", "знаков")
        return [Problem("password", f"Слишком короткий пароль: нужно не меньше {signs}.")]
    if draft.password != draft.password_again:
        return [Problem("password_again", "Пароли не совпадают.")]
    return []


def bare(report: FormReport) -> FormReport:
    """A report without anybody behind its figures: numbers, headings and rules alone."""
    return replace(
        report,
        cells={address: _bare_cell(cell) for address, cell in report.cells.items()},
        problems=tuple(replace(problem, ids=()) for problem in report.problems),
        titles=_NOBODY,
    )


_NOBODY: Mapping[Counts, Mapping[int, str]] = {}


def _bare_cell(cell: Cell) -> Cell:
    """The reason of a correction is free text, in which a name may stand: it stays at home."""
    correction = cell.correction
    if correction is not None:
        correction = replace(correction, reason=CORRECTED)
    return replace(cell, ids=(), reasons={}, correction=correction)


@dataclass(frozen=True)
class SentRow:
    """A package in the school's list of sendings, with the answer to it."""

    sent_id: int
    uid: str
    as_of: date
    made_on: date
    recipient: str
    verdict: Verdict = Verdict.WAITING
    remarks: tuple[str, ...] = field(default=())
    answered_on: date | None = None
