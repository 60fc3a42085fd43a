"""Control rules: what the figures of a filled form must satisfy, and the words when they do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.statistics.control_rules import (
    Address,
    ControlLine,
    ControlRule,
    Relation,
)
from nastavnik_desktop.domain.statistics.entered import Entered, Figures
from nastavnik_desktop.domain.statistics.observations import Counts
from nastavnik_desktop.domain.statistics.report import Cell, CellKind, ReportProblem

_Cells = Mapping[Address, Cell]
_FEW = 2
"""A change by so many people in a year surprises nobody, whatever its share."""


def broken_rule(
    rule: ControlRule, cells: _Cells, entered: Entered | None = None
) -> ReportProblem | None:
    """What is wrong by a rule, with the records that make the difference; None when it holds.

    A rule that compares with another report holds where there is none to compare with.
    """
    other = _other(rule, entered or Entered())
    if other is None and rule.relation in {Relation.NEAR_LAST_YEAR, Relation.SAME_IN_FORM}:
        return None
    check = _Check(rule, cells, other)
    broken = [line for line in rule.lines() if not check.holds(line)]
    if not broken:
        return None
    counts = cells[broken[0].left[0]].counts
    places = "; ".join(check.told(line) for line in broken)
    ids = {record_id for line in broken for record_id in check.difference(line, counts)}
    message = f"Контроль: {rule.text}. Сейчас: {places}."
    return ReportProblem(message, rule.level, counts, tuple(sorted(ids)))


def _other(rule: ControlRule, entered: Entered) -> Figures | None:
    if rule.relation is Relation.NEAR_LAST_YEAR:
        return entered.last_year
    return entered.others.get(rule.form) if rule.form else None


class _Check:
    """A rule over the cells of a report, and those of the report that it is held against."""

    def __init__(self, rule: ControlRule, cells: _Cells, other: Figures | None) -> None:
        self._rule = rule
        self._cells = cells
        self._other = other

    def holds(self, line: ControlLine) -> bool:
        """Whether the figures of a line satisfy the rule; a share of nobody satisfies any."""
        if any(self._is_undefined(address) for address in (*line.left, *line.right)):
            return True
        left, right = self._sides(line)
        match self._rule.relation:
            case Relation.EQUAL | Relation.SAME_IN_FORM:
                return left == right
            case Relation.AT_MOST | Relation.COVERED:
                return left <= right
            case Relation.IMPLIES:
                return not left or bool(right)
            case Relation.NEAR_LAST_YEAR:
                change = abs(left - right)
                return change <= _FEW or change * 100 <= right * self._rule.limit_percent
            case Relation.AT_LEAST | Relation.AT_LEAST_EACH:
                return left >= right

    def _is_undefined(self, address: Address) -> bool:
        cell = self._cells.get(address)
        return cell is not None and cell.kind is CellKind.FORMULA and cell.figure is None

    def told(self, line: ControlLine) -> str:
        """«строка 01 – 5 и 4»."""
        left, right = self._sides(line)
        if self._rule.relation is Relation.COVERED:
            return f"{line.place} – не отнесены: {left}"
        if self._rule.relation is Relation.NEAR_LAST_YEAR and self._other is not None:
            before = f"на {short_date(self._other.as_of)} было {_number(right)}"
            return f"{line.place} – {before}, стало {_number(left)}"
        return f"{line.place} – {_number(left)} и {_number(right)}"

    def difference(self, line: ControlLine, counts: Counts) -> set[int]:
        """Records of one side that the other lacks."""
        left = _ids(line.left, self._cells, counts)
        right = _ids(*self._right(line), counts)
        return left - right if self._rule.relation is Relation.COVERED else left ^ right

    def _sides(self, line: ControlLine) -> tuple[Decimal, Decimal]:
        """Figures of both sides; for COVERED how many of the left side the right one lacks."""
        if self._rule.relation is Relation.COVERED:
            counts = self._cells[line.left[0]].counts
            return Decimal(len(self.difference(line, counts))), Decimal(0)
        left = sum((self._cells[address].exact for address in line.left), Decimal(0))
        addresses, cells = self._right(line)
        parts = [cells[address].exact for address in addresses if address in cells]
        if self._rule.relation is Relation.AT_LEAST_EACH:
            return left, max(parts)
        return left, sum(parts, Decimal(0))

    def _right(self, line: ControlLine) -> tuple[tuple[Address, ...], _Cells]:
        if self._other is None:
            return line.right, self._cells
        is_last_year = self._rule.relation is Relation.NEAR_LAST_YEAR
        addresses = line.left if is_last_year else self._rule.other_cells or line.right
        return addresses, self._other.cells


def _ids(addresses: Iterable[Address], cells: _Cells, counts: Counts) -> set[int]:
    alike = (cells[address] for address in addresses if address in cells)
    return {record_id for cell in alike if cell.counts is counts for record_id in cell.ids}


def _number(value: Decimal) -> str:
    whole = int(value)
    return str(whole) if whole == value else f"{value.normalize():f}".replace(".", ",")
