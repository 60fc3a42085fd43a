"""Length of service: «12 лет 5 мес.», «12,5», «12/5», «с 2006», «б/с», «менее года»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from nastavnik_desktop.imports.grid import CellValue
from nastavnik_desktop.imports.values.text import folded

_LONGEST_YEARS = 75
_NONE_YET = re.compile(
    r"б/с|б\.\s*с\.?|без (?:пед\w*\.? )?(?:опыта|стажа)(?: работы)?|нет(?: стажа)?|"
    r"(?:менее|меньше|до|нет) (?:1(?:-го)? |одного )?года|полгода|0"
)
_SINCE = re.compile(r"^с\s*(?:\d{1,2}[./]){0,2}\s*(?:[а-я]+\s+)?((?:19|20)\d\d)\s*(?:года?|г\.?)?$")
_YEARS_WORD = r"(?:лет|года|год|г|л)(?![а-я])\.?"
_MONTHS_WORD = r"(?:месяц[а-я]*|мес|м)(?![а-я])\.?"
_DAYS = r"(?:[,\s]*\d+\s*(?:дн[а-я]*|день|д)\.?)?"
_YEARS = re.compile(
    rf"(\d{{1,2}})(?:[.,]\d+)?\s*(?:{_YEARS_WORD})?(?:[,\s]*(?:и\s*)?\d{{1,2}}\s*{_MONTHS_WORD})?{_DAYS}"
)
_LENGTH = rf"(\d{{1,2}})(?:[.,]\d+)?\s*(?:{_YEARS_WORD})?(?:[,\s]*\d{{1,2}}\s*{_MONTHS_WORD})?"
_TOTAL_AND_TEACHING = re.compile(
    rf"(?:общ\w*\.?)?\W*{_LENGTH}"
    rf"(?:\s*\(\s*{_LENGTH}\)|[,;]?\s*(?:в т\.? ?ч\.?\s*)?пед\w*\.?\W*{_LENGTH})"
)
_MONTHS_ONLY = re.compile(rf"(\d{{1,3}})\s*{_MONTHS_WORD}{_DAYS}")
_TWO = re.compile(rf"{_LENGTH}\s*[/\\]\s*{_LENGTH}")
_SOME_RANGE = re.compile(
    r"(?:от|до|менее|более|свыше|около|больше|>|<)\s*\d+.*|\d+\s*[-–—]\s*\d+.*"
)
_WITH_YEAR_WORD = re.compile(rf"(?:стаж\w*\W*)?\d{{1,2}}(?:[.,]\d+)?\s*{_YEARS_WORD}.*")


@dataclass(frozen=True)
class Service:
    """Full years, or the year since when; ``total_years`` where a cell holds both lengths."""

    years: int | None = None
    since: int | None = None
    total_years: int | None = None
    is_range: bool = False
    is_unclear: bool = False


NO_SERVICE = Service()


def read_service(value: CellValue) -> Service:
    """Read a cell of a column of lengths of service."""
    if isinstance(value, date | bool):
        return Service(is_unclear=True)
    if isinstance(value, int | float):
        return _from_number(value)
    return _from_words(folded(value or ""))


@lru_cache(maxsize=4096)
def _from_words(written: str) -> Service:
    text = _without_label(written).strip(" .,;*")
    if text in ("", "-", "–", "—"):
        return NO_SERVICE
    return _from_text(text)


def find_service(text: str) -> Service | None:
    """Length of service said in a part of a longer cell: needs a word, «1 год», «стаж 5»."""
    key = folded(text).strip(" .,;()")
    labelled = _without_label(key)
    says_so = labelled != key or _NONE_YET.fullmatch(key) or _WITH_YEAR_WORD.fullmatch(key)
    if key in ("0", "нет") or not (says_so or _MONTHS_ONLY.fullmatch(key)):
        return None
    found = _from_text(labelled)
    return None if found.is_unclear else found


def _without_label(text: str) -> str:
    return re.sub(r"^(?:общий |пед\w*\.? ?)?стаж(?: работы)?\W*", "", text)


def _from_number(number: int | float) -> Service:
    if 1950 <= number <= 2100:
        return Service(since=int(number))
    if 0 <= number <= _LONGEST_YEARS:
        return Service(years=int(number))
    return Service(is_unclear=True)


def _from_text(text: str) -> Service:
    since = _SINCE.match(text)
    if since:
        return Service(since=int(since[1]))
    if re.fullmatch(r"(?:19|20)\d\d(?: ?г\.?)?", text):
        return Service(since=int(text[:4]))
    if _NONE_YET.fullmatch(text) or _MONTHS_ONLY.fullmatch(text):
        months = _MONTHS_ONLY.fullmatch(text)
        return Service(years=int(months[1]) // 12 if months else 0)
    two = _TWO.fullmatch(text) or _TOTAL_AND_TEACHING.fullmatch(text)
    if two:
        lengths = sorted(int(length) for length in two.groups() if length)
        return Service(years=lengths[0], total_years=lengths[1])
    years = _YEARS.fullmatch(text)
    if years and int(years[1]) <= _LONGEST_YEARS:
        return Service(years=int(years[1]))
    return Service(is_range=True) if _SOME_RANGE.fullmatch(text) else Service(is_unclear=True)
