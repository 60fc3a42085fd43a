"""Formulas of a workbook: totals that a control rule makes sums, and the form's own formulas."""

from __future__ import annotations

from nastavnik_desktop.domain.statistics.control_rules import Address, ControlRule, Relation
from nastavnik_desktop.domain.statistics.form import (
    FormColumn,
    FormRow,
    FormTable,
    selector_of,
)
from nastavnik_desktop.domain.statistics.formula import Formula, Reference
from nastavnik_desktop.domain.statistics.report import FormReport


def formula_of(report: FormReport, table: FormTable, row: FormRow, column: FormColumn) -> str:
    """A formula over the figures of the table, «{row:column}» from zero; empty for a number.

    A total becomes a sum where a control rule says so and holds; people are never summed
    otherwise. A corrected figure stays a number.
    """
    address = (row.code, column.number)
    if report.cells[address].correction is not None:
        return ""
    places = _places(table)
    selector = selector_of(row, column)
    if selector is not None and selector.formula is not None:
        return _own(selector.formula, row, places)
    for rule in report.form.rules:
        parts = _parts(rule, address)
        if parts and _adds_up(report, address, parts) and set(parts) <= places.keys():
            return "+".join(_named(places[part]) for part in parts)
    return ""


def _places(table: FormTable) -> dict[Address, tuple[int, int]]:
    return {
        (row.code, column.number): (down, right)
        for down, row in enumerate(table.rows)
        for right, column in enumerate(table.counted_columns)
    }


def _own(formula: Formula, row: FormRow, places: dict[Address, tuple[int, int]]) -> str:
    """Blank where a figure is missing, a dash where it divides by zero, as on paper."""
    addresses = [(one.row or row.code, one.number) for one in formula.references]
    if not set(addresses) <= places.keys():
        return ""

    def name(reference: Reference) -> str:
        return _named(places[reference.row or row.code, reference.number])

    wanted = ",".join(dict.fromkeys(_named(places[address]) for address in addresses))
    shared = f'IFERROR({formula.rewritten(name)},"–")'
    return f'IF(COUNT({wanted})<{len(set(addresses))},"",{shared})'


def _named(place: tuple[int, int]) -> str:
    return f"{{{place[0]}:{place[1]}}}"


def _parts(rule: ControlRule, address: Address) -> list[Address]:
    """The cells of which a rule makes a figure the sum."""
    row, column = address
    if rule.relation is not Relation.EQUAL or len(rule.right) < 2:
        return []
    if rule.is_of_rows and rule.left == (row,) and column in rule.columns:
        return [(str(code), column) for code in rule.right]
    if not rule.is_of_rows and rule.left == (column,) and row in rule.rows:
        return [(row, int(number)) for number in rule.right]
    return []


def _adds_up(report: FormReport, address: Address, parts: list[Address]) -> bool:
    total = sum(report.cells[part].exact for part in parts)
    return total == report.cells[address].exact
