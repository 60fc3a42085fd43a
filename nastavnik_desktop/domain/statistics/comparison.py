"""Two reports of one form held against each other: which figures differ, and who makes it."""

from __future__ import annotations

from dataclasses import dataclass

from nastavnik_desktop.domain.statistics.control_rules import Address
from nastavnik_desktop.domain.statistics.report import Cell, FormReport


@dataclass(frozen=True)
class FigureDifference:
    """A figure that differs: as both reports show it, who came and who is gone."""

    address: Address
    before: str
    after: str
    came: tuple[int, ...]
    gone: tuple[int, ...]


@dataclass(frozen=True)
class Comparison:
    """The differences of a report from an earlier one, in the order of the form."""

    before: FormReport
    after: FormReport
    differences: tuple[FigureDifference, ...]

    def at(self, address: Address) -> FigureDifference | None:
        """The difference of one figure."""
        return next((one for one in self.differences if one.address == address), None)


def compared(before: FormReport, after: FormReport) -> Comparison:
    """What changed from one report to the other.

    A figure whose people changed differs even where their number is the same.
    """
    found = []
    for row, column in after.form.cells():
        address = (row.code, column.number)
        former, present = before.cells.get(address), after.cells[address]
        if former is None or _is_same(former, present):
            continue
        came, gone = set(present.ids) - set(former.ids), set(former.ids) - set(present.ids)
        found.append(
            FigureDifference(
                address, former.shown, present.shown, tuple(sorted(came)), tuple(sorted(gone))
            )
        )
    return Comparison(before, after, tuple(found))


def _is_same(former: Cell, present: Cell) -> bool:
    return former.shown == present.shown and former.ids == present.ids
