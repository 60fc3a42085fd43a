"""Statistical forms: the list, a form on a date, the people behind a figure, files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from db.engine import Base
from db.queries.school import school as school_of
from db.queries.statistics import statistics_facts
from nastavnik_desktop.config.paths import resource_path
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.domain.search import search_key
from nastavnik_desktop.domain.statistics import engine
from nastavnik_desktop.domain.statistics.form import StatisticsForm
from nastavnik_desktop.domain.statistics.observations import Counts
from nastavnik_desktop.domain.statistics.reading import read_form
from nastavnik_desktop.domain.statistics.report import Cell, FormReport, ReportProblem
from nastavnik_desktop.services.files import format_of, render, write_whole
from nastavnik_desktop.services.results import Saved

FORM_CODES = ("participants",)
"""Forms that the program ships, in the order of the list."""


@dataclass(frozen=True)
class FormInfo:
    """A form in the list."""

    code: str
    title: str
    short_title: str


@dataclass(frozen=True)
class CountedRecord:
    """A person or a pairing behind a figure, and why it is counted."""

    record_id: int
    title: str
    reason: str
    counts: Counts


def available_forms() -> list[FormInfo]:
    """Forms that the program ships; no base is needed to list them."""
    forms = (_form(code) for code in FORM_CODES)
    return [FormInfo(form.code, form.title, form.short_title) for form in forms]


class StatisticsService:
    """Use cases of the page «Статистика»."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def forms(self) -> list[FormInfo]:
        """Forms that can be filled."""
        return available_forms()

    def report(self, code: str, as_of: date) -> FormReport:
        """A form filled on a date; raises RuleViolation for an unknown code."""
        if code not in FORM_CODES:
            known = ", ".join(FORM_CODES)
            raise RuleViolation(f"Формы «{code}» нет. Есть такие: {known}.", "code")
        with self._base.reading() as session:
            facts = statistics_facts(session, as_of)
        return engine.compute(_form(code), facts, as_of)

    def people_of(self, report: FormReport, row: str, column: int) -> list[CountedRecord]:
        """Who or what stands behind a figure, by name."""
        cell = report.cells[row, column]
        titles = report.people if cell.counts is Counts.PEOPLE else report.pairings
        records = [
            CountedRecord(record_id, titles[record_id], cell.reasons[record_id], cell.counts)
            for record_id in cell.ids
        ]
        return sorted(records, key=lambda record: (search_key(record.title), record.record_id))

    def definition(self, report: FormReport, row: str, column: int) -> str:
        """What a figure counts, in words."""
        return engine.definition(report.form, (row, column))

    def render(self, report: FormReport, file_format: str) -> bytes:
        """The filled form as a file of the format ``xlsx``, ``pdf`` or ``docx``."""
        from nastavnik_desktop.services.statistics_papers import report_document

        with self._base.reading() as session:
            school = school_of(session) or School()
        return render(report_document(report, school), file_format)

    def export(self, report: FormReport, path: Path) -> Saved:
        """Write the filled form to a file; the suffix tells the format."""
        write_whole(path, self.render(report, format_of(path)))
        return Saved(f"Сохранено: {path.name}", Changes.NOTHING)

    def report_json(self, report: FormReport) -> dict[str, Any]:
        """A report as the headless command prints it; ``people`` are ids of what is counted."""
        return {
            "form": report.form.code,
            "as_of": report.as_of.isoformat(),
            "cells": [
                _cell_json(row.code, column.number, report.cells[row.code, column.number])
                for row in report.form.rows
                for column in report.form.counted_columns
            ],
            "problems": [_problem_json(problem) for problem in report.problems],
        }


def _cell_json(row: str, column: int, cell: Cell) -> dict[str, Any]:
    return {
        "row": row,
        "column": column,
        "value": cell.value,
        "counts": cell.counts.value,
        "people": list(cell.ids),
    }


def _problem_json(problem: ReportProblem) -> dict[str, Any]:
    return {
        "level": problem.level.value,
        "message": problem.message,
        "counts": problem.counts.value,
        "people": list(problem.ids),
    }


@cache
def _form(code: str) -> StatisticsForm:
    return read_form(json.loads(resource_path("forms", f"{code}.json").read_text("utf-8")))
