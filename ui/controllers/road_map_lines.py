"""A road map made ready for the page, on the worker: its lines with their state and their bars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from nastavnik_desktop.domain.deadlines import DeadlineReading, ReadingYear, read_deadline
from nastavnik_desktop.domain.road_maps.findings import Finding, bare
from nastavnik_desktop.domain.road_maps.kept import KeptItem, KeptRoadMap, RoadMapHead
from nastavnik_desktop.domain.road_maps.standing import (
    SOON_DAYS,
    first_day_of,
    notes_of,
    occurrences_between,
    plan_days,
    standing_of,
)
from nastavnik_desktop.domain.road_maps.ties import RoadMapTies
from nastavnik_desktop.domain.school_year import SchoolYear
from ui.item_models.road_map import PlanLine, tone_of
from ui.widgets.dated_mark import DatedMark

NO_TIES = RoadMapTies()
"""Of a road map that stands alone."""


@dataclass(frozen=True)
class Plan:
    """What the page shows; without ``kept`` there is no road map at all."""

    heads: tuple[RoadMapHead, ...]
    kept: KeptRoadMap | None
    lines: tuple[PlanLine, ...]
    year: SchoolYear
    today: date
    ties: RoadMapTies = NO_TIES

    @property
    def indicator_years(self) -> tuple[int, ...]:
        """Calendar years of the plan, for the values of indicators."""
        head = self.kept.head if self.kept else None
        return tuple(range(head.begins_on.year, head.ends_on.year + 1)) if head else ()


def chosen_head(
    heads: Sequence[RoadMapHead], wanted_id: int | None, year: SchoolYear
) -> RoadMapHead | None:
    """The road map that was chosen, else the first of the year, else the newest."""
    for head in heads:
        if head.road_map_id == wanted_id:
            return head
    first, last = year.first_day, year.last_day
    of_year = (head for head in heads if head.begins_on <= last and head.ends_on >= first)
    return next(of_year, heads[0] if heads else None)


def plan_of(
    heads: Sequence[RoadMapHead],
    kept: KeptRoadMap | None,
    year: SchoolYear,
    today: date,
    ties: RoadMapTies = NO_TIES,
) -> Plan:
    """The lines of a road map in a year, not checked yet."""
    items = kept.items if kept else ()
    read_in = kept.head.read_in if kept else ReadingYear.of(year)
    lines = tuple(
        PlanLine(
            item,
            standing_of(item, year, today),
            tuple(notes_of(item, ())),
            tuple(_marks(item, read_in, year, today)),
            ties.fulfils.get(item.item_id),
            ties.fulfilled_by.get(item.item_id, ()),
            item.item_id in ties.mine,
        )
        for item in items
    )
    return Plan(tuple(heads), kept, lines, year, today, ties)


def checked(plan: Plan, findings: Sequence[Finding]) -> Plan:
    """The same with the findings of the check as notes of their items."""
    by_number: dict[str, list[Finding]] = {}
    for one in findings:
        by_number.setdefault(bare(one.number), []).append(one)
    by_number.pop("", None)
    lines = (
        replace(line, notes=tuple(notes_of(line.item, by_number.get(bare(line.item.number), ()))))
        for line in plan.lines
    )
    return replace(plan, lines=tuple(lines))


def _marks(
    item: KeptItem, read_in: ReadingYear, year: SchoolYear, today: date
) -> Iterator[DatedMark]:
    readings = [_reading(task.phrase, read_in) for task in item.tasks]
    title = f"{item.number} {item.event}".strip()
    for one in occurrences_between(item, *plan_days(year)):
        if one.due_on is None or one.key.due_on is None:
            continue
        reading = readings[one.key.task]
        is_moved = one.due_on != one.key.due_on
        start = one.due_on if is_moved else first_day_of(reading, one.due_on)
        state, left = one.state_on(today), one.days_left(today)
        is_soon = left is not None and 0 <= left <= SOON_DAYS and not one.mark
        tone = tone_of(state, is_soon=is_soon)
        yield DatedMark(item.item_id, title, start, one.due_on, tone, one.responsible)


@lru_cache(maxsize=4096)
def _reading(phrase: str, read_in: ReadingYear) -> DeadlineReading:
    """Phrases of a plan repeat, and a page reads them again after each step."""
    return read_deadline(phrase, read_in)
