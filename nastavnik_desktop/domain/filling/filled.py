"""A blank with its values: what is written into each cell, and who stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from nastavnik_desktop.domain.blanks import BlankValue, CellPlace
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.filling.mapping import BlankMapping, MappedCell
from nastavnik_desktop.domain.statistics.control_rules import Address
from nastavnik_desktop.domain.statistics.entered import figure_of
from nastavnik_desktop.domain.statistics.report import FormReport, ReportProblem

_LONGEST_NUMBER = 9


@dataclass(frozen=True)
class FilledCell:
    """A cell with its value; ``report`` and ``address`` are where a figure was counted.

    ``value`` is None where nothing is written, and ``problem`` says why.
    """

    mapped: MappedCell
    value: BlankValue | None
    shown: str = ""
    report: FormReport | None = None
    address: Address | None = None
    problem: str = ""

    @property
    def place(self) -> CellPlace:
        """Where it stands."""
        return self.mapped.place


@dataclass(frozen=True)
class FilledBlank:
    """All cells of a mapping on a date; ``warnings`` are gaps in the data, with their records."""

    mapping: BlankMapping
    as_of: date
    cells: tuple[FilledCell, ...]
    warnings: tuple[tuple[FormReport, ReportProblem], ...] = ()

    @property
    def values(self) -> dict[CellPlace, BlankValue]:
        """What is written into the file."""
        return {cell.place: cell.value for cell in self.cells if cell.value is not None}

    @property
    def faults(self) -> Iterator[str]:
        """Sentences on cells that stay empty against the mapping."""
        for cell in self.cells:
            if cell.problem:
                yield f"{cell.place.sheet}, ячейка {cell.place.address}: {cell.problem}"

    def at(self, place: CellPlace) -> FilledCell | None:
        """The filled cell of a place."""
        return next((cell for cell in self.cells if cell.place == place), None)


def figure_value(figure: int | Decimal | None, text: str) -> BlankValue | None:
    """A figure of a report as a blank holds it: a share of nobody is its dash."""
    if figure is None:
        return text or None
    return int(figure) if figure == int(figure) else float(figure)


def written_value(text: str) -> BlankValue:
    """What the user wrote: «12» and «37,5» are numbers; «007» and phones are texts."""
    plain = text.strip()
    is_code = len(plain) > _LONGEST_NUMBER or re.match(r"0\d", plain) is not None
    if is_code or not plain:
        return plain
    try:
        figure = figure_of(plain)
    except RuleViolation:
        return plain
    return int(figure) if figure == int(figure) else float(figure)
