"""The mapping of a blank: what goes into which cell, found again in files of the same shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from nastavnik_desktop.domain.blanks import Blank, BlankSheet, CellPlace, lasting_words
from nastavnik_desktop.domain.filling.headings import NO_HEADINGS, Headings, headings_of
from nastavnik_desktop.domain.filling.sources import Source

LEAST_FOUND = 0.6
"""The share of cells that must be found in another file for a mapping to be taken over."""


@dataclass(frozen=True)
class MappedCell:
    """A cell with what stands in it; ``headings`` are those it had when it was mapped.

    ``is_proposed`` marks what the program read from the headings and nobody has confirmed.
    """

    place: CellPlace
    source: Source
    headings: Headings = NO_HEADINGS
    is_proposed: bool = False


@dataclass(frozen=True)
class BlankMapping:
    """The mapping of files of one shape; ``title`` is the name of the file it was made in."""

    title: str = ""
    shape: str = ""
    cells: tuple[MappedCell, ...] = ()
    mapping_id: int | None = None

    @cached_property
    def by_place(self) -> dict[CellPlace, MappedCell]:
        """The cells by their places."""
        return {cell.place: cell for cell in self.cells}

    @property
    def proposed(self) -> int:
        """How many cells wait to be confirmed."""
        return sum(cell.is_proposed for cell in self.cells)

    def having(self, *cells: MappedCell) -> BlankMapping:
        """The mapping with these cells in the places of former ones."""
        merged = {**self.by_place, **{cell.place: cell for cell in cells}}
        return replace(self, cells=tuple(merged[place] for place in sorted(merged)))

    def without(self, *places: CellPlace) -> BlankMapping:
        """The mapping without what stands in these places."""
        return replace(self, cells=tuple(one for one in self.cells if one.place not in places))

    def confirmed(self) -> BlankMapping:
        """The mapping with everything proposed accepted."""
        return replace(self, cells=tuple(replace(one, is_proposed=False) for one in self.cells))


@dataclass(frozen=True)
class Found:
    """A mapping in another file: how many of its cells stay, moved with their headings, are lost.

    A cell that stays only by its place, because its headings read otherwise, is proposed anew.
    """

    mapping: BlankMapping
    moved: int = 0
    lost: int = 0

    @property
    def share(self) -> float:
        """How much of the mapping was found."""
        kept = len(self.mapping.cells)
        return kept / (kept + self.lost) if kept else 0.0


def at_home(mapping: BlankMapping, blank: Blank) -> BlankMapping:
    """The mapping with its places as the blank has them: joined cells by their first one."""
    return replace(mapping, cells=tuple(_at_home(cell, blank) for cell in mapping.cells))


def _at_home(cell: MappedCell, blank: Blank) -> MappedCell:
    name = cell.place.sheet or next((one.name for one in blank.sheets if not one.is_hidden), "")
    sheet = blank.sheet(name)
    if sheet is None:
        return replace(cell, place=replace(cell.place, sheet=name))
    return replace(cell, place=sheet.place(cell.place.row, cell.place.column))


def found_in(blank: Blank, mapping: BlankMapping) -> Found:
    """The mapping in a file of another shape: every cell goes with its headings."""
    placed = [(cell, _new_place(cell, blank)) for cell in mapping.cells]
    cells = {
        place: replace(cell, place=place, is_proposed=cell.is_proposed or not is_sure)
        for cell, (place, is_sure) in ((one, found) for one, found in placed if found is not None)
    }
    moved = sum(found is not None and not _is_same(found[0], cell) for cell, found in placed)
    kept = tuple(cells[place] for place in sorted(cells))
    return Found(
        BlankMapping(mapping.title, blank.shape, kept), moved, len(mapping.cells) - len(kept)
    )


def _is_same(place: CellPlace, cell: MappedCell) -> bool:
    return (place.row, place.column) == (cell.place.row, cell.place.column)


def _new_place(cell: MappedCell, blank: Blank) -> tuple[CellPlace, bool] | None:
    """Where a cell stands now and whether all its headings are there; None when it is lost."""
    sheet = _sheet_like(blank, cell.place.sheet)
    if sheet is None:
        return None
    for row, column in _around(sheet, cell.place):
        if headings_of(sheet, row, column).key == cell.headings.key:
            return sheet.place(row, column), True
    wanted = cell.headings.key
    here = headings_of(sheet, cell.place.row, cell.place.column).key
    is_like = any(one and one == other for one, other in zip(wanted, here, strict=True))
    return (sheet.place(cell.place.row, cell.place.column), False) if is_like else None


def _around(sheet: BlankSheet, place: CellPlace) -> Iterator[tuple[int, int]]:
    """The place itself, then its column by distance, then its row."""
    yield place.row, place.column
    rows = sorted(range(1, sheet.height + 1), key=lambda row: abs(row - place.row))
    yield from ((row, place.column) for row in rows)
    columns = sorted(range(1, sheet.width + 1), key=lambda at: abs(at - place.column))
    yield from ((place.row, column) for column in columns)


def _sheet_like(blank: Blank, name: str) -> BlankSheet | None:
    """The sheet of that name, or of the same words, or the only one."""
    exact = blank.sheet(name)
    if exact is not None or len(blank.sheets) == 1:
        return exact or blank.sheets[0]
    alike = (one for one in blank.sheets if lasting_words(one.name) == lasting_words(name))
    return next(alike, None)


def best_found(blank: Blank, mappings: Iterable[BlankMapping]) -> Found | None:
    """The mapping of which most is found in a blank, if that is enough."""
    found = [found_in(blank, mapping) for mapping in mappings]
    best = max(found, key=lambda one: (one.share, len(one.mapping.cells)), default=None)
    return best if best is not None and best.share >= LEAST_FOUND else None
