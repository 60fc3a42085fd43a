"""Road maps that begin: from a shipped template, or as the copy of an earlier year's."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from db.engine import Base
from nastavnik_desktop.config.paths import resource_path
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.deadlines import ReadingYear
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.road_maps.kept import KeptItem, RoadMapHead
from nastavnik_desktop.domain.road_maps.new_year import (
    DEADLINE_WORDS,
    StaleYear,
    copied_item,
    moved_years,
)
from nastavnik_desktop.domain.road_maps.numbering import numbered
from nastavnik_desktop.domain.road_maps.records import RoadMapLevel
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.results import Saved
from nastavnik_desktop.services.road_map_schedule import scheduled
from nastavnik_desktop.services.road_maps import RoadMapService, kept_road_map

_TEMPLATES = ("pupils", "teachers")
_COLUMNS = ("number", "activity", "deadline", "responsible", "result")


@dataclass(frozen=True)
class RoadMapTemplate:
    """A shipped road map of a school: its code, what it is for, how many items it has."""

    code: str
    name: str
    items_count: int


@dataclass(frozen=True)
class CopiedRoadMap(Saved):
    """A copy for another year; ``stale`` are the texts that speak of an earlier one."""

    stale: tuple[StaleYear, ...] = ()


@dataclass(frozen=True)
class CopiedLine:
    """The deadline of an item in words: now and in the copy.

    ``is_moved``: the days are others; ``is_stale``: an earlier year stays in the phrase.
    """

    number: str
    event: str
    before: str
    after: str
    is_moved: bool
    is_stale: bool


@dataclass(frozen=True)
class CopyPlan:
    """A copy that is not made yet, its items with their deadlines, and what stays stale in it."""

    head: RoadMapHead
    items: tuple[KeptItem, ...]
    lines: tuple[CopiedLine, ...]
    stale: tuple[StaleYear, ...]


class RoadMapYearService:
    """Use cases that begin a road map."""

    def __init__(self, base: Base, road_maps: RoadMapService) -> None:
        self._base = base
        self._road_maps = road_maps

    def templates(self) -> list[RoadMapTemplate]:
        """The shipped road maps: of the pupils' (Р-145) and the teachers' model."""
        return [
            RoadMapTemplate(code, stored["name"], len(_items(stored)))
            for code, stored in ((code, _template(code)) for code in _TEMPLATES)
        ]

    def create_from_template(self, code: str, year: SchoolYear, school: str = "") -> Saved:
        """Make the school's own road map; ``school`` stands in the title."""
        if code not in _TEMPLATES:
            raise RuleViolation(f"Образца дорожной карты «{code}» нет.", "code")
        stored = _template(code)
        title = stored["title"].format(school=school or "школе", year=year.label)
        head = RoadMapHead(
            level=RoadMapLevel.SCHOOL,
            title=title,
            read_in=ReadingYear.of(year),
            begins_on=year.first_day,
            ends_on=year.last_day,
            columns=_COLUMNS,
        )
        return self._road_maps.create(head, _with_numbers(_items(stored)))

    def plan_copy(self, road_map_id: int, years: int = 1) -> CopyPlan:
        """What a copy for so many years later would be; nothing is written."""
        with self._base.reading() as session:
            kept = kept_road_map(session, road_map_id)
        moved = kept.head.moved(years)
        head = replace(moved, title=moved_years(moved.title, years))
        pairs = [copied_item(item, kept.head.read_in, years) for item in kept.items]
        stale = tuple(one for _, found in pairs for one in found)
        lines = (
            _copied_line(item, copied, head, found)
            for item, (copied, found) in zip(kept.items, pairs, strict=True)
        )
        return CopyPlan(head, tuple(item for item, _ in pairs), tuple(lines), stale)

    def copy(self, road_map_id: int, years: int = 1) -> CopiedRoadMap:
        """Copy a road map for so many years later, without marks, approval and facts."""
        plan = self.plan_copy(road_map_id, years)
        saved = self._road_maps.create(plan.head, plan.items)
        message = f"Дорожная карта скопирована на {plan.head.years_label}"
        return CopiedRoadMap(message, Changes.ROAD_MAPS, saved.record_id, plan.stale)


def _copied_line(
    item: KeptItem, copied: KeptItem, head: RoadMapHead, stale: Sequence[StaleYear]
) -> CopiedLine:
    phrase = copied.corrected_deadline or copied.deadline
    tasks = scheduled(phrase, copied.responsible, head.read_in, head.years)
    before = item.deadline_words or item.deadline
    after = "\n".join(task.in_words for task in tasks if task.in_words) or copied.deadline
    days_before = [task.days for task in item.tasks]
    is_moved = before != after or days_before != [task.days for task in tasks]
    is_stale = any(one.field == DEADLINE_WORDS for one in stale)
    return CopiedLine(item.number, item.event, before, after, is_moved, is_stale)


def _template(code: str) -> dict[str, Any]:
    path = resource_path("templates", "road_maps", f"{code}.json")
    stored: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return stored


def _items(stored: dict[str, Any]) -> list[KeptItem]:
    return [
        KeptItem(
            road_map_id=0,
            sections=(section["title"],),
            event=event,
            deadline=deadline,
            responsible=responsible,
            result=result,
        )
        for section in stored["sections"]
        for event, deadline, responsible, result in section["items"]
    ]


def _with_numbers(items: Sequence[KeptItem]) -> list[KeptItem]:
    numbers = numbered([item.sections for item in items])
    return [replace(item, number=number) for item, number in zip(items, numbers, strict=True)]
