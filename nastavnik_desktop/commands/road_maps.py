"""Commands read-roadmap and lint-roadmap: what a road map says, and what is doubtful in it."""

from __future__ import annotations

from pathlib import Path

from nastavnik_desktop.commands.output import print_json, say
from nastavnik_desktop.domain.road_maps.findings import Finding
from nastavnik_desktop.domain.road_maps.linting import findings_in
from nastavnik_desktop.domain.road_maps.records import RoadMapReading
from nastavnik_desktop.imports.road_maps.plan_years import reading_year_of
from nastavnik_desktop.imports.road_maps.reading import read_road_map
from nastavnik_desktop.imports.road_maps.reading_json import road_map_as_json
from nastavnik_desktop.language.published_days import common_calendar


def read_roadmap(file: Path, year: int | None, school_year: str | None) -> None:
    """Print the road map; deadlines without a year are read in the given one or the file's own."""
    print_json(road_map_as_json(_read(file, year, school_year)))


def lint_roadmap(
    file: Path, year: int | None, school_year: str | None, base: str | None = None
) -> None:
    """Print the findings; there may be none.

    A ``base`` tells who is unknown or dismissed, and which days the school has off.
    """
    found = _findings(_read(file, year, school_year), base)
    print_json(
        {
            "findings": [
                {
                    "code": one.code.value,
                    "number": one.number,
                    "field": one.field,
                    "what": one.what,
                }
                for one in found
            ]
        }
    )


def _findings(reading: RoadMapReading, base: str | None) -> tuple[Finding, ...]:
    if base is None:
        calendar = common_calendar(reading.first_day, reading.last_day)
        return findings_in(reading, calendar.is_day_off)
    from nastavnik_desktop.commands.opening import opened

    with opened(base, writable=False) as services:
        return services.road_map_people.check(reading)


def _read(file: Path, year: int | None, school_year: str | None) -> RoadMapReading:
    reading = read_road_map(file, reading_year_of(year, school_year))
    for notice in reading.notices:
        say(notice)
    return reading
