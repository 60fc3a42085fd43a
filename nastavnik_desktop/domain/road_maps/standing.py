"""How an item of a road map stands on a day: the occurrence that matters now, its words, notes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.deadlines import DeadlineReading, Frequency, Kind
from nastavnik_desktop.domain.deadlines.years import day_of
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.road_maps.findings import Finding, FindingCode, bare
from nastavnik_desktop.domain.road_maps.kept import KeptItem, Occurrence, OccurrenceState
from nastavnik_desktop.domain.school_year import SchoolYear

SOON_DAYS = 14
"""«Ближайшие 14 дней»."""
_FIRST_MONTH_OF_PREPARATION = 8
_DAYS_SPOKEN = 60
_OPEN = (OccurrenceState.OVERDUE, OccurrenceState.DUE)


@dataclass(frozen=True)
class Standing:
    """The occurrence that matters now (None: the item has none in the year), and its state."""

    occurrence: Occurrence | None
    state: OccurrenceState
    days_left: int | None = None

    @property
    def is_soon(self) -> bool:
        """Whether it is due within ``SOON_DAYS``."""
        left = self.days_left
        return self.state is OccurrenceState.DUE and left is not None and left <= SOON_DAYS

    @property
    def words(self) -> str:
        """«осталось 3 дня», «просрочено на 5 дней», «выполнено», «25.12.2026»."""
        left = self.days_left
        if self.state is OccurrenceState.OVERDUE and left is not None:
            return f"просрочено на {counted(-left, 'день', 'дня', 'дней')}"
        if self.state is OccurrenceState.DUE and left is not None:
            return self._ahead(left)
        done = {OccurrenceState.DONE: "выполнено", OccurrenceState.NOT_DONE: "не выполнено"}
        return done.get(self.state, "без даты")

    def _ahead(self, left: int) -> str:
        if left == 0:
            return "сегодня"
        if left > _DAYS_SPOKEN and self.occurrence is not None:
            return short_date(self.occurrence.due_on)
        days = counted(left, "день", "дня", "дней")
        return f"осталось {days}" if left <= SOON_DAYS else days


def plan_days(year: SchoolYear) -> tuple[date, date]:
    """The twelve months of a plan's year: August is preparation, so the next one is not in it."""
    return date(year.start, _FIRST_MONTH_OF_PREPARATION, 1), date(year.start + 1, 7, 31)


def occurrences_between(item: KeptItem, first: date, last: date) -> list[Occurrence]:
    """Occurrences that are due in these days, those without a day too."""
    return [one for one in item.occurrences if one.due_on is None or first <= one.due_on <= last]


def standing_of(item: KeptItem, year: SchoolYear, today: date) -> Standing:
    """The first occurrence of the year that is open; when all are closed, the last of them."""
    found = occurrences_between(item, *plan_days(year))
    dated = sorted((one for one in found if one.due_on), key=lambda one: one.due_on or date.max)
    opened = (one for one in dated if one.state_on(today) in _OPEN)
    last = dated[-1] if dated else None
    undated = next((one for one in found if one.due_on is None), None)
    chosen = next(opened, last) or undated
    if chosen is None:
        return Standing(None, OccurrenceState.UNDATED)
    return Standing(chosen, chosen.state_on(today), chosen.days_left(today))


def notes_of(item: KeptItem, findings: Collection[Finding]) -> Iterator[str]:
    """What deserves a second look: findings about the item's number, doubts of its deadlines."""
    number = bare(item.number)
    yield from dict.fromkeys(one.what for one in findings if number and bare(one.number) == number)
    is_told = any(one.code is FindingCode.UNKNOWN_DEADLINE for one in findings)
    for task in item.tasks:
        if task.phrase and not task.is_understood and not is_told:
            yield f"Из слов «{task.phrase}» не видно, к какому дню: исправьте прочтение."
        yield from task.doubts


def first_day_of(reading: DeadlineReading, due: date) -> date:
    """The day from which something is done that is due on ``due``; ``due`` where none is said."""
    if reading.kind is Kind.PERIOD and reading.end == due and reading.start:
        return reading.start
    rule = reading.recurrence
    if reading.kind is not Kind.RECURRING or rule is None:
        return due
    if rule.frequency is not Frequency.YEARLY or rule.month is None:
        return due
    if rule.month_from is None:
        return due if rule.day is not None else due.replace(day=1)
    year = due.year if rule.month_from <= due.month else due.year - 1
    return day_of(year, rule.month_from, rule.day_from or 1)
