"""Reports and comparisons as the headless commands print them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from nastavnik_desktop.domain.statistics.comparison import Comparison, FigureDifference
from nastavnik_desktop.domain.statistics.report import Cell, FormReport, ReportProblem, Value


def report_json(report: FormReport) -> dict[str, Any]:
    """A report with the ids of what is counted in ``people``.

    A cell of words and a share of nobody have ``text``, a corrected cell has ``correction``: the
    counted figure and the reason.
    """
    return {
        "form": report.form.code,
        "as_of": report.as_of.isoformat(),
        "cells": [_cell(*address, cell) for address, cell in report.cells.items()],
        "problems": [_problem(problem) for problem in report.problems],
    }


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """What differs, with the ids of those who came and who are gone."""
    return {
        "form": comparison.after.form.code,
        "before": comparison.before.as_of.isoformat(),
        "after": comparison.after.as_of.isoformat(),
        "differences": [_difference(comparison, one) for one in comparison.differences],
    }


def _cell(row: str, column: int, cell: Cell) -> dict[str, Any]:
    made: dict[str, Any] = {
        "row": row,
        "column": column,
        "value": _number(cell.figure),
        "counts": cell.counts.value,
        "people": list(cell.ids),
    }
    if cell.text:
        made["text"] = cell.text
    if cell.correction is not None:
        made["correction"] = {"counted": _number(cell.value), "reason": cell.correction.reason}
    return made


def _number(value: Value) -> int | float | None:
    return float(value) if isinstance(value, Decimal) else value


def _difference(comparison: Comparison, one: FigureDifference) -> dict[str, Any]:
    row, column = one.address
    before, after = comparison.before.cells[one.address], comparison.after.cells[one.address]
    return {
        "row": row,
        "column": column,
        "counts": after.counts.value,
        "before": _number(before.figure) if before.text == "" else before.text,
        "after": _number(after.figure) if after.text == "" else after.text,
        "came": list(one.came),
        "gone": list(one.gone),
    }


def _problem(problem: ReportProblem) -> dict[str, Any]:
    return {
        "level": problem.level.value,
        "message": problem.message,
        "counts": problem.counts.value,
        "people": list(problem.ids),
    }
