"""Proposes what stands in the cells of a blank, read from the headings beside and above them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from nastavnik_desktop.domain.blanks import Blank, BlankCell, BlankSheet
from nastavnik_desktop.domain.filling.headings import Headings, headings_of
from nastavnik_desktop.domain.filling.known_texts import KnownText
from nastavnik_desktop.domain.filling.mapping import MappedCell
from nastavnik_desktop.domain.filling.reading import Reading, Said, said_by
from nastavnik_desktop.domain.filling.sources import Known, Source
from nastavnik_desktop.domain.filling.words import PARTS, WHOLES, plain


def proposals(
    blank: Blank, forms: Mapping[str, str], names: Iterable[str] = ()
) -> list[MappedCell]:
    """What the program reads in a blank.

    ``forms`` are titles of forms of mentoring by code, ``names`` those of the school, which may
    head a row. Cells that hold words or formulas are left alone, and so is what stands outside of
    tables, what is headed by words that are not understood, shares and plans.
    """
    known = frozenset(plain(name) for name in names if name.strip())
    said: dict[str, Said] = {}
    return [
        cell
        for sheet in blank.sheets
        if not sheet.is_hidden
        for cell in _Proposing(sheet, forms, known, said).found()
    ]


@dataclass
class _Proposing:
    """Goes through the cells of one sheet; each heading is read once for all of them."""

    sheet: BlankSheet
    forms: Mapping[str, str]
    names: frozenset[str]
    said: dict[str, Said]
    _headings: dict[tuple[int, int], Headings] = field(default_factory=dict)

    def found(self) -> Iterator[MappedCell]:
        for cell in self.sheet.cells:
            if cell.is_ruled and _is_free(cell):
                headings = self._headings_of(cell.row, cell.column)
                is_number_of_column = bool(cell.text.strip(" _.…-–")) and not headings.row
                source = None if is_number_of_column else self._source(cell, headings)
                if source is not None:
                    place = self.sheet.place(cell.row, cell.column)
                    yield MappedCell(place, source, headings, is_proposed=True)

    def _source(self, cell: BlankCell, headings: Headings) -> Source | None:
        if headings.row and not headings.column and not self._is_beside_words(cell):
            return None
        reading = self._reading(cell.row, cell.column, headings)
        if reading.strong is None:
            fact = self._fact(headings)
            if fact is not None or not headings.row:
                return fact
        innermost = (*headings.row[-1:], *headings.column[-1:])
        if not all(self._said(heading).is_understood for heading in innermost):
            return None
        return reading.source()

    def _is_beside_words(self, cell: BlankCell) -> bool:
        """Of several cells without headings above them the first one is meant."""
        return bool(self.sheet.cell_at(cell.row, cell.column - 1).text.strip())

    def _fact(self, headings: Headings) -> Known | None:
        """A fact that the words right beside the cell name, or else those above it."""
        nearest = headings.row[-1:] or headings.column[-1:]
        fact = self._said(nearest[0]).fact if nearest else None
        return Known(KnownText(fact)) if fact is not None else None

    def _said(self, heading: str) -> Said:
        if heading not in self.said:
            self.said[heading] = said_by(heading, self.forms, self.names)
        return self.said[heading]

    def _read(self, headings: Iterable[str]) -> Reading:
        reading = Reading()
        for heading in headings:
            reading.add(self._said(heading))
        return reading

    def _headings_of(self, row: int, column: int) -> Headings:
        if (row, column) not in self._headings:
            self._headings[row, column] = headings_of(self.sheet, row, column)
        return self._headings[row, column]

    def _reading(self, row: int, column: int, headings: Headings) -> Reading:
        reading = self._read((*headings.column, *headings.row))
        if reading.strong is None and headings.row:
            whole = self._whole(row, column, headings.row[-1])
            if whole is not None:
                above = self._headings_of(whole, column)
                return reading.under(self._reading(whole, column, above))
        return reading

    def _whole(self, row: int, column: int, title: str) -> int | None:
        """The row that a row is a part of: «из них» belongs to the nearest row of an indicator.

        Rows that follow «из них» without a beginning of their own are parts of the same whole.
        """
        is_part = _begins(title, PARTS)
        if not is_part and _begins(title, WHOLES):
            return None
        for above in range(row - 1, 0, -1):
            titles = self._headings_of(above, column).row
            if not titles:
                continue
            reading = self._read(titles)
            if is_part and (reading.strong or reading.weak):
                return above
            if not is_part and _begins(titles[-1], PARTS):
                return self._whole(above, column, titles[-1])
            if reading.strong or _begins(titles[-1], WHOLES):
                return None
        return None


def _begins(title: str, beginnings: tuple[str, ...]) -> bool:
    return plain(title).lstrip("- ").startswith(beginnings)


def _is_free(cell: BlankCell) -> bool:
    """Whether a value may be put there: nothing, a number of a former time, dots to write on."""
    return not cell.is_formula and not cell.text.strip(" _.…-–0123456789,")
