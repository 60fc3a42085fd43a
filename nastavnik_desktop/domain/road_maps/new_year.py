"""An item of a road map for a later year: days moved by rule, years that stayed behind told."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from nastavnik_desktop.domain.deadlines import DeadlineReading, ReadingYear, read_deadline
from nastavnik_desktop.domain.road_maps.kept import KeptItem

_YEAR = re.compile(
    r"(?P<first>(?<!\d)20\d\d(?!\d)|(?<=\d\.\d\d\.)\d\d(?![\d.])"
    r"|(?<![\d.])\d\d(?=\s*[/–-]\s*\d\d\s*(?:уч|гг|у\.)))"
    r"(?P<tail>(?P<sign>\s*[/–-]\s*)(?P<second>\d\d)(?![\d.]))?"
)
_ACT = re.compile(
    r"\bот\s+(?:\d{1,2}\.\d\d\.|\d{1,2}\s+[а-яё]+\s+)\d{2,4}\s*(?:г\.|года)?\s*(?:№|N\s?\d)"
)
_STALE_FIELDS = (
    ("sections", "раздел"), ("event", "мероприятие"), ("details", "содержание"),
    ("responsible", "ответственный"),
    ("result", "результат"), ("document", "документ"), ("indicator", "показатель"),
)  # fmt: skip


@dataclass(frozen=True)
class StaleYear:
    """A text of a copied item that speaks of an earlier year, to be looked through by hand."""

    number: str
    field: str
    text: str


def copied_item(
    item: KeptItem, year: ReadingYear, years: int
) -> tuple[KeptItem, tuple[StaleYear, ...]]:
    """The item for a plan so many years later, without marks and facts, and what is stale in it.

    Years in the deadline are written anew where the new phrase then says exactly what the rule of
    moving says; else the phrase stays, the moved reading in words becomes its correction, and
    where even that says something else the deadline is told as stale.
    """
    deadline, corrected, is_moved = _moved_deadline(item, year, years)
    copied = replace(
        item,
        item_id=0,
        road_map_id=0,
        deadline=deadline,
        corrected_deadline=corrected,
        indicator_plan=tuple((at + years, value) for at, value in item.indicator_plan),
        indicator_fact=(),
        fulfils_id=None,
        tasks=(),
        occurrences=(),
    )
    texts = ((words, _text(getattr(item, name))) for name, words in _STALE_FIELDS)
    stale = tuple(
        StaleYear(item.number, words, text) for words, text in texts if _YEAR.search(text)
    )
    if not is_moved:
        stale += (StaleYear(item.number, "срок", item.deadline),)
    return copied, stale


def moved_years(text: str, years: int, only: Collection[int] = ()) -> str:
    """«2023/24 уч. г.» -> «2024/25 уч. г.», «15.09.26» -> «15.09.27»: written years so many later.

    The date of an act («от 25.12.2019 № Р-145») stays, and with ``only`` every other year than
    these.
    """
    acts = [found.span() for found in _ACT.finditer(text)]

    def moved(found: re.Match[str]) -> str:
        is_of_act = any(start <= found.start() < end for start, end in acts)
        if is_of_act or (only and _first_year(found) not in only):
            return found[0]
        return _moved_match(found, years)

    return _YEAR.sub(moved, text)


def years_left(text: str, only: Collection[int]) -> bool:
    """Whether a text, dates of acts aside, speaks of a year that is none of these."""
    return any(_first_year(one) not in only for one in _YEAR.finditer(_ACT.sub("", text)))


def _first_year(found: re.Match[str]) -> int:
    return int(found["first"]) % 100 + 2000


def _moved_match(found: re.Match[str], years: int) -> str:
    """A written year, and the second one of a school year behind it, so many later."""
    first = _first_year(found)
    said = str(first + years)[-len(found["first"]) :]
    if found["tail"] is None or int(found["second"]) != (first + 1) % 100:
        return f"{said}{found['tail'] or ''}"
    return f"{said}{found['sign']}{(first + 1 + years) % 100:02d}"


def _moved_deadline(item: KeptItem, year: ReadingYear, years: int) -> tuple[str, str, bool]:
    """The phrase, its correction, and whether both together say what the rule says."""
    phrase = item.corrected_deadline or item.deadline
    if not phrase:
        return "", "", True
    if _ACT.search(phrase):
        return item.deadline, item.corrected_deadline, False
    new_year = year.moved(years)
    wanted = read_deadline(phrase, year).shifted(years)
    if not item.corrected_deadline:
        written = moved_years(item.deadline, years)
        if _says(read_deadline(written, new_year), wanted):
            return written, "", True
    if _says(read_deadline(phrase, new_year), wanted):
        has_year = wanted.has_written_year and wanted.recurrence is not None
        return item.deadline, item.corrected_deadline, not has_year
    words = wanted.in_words()
    if _says(read_deadline(words, new_year), wanted):
        return item.deadline, words, True
    return item.deadline, item.corrected_deadline, False


def _text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else " / ".join(value)


def _says(reading: DeadlineReading, wanted: DeadlineReading) -> bool:
    """Whether two readings name the same days."""
    return (reading.kind, reading.start, reading.end, reading.recurrence, reading.first) == (
        wanted.kind,
        wanted.start,
        wanted.end,
        wanted.recurrence,
        wanted.first,
    )
