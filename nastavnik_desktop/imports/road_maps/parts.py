"""A document as a sequence of texts and tables, in the order in which it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nastavnik_desktop.imports.grid import CellValue, Grid, as_text
from nastavnik_desktop.imports.readers.document import Document
from nastavnik_desktop.imports.road_maps.sections import SectionRow
from nastavnik_desktop.imports.road_maps.tables import (
    MapTable,
    TableKind,
    continued,
    find_map_tables,
)
from nastavnik_desktop.imports.values.text import folded, one_line

_TITLE = re.compile(r"дорожн\w+\s+карт|план\w*\s+(?:\w+\s+){0,2}(?:мероприятий|работы)")
_END_OF_TITLE = re.compile(
    r"(?:\w+\s+){0,2}сокращени|утвержд|согласован|приложение|(?:состав|цель|задачи)(?!\w)"
)
_TITLE_LINES = 5
_LONGEST_HEADING = 160
_ROW_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?|[IVX]{1,5}[.)]?")


@dataclass(frozen=True)
class Placed:
    """A table with the texts between it and the table before it."""

    table: MapTable
    before: tuple[str, ...]


@dataclass(frozen=True)
class Parts:
    """Tables of the document, and the texts below the last one."""

    tables: tuple[Placed, ...]
    after: tuple[str, ...]

    @property
    def road_maps(self) -> list[Placed]:
        """The tables of items only."""
        return [one for one in self.tables if one.table.kind is TableKind.ROAD_MAP]

    @property
    def above(self) -> tuple[str, ...]:
        """Texts above the first table of items."""
        texts: list[str] = []
        for one in self.tables:
            texts.extend(one.before)
            if one.table.kind is TableKind.ROAD_MAP:
                break
        return tuple(texts)

    @property
    def title_texts(self) -> tuple[str, ...]:
        """The same without the title of a stage, where each stage has a table of its own."""
        maps = self.road_maps
        is_staged = len(maps) > 1 and heading_of(maps[0], is_first=True) is not None
        return self.above[:-1] if is_staged else self.above

    @property
    def texts(self) -> tuple[str, ...]:
        """All texts outside tables."""
        return (*(text for one in self.tables for text in one.before), *self.after)


def parts_of(document: Document) -> Parts:
    """Find the tables; grids that only lay out texts (blocks of approval) give their texts."""
    tables: list[Placed] = []
    before: list[str] = []
    seen: list[tuple[tuple[CellValue, ...], ...]] = []
    for one in document.grids:
        if one.is_hidden or (one.rows and one.rows in seen):
            continue
        seen.append(one.rows)
        grid = whole_rows(one) if document.place_key == "" else one
        before.extend(grid.text_before)
        found = find_map_tables(grid)
        if not found and tables and all(map(_is_heading, grid.text_before)):
            more = continued(tables[-1].table, grid)
            found = [more] if more else []
        if not found:
            before.extend(_texts(grid, range(grid.height)))
            continue
        first = found[0].header_rows[0] if found[0].header_rows else 0
        before.extend(_texts(grid, range(first)))
        for table in found:
            tables.append(Placed(table, tuple(before)))
            before = []
    counted = sum(len(grid.text_before) for grid in document.grids)
    return Parts(tuple(tables), (*before, *document.paragraphs[counted:]))


def _is_heading(text: str) -> bool:
    """Whether a text between two tables is the title of a stage, so that the table goes on."""
    is_marked = SectionRow(one_line(text)).style not in {"plain", "caps"}
    return is_marked and len(text) <= _LONGEST_HEADING


def _texts(grid: Grid, rows: range) -> Iterator[str]:
    """Cells as texts, column by column where they are blocks side by side."""
    columns: dict[int, list[str]] = {}
    for row in rows:
        for column, cell in enumerate(grid.rows[row]):
            if cell is not None:
                columns.setdefault(column, []).extend(
                    line for line in as_text(cell).split("\n") if line.strip()
                )
    return (text for texts in columns.values() for text in texts)


def whole_rows(grid: Grid) -> Grid:
    """Rows that a text copied from Word has broken at line ends inside cells, made whole.

    A numbered row that lacks cells is joined with the unnumbered lines below it when together they
    have just as many cells as the widest row.
    """
    rows: list[tuple[CellValue, ...]] = []
    place = 0
    while place < grid.height:
        row, length = grid.rows[place], 1
        if row and _ROW_NUMBER.fullmatch(as_text(row[0])) and len(row) < grid.width:
            row, length = _with_lines_below(grid, place)
        rows.append(row)
        place += length
    return replace(grid, rows=tuple(rows))


def _with_lines_below(grid: Grid, first: int) -> tuple[tuple[CellValue, ...], int]:
    row = list(grid.rows[first])
    for place in range(first + 1, grid.height):
        more = grid.rows[place]
        if not more or _ROW_NUMBER.fullmatch(as_text(more[0])):
            break
        row[-1] = "\n".join(filter(None, (as_text(row[-1]), as_text(more[0]))))
        row.extend(more[1:])
        if len(row) > grid.width:
            break
        following = grid.rows[place + 1] if place + 1 < grid.height else ()
        is_last = not following or bool(_ROW_NUMBER.fullmatch(as_text(following[0])))
        if len(row) == grid.width and (is_last or len(following) > 1):
            return tuple(row), place - first + 1
    return grid.rows[first], 1


def titles_in(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of the road map's title among the texts above it; the last texts without one."""
    starts = [n for n, text in enumerate(texts) if _TITLE.search(folded(text))]
    if not starts:
        joined = [
            n for n in range(len(texts) - 1) if _TITLE.search(folded(" ".join(texts[n : n + 2])))
        ]
        starts = joined
    if not starts:
        return texts[-2:]
    first = next((n for n in starts if not _END_OF_TITLE.match(folded(texts[n]))), starts[0])
    lines = [texts[first]]
    for text in texts[first + 1 : first + _TITLE_LINES]:
        if _END_OF_TITLE.match(folded(text)):
            break
        lines.append(text)
    return tuple(lines)


def heading_of(placed: Placed, *, is_first: bool) -> SectionRow | None:
    """The title of a stage that stands as a text just above a table of its own."""
    if not placed.before:
        return None
    text = one_line(placed.before[-1])
    if len(text) > _LONGEST_HEADING or _TITLE.search(folded(text)):
        return None
    row = SectionRow(text)
    return None if is_first and row.style in {"plain", "caps"} else row
