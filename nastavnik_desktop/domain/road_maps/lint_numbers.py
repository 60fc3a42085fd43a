"""Gaps, repeats and disorder in the numbering of a road map's items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nastavnik_desktop.domain.road_maps.findings import Finding, FindingCode, bare
from nastavnik_desktop.domain.road_maps.records import ReadItem, RoadMapReading

_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_MOST_NAMED = 3


@dataclass
class _Run:
    """Numbers with one beginning that were met since the last new start."""

    last: int = 0
    sections: tuple[str, ...] = ()
    met: set[int] = field(default_factory=set)


def numbering(reading: RoadMapReading) -> Iterator[Finding]:
    """Every item is compared with the one before it that has the same beginning («5.»).

    A new section may start again from 1. Where stages have a column of their own, the number is
    that of the stage and stands in several rows.
    """
    is_of_stages = "stage" in reading.columns
    runs: dict[tuple[str, ...], _Run] = {}
    for item in reading.items:
        *beginning, own = _parts(item.number)
        if not own:
            continue
        run = runs.setdefault(tuple(beginning), _Run())
        told = _compared(item, run, int(own), ".".join(beginning))
        if told and not (is_of_stages and told.code is FindingCode.NUMBER_REPEAT):
            yield told


def _parts(number: str) -> list[str]:
    """«5.3.» -> ["5", "3"]; a number that is not Arabic has none."""
    text = bare(number)
    return text.split(".") if _NUMBER.fullmatch(text) else [""]


def _compared(item: ReadItem, run: _Run, own: int, beginning: str) -> Finding | None:
    last, sections = run.last, run.sections
    run.last, run.sections = own, item.sections
    if own == 1 and last != 1 and item.sections != sections:
        run.met = {own}
        return None
    is_met = own in run.met
    run.met.add(own)
    if own == last + 1 and not is_met:
        return None
    if is_met:
        what = f"Номер {bare(item.number)} уже есть выше."
        return Finding(FindingCode.NUMBER_REPEAT, item.number, "number", what)
    if own > last:
        what = f"Нет номера {_missing(last, own, beginning)}: перед {bare(item.number)} пропуск."
        return Finding(FindingCode.NUMBER_GAP, item.number, "number", what)
    what = f"Номер {bare(item.number)} стоит после {_named(last, beginning)}."
    return Finding(FindingCode.NUMBER_ORDER, item.number, "number", what)


def _missing(last: int, own: int, beginning: str) -> str:
    names = [_named(number, beginning) for number in range(last + 1, own)]
    if len(names) <= _MOST_NAMED:
        return ", ".join(names)
    return f"{names[0]} – {names[-1]}"


def _named(number: int, beginning: str) -> str:
    return f"{beginning}.{number}" if beginning else str(number)
