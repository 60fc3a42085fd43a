"""What the engine answers: cells with the records behind them, and problems in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.statistics.control_rules import Address
from nastavnik_desktop.domain.statistics.entered import Correction
from nastavnik_desktop.domain.statistics.form import StatisticsForm
from nastavnik_desktop.domain.statistics.observations import Counts

Value = int | Decimal | None


class CellKind(StrEnum):
    """Where a figure comes from; a crossed cell prints «х», a blank one nothing."""

    COUNTED = "counted"
    FORMULA = "formula"
    GIVEN = "given"
    TEXT = "text"
    CROSSED = "crossed"
    BLANK = "blank"


@dataclass(frozen=True)
class Cell:
    """A figure with the records behind it.

    ``ids`` are sorted and each stands once; ``reasons`` tell in Russian why each is counted.
    ``value`` is None where there is no figure; a figure that divides by zero prints ``text``.
    """

    value: Value
    counts: Counts = Counts.PEOPLE
    ids: tuple[int, ...] = ()
    reasons: Mapping[int, str] = field(default_factory=dict)
    kind: CellKind = CellKind.COUNTED
    text: str = ""
    correction: Correction | None = None
    decimals: int = 0

    @property
    def is_crossed(self) -> bool:
        """Whether the cell is filled by «х»."""
        return self.kind is CellKind.CROSSED

    @property
    def figure(self) -> Value:
        """The figure that is signed: the corrected one, rounded half up as it is printed."""
        value = self.value if self.correction is None else self.correction.value
        return value if value is None else rounded(value, self.decimals)

    @property
    def exact(self) -> Decimal:
        """The figure before rounding, for sums and control rules; nothing counts as zero."""
        value = self.value if self.correction is None else self.correction.value
        return Decimal(value or 0)

    @property
    def shown(self) -> str:
        """The figure as the paper shows it: «12», «37,5», «–», or the text of the cell."""
        figure = self.figure
        return self.text if figure is None else figure_text(figure, self.decimals)


def rounded(value: int | Decimal, decimals: int) -> int | Decimal:
    """Half up, as people round; a whole number where no decimals are asked for."""
    if isinstance(value, int) and not decimals:
        return value
    exact = Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return exact if decimals else int(exact)


def figure_text(value: int | Decimal, decimals: int) -> str:
    """«12» or «-3,5»."""
    return f"{value:.{decimals}f}".replace(".", ",")


@dataclass(frozen=True)
class ReportProblem:
    """A broken control rule or a gap in the data, with the records of which it speaks."""

    message: str
    level: Level
    counts: Counts = Counts.PEOPLE
    ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class FormReport:
    """A form filled on a date; ``cells`` by row code and column number («01», 3).

    ``titles`` give a name to every id that a cell or a problem holds, by what it counts.
    """

    form: StatisticsForm
    as_of: date
    cells: Mapping[Address, Cell]
    problems: tuple[ReportProblem, ...]
    rules_kept: int
    titles: Mapping[Counts, Mapping[int, str]]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was counted: such a report is its title page alone, without zeros."""
        return not any(cell.figure or cell.text.strip("–") for cell in self.cells.values())

    @property
    def corrected(self) -> list[Address]:
        """Cells that somebody corrected by hand."""
        return [address for address, cell in self.cells.items() if cell.correction is not None]

    def title_of(self, counts: Counts, record_id: int) -> str:
        """The name of a record behind a figure."""
        return self.titles.get(counts, {}).get(record_id, f"№ {record_id}")


def with_correction(cell: Cell, correction: Correction | None) -> Cell:
    """A figure with what was put in its place; crossed cells and texts take none."""
    if correction is None or cell.kind not in {CellKind.COUNTED, CellKind.FORMULA}:
        return cell
    return replace(cell, correction=correction)
