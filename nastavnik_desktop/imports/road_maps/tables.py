"""Tables of a road map's file: the road map itself, lists of schools, lists of teams."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import TypeAlias

from nastavnik_desktop.imports.grid import Grid
from nastavnik_desktop.imports.header_cells import is_wide, joined_header, level_key
from nastavnik_desktop.imports.roadmap_headings import meaning_of
from nastavnik_desktop.imports.values.text import folded, one_line

_LONGEST_HEADER_CELL = 110
_LONGEST_LEVEL_CELL = 60
_MOST_LEVELS = 3
_WORK = frozenset(("activity", "stage", "details"))
_TELLING = frozenset(("deadline", "responsible", "result", "document", "indicator"))
_YEAR = re.compile(r"(20\d\d)\s*(?:г\.?|год|г)?\s*(?:\((?:план|факт)\))?", re.IGNORECASE)
_SCHOOL = re.compile(
    r"(?:(?:полное |краткое )?(?:наименование|название|перечень|список)\s+)(?:\w+\s+){0,2}"
    r"(?:обще)?(?:школ|организаци|учрежден|о[оу](?!\w)|доу(?!\w))|"
    r"(?:(?:обще)?образовательн\w+\s+(?:организация|учреждение)|школ[аы]|о[оу]|доу)(?!\w)"
)
_MODEL = re.compile(r"модел|форм[аы] наставн")
_ROLE = re.compile(r"в\s+как\w+\s+(?:качеств|роли)|роль(?!\w)|функци|статус")
_ROW_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*\s*[.)]*")
_VALUE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}|_{3,}|\w@\w")


MARK = "mark"
"""A column of a quarter or a month: its cells mark what is due in it."""
_FEWEST_MARKED = 2
_QUARTER_OR_MONTH = re.compile(
    r"(?:(?:[1-4]|iv|i{1,3})(?:\s*-?\s*[йи])?\s*(?:кв\.?|квартал)"
    r"|(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]*\.?)(?:\s*20\d\d(?:\s*г\.?)?)?"
)


class TableKind(Enum):
    """What a table of the file holds."""

    ROAD_MAP = auto()
    SCHOOLS = auto()
    TEAMS = auto()


@dataclass(frozen=True)
class MapColumn:
    """A column: its number in the grid, its header, what it means, the year it speaks of."""

    index: int
    header: str
    meaning: str
    also: tuple[str, ...] = ()
    year: int | None = None


@dataclass(frozen=True)
class MapTable:
    """A table in a grid: its kind, rows of the header, columns, and where its rows stand."""

    grid: Grid
    kind: TableKind
    header_rows: tuple[int, ...]
    columns: tuple[MapColumn, ...]
    body: range

    @cached_property
    def header_keys(self) -> frozenset[tuple[str, ...]]:
        """Texts of the levels of the header, to know its repetition on a new page."""
        return frozenset(level_key(self.grid, row) for row in self.header_rows)

    def column(self, meaning: str) -> MapColumn | None:
        """The first column of a meaning."""
        return next((one for one in self.columns if one.meaning == meaning), None)


_Header: TypeAlias = tuple[TableKind, tuple[int, ...], tuple[MapColumn, ...]]
"""What a table holds, the rows of its header, its columns."""


def find_map_tables(grid: Grid) -> list[MapTable]:
    """All tables of a grid that belong to a road map, from top to bottom."""
    found: list[_Header] = []
    row = 0
    while row < grid.height:
        header = _header_at(grid, row)
        if header is None or (found and not _is_another(grid, row, found[-1], header[0])):
            row += 1
            continue
        found.append(header)
        row = header[1][-1] + 1
    starts = [levels[0] for _, levels, _ in found] + [grid.height]
    return [
        MapTable(grid, kind, levels, columns, range(levels[-1] + 1, starts[number + 1]))
        for number, (kind, levels, columns) in enumerate(found)
    ]


def continued(table: MapTable, grid: Grid) -> MapTable | None:
    """The same table going on in another grid without a header; None for any other grid."""
    width = max((one.index for one in table.columns), default=0) + 1
    if table.kind is not TableKind.ROAD_MAP or not width <= grid.width <= table.grid.width:
        return None
    return MapTable(grid, table.kind, (), table.columns, range(grid.height))


def _is_another(grid: Grid, row: int, last: _Header, kind: TableKind) -> bool:
    """Whether a header below another one begins a new table.

    Rows of a road map are full of words of headers, so that a second header of items must have a
    column of numbers or look much like the first one without repeating it.
    """
    texts = set(level_key(grid, row))
    known = {text for level in last[1] for text in level_key(grid, level)}
    if texts == known:
        return False
    if kind is not TableKind.ROAD_MAP:
        return True
    has_number = meaning_of(next(_texts(grid, row), "")).meaning == "number"
    return has_number or len(texts & known) * 2 >= len(texts)


def _header_at(grid: Grid, row: int) -> _Header | None:
    """The header that begins in a row, if one does."""
    texts = list(_texts(grid, row))
    if len(texts) < 2 or any(len(text) > _LONGEST_HEADER_CELL for text in texts):
        return None
    if any(map(_VALUE.search, texts)) or not texts[0] or _ROW_NUMBER.fullmatch(texts[0]):
        return None
    levels = _levels(grid, row)
    columns = _columns(grid, levels)
    kind = _kind(columns)
    return (kind, levels, columns) if kind else None


def _texts(grid: Grid, row: int) -> Iterator[str]:
    return (one_line(str(cell)) for cell in grid.rows[row] if cell is not None)


def _kind(columns: tuple[MapColumn, ...]) -> TableKind | None:
    """A road map names the work and a deadline, somebody responsible or a result."""
    meanings = {one.meaning for one in columns} | {two for one in columns for two in one.also}
    known = [one for one in columns if one.meaning != "other"]
    is_most = len(known) * 2 > len(columns)
    if is_most and meanings & _WORK and len(meanings & _TELLING) >= 1 and len(meanings) >= 2:
        return TableKind.ROAD_MAP if _is_sure(meanings) else None
    headers = [folded(one.header) for one in columns]
    if len(columns) > 4 or not any(map(_SCHOOL.match, headers[:2])):
        return None
    others = [text for text in headers if not _SCHOOL.match(text)]
    if any(map(_MODEL.search, others)):
        return TableKind.SCHOOLS
    return TableKind.TEAMS if any(map(_ROLE.search, others)) else None


def _is_sure(meanings: set[str]) -> bool:
    """«Мероприятие, Результат» alone may be anything; a deadline or somebody responsible is not."""
    return bool(meanings & {"deadline", "responsible"}) or len(meanings & _TELLING) > 1


def _levels(grid: Grid, first: int) -> tuple[int, ...]:
    levels = [first]
    while len(levels) < _MOST_LEVELS and _is_lower_level(grid, levels[-1], levels[-1] + 1):
        levels.append(levels[-1] + 1)
    return tuple(levels)


def _is_lower_level(grid: Grid, upper: int, row: int) -> bool:
    """Short texts that stand only under joined or empty cells of the level above."""
    if row >= grid.height or is_wide(grid, row):
        return False
    filled = [n for n in range(grid.width) if grid.value(row, n) is not None]
    if not filled or any(len(grid.text(row, n)) > _LONGEST_LEVEL_CELL for n in filled):
        return False
    if not all(_is_under_wide(grid, upper, n) for n in filled):
        return False
    texts = [one_line(grid.text(row, n)) for n in filled]
    years = sum(bool(_YEAR.fullmatch(text)) for text in texts)
    words = sum(text[:1].isalpha() and not _VALUE.search(text) for text in texts)
    return years + words == len(texts) and (years > 0 or words > 1)


def _is_under_wide(grid: Grid, upper: int, column: int) -> bool:
    """Whether the cell above is joined over several columns, or is empty to the right of a text."""
    top, left = grid.anchors.get((upper, column), (upper, column))
    if (top, left) != (upper, column):
        return left != column and grid.value(top, left) is not None
    right = (upper, column + 1)
    if right in grid.anchors and grid.anchors[right] == (upper, column):
        return True
    if grid.merges:
        return False
    is_last = grid.value(upper, column + 1) is None and column + 1 < grid.width
    return grid.value(upper, column) is None or is_last


def _columns(grid: Grid, levels: tuple[int, ...]) -> tuple[MapColumn, ...]:
    columns = []
    for index in range(grid.width):
        header = joined_header(grid, levels, index)
        if header:
            columns.append(_column(index, header))
    return _with_activity(_with_marks(tuple(columns)))


def _with_marks(columns: tuple[MapColumn, ...]) -> tuple[MapColumn, ...]:
    """Columns of quarters or months, below which a deadline is marked; one alone is none."""
    named = [one for one in columns if _QUARTER_OR_MONTH.fullmatch(_lowest(one.header))]
    if len(named) < _FEWEST_MARKED:
        return columns
    return tuple(
        MapColumn(one.index, one.header, "deadline", (MARK,)) if one in named else one
        for one in columns
    )


def _lowest(header: str) -> str:
    return folded(header.rpartition(" / ")[2])


def _column(index: int, header: str) -> MapColumn:
    upper, _, lower = header.partition(" / ")
    year = _YEAR.fullmatch(lower or upper)
    if year:
        return MapColumn(index, header, "indicator", year=int(year[1]))
    if {meaning_of(upper).meaning, meaning_of(lower).meaning} == {"deadline", "responsible"}:
        return MapColumn(index, header, "deadline", ("responsible",))
    for text in filter(None, (header if not lower else "", upper, lower)):
        found = meaning_of(text)
        if found.meaning != "other":
            return MapColumn(index, header, found.meaning, tuple(found.also))
    return MapColumn(index, header, "other")


def _with_activity(columns: tuple[MapColumn, ...]) -> tuple[MapColumn, ...]:
    """One column is the work: that which also means it, or the content, or the stage."""
    if any(one.meaning == "activity" for one in columns):
        return columns
    candidates = [
        *(one for one in columns if "activity" in one.also),
        *(one for one in columns if one.meaning == "details"),
        *(one for one in columns if one.meaning == "stage"),
    ]
    if not candidates:
        return columns
    work = candidates[0]
    return tuple(
        MapColumn(one.index, one.header, "activity", one.also) if one is work else one
        for one in columns
    )
