"""Deadlines that fall on days off, come before what they need, or were not understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice

from nastavnik_desktop.domain.dates import WEEKDAYS, short_date
from nastavnik_desktop.domain.deadlines import Kind
from nastavnik_desktop.domain.road_maps.findings import (
    Finding,
    FindingCode,
    bare,
    called,
    due_day,
    objects_match,
)
from nastavnik_desktop.domain.road_maps.records import ReadItem, RoadMapReading
from nastavnik_desktop.domain.search import search_key

IsDayOff = Callable[[date], bool]

_LONGEST_HOLIDAYS = 20
_SATURDAY = 5
_AGREEMENT = re.compile(r"согласовани")
_APPROVAL = re.compile(r"утверждени")
_DEVELOPMENT = re.compile(r"разработк|подготовк|составлени")
_BASES = re.compile(r"формировани\w*(?: и \w+)? (?:баз|банк)\w* .*настав")
_PAIRS = re.compile(r"(?:формировани|подбор|закреплени)\w* .*(?:пар|групп)")
_CHAINS = ((_BASES, _PAIRS, False), (_DEVELOPMENT, _APPROVAL, True))
"""What must come before what; True: only when both speak of one thing."""


def days_off(reading: RoadMapReading, is_day_off: IsDayOff) -> Iterator[Finding]:
    """Due days that are written as days and fall on a day off, with the working days around."""
    for item in reading.items:
        days = [day for day in _due_days(item) if is_day_off(day)]
        if days:
            told = "; ".join(_told(day, is_day_off) for day in islice(days, 3))
            yield Finding(FindingCode.DAY_OFF, item.number, "deadline", f"{told}.")


def _due_days(item: ReadItem) -> list[date]:
    """Days that the cell itself names by a number; ends of months and quarters are no such days."""
    found: set[date] = set()
    for task in item.tasks:
        read = task.reading
        days = set(read.occurrences or ())
        if read.kind in (Kind.DATE, Kind.DEADLINE) and read.end:
            days.add(read.end)
        found |= {day for day in days if re.search(rf"(?<!\d)0?{day.day}(?!\d)", task.phrase)}
    return sorted(found)


def _told(day: date, is_day_off: IsDayOff) -> str:
    name = WEEKDAYS[day.weekday()] if day.weekday() >= _SATURDAY else "нерабочий день"
    before, after = (short_date(_working(day, step, is_day_off)) for step in (-1, 1))
    return f"{short_date(day)} – {name}; ближайшие рабочие дни: {before} и {after}"


def _working(day: date, step: int, is_day_off: IsDayOff) -> date:
    for _ in range(_LONGEST_HOLIDAYS):
        day += timedelta(days=step)
        if not is_day_off(day):
            break
    return day


def agreement_after_approval(reading: RoadMapReading) -> Iterator[Finding]:
    """Agreement comes first: in the items about one document, and in the blocks above the table."""
    agreements = [item for item in reading.items if _begins(item, _AGREEMENT)]
    approvals = [item for item in reading.items if _begins(item, _APPROVAL)]
    for item in agreements:
        for other in approvals:
            day, limit = due_day(item), due_day(other)
            if day and limit and day > limit and objects_match(item, other):
                what = (
                    f"Согласование ({called(item)}) – до {short_date(day)}, позже утверждения"
                    f" ({called(other)}) – до {short_date(limit)}."
                )
                yield Finding(FindingCode.AGREEMENT_AFTER_APPROVAL, item.number, "deadline", what)
    agreed, approved = reading.agreed_by, reading.approved_by
    if agreed and approved and agreed.day and approved.day and agreed.day > approved.day:
        what = (
            f"Дорожная карта согласована {short_date(agreed.day)}, позже утверждения"
            f" {short_date(approved.day)}."
        )
        yield Finding(FindingCode.AGREEMENT_AFTER_APPROVAL, "", "approved_by", what)


def _begins(item: ReadItem, words: re.Pattern[str]) -> bool:
    return words.match(search_key(item.event)) is not None


def before_dependency(reading: RoadMapReading) -> Iterator[Finding]:
    """Pairs before the bases they are chosen from, approval before the draft."""
    for first, then, must_match in _CHAINS:
        earlier = [one for one in reading.items if _begins(one, first) and not _begins(one, then)]
        for item in reading.items:
            if _begins(item, then) and not _begins(item, first):
                yield from _too_early(item, earlier, must_match=must_match)


def _too_early(item: ReadItem, needed: list[ReadItem], *, must_match: bool) -> Iterator[Finding]:
    day = due_day(item)
    for other in needed:
        limit = due_day(other)
        if day is None or limit is None or day >= limit:
            continue
        if not must_match or objects_match(item, other):
            what = (
                f"Срок {short_date(day)} раньше срока {short_date(limit)}"
                f" у {called(other)}, от которого зависит {called(item)}."
            )
            yield Finding(FindingCode.BEFORE_DEPENDENCY, item.number, "deadline", what)
            return


def unknown_deadlines(reading: RoadMapReading) -> Iterator[Finding]:
    """Cells of which a part was not understood, or that name no time but an order."""
    for item in reading.items:
        read = item.deadline_read
        if read is None:
            continue
        if read.not_understood:
            parts = ", ".join(f"«{part}»" for part in read.not_understood[:3])
            what = f"Срок понят не весь: {parts}. Уточните его."
            yield Finding(FindingCode.UNKNOWN_DEADLINE, item.number, "deadline", what)
        elif read.kind is Kind.UNDEFINED and re.match(
            r"приказ|распоряж", search_key(item.deadline)
        ):
            what = f"Вместо срока назван документ: «{bare(item.deadline)}»."
            yield Finding(FindingCode.UNKNOWN_DEADLINE, item.number, "deadline", what)
