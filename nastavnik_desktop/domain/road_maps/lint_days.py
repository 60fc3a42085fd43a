"""Deadlines that fall on days off, come before what they need, or were not understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
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
_FIRST_WORDS = r"(?:\w+\s+(?:и\s+)?){0,2}"
_AGREEMENT = re.compile(rf"{_FIRST_WORDS}согласова")
_APPROVAL = re.compile(rf"{_FIRST_WORDS}утвер(?:жд|д)")
_DEVELOPMENT = re.compile(rf"{_FIRST_WORDS}(?:разработ|составлени|подготовк\w+ проект)")
_BASES = re.compile(r"(?:формировани|создани)\w*(?: и \w+)? (?:баз|банк)\w* .*настав")
_MENTORS = re.compile(r"(?:формировани\w*|отбор)(?: и \w+)? (?:(?:баз|банк)\w* )?наставников")
_TRAINING = re.compile(r"(?:организаци\w* )?обучени\w* наставников")
_PAIRS = re.compile(r"(?:формировани|подбор|закреплени)\w* .*(?<!\w)(?:пар|групп)")
_ORDER_OF_PAIRS = re.compile(r"(?:издани\w* |подписани\w* )?приказ\w* .*(?:закреплени|(?<!\w)пар)")
_MONITORING = re.compile(r"(?:проведени\w* |организаци\w* )(?:\w+ )?мониторинг")
_RESULTS = re.compile(r"(?:сбор|анализ|обобщени)\w* .*мониторинг")


@dataclass(frozen=True)
class _Chain:
    """What must come before what.

    ``is_of_one_thing``: only when both speak of it; ``needs_all``: the later one waits for all
    earlier ones, not only for the first of them.
    """

    earlier: re.Pattern[str]
    later: re.Pattern[str]
    is_of_one_thing: bool = False
    needs_all: bool = False


_CHAINS = (
    _Chain(_BASES, _PAIRS, needs_all=True),
    _Chain(_MENTORS, _TRAINING),
    _Chain(_PAIRS, _ORDER_OF_PAIRS),
    _Chain(_MONITORING, _RESULTS),
    _Chain(_DEVELOPMENT, _AGREEMENT, is_of_one_thing=True),
    _Chain(_DEVELOPMENT, _APPROVAL, is_of_one_thing=True),
)


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
    agreements = [one for one in reading.items if _is_only(one, _AGREEMENT, _APPROVAL)]
    approvals = [one for one in reading.items if _is_only(one, _APPROVAL, _AGREEMENT)]
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
    """Pairs before the bases they are chosen from, approval before the draft, and the like."""
    for chain in _CHAINS:
        earlier = [one for one in reading.items if _is_only(one, chain.earlier, chain.later)]
        for item in reading.items:
            if _is_only(item, chain.later, chain.earlier):
                yield from _too_early(item, earlier, chain)


def _is_only(item: ReadItem, words: re.Pattern[str], other: re.Pattern[str]) -> bool:
    """«Разработка и утверждение» is both, and depends on nothing."""
    return _begins(item, words) and not _begins(item, other)


def _too_early(item: ReadItem, needed: list[ReadItem], chain: _Chain) -> Iterator[Finding]:
    day = due_day(item)
    if chain.is_of_one_thing:
        needed = [other for other in needed if objects_match(item, other)]
    limits = [(limit, other) for other in needed if (limit := due_day(other))]
    late = [(limit, other) for limit, other in limits if day and day < limit]
    if late and (chain.needs_all or len(late) == len(limits)):
        limit, other = late[0]
        what = (
            f"Срок {short_date(day)} раньше срока {short_date(limit)}"
            f" у {called(other)}, от которого зависит {called(item)}."
        )
        yield Finding(FindingCode.BEFORE_DEPENDENCY, item.number, "deadline", what)


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
