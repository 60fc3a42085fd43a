"""The tasks of an item with their days in the period of its plan, as they are kept with the row."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from nastavnik_desktop.domain.deadlines import DeadlineReading, Kind, ReadingYear
from nastavnik_desktop.domain.road_maps.kept import (
    Mark,
    Occurrence,
    OccurrenceKey,
    ScheduledTask,
)
from nastavnik_desktop.imports.road_maps.tasks import tasks_of

_ONCE = frozenset((Kind.DATE, Kind.DEADLINE, Kind.PERIOD))


def scheduled(
    deadline: str, responsible: str, read_in: ReadingYear, years: tuple[ReadingYear, ...]
) -> tuple[ScheduledTask, ...]:
    """The tasks of a cell; each day stands with the year of reading in which it was found."""
    return tuple(
        _task(one.phrase, one.responsible, one.reading, years)
        for one in tasks_of(deadline, responsible, read_in)
    )


def _task(
    phrase: str, responsible: str, reading: DeadlineReading, years: tuple[ReadingYear, ...]
) -> ScheduledTask:
    found = list(_days(reading, years))
    return ScheduledTask(
        phrase=phrase,
        responsible=responsible,
        in_words=reading.in_words(),
        days=tuple(day for day, _ in found),
        years=tuple(year for _, year in found),
        doubts=reading.doubts,
        is_understood=not reading.not_understood and bool(reading.kind is not Kind.UNDEFINED),
    )


def _days(reading: DeadlineReading, years: tuple[ReadingYear, ...]) -> Iterator[tuple[date, int]]:
    """Days of a reading; one that is due once keeps its day even outside the plan's years."""
    if reading.kind in _ONCE and reading.end is not None and reading.recurrence is None:
        inside = next((year for year in years if reading.end in year), reading.year)
        yield reading.end, inside.start
        return
    for year in years:
        for day in reading.occurrences_in(year) or ():
            yield day, year.start


def schedule_json(tasks: tuple[ScheduledTask, ...]) -> dict[str, Any]:
    """Tasks as they are stored with an item."""
    return {
        "tasks": [
            {
                "phrase": task.phrase,
                "responsible": task.responsible,
                "in_words": task.in_words,
                "days": [day.isoformat() for day in task.days],
                "years": list(task.years),
                "doubts": list(task.doubts),
                "is_understood": task.is_understood,
            }
            for task in tasks
        ]
    }


def schedule_of(stored: dict[str, Any]) -> tuple[ScheduledTask, ...]:
    """Tasks out of what is stored."""
    return tuple(
        ScheduledTask(
            phrase=one["phrase"],
            responsible=one["responsible"],
            in_words=one["in_words"],
            days=tuple(date.fromisoformat(day) for day in one["days"]),
            years=tuple(one["years"]),
            doubts=tuple(one["doubts"]),
            is_understood=one["is_understood"],
        )
        for one in stored.get("tasks", ())
    )


def occurrence_keys(
    item_id: int, tasks: tuple[ScheduledTask, ...], years: tuple[ReadingYear, ...]
) -> Iterator[OccurrenceKey]:
    """What is to be done: every day of every task; once a year where no day can be named."""
    for number, task in enumerate(tasks or (ScheduledTask("", "", ""),)):
        for day, year in zip(task.days, task.years, strict=True):
            yield OccurrenceKey(item_id, number, year, day)
        if not task.days:
            for one in years:
                yield OccurrenceKey(item_id, number, one.start, None)


def moved_keys(
    before: Collection[OccurrenceKey], now: Collection[OccurrenceKey]
) -> dict[OccurrenceKey, OccurrenceKey]:
    """Which occurrence became which when an item got other days; nothing where it is a guess.

    As many days as before, all of them new, are the same occurrences by other days.
    """
    is_told = len(before) == len(now) and not set(before) & set(now)
    return dict(zip(before, now, strict=True)) if is_told else {}


def occurrence(
    key: OccurrenceKey,
    tasks: tuple[ScheduledTask, ...],
    texts: tuple[str, str, str],
    mark: Mark | None,
    road_map_id: int,
) -> Occurrence:
    """An occurrence; ``texts`` are number, event and the responsible of the whole item."""
    number, event, responsible = texts
    own = tasks[key.task].responsible if key.task < len(tasks) else ""
    return Occurrence(key, number, event, own or responsible, mark, road_map_id)
