"""A filled form as plain data that need no base and no indicator to be read again.

A copy of what was sent keeps the headings, rows and rules of its own edition: later changes of
the definitions and of the program do not touch it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.statistics.control_rules import ControlRule
from nastavnik_desktop.domain.statistics.entered import Correction
from nastavnik_desktop.domain.statistics.form import FormColumn, FormRow, FormTable, selector_of
from nastavnik_desktop.domain.statistics.observations import Counts
from nastavnik_desktop.domain.statistics.reading import read_form
from nastavnik_desktop.domain.statistics.report import (
    Cell,
    CellKind,
    FormReport,
    ReportProblem,
    Value,
)

_SEALED = "sealed"
_AS_SENT = {"given": _SEALED}


def sealed(report: FormReport) -> dict[str, Any]:
    """The whole report as plain data for JSON, with the names behind its figures."""
    used = _used(report)
    return {
        "definition": _definition(report),
        "as_of": report.as_of.isoformat(),
        "cells": [_sealed_cell(*address, cell) for address, cell in report.cells.items()],
        "problems": [asdict(problem) for problem in report.problems],
        "rules_kept": report.rules_kept,
        "titles": {
            counts.value: {str(key): report.title_of(counts, key) for key in sorted(ids)}
            for counts, ids in used.items()
        },
    }


def unsealed(content: Mapping[str, Any]) -> FormReport:
    """The report of sealed data."""
    return FormReport(
        form=read_form(content["definition"]),
        as_of=date.fromisoformat(content["as_of"]),
        cells={(one["row"], one["column"]): _cell(one) for one in content["cells"]},
        problems=tuple(_problem(one) for one in content["problems"]),
        rules_kept=content["rules_kept"],
        titles={
            Counts(counts): {int(key): title for key, title in names.items()}
            for counts, names in content["titles"].items()
        },
    )


def _used(report: FormReport) -> dict[Counts, set[int]]:
    used: dict[Counts, set[int]] = {}
    for cell in report.cells.values():
        used.setdefault(cell.counts, set()).update(cell.ids)
    for problem in report.problems:
        used.setdefault(problem.counts, set()).update(problem.ids)
    return used


def _definition(report: FormReport) -> dict[str, Any]:
    form = report.form
    return {
        "code": form.code,
        "title": form.title,
        "short_title": form.short_title,
        "title_page": asdict(form.title_page),
        "signature": asdict(form.signature),
        "note": form.note,
        "tables": [_table(table) for table in form.tables],
        "rules": [_rule(rule) for rule in form.rules],
    }


def _table(table: FormTable) -> dict[str, Any]:
    return {
        "title": table.title,
        "short_title": table.short_title,
        "units": table.units,
        "columns": [_column(column) for column in table.columns],
        "rows": [_row(row, table) for row in table.rows],
    }


def _column(column: FormColumn) -> dict[str, Any]:
    made: dict[str, Any] = {
        "number": column.number,
        "heading": list(column.heading),
        "decimals": column.decimals,
    }
    if column.selector is not None and column.selector.formula is not None:
        return {**made, "formula": column.selector.formula.text}
    if not column.has_figures:
        return made
    shows = column.selector.shows if column.selector is not None else ""
    return {**made, **_AS_SENT, "part": column.part, "shows": shows}


def _row(row: FormRow, table: FormTable) -> dict[str, Any]:
    parts = {name: _part(row, name, table) for name in row.parts}
    if not row.is_total and not parts:
        parts = {_SEALED: dict(_AS_SENT)}
    return {
        "code": row.code,
        "title": row.title,
        "number": row.number,
        "level": row.level,
        "crossed": sorted(row.crossed),
        "parts": parts,
    }


def _part(row: FormRow, name: str, table: FormTable) -> dict[str, Any]:
    selectors = (selector_of(row, one) for one in table.columns if one.part == name)
    selector = next(selectors, None)
    if selector is not None and selector.formula is not None:
        return {"formula": selector.formula.text}
    return {**_AS_SENT, "shows": selector.shows if selector is not None else ""}


def _rule(rule: ControlRule) -> dict[str, Any]:
    return {**asdict(rule), "relation": rule.relation.value, "level": rule.level.value}


def _sealed_cell(row: str, column: int, cell: Cell) -> dict[str, Any]:
    made: dict[str, Any] = {
        "row": row,
        "column": column,
        "kind": cell.kind.value,
        "counts": cell.counts.value,
        "value": None if cell.value is None else str(cell.value),
        "text": cell.text,
        "decimals": cell.decimals,
        "reasons": {str(key): cell.reasons[key] for key in cell.ids},
    }
    if cell.correction is not None:
        correction = cell.correction
        made["correction"] = {"value": str(correction.value), "reason": correction.reason}
    return made


def _cell(content: Mapping[str, Any]) -> Cell:
    reasons = {int(key): why for key, why in content["reasons"].items()}
    correction = content.get("correction")
    return Cell(
        value=_value(content["value"]),
        counts=Counts(content["counts"]),
        ids=tuple(sorted(reasons)),
        reasons=reasons,
        kind=CellKind(content["kind"]),
        text=content["text"],
        decimals=content["decimals"],
        correction=Correction(Decimal(correction["value"]), correction["reason"])
        if correction
        else None,
    )


def _value(written: str | None) -> Value:
    if written is None:
        return None
    return int(written) if written.isdigit() else Decimal(written)


def _problem(content: Mapping[str, Any]) -> ReportProblem:
    return ReportProblem(
        message=content["message"],
        level=Level(content["level"]),
        counts=Counts(content["counts"]),
        ids=tuple(content["ids"]),
    )
