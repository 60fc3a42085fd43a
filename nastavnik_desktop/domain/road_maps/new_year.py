"""An item of a road map for a later year: days moved by rule, years that stayed behind told."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nastavnik_desktop.domain.deadlines import DeadlineReading, ReadingYear, read_deadline
from nastavnik_desktop.domain.road_maps.kept import KeptItem

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)(?:(\s*/\s*)(\d\d)(?!\d))?")
_STALE_FIELDS = (
    ("event", "мероприятие"), ("details", "содержание"), ("responsible", "ответственный"),
    ("result", "результат"), ("document", "документ"),
)  # fmt: skip

DEADLINE_WORDS = "срок"
"""How a stale year in a deadline is called."""


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
    stale = tuple(
        StaleYear(item.number, words, getattr(item, name))
        for name, words in _STALE_FIELDS
        if _YEAR.search(getattr(item, name))
    )
    if not is_moved:
        stale += (StaleYear(item.number, DEADLINE_WORDS, item.deadline),)
    return copied, stale


def moved_years(text: str, years: int) -> str:
    """«2023/24 уч. г.» -> «2024/25 уч. г.»: every written year so many later."""

    def moved(found: re.Match[str]) -> str:
        first = str(int(found[0][:4]) + years)
        if found[2] is None:
            return first
        return f"{first}{found[1]}{(int(found[2]) + years) % 100:02d}"

    return _YEAR.sub(moved, text)


def _moved_deadline(item: KeptItem, year: ReadingYear, years: int) -> tuple[str, str, bool]:
    """The phrase, its correction, and whether both together say what the rule says."""
    phrase = item.corrected_deadline or item.deadline
    if not phrase:
        return "", "", True
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


def _says(reading: DeadlineReading, wanted: DeadlineReading) -> bool:
    """Whether two readings name the same days."""
    return (reading.kind, reading.start, reading.end, reading.recurrence, reading.first) == (
        wanted.kind,
        wanted.start,
        wanted.end,
        wanted.recurrence,
        wanted.first,
    )
