"""Qualification categories and the date beside them: «первая, 27.04.2022», «СЗД», «ВКК», «б/к»."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from nastavnik_desktop.imports.grid import CellValue
from nastavnik_desktop.imports.values.dates import YearMonth, dates_in, day_or_month
from nastavnik_desktop.imports.values.lists import read_flag
from nastavnik_desktop.imports.values.text import as_cyrillic, folded

HIGHEST = "высшая"
FIRST = "первая"
CONFORMITY = "соответствие"
NONE = "нет"
YOUNG = "молодой специалист"

_CATEGORY_WORD = r"(?:кв\w*\.?\s*)?(?:кат\w*\.?|кк|к\.?)"
_PATTERNS = (
    (HIGHEST, re.compile(rf"высш(?!ее)\w*|(?<!\w)вкк(?!\w)|(?<!\w)в\.?\s*{_CATEGORY_WORD}(?!\w)")),
    (
        FIRST,
        re.compile(
            rf"(?<!\w)(?:перв\w*|пкк(?!\w))|(?<![\w.,])(?:1|i|і)(?:-?я|-?ой)?\s*{_CATEGORY_WORD}(?!\w)"
        ),
    ),
    (CONFORMITY, re.compile(r"(?<!\w)соотв\w*|(?<!\w)сзд(?!\w)")),
    (
        NONE,
        re.compile(
            r"(?<!\w)(?:б/к|без к(?:ат|в)\w*|б\.\s*к\.?|нет|не имеет|не аттест\w*|н/[ка])(?!\w)"
        ),
    ),
)
_YOUNG = re.compile(r"(?<!\w)мол(?:одо\w+|\.)?\s*(?:спец\w*|педагог\w*)\.?|(?<!\w)м/с(?!\w)")
_BARE = {
    "1": FIRST,
    "1-я": FIRST,
    "1-ая": FIRST,
    "i": FIRST,
    "і": FIRST,
    "в": HIGHEST,
    "0": NONE,
    "-": NONE,
    "–": NONE,
    "—": NONE,
}
_OF_MARKS = {
    "высшая": HIGHEST, "вкк": HIGHEST, "первая": FIRST, "1": FIRST, "i": FIRST, "1кк": FIRST,
    "сзд": CONFORMITY, "соответствие": CONFORMITY, "соответствие занимаемой должности": CONFORMITY,
    "б/к": NONE, "без категории": NONE, "нет категории": NONE, "не имеет": NONE,
}  # fmt: skip
_OTHER = re.compile(
    r"педагог[- ](?:методист|наставник)|(?<!\w)(?:2|ii|втор\w+)(?:-?я|-?ой)?\s*"
    rf"(?:{_CATEGORY_WORD}(?!\w)|(?=$))"
)
"""Categories that a card has no field for: of order № 196 (2023), and the second one of old."""
_VALIDITY = re.compile(r"(?:действ\w*\s*)?(?<!\w)до\s*[\d«].*$")


def is_for_one_category(header: str) -> bool:
    """Whether a column is for one category alone: «Категория / высшая»."""
    return folded(header.rsplit(" / ", 1)[-1]).strip(" .:") in _OF_MARKS


@dataclass(frozen=True)
class Category:
    """A category with its date or year; ``name`` is empty where none was understood.

    ``note`` is a category besides the usual four: «педагог-наставник», «2 категория».
    """

    name: str = ""
    day: date | YearMonth | None = None
    year: int | None = None
    status: str = ""
    is_impossible_date: bool = False
    note: str = ""


NO_CATEGORY = Category()


def read_category(value: CellValue, latest_year: int) -> Category:
    """Read a cell of a column of categories."""
    if isinstance(value, date):
        return Category(day=value)
    text = folded(str(value)).rstrip(".") if value is not None else ""
    if text in _BARE:
        return Category(_BARE[text])
    category = find_category(text, latest_year) or NO_CATEGORY
    other = _OTHER.search(text)
    return replace(category, note=other[0]) if other else category


def category_of_mark(header: str, value: CellValue, latest_year: int) -> Category | None:
    """A mark or a date in a column for one category: «Категория / высшая» over «+».

    None when the header names no category or names it among other words.
    """
    name = _OF_MARKS.get(folded(header.rsplit(" / ", 1)[-1]).strip(" .:"))
    if name is None:
        return None
    flag = read_flag(value) if not isinstance(value, date) else None
    if flag is not None:
        return Category(name) if flag else NO_CATEGORY
    found = dates_in(str(value), latest_year) if isinstance(value, str) else []
    if isinstance(value, date) or (found and not read_category(value, latest_year).name):
        day = value if isinstance(value, date) else day_or_month(found[0])
        return Category(name, day, None if isinstance(value, date) else found[0].year)
    return None


@lru_cache(maxsize=4096)
def find_category(text: str, latest_year: int) -> Category | None:
    """The category said in a part of a longer cell, None when it says nothing of one."""
    key = folded(text)
    name = next((name for name, pattern in _PATTERNS if pattern.search(key)), "")
    if not name and re.search(r"кат", key):
        name = next((n for n, p in _PATTERNS if p.search(folded(as_cyrillic(text)))), "")
    is_young = _YOUNG.search(key) is not None
    if not name and not is_young:
        return None
    written = dates_in(_VALIDITY.sub("", key), latest_year)
    dated = written[0] if written else None
    return Category(
        name or NONE,
        day_or_month(dated) if dated else None,
        dated.year if dated else None,
        YOUNG if is_young else "",
        bool(dated and dated.is_impossible),
    )


def is_young_specialist(text: str) -> bool:
    """Whether the text says «молодой специалист» in one of its writings and nothing else."""
    return _YOUNG.fullmatch(folded(text).strip(" .,;()")) is not None
