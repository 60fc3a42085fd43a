"""Road maps that begin: from a shipped template, or as the copy of an earlier year's."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from db.engine import Base
from nastavnik_desktop.config.paths import resource_path
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.deadlines import ReadingYear, read_deadline
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.road_maps.kept import KeptItem, RoadMapHead
from nastavnik_desktop.domain.road_maps.new_year import (
    StaleYear,
    copied_item,
    moved_years,
    years_left,
)
from nastavnik_desktop.domain.road_maps.numbering import numbered
from nastavnik_desktop.domain.road_maps.records import RoadMapLevel
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.results import Saved
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
    """An item of a copy beside the one it is made of; ``in_words`` is how its deadline is read."""

    before: KeptItem
    item: KeptItem
    in_words: str

    @property
    def is_moved(self) -> bool:
        """Whether the deadline is written anew."""
        return (self.item.deadline, self.item.corrected_deadline) != (
            self.before.deadline,
            self.before.corrected_deadline,
        )


@dataclass(frozen=True)
class CopyPlan:
    """What a copy would be: its head, its items, and texts that speak of an earlier year."""

    head: RoadMapHead
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
        own = range(kept.head.begins_on.year, kept.head.ends_on.year + 1)
        head = replace(moved, title=moved_years(moved.title, years, own))
        pairs = [copied_item(item, kept.head.read_in, years) for item in kept.items]
        stale = tuple(one for _, found in pairs for one in found)
        if years_left(head.title, range(head.begins_on.year, head.ends_on.year + 1)):
            stale = (StaleYear("", "название", head.title), *stale)
        lines = zip(kept.items, (item for item, _ in pairs), strict=True)
        return CopyPlan(head, tuple(_copied_line(*pair, head.read_in) for pair in lines), stale)

    def copy(self, road_map_id: int, years: int = 1) -> CopiedRoadMap:
        """Copy a road map for so many years later, without marks, approval and facts."""
        plan = self.plan_copy(road_map_id, years)
        saved = self._road_maps.create(plan.head, [line.item for line in plan.lines])
        message = f"Дорожная карта скопирована на {plan.head.years_label}"
        return CopiedRoadMap(message, Changes.ROAD_MAPS, saved.record_id, plan.stale)


def _copied_line(before: KeptItem, item: KeptItem, year: ReadingYear) -> CopiedLine:
    phrase = item.corrected_deadline or item.deadline
    return CopiedLine(before, item, read_deadline(phrase, year).in_words() if phrase else "")


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
