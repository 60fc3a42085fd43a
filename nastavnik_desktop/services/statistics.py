"""Statistical forms: the list, a form on a date, the people behind a figure, files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from db.engine import Base
from db.queries.school import school as school_of
from db.queries.statistics_entries import edition_of
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.domain.search import search_key
from nastavnik_desktop.domain.statistics import engine
from nastavnik_desktop.domain.statistics.comparison import Comparison, compared
from nastavnik_desktop.domain.statistics.control_rules import Address
from nastavnik_desktop.domain.statistics.entered import FigureDraft, problems_in_figure
from nastavnik_desktop.domain.statistics.observations import Counts
from nastavnik_desktop.domain.statistics.report import CellKind, FormReport
from nastavnik_desktop.domain.statistics.title_page import (
    Edition,
    edition_in,
    problems_in,
    with_edition,
)
from nastavnik_desktop.services import statistics_entries
from nastavnik_desktop.services.files import format_of, render, write_whole
from nastavnik_desktop.services.results import Saved, refuse_errors
from nastavnik_desktop.services.statistics_filling import filled
from nastavnik_desktop.services.statistics_forms import FormInfo, FormLibrary, available_forms
from nastavnik_desktop.services.statistics_json import report_json

__all__ = ["CountedRecord", "FormInfo", "StatisticsService", "available_forms"]


@dataclass(frozen=True)
class CountedRecord:
    """A person, a pairing, an order or a document behind a figure, and why it is counted."""

    record_id: int
    title: str
    reason: str
    counts: Counts


class StatisticsService:
    """Use cases of the page «Статистика»."""

    def __init__(self, base: Base, library: FormLibrary | None = None) -> None:
        self._base = base
        self.library = library or FormLibrary()

    def forms(self) -> list[FormInfo]:
        """Forms that can be filled."""
        return self.library.forms()

    def report(self, code: str, as_of: date) -> FormReport:
        """A form filled on a date; raises RuleViolation for an unknown code."""
        with self._base.reading() as session:
            return filled(session, self.library, code, as_of)

    def compare(self, code: str, before: date, after: date) -> Comparison:
        """A form on two dates held against each other."""
        with self._base.reading() as session:
            return compared(
                filled(session, self.library, code, before),
                filled(session, self.library, code, after),
            )

    def people_of(self, report: FormReport, row: str, column: int) -> list[CountedRecord]:
        """Who or what stands behind a figure, by name."""
        cell = report.cells[row, column]
        records = [
            CountedRecord(key, report.title_of(cell.counts, key), cell.reasons[key], cell.counts)
            for key in cell.ids
        ]
        return sorted(records, key=lambda record: (search_key(record.title), record.record_id))

    def definition(self, report: FormReport, row: str, column: int) -> str:
        """What a figure counts, in words."""
        return engine.definition(report.form, (row, column))

    # What is entered by hand

    def figure_draft(self, report: FormReport, address: Address) -> FigureDraft:
        """A figure as its dialog begins: what is given or corrected already, or what is counted."""
        cell = report.cells[address]
        reason = cell.correction.reason if cell.correction is not None else ""
        return FigureDraft(
            text="" if cell.figure is None else cell.shown,
            reason=reason,
            needs_reason=cell.kind is not CellKind.GIVEN,
        )

    def enter(self, report: FormReport, address: Address, draft: FigureDraft) -> Saved:
        """Give a figure, or put one in place of the counted one; an empty text takes it away."""
        refuse_errors(problems_in_figure(draft))
        return statistics_entries.enter(self._base, report, address, draft)

    def edition(self, code: str) -> Edition:
        """The texts of a form's title page, the user's own where there are any."""
        with self._base.reading() as session:
            form = with_edition(self.library.form(code), edition_of(session, code))
        return edition_in(form.title_page)

    def save_edition(self, code: str, edition: Edition) -> Saved:
        """Keep the texts of a title page; those of the definition bring the original back."""
        refuse_errors(problems_in(edition))
        original = edition_in(self.library.form(code).title_page)
        return statistics_entries.keep_edition(self._base, code, edition, original)

    # Files

    def render(self, report: FormReport, file_format: str) -> bytes:
        """The filled form as a file of the format ``xlsx``, ``pdf``, ``docx`` or ``csv``."""
        from nastavnik_desktop.services.statistics_papers import report_csv, report_document

        if file_format == "csv":
            return report_csv(report)
        with self._base.reading() as session:
            school = school_of(session) or School()
        return render(report_document(report, school), file_format)

    def export(self, report: FormReport, path: Path) -> Saved:
        """Write the filled form to a file; the suffix tells the format."""
        write_whole(path, self.render(report, format_of(path)))
        return Saved(f"Сохранено: {path.name}", Changes.NOTHING)

    def report_json(self, report: FormReport) -> dict[str, Any]:
        """A report as the headless command prints it; ``people`` are ids of what is counted."""
        return report_json(report)
