"""Chips and filters of the page «Дорожная карта»."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from nastavnik_desktop.domain.deadlines.wording import MONTHS
from nastavnik_desktop.domain.road_maps.kept import OccurrenceState
from ui.item_models.road_map import PlanLine
from ui.widgets.filter_bar import ChipFacts, FilterFacts

ASKED = "asked"
"""The chip of items that another page asked for."""
_CHIPS = (
    (ASKED, "Со страницы «Сегодня»"),
    ("overdue", "Просрочено"),
    ("soon", "Ближайшие 14\u00a0дней"),
    ("mine", "Мои"),
    ("notes", "Замечания"),
    ("done", "Выполнено"),
)


def road_map_chips(rows: Sequence[PlanLine], asked: Collection[int]) -> list[ChipFacts]:
    """«Все», then every chip that holds a row; ``asked`` are ids of items."""
    counts = {key: sum(is_shown(row, key, {}, asked) for row in rows) for key, _words in _CHIPS}
    found = [ChipFacts(key, words, counts[key]) for key, words in _CHIPS if counts[key]]
    return [ChipFacts("all", "Все", len(rows)), *found]


def road_map_offers(rows: Sequence[PlanLine]) -> list[FilterFacts]:
    """Months, those responsible, sections."""
    months = sorted({(mark.end.year, mark.end.month) for row in rows for mark in row.marks})
    return [
        FilterFacts("month", "Месяц", tuple(map(_month_choice, months))),
        FilterFacts("responsible", "Ответственный", _choices(row.item.responsible for row in rows)),
        FilterFacts("section", "Раздел", _choices(row.section for row in rows)),
    ]


def is_shown(
    row: PlanLine, chip: str, filters: dict[str, str], asked: Collection[int] = ()
) -> bool:
    """Whether chip and filters let a row through."""
    standing = row.standing
    is_in_chip = {
        ASKED: row.item.item_id in asked,
        "overdue": standing.state is OccurrenceState.OVERDUE,
        "soon": standing.is_soon,
        "mine": row.is_mine,
        "notes": bool(row.notes),
        "done": standing.state is OccurrenceState.DONE,
    }.get(chip, True)
    months = {f"{mark.end.year}-{mark.end.month}" for mark in row.marks}
    return (
        is_in_chip
        and ("month" not in filters or filters["month"] in months)
        and filters.get("responsible", row.item.responsible) == row.item.responsible
        and filters.get("section", row.section) == row.section
    )


def _month_choice(month: tuple[int, int]) -> tuple[str, str]:
    year, at = month
    return f"{year}-{at}", f"{MONTHS[at - 1]} {year}"


def _choices(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((text, " ".join(text.split())) for text in dict.fromkeys(filter(None, texts)))
