"""A road map as the base keeps it: items with their days, marks of execution, evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.deadlines import ReadingYear
from nastavnik_desktop.domain.road_maps.records import (
    Abbreviation,
    Approval,
    ManagementTeam,
    RoadMapLevel,
    SchoolModel,
)


class MarkStatus(StrEnum):
    """What the user wrote down about an occurrence; without a mark it is still to be done."""

    DONE = "done"
    MOVED = "moved"
    NOT_DONE = "not_done"


class OccurrenceState(StrEnum):
    """How an occurrence stands today."""

    DONE = "done"
    NOT_DONE = "not_done"
    OVERDUE = "overdue"
    DUE = "due"
    UNDATED = "undated"


STATE_WORDS = {
    OccurrenceState.DONE: "выполнено",
    OccurrenceState.NOT_DONE: "не выполнено",
    OccurrenceState.OVERDUE: "просрочено",
    OccurrenceState.DUE: "предстоит",
    OccurrenceState.UNDATED: "без даты",
}

LEVEL_WORDS = {
    RoadMapLevel.SCHOOL: "школа",
    RoadMapLevel.MUNICIPAL: "муниципалитет",
    RoadMapLevel.REGIONAL: "регион",
}


class EvidenceKind(StrEnum):
    """What shows that something was done."""

    FILE = "file"
    LINK = "link"
    DOCUMENT = "document"
    ORDER = "order"
    LIST = "list"


@dataclass(frozen=True)
class Evidence:
    """One piece of evidence; a file's content is asked for by ``evidence_id``.

    ``link`` is a path or address of a file outside the base, or the name of a list («mentors»).
    """

    kind: EvidenceKind
    title: str = ""
    number: str = ""
    dated_on: date | None = None
    link: str = ""
    order_id: int | None = None
    file_name: str = ""
    evidence_id: int = 0


@dataclass(frozen=True)
class OccurrenceKey:
    """Which occurrence: of an item, of one of its tasks (from zero), in a year of reading.

    Without ``due_on`` the matter has no day («постоянно», «по мере необходимости»).
    """

    item_id: int
    task: int
    year: int
    due_on: date | None


@dataclass(frozen=True)
class Mark:
    """What became of an occurrence."""

    status: MarkStatus
    done_on: date | None = None
    moved_to: date | None = None
    reason: str = ""
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    mark_id: int = 0


@dataclass(frozen=True)
class Occurrence:
    """Something to be done by a day, with who answers for it and what became of it."""

    key: OccurrenceKey
    number: str
    event: str
    responsible: str
    mark: Mark | None = None
    road_map_id: int = 0

    @property
    def due_on(self) -> date | None:
        """The day by which it is due now: the new one where it was moved."""
        if self.mark and self.mark.moved_to:
            return self.mark.moved_to
        return self.key.due_on

    def state_on(self, day: date) -> OccurrenceState:
        """How it stands on a day."""
        status = self.mark.status if self.mark else None
        if status is MarkStatus.DONE:
            return OccurrenceState.DONE
        if status is MarkStatus.NOT_DONE:
            return OccurrenceState.NOT_DONE
        if self.due_on is None:
            return OccurrenceState.UNDATED
        return OccurrenceState.OVERDUE if self.due_on < day else OccurrenceState.DUE

    def days_left(self, day: date) -> int | None:
        """Days until it is due, negative when overdue; None without a day."""
        return (self.due_on - day).days if self.due_on else None


@dataclass(frozen=True)
class ScheduledTask:
    """One deadline of an item as it was read: in words, with its days in the plan's period.

    ``years`` are the years of reading, in step with ``days``. ``is_understood`` is False where a
    part of the phrase was not read.
    """

    phrase: str
    responsible: str
    in_words: str
    days: tuple[date, ...] = ()
    years: tuple[int, ...] = ()
    doubts: tuple[str, ...] = ()
    is_understood: bool = True


@dataclass(frozen=True)
class KeptItem:
    """A row of a kept road map; ``item_id`` 0 is a new one.

    ``corrected_deadline`` is read in place of the phrase, which stays as written. ``fulfils_id``
    is the item of a higher road map that this one fulfils.
    """

    road_map_id: int
    item_id: int = 0
    position: int = 0
    sections: tuple[str, ...] = ()
    number: str = ""
    event: str = ""
    details: str = ""
    deadline: str = ""
    corrected_deadline: str = ""
    responsible: str = ""
    result: str = ""
    document: str = ""
    indicator: str = ""
    indicator_plan: tuple[tuple[int, float], ...] = ()
    indicator_fact: tuple[tuple[int, float], ...] = ()
    besides: tuple[tuple[str, str], ...] = ()
    fulfils_id: int | None = None
    tasks: tuple[ScheduledTask, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()

    @property
    def deadline_words(self) -> str:
        """The reading in words, a line for each task."""
        return "\n".join(task.in_words for task in self.tasks if task.in_words)

    @property
    def is_understood(self) -> bool:
        """Whether every deadline was read without a rest."""
        return all(task.is_understood for task in self.tasks)


@dataclass(frozen=True)
class RoadMapHead:
    """What a road map is: its level, title, years, blocks, lists, the order that approves it.

    ``is_self_numbered``: the program numbers the items, else the numbers stay as written.
    """

    level: RoadMapLevel
    title: str
    read_in: ReadingYear
    begins_on: date
    ends_on: date
    columns: tuple[str, ...] = ()
    approved_by: Approval | None = None
    agreed_by: Approval | None = None
    abbreviations: tuple[Abbreviation, ...] = ()
    schools: tuple[SchoolModel, ...] = ()
    management_teams: tuple[ManagementTeam, ...] = ()
    order_id: int | None = None
    source_name: str = ""
    road_map_id: int = 0
    is_self_numbered: bool = False

    @property
    def years(self) -> tuple[ReadingYear, ...]:
        """The years of reading that the plan covers, in order."""
        first = self.read_in
        while first.first_day > self.begins_on:
            first = first.moved(-1)
        years = []
        while first.first_day <= self.ends_on:
            if first.last_day >= self.begins_on:
                years.append(first)
            first = first.moved(1)
        return tuple(years)

    @property
    def years_label(self) -> str:
        """«2026/27», or «2021–2024» for several years."""
        labels = [year.label for year in self.years]
        return labels[0] if len(labels) == 1 else f"{labels[0]}\u00a0–\u00a0{labels[-1]}"

    def moved(self, years: int) -> RoadMapHead:
        """The head of a copy for so many years later: not approved, from no file."""
        return replace(
            self,
            road_map_id=0,
            read_in=self.read_in.moved(years),
            begins_on=_moved(self.begins_on, years),
            ends_on=_moved(self.ends_on, years),
            approved_by=None,
            agreed_by=None,
            order_id=None,
            source_name="",
        )


@dataclass(frozen=True)
class KeptRoadMap:
    """A road map with its items in order."""

    head: RoadMapHead
    items: tuple[KeptItem, ...]

    @property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """All occurrences of all items, those without a day last."""
        found = [one for item in self.items for one in item.occurrences]
        return tuple(sorted(found, key=lambda one: one.due_on or date.max))

    def item(self, item_id: int) -> KeptItem | None:
        """The item of a number, None when there is no such."""
        return next((item for item in self.items if item.item_id == item_id), None)


@dataclass(frozen=True)
class RoadMapRow:
    """A road map in the list of them, with figures of today."""

    head: RoadMapHead
    items_count: int
    done: int
    overdue: int
    due_soon: int


@dataclass(frozen=True)
class RoleFilling:
    """A role of road maps in a school year, and who fills it; 0 and empty when nobody does."""

    role: str
    person_id: int = 0
    person: str = ""


@dataclass(frozen=True)
class Load:
    """How much one responsible has to do: occurrences in all, in the fullest month, overdue."""

    responsible: str
    total: int
    overdue: int
    fullest_month: tuple[int, int] | None
    in_fullest_month: int

    @property
    def is_overloaded(self) -> bool:
        """Whether more than ``MOST_IN_A_MONTH`` fall into one month."""
        return self.in_fullest_month > MOST_IN_A_MONTH


MOST_IN_A_MONTH = 8


def _moved(day: date, years: int) -> date:
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year + years, day=28 if leap else day.day)
