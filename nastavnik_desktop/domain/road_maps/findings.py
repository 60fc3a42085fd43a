"""What the check of a road map finds: a code, the item, its field, and the reason in Russian."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from nastavnik_desktop.domain.deadlines import DeadlineReading, Kind
from nastavnik_desktop.domain.road_maps.records import ReadItem, RoadMapReading
from nastavnik_desktop.domain.search import search_key


class FindingCode(StrEnum):
    """Kinds of findings."""

    OTHER_YEAR = "other_year"
    AGREEMENT_AFTER_APPROVAL = "agreement_after_approval"
    NUMBER_GAP = "number_gap"
    NUMBER_REPEAT = "number_repeat"
    NUMBER_ORDER = "number_order"
    EMPTY_RESULT = "empty_result"
    EMPTY_DEADLINE = "empty_deadline"
    EMPTY_RESPONSIBLE = "empty_responsible"
    UNKNOWN_RESPONSIBLE = "unknown_responsible"
    DISMISSED_RESPONSIBLE = "dismissed_responsible"
    DAY_OFF = "day_off"
    RESULT_OF_OTHER_ROW = "result_of_other_row"
    BEFORE_DEPENDENCY = "before_dependency"
    UNKNOWN_DEADLINE = "unknown_deadline"


@dataclass(frozen=True)
class Finding:
    """One finding; ``number`` is that of the item as written, empty for the road map as a whole."""

    code: FindingCode
    number: str
    field: str
    what: str


def bare(number: str) -> str:
    """«1.7» of «1.7.»."""
    return number.strip(" .)")


def called(item: ReadItem) -> str:
    """How a sentence calls an item: by its number, or by the beginning of its text."""
    return f"№ {bare(item.number)}" if item.number else f"«{item.event[:40].strip()}…»"


def due_day(item: ReadItem) -> date | None:
    """The day by which an item must be done, where its deadline names one.

    «ежегодно» without a day and «в течение года» name none.
    """
    reading = item.deadline_read
    if reading is None:
        return None
    if reading.kind in (Kind.DATE, Kind.DEADLINE):
        return reading.end
    if reading.kind is Kind.PERIOD:
        return None if _is_whole_year(reading) else reading.end
    rule = reading.recurrence
    if reading.kind is Kind.RECURRING and rule and (rule.month or reading.first):
        return (reading.occurrences or (None,))[0]
    return None


def _is_whole_year(reading: DeadlineReading) -> bool:
    days = (reading.end - reading.start).days if reading.start and reading.end else 0
    return days > 300 or not (reading.has_written_year or days < 200)


_WORD = re.compile(r"[а-я]{3,}")
_PREFIX = re.compile(r"^(?:с(?=форм)|о(?=бобщ))")
_COMMON_WORDS = (
    "наставник", "наставничество", "наставляемый", "программа", "целевая", "модель", "внедрение",
    "реализация", "педагог", "педагогический", "образовательный", "образование", "школа", "школе",
    "учебный", "году", "рамках", "для", "при", "что", "также", "или", "участник", "система",
)  # fmt: skip


def stems(text: str) -> frozenset[str]:
    """Beginnings of the words that tell items apart; «сформирована» is as «формирование»."""
    words = _WORD.findall(search_key(text))
    return frozenset(map(_stem, words)) - _in_every_item()


def _stem(word: str) -> str:
    """Three to five letters: «база» and «баз», «школа» and «школе», «обучение» and «обучены»."""
    bare_word = _PREFIX.sub("", word)
    return bare_word[: 3 if len(bare_word) <= 4 else 4 if len(bare_word) <= 6 else 5]


@cache
def _in_every_item() -> frozenset[str]:
    return frozenset(map(_stem, _COMMON_WORDS))


def objects_match(one: ReadItem, other: ReadItem, least: float = 0.6) -> bool:
    """Whether two items speak of one thing: «Согласование X» and «Утверждение X»."""
    first, second = (stems(item.event.partition(" ")[2]) for item in (one, other))
    return bool(first and second) and len(first & second) >= least * len(first | second)


def plan_span(reading: RoadMapReading) -> tuple[date, date]:
    """The first and last day of the plan."""
    return reading.first_day, reading.last_day
