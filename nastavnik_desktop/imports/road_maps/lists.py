"""Lists after a road map: schools with their models of mentoring, management teams."""

from __future__ import annotations

from collections.abc import Iterator

from nastavnik_desktop.domain.road_maps.records import ManagementTeam, SchoolModel
from nastavnik_desktop.imports.road_maps.tables import MapTable, TableKind
from nastavnik_desktop.imports.row_kinds import are_column_numbers
from nastavnik_desktop.imports.values.text import folded, one_line

_NUMBER_HEADERS = ("№", "n", "n п/п", "№ п/п", "п/п")


def schools_of(tables: list[MapTable]) -> tuple[SchoolModel, ...]:
    """Lines of all lists of schools."""
    found = (pair for one in tables if one.kind is TableKind.SCHOOLS for pair in _pairs(one))
    return tuple(SchoolModel(*pair) for pair in found)


def teams_of(tables: list[MapTable]) -> tuple[ManagementTeam, ...]:
    """Lines of all lists of management teams."""
    found = (pair for one in tables if one.kind is TableKind.TEAMS for pair in _pairs(one))
    return tuple(ManagementTeam(*pair) for pair in found)


def _pairs(table: MapTable) -> Iterator[tuple[str, str]]:
    """The name and what is said of it; a model joined over several schools counts for each."""
    columns = [
        one
        for one in table.columns
        if one.meaning != "number" and folded(one.header) not in _NUMBER_HEADERS
    ]
    if len(columns) < 2:
        return
    grid = table.grid
    for row in table.body:
        filled = [cell for cell in grid.rows[row] if cell is not None]
        if not filled or are_column_numbers(filled):
            continue
        name, about = (
            one_line(grid.text(grid.covering_row(row, column.index), column.index))
            for column in columns[:2]
        )
        if name and about:
            yield name, about
