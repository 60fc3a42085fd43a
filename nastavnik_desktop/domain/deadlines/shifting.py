"""A reading moved to another year: days with a written year move, what comes back stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.deadlines.records import Span
from nastavnik_desktop.domain.deadlines.years import day_of, last_day_of

if TYPE_CHECKING:
    from nastavnik_desktop.domain.deadlines.reading import DeadlineReading


def moved_day(day: date, years: int) -> date:
    """The same day of another year; the last day of a month stays the last."""
    if day == last_day_of(day.year, day.month):
        return last_day_of(day.year + years, day.month)
    return day_of(day.year + years, day.month, day.day)


def shifted(reading: DeadlineReading, years: int) -> DeadlineReading:
    """The reading for a plan that is copied so many years later.

    A single day or span moves with the plan, and so do the items of a list whose years are written.
    A rule that comes back stays as it is, also its limits and its first span: what holds for
    «2023–2024» ends when it ends, and then has no day in the new year.
    """
    year = reading.year.moved(years)
    rule = reading.recurrence
    if rule is not None and not rule.dated:
        return replace(reading, year=year, others=())
    if rule is not None:
        rule = replace(rule, dated=tuple(_moved_span(span, years) for span in rule.dated))
    return replace(
        reading,
        year=year,
        start=reading.start and moved_day(reading.start, years),
        end=reading.end and moved_day(reading.end, years),
        first=reading.first and _moved_span(reading.first, years),
        recurrence=rule,
        others=(),
    )


def _moved_span(span: Span, years: int) -> Span:
    start = moved_day(span.start, years) if span.start else None
    return Span(start, moved_day(span.end, years))
