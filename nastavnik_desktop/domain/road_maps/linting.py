"""The check of a road map: everything in it that deserves a second look, with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nastavnik_desktop.domain.road_maps.findings import Finding
from nastavnik_desktop.domain.road_maps.lint_cells import (
    KnownPerson,
    empty_cells,
    responsible_people,
    results_of_other_rows,
)
from nastavnik_desktop.domain.road_maps.lint_days import (
    IsDayOff,
    agreement_after_approval,
    before_dependency,
    days_off,
    unknown_deadlines,
)
from nastavnik_desktop.domain.road_maps.lint_numbers import numbering
from nastavnik_desktop.domain.road_maps.lint_years import other_years
from nastavnik_desktop.domain.road_maps.records import RoadMapReading


def findings_in(
    reading: RoadMapReading,
    is_day_off: IsDayOff | None = None,
    people: Sequence[KnownPerson] | None = None,
) -> tuple[Finding, ...]:
    """All findings in the order of the items; those about the road map as a whole come first.

    Without a calendar days off are not looked for, without people names are not compared.
    """
    return tuple(_in_order(reading, _all(reading, is_day_off, people)))


def _all(
    reading: RoadMapReading, is_day_off: IsDayOff | None, people: Sequence[KnownPerson] | None
) -> Iterator[Finding]:
    yield from other_years(reading)
    yield from agreement_after_approval(reading)
    yield from numbering(reading)
    yield from empty_cells(reading)
    yield from results_of_other_rows(reading)
    yield from before_dependency(reading)
    yield from unknown_deadlines(reading)
    if is_day_off is not None:
        yield from days_off(reading, is_day_off)
    if people is not None:
        yield from responsible_people(reading, people)


def _in_order(reading: RoadMapReading, found: Iterable[Finding]) -> list[Finding]:
    places: dict[str, int] = {"": -1}
    for place, item in enumerate(reading.items):
        places.setdefault(item.number, place)
    return sorted(found, key=lambda one: places[one.number])
