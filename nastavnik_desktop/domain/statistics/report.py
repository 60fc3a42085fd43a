"""What the engine answers: cells with the records behind them, and problems in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.statistics.form import Address, StatisticsForm
from nastavnik_desktop.domain.statistics.observations import Counts


@dataclass(frozen=True)
class Cell:
    """A figure with the records behind it; ``value`` is None in a cell crossed out by «х».

    ``ids`` are sorted and each stands once; ``reasons`` tell in Russian why each is counted.
    """

    value: int | None
    counts: Counts
    ids: tuple[int, ...] = ()
    reasons: Mapping[int, str] = field(default_factory=dict)


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

    ``people`` and ``pairings`` give a name to every id that a cell or a problem holds.
    """

    form: StatisticsForm
    as_of: date
    cells: Mapping[Address, Cell]
    problems: tuple[ReportProblem, ...]
    rules_kept: int
    people: Mapping[int, str]
    pairings: Mapping[int, str]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was counted: such a report is its title page alone, without zeros."""
        return not any(cell.value for cell in self.cells.values())
