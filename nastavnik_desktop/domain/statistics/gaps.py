"""Gaps in the data that keep somebody out of the figures: told in words, with the records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics.facts import PairingRecord, StatisticsFacts
from nastavnik_desktop.domain.statistics.observations import Counts
from nastavnik_desktop.domain.statistics.report import ReportProblem

_PAIRINGS = ("пара (группа)", "пары (группы)", "пар (групп)")


def uncounted_pairings(facts: StatisticsFacts, as_of: date) -> list[ReportProblem]:
    """Pairings that run by their dates and still do not count, with the reason."""
    running = [pairing for pairing in facts.pairings if pairing.runs_on(as_of)]
    unordered = [pairing for pairing in running if pairing.order_on(as_of) is None]
    forgotten = [pairing for pairing in facts.pairings if _is_forgotten(pairing, as_of)]
    return [
        *_told(unordered, "на дату не стоят в изданном приказе и не учтены"),
        *_told(forgotten, "срок истёк, а итог не записан: в графы о завершении не вошли"),
    ]


def missing_facts(unknown: Mapping[tuple[str, int | None], set[int]]) -> list[ReportProblem]:
    """People whose card lacks what columns, or the rows of a table (None), need."""
    columns: dict[tuple[str, tuple[int, ...], bool], list[int]] = {}
    for (missing, column), ids in unknown.items():
        if ids:
            key = (missing, tuple(sorted(ids)), column is None)
            columns.setdefault(key, []).extend(() if column is None else (column,))
    return [_missing(missing, ids, numbers) for (missing, ids, _), numbers in columns.items()]


def _missing(missing: str, ids: tuple[int, ...], columns: list[int]) -> ReportProblem:
    people = counted(len(ids), "человека", "человек", "человек")
    numbers = ", ".join(map(str, sorted(columns)))
    place, where = "Строки", "в строки"
    if columns:
        is_one = len(columns) == 1
        place = f"Графа {numbers}" if is_one else f"Графы {numbers}"
        where = "в графу" if is_one else "в эти графы"
    message = f"{place}: у {people} не заполнено: {missing}; {where} не вошли."
    return ReportProblem(message, Level.WARNING, Counts.PEOPLE, ids)


def hidden_by_cross(row: str, column: int, counts: Counts, ids: Iterable[int]) -> ReportProblem:
    """Records that would stand in a cell of «х»: their pairing has a wrong form, or their card."""
    known = tuple(sorted(ids))
    message = (
        f"Строка {row}, графа {column}: по форме наставничества здесь «х», а в базе есть "
        f"{len(known)}. Проверьте форму пары и карточки её участников."
    )
    return ReportProblem(message, Level.WARNING, counts, known)


def only_in_total(pairing_ids: Iterable[int]) -> ReportProblem:
    """Pairings of a form of mentoring that no row names."""
    ids = tuple(sorted(pairing_ids))
    message = (
        f"{counted(len(ids), *_PAIRINGS)}: такой формы наставничества в строках нет, "
        "учтены только в строке «Всего»."
    )
    return ReportProblem(message, Level.WARNING, Counts.PAIRINGS, ids)


def _is_forgotten(pairing: PairingRecord, as_of: date) -> bool:
    is_of_this_year = pairing.ends_on >= SchoolYear.of(as_of).first_day
    has_order = pairing.order_on(as_of) is not None
    return pairing.is_forgotten_on(as_of) and is_of_this_year and has_order


def _told(pairings: list[PairingRecord], what: str) -> list[ReportProblem]:
    if not pairings:
        return []
    message = f"{counted(len(pairings), *_PAIRINGS)}: {what}."
    ids = tuple(sorted(pairing.pairing_id for pairing in pairings))
    return [ReportProblem(message, Level.WARNING, Counts.PAIRINGS, ids)]
