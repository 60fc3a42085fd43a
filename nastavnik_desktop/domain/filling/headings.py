"""The headings that a cell of a blank stands under and beside, compared without dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nastavnik_desktop.domain.blanks import BlankCell, BlankSheet, lasting_words


@dataclass(frozen=True)
class Headings:
    """Words at the left of a cell and above it, from the outermost inwards."""

    row: tuple[str, ...] = ()
    column: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What stays the same in the next quarter's file."""
        return tuple(map(lasting_words, self.row)), tuple(map(lasting_words, self.column))

    def in_words(self) -> str:
        """«строка «педагог – педагог», графа «Наставников, чел. / всего»»."""
        parts = (("строка", self.row), ("графа", self.column))
        return ", ".join(f"{name} «{' / '.join(words)}»" for name, words in parts if words)


NO_HEADINGS = Headings()


def headings_of(sheet: BlankSheet, row: int, column: int) -> Headings:
    """The nearest block of words in both directions.

    Blanks and numbers between the cell and its headings are passed over; the block ends with the
    next of them, so that the table above is not read. Titles over the whole table are no headings.
    """
    cell = sheet.cell_at(row, column)
    beside = (sheet.cell_at(cell.row, at) for at in range(cell.column - 1, 0, -1))
    above = (sheet.cell_at(at, cell.column) for at in range(cell.row - 1, 0, -1))
    heads = [one for one in _block(above) if not _is_title(one, cell)]
    return Headings(_words(_block(beside)), _words(heads))


def _block(outwards: Iterable[BlankCell]) -> Iterator[BlankCell]:
    """The first cells with words on the way outwards, each once."""
    last = None
    for cell in outwards:
        if _is_heading(cell):
            if cell is not last:
                yield cell
            last = cell
        elif last is not None:
            return


def _is_heading(cell: BlankCell) -> bool:
    return not cell.is_formula and len(lasting_words(cell.text)) > 1


def _is_title(heading: BlankCell, cell: BlankCell) -> bool:
    """Whether a joined cell above begins with the sheet itself and reaches over the cell."""
    return heading.column == 1 and heading.columns > 1 and cell.column > 1


def _words(inwards: Iterable[BlankCell]) -> tuple[str, ...]:
    return tuple(" ".join(cell.text.split()) for cell in inwards)[::-1]
