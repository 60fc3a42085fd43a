"""Commands read-roadmap and lint-roadmap: what a road map says, and what is doubtful in it."""

from __future__ import annotations

from pathlib import Path

from nastavnik_desktop.commands.output import print_json, say
from nastavnik_desktop.domain.road_maps.linting import findings_in
from nastavnik_desktop.domain.road_maps.records import RoadMapReading
from nastavnik_desktop.imports.road_maps.plan_years import reading_year_of
from nastavnik_desktop.imports.road_maps.reading import read_road_map
from nastavnik_desktop.imports.road_maps.reading_json import road_map_as_json
from nastavnik_desktop.language.days_off import is_day_off


def read_roadmap(file: Path, year: int | None, school_year: str | None) -> None:
    """Print the road map; deadlines without a year are read in the given one or the file's own."""
    print_json(road_map_as_json(_read(file, year, school_year)))


def lint_roadmap(file: Path, year: int | None, school_year: str | None) -> None:
    """Print the findings; there may be none."""
    found = findings_in(_read(file, year, school_year), is_day_off)
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


def _read(file: Path, year: int | None, school_year: str | None) -> RoadMapReading:
    reading = read_road_map(file, reading_year_of(year, school_year))
    for notice in reading.notices:
        say(notice)
    return reading
