"""For which year a road map is made: a school year, a calendar year, or several years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from nastavnik_desktop.domain.deadlines import ReadingYear
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.imports.values.text import folded

_DASH = r"\s*[-–—/]\s*"
_TO = r"(?:\s*[-–—/]\s*|\s+по\s+|\s+до\s+)"
_SCHOOL = r"\s*(?:-?[а-я]{1,3}\s*)?(?:уч(?:ебн\w+|\.)?\s*\.?\s*(?:г(?:од\w*|г)?\b\.?)?)"
_SCHOOL_YEARS = re.compile(
    rf"(20\d\d){_DASH}(?:20)?(\d\d){_TO}(20\d\d){_DASH}(?:20)?(\d\d)(?:{_SCHOOL})?"
)
_SPAN = re.compile(
    rf"(20\d\d)(?:\s*г(?:ода|од|\.)?)?{_TO}(20\d\d|\d\d)(?!\d)(?P<school>{_SCHOOL})?"
)
_ONE = re.compile(rf"(?<![\d.])(20\d\d)(?!\d)(?P<school>{_SCHOOL})?")
_ROOTS = ("янв", "фев", "март", "апр", "ма", "июн", "июл", "авг", "сент", "окт", "нояб", "дек")
_MONTH = r"(янв|фев|март|апр|ма[йяе]|июн|июл|авг|сент|окт|нояб|дек)[а-я]*"
_MONTHS = re.compile(rf"(?<![а-я]){_MONTH}\s+(20\d\d)\s*(?:г\w*\.?)?{_TO}{_MONTH}\s+(20\d\d)")
_DAYS = re.compile(
    rf"(?<!\d)(\d\d?)\.(\d\d)\.(20\d\d)\s*(?:г\w*\.?)?{_TO}(\d\d?)\.(\d\d)\.(20\d\d)(?!\d)"
)
_LEAST_DAYS = 200
"""A span of days that is shorter is a term of something inside the plan."""
_SLASHED = re.compile(r"20\d\d\s*/\s*(?:20)?\d\d")
_YEAR_IN_DAY = re.compile(r"(?<!\d)(?:20(\d\d))(?!\d)")
_DAY_BEFORE = re.compile(r"(?:от\s+[«\"\d\s».а-я]{0,24}|\d\s*[.»\"]\s*|(?<!\w)(?:до|к|с)\s+)$")
_NUMBER_AFTER = re.compile(r"\s*(?:г\.?|год[ау]?)?\s*№")
_SEVERAL = re.compile(r"(?:гг|годы|годов|годах)\b")


@dataclass(frozen=True)
class PlanYears:
    """At most one is filled; nothing when the document names no year."""

    school_year: SchoolYear | None = None
    year: int | None = None
    period: tuple[date, date] | None = None

    @property
    def reading_year(self) -> ReadingYear | None:
        """The year in which deadlines without a year are read: the first one of several."""
        if self.school_year:
            return ReadingYear.of(self.school_year)
        if self.year:
            return ReadingYear.calendar(self.year)
        if self.period is None:
            return None
        first = self.period[0]
        if first.month >= 8 and self.period[1].month < 9:
            return ReadingYear.of(SchoolYear(first.year))
        return ReadingYear.calendar(first.year)

    def __bool__(self) -> bool:
        return bool(self.school_year or self.year or self.period)


def years_in(text: str) -> PlanYears:
    """The years of a title: «на 2023 – 2024 учебный год», «на 2021-2024 гг.», «на 2024 год»."""
    key = folded(text)
    return (
        _of_months(key) or _of_days(key) or _of_school_years(key) or _of_span(key) or _of_one(key)
    )


def years_of_document(
    titles: Sequence[str], texts: Sequence[str], deadlines: Iterable[str], approved: date | None
) -> PlanYears:
    """Titles first, then other texts outside the table, then the deadlines, then the approval."""
    for text in (*titles, "\n".join(titles)):
        if found := years_in(text):
            return found
    counted = _counted(deadlines)
    named = [found for text in texts if (found := years_in(text))]
    several = [one for one in named if one.school_year or one.period]
    if several:
        return several[0]
    plain = Counter(one.year for one in named if one.year)
    if plain:
        return PlanYears(year=plain.most_common(1)[0][0])
    if counted or approved is None:
        return counted
    return PlanYears(school_year=SchoolYear.worked_on(approved))


def _of_months(key: str) -> PlanYears:
    found = _MONTHS.search(key)
    if not found:
        return PlanYears()
    first = date(int(found[2]), _month(found[1]), 1)
    last_month = date(int(found[4]), _month(found[3]), 28) + timedelta(days=4)
    last = last_month.replace(day=1) - timedelta(days=1)
    return _of_ends(first, last)


def _of_days(key: str) -> PlanYears:
    """«Сроки реализации: 01.09.2026-31.05.2027»."""
    for found in _DAYS.finditer(key):
        try:
            first = date(int(found[3]), int(found[2]), int(found[1]))
            last = date(int(found[6]), int(found[5]), int(found[4]))
        except ValueError:
            continue
        if (last - first).days >= _LEAST_DAYS:
            return _of_ends(first, last)
    return PlanYears()


def _of_ends(first: date, last: date) -> PlanYears:
    if first >= last:
        return PlanYears()
    if first.month == 9 and last <= date(first.year + 1, 8, 31):
        return PlanYears(school_year=SchoolYear(first.year))
    return PlanYears(period=(first, last))


def _month(root: str) -> int:
    """The month by the beginning of its name; what begins with «ма» and is no March is May."""
    return next(number for number, start in enumerate(_ROOTS, 1) if root.startswith(start))


def _of_school_years(key: str) -> PlanYears:
    """«2022/23 – 2024/25 учебные годы»."""
    found = _SCHOOL_YEARS.search(key)
    if not found:
        return PlanYears()
    first, last = int(found[1]), 2000 + int(found[4])
    is_whole = (first + 1) % 100 == int(found[2]) and last - 1 == int(found[3]) and last > first + 1
    return PlanYears(period=(date(first, 9, 1), date(last, 8, 31))) if is_whole else PlanYears()


def _of_span(key: str) -> PlanYears:
    for found in _SPAN.finditer(key):
        first, last = int(found[1]), 2000 + int(found[2][-2:])
        if last <= first or last - first > 15:
            continue
        is_slashed = bool(_SLASHED.match(found[0]))
        is_several = bool(_SEVERAL.match(key[found.end() :].lstrip(" .")))
        is_school = bool(found["school"]) or is_slashed
        if last == first + 1 and (is_school or not is_several):
            return PlanYears(school_year=SchoolYear(first))
        if is_school:
            return PlanYears(period=(date(first, 9, 1), date(last, 8, 31)))
        return PlanYears(period=(date(first, 1, 1), date(last, 12, 31)))
    return PlanYears()


def _of_one(key: str) -> PlanYears:
    for found in _ONE.finditer(key):
        is_of_day = _DAY_BEFORE.search(key[: found.start()])
        if not is_of_day and not _NUMBER_AFTER.match(key[found.end() :]):
            return PlanYears(year=int(found[1]))
    return PlanYears()


def _counted(deadlines: Iterable[str]) -> PlanYears:
    """The years that deadlines name: two that follow each other are a school year."""
    counts: Counter[int] = Counter()
    autumn: set[int] = set()
    for text in deadlines:
        years = {2000 + int(year) for year in _YEAR_IN_DAY.findall(text)}
        counts.update(years)
        if re.search(r"авг|сент|окт|нояб|дек|\.(?:0[89]|1[0-2])\.", folded(text)):
            autumn |= years
    usual = [year for year, count in counts.items() if count * 8 >= counts.total()]
    if not usual:
        return PlanYears()
    first, last = min(usual), max(usual)
    if first == last:
        return PlanYears(year=first)
    if last == first + 1 and first in autumn:
        return PlanYears(school_year=SchoolYear(first))
    return PlanYears(period=(date(first, 1, 1), date(last, 12, 31)))


def reading_year_of(year: int | None, school_year: str | None) -> ReadingYear | None:
    """The year that the user names: a calendar year or «2023/24»; raises RuleViolation."""
    if school_year:
        return ReadingYear.of(SchoolYear.parse(school_year))
    if year is None:
        return None
    if year not in range(2000, 2100):
        raise RuleViolation(f"Год «{year}» не подходит: нужен год от 2000 до 2099.", "year")
    return ReadingYear.calendar(year)
