"""Readings of deadlines and responsibles as plain values for JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from nastavnik_desktop.domain.deadlines import (
    DeadlineReading,
    Frequency,
    Recurrence,
    Span,
    YearDay,
)
from nastavnik_desktop.imports.responsibles import Responsible

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WHICH = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", -1: "last"}


def deadline_json(reading: DeadlineReading) -> dict[str, Any]:
    """A reading with its words, doubts and other readings."""
    return {
        **_said(reading),
        "in_words": reading.in_words(),
        "ambiguous": reading.is_ambiguous,
        "doubts": list(reading.doubts),
        "others": [{**_said(one), "in_words": one.in_words()} for one in reading.others],
        "not_understood": list(reading.not_understood),
        "remarks": list(reading.remarks),
    }


def responsible_json(part: Responsible) -> dict[str, Any]:
    """A part of an «ответственный» cell; ``note`` is the remark in brackets."""
    return {"type": str(part.type), "name": part.name, "role": part.role, "note": part.note}


def _said(reading: DeadlineReading) -> dict[str, Any]:
    days = reading.occurrences
    rule = reading.recurrence
    return {
        "kind": str(reading.kind),
        "start": _iso(reading.start),
        "end": _iso(reading.end),
        "recurrence": None if rule is None else _recurrence(rule, reading.first),
        "occurrences": None if days is None else [day.isoformat() for day in days],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _recurrence(rule: Recurrence, first: Span | None) -> dict[str, Any]:
    return {
        "freq": str(rule.frequency),
        "n": rule.times,
        "day": rule.day,
        "month": rule.month,
        "month_from": rule.month_from,
        "day_from": rule.day_from,
        "note": "; ".join(_notes(rule, first)),
    }


def _notes(rule: Recurrence, first: Span | None) -> list[str]:
    """What the other fields cannot say, in a few fixed words."""
    notes = []
    if rule.is_at_least:
        notes.append("at least")
    if rule.every and rule.frequency is Frequency.N_PER_YEAR:
        notes.append(rule.every)
    if rule.weekday is not None:
        notes.append(f"{_WHICH[rule.weekday[0]]} {_WEEKDAYS[rule.weekday[1] - 1]} of the month")
    if rule.is_month_after:
        notes.append("month after the quarter")
    if rule.due:
        notes.append(" and ".join(map(_year_day, rule.due)))
    if first is not None:
        notes.append(f"first span {_span(first)}")
    if rule.is_also_on_demand:
        notes.append("also when needed")
    return notes


def _year_day(day: YearDay) -> str:
    name = _MONTHS[day.month - 1]
    return name if day.day is None else f"{day.day} {name}"


def _span(span: Span) -> str:
    """«September-October 2021»."""
    first, last = _MONTHS[span.first_day.month - 1], _MONTHS[span.end.month - 1]
    return f"{first} {span.end.year}" if first == last else f"{first}-{last} {span.end.year}"
