"""How a road map is carried out in a period: figures, reasons, indicators of plan and fact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from nastavnik_desktop.domain.charts import Bar, BarChart
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.road_maps.kept import (
    STATE_WORDS,
    KeptItem,
    KeptRoadMap,
    Occurrence,
    OccurrenceState,
)
from nastavnik_desktop.domain.school_year import SchoolYear

_WRITTEN = re.compile(r"(20\d\d)(?:Q([1-4])|H([12])|/(\d\d))?", re.IGNORECASE)
_ROMAN = ("I", "II", "III", "IV")


FIGURES = (
    OccurrenceState.DONE,
    OccurrenceState.OVERDUE,
    OccurrenceState.NOT_DONE,
    OccurrenceState.DUE,
)
"""The states that a report counts, in the order of its columns."""


@dataclass(frozen=True)
class ReportPeriod:
    """From the first to the last day, both included, with its words in the genitive."""

    first_day: date
    last_day: date
    title: str


@dataclass(frozen=True)
class IndicatorLine:
    """An indicator of an item in a calendar year: plan and fact, where they are known."""

    number: str
    event: str
    indicator: str
    year: int
    plan: float | None
    fact: float | None


@dataclass(frozen=True)
class Execution:
    """What was due in a period, as it stands on ``as_of``."""

    title: str
    period: ReportPeriod
    as_of: date
    occurrences: tuple[Occurrence, ...]
    indicators: tuple[IndicatorLine, ...] = ()

    def of(self, state: OccurrenceState) -> tuple[Occurrence, ...]:
        """Occurrences in one state."""
        return tuple(one for one in self.occurrences if one.state_on(self.as_of) is state)

    def chart_of_states(self) -> BarChart:
        """How what was due stands: done, overdue, not done, not due yet; of all of it."""
        return BarChart(
            "Как выполнены мероприятия",
            tuple(self._bar(state) for state in FIGURES),
            float(len(self.occurrences)),
        )

    def _bar(self, state: OccurrenceState) -> Bar:
        count = len(self.of(state))
        return Bar(STATE_WORDS[state], float(count), str(count))

    def chart_of_indicators(self) -> BarChart:
        """The fact of each indicator as a share of its plan; without a plan there is no bar."""
        bars = (_indicator_bar(line) for line in self.indicators)
        return BarChart("Показатели: факт к плану", tuple(bar for bar in bars if bar), 100.0)

    @property
    def share_done(self) -> float | None:
        """Per cent of what was due that is done; None when nothing was due."""
        count = len(self.occurrences)
        return round(100 * len(self.of(OccurrenceState.DONE)) / count, 1) if count else None


def parse_period(written: str) -> ReportPeriod:
    """«2026Q1» a quarter, «2026H1» a half of a calendar year, «2026», or «2025/26».

    Raises RuleViolation with the forms that are known.
    """
    found = _WRITTEN.fullmatch(written.strip())
    if not found or (found[4] and int(found[4]) != (int(found[1]) + 1) % 100):
        raise RuleViolation(
            f"Период «{written}» не понят. Пишите 2026Q1 (квартал), 2026H1 (полугодие), 2026 (год)"
            " или 2025/26 (учебный год).",
            "period",
        )
    year = int(found[1])
    if found[4]:
        school_year = SchoolYear(year)
        return ReportPeriod(
            school_year.first_day, school_year.last_day, f"{school_year.label} учебный год"
        )
    if found[2]:
        quarter = int(found[2])
        return _months(year, 3 * quarter - 2, 3, f"{_ROMAN[quarter - 1]} квартал {year} года")
    if found[3]:
        half = int(found[3])
        return _months(year, 6 * half - 5, 6, f"{_ROMAN[half - 1]} полугодие {year} года")
    return _months(year, 1, 12, f"{year} год")


def _months(year: int, first: int, count: int, title: str) -> ReportPeriod:
    after = year * 12 + first - 1 + count
    last_day = date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
    return ReportPeriod(date(year, first, 1), last_day, title)


def quarter_control_day(day: date) -> date:
    """The day of control of a quarter: the 25th of its last month (the next one from ``day``)."""
    month = (day.month + 2) // 3 * 3
    if month == day.month and day.day > 25:
        return date(day.year + (month == 12), month % 12 + 3, 25)
    return date(day.year, month, 25)


def execution_of(kept: KeptRoadMap, period: ReportPeriod, as_of: date) -> Execution:
    """What a road map says of a period; matters without a day count where they were marked."""
    return Execution(
        title=" ".join(kept.head.title.split()),
        period=period,
        as_of=as_of,
        occurrences=tuple(one for one in kept.occurrences if _is_in(one, period)),
        indicators=tuple(
            line
            for item in kept.items
            for line in _indicators(item)
            if period.first_day.year <= line.year <= period.last_day.year
        ),
    )


def _is_in(one: Occurrence, period: ReportPeriod) -> bool:
    """By the day on which it is due now, or for what has none by the day on which it was done."""
    day = one.due_on or (one.mark.done_on if one.mark else None)
    return day is not None and period.first_day <= day <= period.last_day


def _indicators(item: KeptItem) -> Sequence[IndicatorLine]:
    plan, fact = dict(item.indicator_plan), dict(item.indicator_fact)
    return [
        IndicatorLine(item.number, item.event, item.indicator, year, plan.get(year), fact.get(year))
        for year in sorted({*plan, *fact})
    ]


def number_words(value: float | None) -> str:
    """«12,5»; a dash where nothing is known."""
    if value is None:
        return "–"
    return f"{value:g}".replace(".", ",").replace("-", "\N{MINUS SIGN}")


def _indicator_bar(line: IndicatorLine) -> Bar | None:
    """«0,7 из 2» at a bar of 35 per cent; a plan that is passed fills the bar."""
    if line.fact is None or not line.plan:
        return None
    title = f"{line.number} {line.indicator or line.event}, {line.year} г.".strip()
    shown = f"{number_words(line.fact)} из {number_words(line.plan)}"
    return Bar(title, 100 * line.fact / line.plan, shown)


def reason_words(one: Occurrence) -> str:
    """«перенесено на 15.01.2027: каникулы», or the reason alone."""
    if one.mark is None:
        return ""
    if one.mark.moved_to is None:
        return one.mark.reason
    moved = f"перенесено на {short_date(one.mark.moved_to)}"
    return f"{moved}: {one.mark.reason}" if one.mark.reason else moved
