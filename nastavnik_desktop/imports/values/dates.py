"""Dates in every manner of a school's table: Excel dates and serials, text, long, month, year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from nastavnik_desktop.imports.grid import CellValue
from nastavnik_desktop.imports.values.text import folded, is_nothing, one_line

_EXCEL_DAY_ZERO = date(1899, 12, 30)
_SERIALS = range(3654, 73051)
"""Excel's day numbers from 1910 to 2100."""
_YEARS = range(1900, 2101)

_MONTH_ROOTS = (
    "янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
)  # fmt: skip
_MONTH_WORD = (
    r"(?:янв(?:ар[ьея])?|фев(?:рал[ьея])?|март?[ае]?|апр(?:ел[ьея])?|ма[йяе]|июн[ьея]?|июл[ьея]?|"
    r"авг(?:уст[ае]?)?|сент?(?:ябр[ьея])?|окт(?:ябр[ьея])?|нояб?(?:р[ьея])?|дек(?:абр[ьея])?)"
)
_YEAR_END = r"(?!\d)(?:\s*(?:года|год|г\.?\s*р\.?|г\.?)(?![а-я]))?"
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})\s*([./-])\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})" + _YEAR_END)
_USUAL = re.compile(r"([0-9]{2})\.([0-9]{2})\.([0-9]{4})")
_ISO = re.compile(r"(?<!\d)(\d{4})([-.])(\d{1,2})\2(\d{1,2})(?!\d)(?:[t ]\d{1,2}:\d\d(?::\d\d)?)?")
_LONG = re.compile(
    rf"(?<!\d)[«\"_ ]*(\d{{1,2}})[»\"_ ]*({_MONTH_WORD})(?![а-я])\.?[_ ]*(\d{{4}}|\d{{2}})"
    + _YEAR_END
)
_MONTH = re.compile(rf"(?<![а-я])({_MONTH_WORD})(?![а-я])\.?\s*(\d{{4}})" + _YEAR_END)
_MONTH_NUMBER = re.compile(r"(?<![\d.])(\d{1,2})[./](\d{4})" + _YEAR_END)
_YEAR = re.compile(r"(?<![\d.])(\d{4})" + _YEAR_END)


class YearMonth(NamedTuple):
    """A month that stands for a date of which the day was not written."""

    year: int
    month: int

    def isoformat(self) -> str:
        """«2023-09»."""
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        following = date(self.year + self.month // 12, self.month % 12 + 1, 1)
        return following - timedelta(days=1)


@dataclass(frozen=True)
class FoundDate:
    """What a text says of a date: a day, a month, a year, or a date that does not exist.

    ``start`` and ``end`` are the place in the folded text.
    """

    day: date | None = None
    month: YearMonth | None = None
    year: int | None = None
    is_impossible: bool = False
    start: int = 0
    end: int = 0


NO_DATE = FoundDate()
IMPOSSIBLE = FoundDate(is_impossible=True)


def read_date(value: CellValue, latest_year: int) -> FoundDate:
    """Read a cell as one date.

    Two-digit years are taken as 20xx up to ``latest_year`` and as 19xx after it. A cell that says
    «нет» gives NO_DATE, any other text without a date gives an impossible one.
    """
    if isinstance(value, datetime):
        return FoundDate(day=value.date())
    if isinstance(value, date):
        return FoundDate(day=value)
    if value is None or isinstance(value, bool):
        return NO_DATE
    if isinstance(value, str):
        return _read_text(value, latest_year)
    return _read_number(value)


def dates_in(text: str, latest_year: int) -> list[FoundDate]:
    """All dates, months and years written in a text, in their order."""
    return _dates_in_folded(folded(text), latest_year)


def day_or_month(found: FoundDate) -> date | YearMonth | None:
    """The value of a date for a field that takes a day or a month."""
    return found.day or found.month


def _read_text(text: str, latest_year: int) -> FoundDate:
    usual = _USUAL.fullmatch(text)
    if usual:
        return _day(usual, usual[3], int(usual[2]), usual[1], latest_year)
    if is_nothing(text):
        return NO_DATE
    if re.fullmatch(r"[0-9]{1,9}", text):
        return _read_number(int(text))
    found = _dates_in_folded(folded(text), latest_year)
    return found[0] if found else IMPOSSIBLE


def _read_number(number: int | float) -> FoundDate:
    whole = int(number)
    if whole in _YEARS:
        return FoundDate(year=whole)
    if whole in _SERIALS:
        return FoundDate(day=_EXCEL_DAY_ZERO + timedelta(days=whole))
    return IMPOSSIBLE


def _dates_in_folded(text: str, latest_year: int) -> list[FoundDate]:
    """Every kind of writing in turn; a place that one has read is closed to the next."""
    found: list[FoundDate] = []
    text = one_line(re.sub(r"_+", " ", text))
    for pattern, build in _WRITINGS:
        for match in pattern.finditer(text):
            if not any(match.start() < other.end and other.start < match.end() for other in found):
                found.append(build(match, latest_year))
    return sorted(found, key=lambda one: one.start)


def _from_numeric(match: re.Match[str], latest_year: int) -> FoundDate:
    return _day(match, match[4], int(match[3]), match[1], latest_year)


def _from_long(match: re.Match[str], latest_year: int) -> FoundDate:
    return _day(match, match[3], _month_number(match[2]), match[1], latest_year)


def _from_iso(match: re.Match[str], latest_year: int) -> FoundDate:
    return _day(match, match[1], int(match[3]), match[4], latest_year)


def _from_month(match: re.Match[str], _latest_year: int) -> FoundDate:
    word = match[1]
    month = int(word) if word.isdigit() else _month_number(word)
    start, end = match.span()
    if 1 <= month <= 12 and int(match[2]) in _YEARS:
        return FoundDate(month=YearMonth(int(match[2]), month), start=start, end=end)
    return FoundDate(is_impossible=True, start=start, end=end)


def _from_year(match: re.Match[str], _latest_year: int) -> FoundDate:
    start, end = match.span()
    if int(match[1]) in _YEARS:
        return FoundDate(year=int(match[1]), start=start, end=end)
    return FoundDate(is_impossible=True, start=start, end=end)


_WRITINGS = (
    (_ISO, _from_iso),
    (_NUMERIC, _from_numeric),
    (_LONG, _from_long),
    (_MONTH, _from_month),
    (_MONTH_NUMBER, _from_month),
    (_YEAR, _from_year),
)


def _day(
    match: re.Match[str], year_text: str, month: int, day_text: str, latest_year: int
) -> FoundDate:
    start, end = match.span()
    year = int(year_text)
    if len(year_text) == 2:
        year += 2000 if 2000 + year <= latest_year else 1900
    try:
        return FoundDate(day=date(year, month, int(day_text)), start=start, end=end)
    except ValueError:
        return FoundDate(is_impossible=True, start=start, end=end)


def _month_number(word: str) -> int:
    found = next(n for n, root in enumerate(_MONTH_ROOTS, 1) if word.startswith(root))
    return 3 if found == 3 or word.startswith("мар") else found
