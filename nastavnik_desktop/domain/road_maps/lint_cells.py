"""Empty cells, results that stand in the wrong row, and people whom the school does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.road_maps.findings import (
    Finding,
    FindingCode,
    bare,
    called,
    due_day,
    stems,
)
from nastavnik_desktop.domain.road_maps.records import ReadItem, RoadMapReading
from nastavnik_desktop.domain.search import search_key

_FEWEST_COMMON = 2
_MOST_EMPTY = 0.5
_EMPTY = (
    (("result", "document"), FindingCode.EMPTY_RESULT, "result", "Не назван результат."),
    (("deadline",), FindingCode.EMPTY_DEADLINE, "deadline", "Не назван срок."),
    (("responsible",), FindingCode.EMPTY_RESPONSIBLE, "responsible", "Не назван ответственный."),
)
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class KnownPerson:
    """A person of the base: the name, and the day of dismissal if there is one."""

    name: FullName
    dismissed_on: date | None = None


def empty_cells(reading: RoadMapReading) -> Iterator[Finding]:
    """Cells without a word in columns that the table has.

    A column that is empty nearly everywhere is told once. A row without an event goes on with the
    one above and is not asked for a result.
    """
    items = [item for item in reading.items if item.event]
    for fields, code, field, what in _EMPTY:
        if not items or not set(fields) & set(reading.columns):
            continue
        empty = [item for item in items if not any(getattr(item, name) for name in fields)]
        if len(empty) > _MOST_EMPTY * len(items) and len(empty) > 1:
            yield Finding(code, "", field, f"{what[:-1]} у {len(empty)} из {len(items)} строк.")
            continue
        yield from (Finding(code, item.number, field, what) for item in empty)


def results_of_other_rows(reading: RoadMapReading) -> Iterator[Finding]:
    """Results that speak of the neighbour's work, not of their own, as after a shift of cells."""
    items = reading.items
    for place, item in enumerate(items):
        said = stems(item.result)
        if len(said) < _FEWEST_COMMON or said & stems(item.event):
            continue
        for other in items[max(0, place - 1) : place] + items[place + 1 : place + 2]:
            if other.sections == item.sections and _fits(said, other):
                what = f"Результат говорит о другой строке – {called(other)}: «{item.result[:80]}»."
                yield Finding(FindingCode.RESULT_OF_OTHER_ROW, item.number, "result", what)
                break


def _fits(said: frozenset[str], other: ReadItem) -> bool:
    """Whether a result is that of another row, whose own one is missing or is foreign too."""
    work = stems(other.event)
    common = said & work
    is_free = not stems(other.result) & work
    return is_free and len(common) >= _FEWEST_COMMON and len(common) * 2 >= len(said)


def responsible_people(reading: RoadMapReading, people: Sequence[KnownPerson]) -> Iterator[Finding]:
    """Names that nobody in the base has, or only those who have left before the item is due."""
    known: dict[str, list[KnownPerson]] = {}
    for person in people:
        known.setdefault(search_key(person.name.last_name), []).append(person)
    for item in reading.items:
        for name in item.people:
            told = _why_not(name, item, known, reading)
            if told:
                yield Finding(told[0], item.number, "responsible", told[1])


def _why_not(
    name: str, item: ReadItem, known: dict[str, list[KnownPerson]], reading: RoadMapReading
) -> tuple[FindingCode, str] | None:
    bearers = (one for last_name in _last_names(name) for one in known.get(last_name, ()))
    same = [one for one in bearers if _may_be(name, one.name)]
    if not same:
        what = f"В базе нет человека «{bare(name)}»."
        return FindingCode.UNKNOWN_RESPONSIBLE, what
    day = due_day(item) or reading.last_day
    left = [one.dismissed_on for one in same if one.dismissed_on and one.dismissed_on < day]
    if len(left) < len(same):
        return None
    what = f"{name} уже не работает: уволен(а) {short_date(max(left))}."
    return FindingCode.DISMISSED_RESPONSIBLE, what


def is_named(name: str, known: FullName) -> bool:
    """Whether a name as written («Зимина А. С.») may be that of a person."""
    return search_key(known.last_name) in _last_names(name) and _may_be(name, known)


def _words(name: str) -> list[str]:
    return _LETTERS.findall(name)


def _last_names(name: str) -> list[str]:
    """Whole words of a name: any of them may be the last name, «Анна Петровна Иванова» too."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", name)
    return [search_key(word) for word in words if len(word) > 1]


def _may_be(name: str, known: FullName) -> bool:
    """Whether initials or names agree with those of a person."""
    last = search_key(known.last_name).split("-")
    rest = [search_key(word) for word in _words(name) if search_key(word) not in last]
    names = [search_key(part) for part in (known.first_name, known.patronymic) if part]
    return all(own.startswith(said) for said, own in zip(rest, names, strict=False))
