"""Deadlines and texts that belong to the year of another plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.deadlines import DeadlineReading, Kind
from nastavnik_desktop.domain.road_maps.findings import Finding, FindingCode, plan_span
from nastavnik_desktop.domain.road_maps.records import ReadItem, RoadMapReading
from nastavnik_desktop.domain.school_year import SchoolYear

_PREPARATION_MONTH = 6
_SCHOOL_YEAR = re.compile(
    r"(20\d\d)\s*[-–—/]\s*(20\d\d|\d\d)(?!\d)\s*(?:-?\w{0,3}\s*)?(?:уч|год|гг?\.)"
)
_IN_YEAR = re.compile(r"(?:^|\s)(?:в|на)\s+(20\d\d)\s*(?:году?|г\.|г(?!\w))")
_LOOKS_BACK = re.compile(
    r"итог|анализ|отч[её]т|за\s+\S*$|предыдущ|прошл|прошедш|приказ|письм|распоряжени|№\s*\S*$"
)
_FIELDS = {"event": "в мероприятии", "details": "в содержании", "result": "в результате"}


def other_years(reading: RoadMapReading) -> Iterator[Finding]:
    """Deadlines outside the plan, and school years in texts that are not the plan's."""
    for item in reading.items:
        told = item.deadline_read and _why_outside(item.deadline_read, reading)
        if told:
            yield Finding(FindingCode.OTHER_YEAR, item.number, "deadline", told)
        yield from _in_texts(item, reading)


def allowed_span(reading: RoadMapReading) -> tuple[date, date]:
    """The days of the plan; June to August before a school year is its preparation.

    A plan of a calendar year may report in the January that follows it.
    """
    first, last = plan_span(reading)
    if first.month in (8, 9):
        return date(first.year, _PREPARATION_MONTH, 1), last
    return first, date(last.year + 1, 1, 31) if last.month == 12 else last


def _why_outside(read: DeadlineReading, reading: RoadMapReading) -> str:
    if not read.has_written_year:
        return ""
    first, last = allowed_span(reading)
    begins, ends = _days(read)
    named = _plan_name(reading)
    if ends is not None and ends < first:
        return (
            f"Срок {short_date(ends)} раньше начала плана ({named}): похоже на год другого плана."
        )
    if begins is not None and begins > last:
        return (
            f"Срок {short_date(begins)} позже конца плана ({named}): похоже на год другого плана."
        )
    return ""


def _days(read: DeadlineReading) -> tuple[date | None, date | None]:
    """The first and the last day that the phrase itself names."""
    if read.kind in (Kind.DATE, Kind.DEADLINE, Kind.PERIOD):
        return read.start or read.end, read.end
    if read.kind is Kind.RECURRING:
        return read.start, read.end
    return read.start, None


def _plan_name(reading: RoadMapReading) -> str:
    if reading.period:
        first, last = reading.period
        return f"{short_date(first)} – {short_date(last)}"
    if reading.school_year or reading.read_in.is_school:
        return f"{reading.read_in.label} учебный год"
    return f"{reading.read_in.label} год"


def _in_texts(item: ReadItem, reading: RoadMapReading) -> Iterator[Finding]:
    for field, where in _FIELDS.items():
        for named, text in _foreign_years(getattr(item, field), reading):
            what = f"Назван {named}, а план – {_plan_name(reading)}: {where} «{text}»."
            yield Finding(FindingCode.OTHER_YEAR, item.number, field, what)


def _foreign_years(text: str, reading: RoadMapReading) -> Iterator[tuple[str, str]]:
    """Years in a text that the plan does not touch, and the words in which they stand."""
    first, last = plan_span(reading)
    known: list[tuple[int, int]] = []
    for found in _SCHOOL_YEAR.finditer(text):
        known.append(found.span())
        begin, end = int(found[1]), 2000 + int(found[2][-2:])
        if _LOOKS_BACK.search(text[: found.start()].lower()) or end != begin + 1:
            continue
        year = SchoolYear(begin)
        if year.last_day < first or year.first_day > last:
            yield f"{year.label} учебный год", found[0].strip()
    for found in _IN_YEAR.finditer(text):
        inside = any(start <= found.start(1) < end for start, end in known)
        if inside or _LOOKS_BACK.search(text[: found.start()].lower()):
            continue
        if not first.year <= int(found[1]) <= last.year:
            yield f"{found[1]} год", found[0].strip()
