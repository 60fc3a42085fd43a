"""The programme at a glance: figures and charts for the window, the summary on one page."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from db.engine import Base
from db.queries.pairings import mentoring_forms
from db.queries.school import school as school_of
from db.queries.statistics import statistics_facts
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.domain.statistics.overview import YEARS, Overview, overview
from nastavnik_desktop.services.files import format_of, render, write_whole
from nastavnik_desktop.services.results import Saved

if TYPE_CHECKING:
    from nastavnik_desktop.documents.summary import SummaryFacts


class SummaryService:
    """Use cases of the page «Итоги»."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def overview(self, as_of: date) -> Overview:
        """Figures, shares and years on a date."""
        with self._base.reading() as session:
            return overview_of(session, as_of)

    def render(self, as_of: date, file_format: str) -> bytes:
        """The summary for the pedagogical council as ``pdf``, ``docx`` or ``xlsx``."""
        from nastavnik_desktop.documents.summary import summary_document

        with self._base.reading() as session:
            school = school_of(session) or School()
            seen = overview_of(session, as_of)
        return render(summary_document(_facts(school, seen)), file_format)

    def export(self, as_of: date, path: Path) -> Saved:
        """Write the summary to a file; the suffix tells the format."""
        write_whole(path, self.render(as_of, format_of(path)))
        return Saved(f"Сохранено: {path.name}", Changes.NOTHING)


def overview_of(session: Session, as_of: date) -> Overview:
    """The overview of a base; the number of selects does not depend on its size."""
    forms = {form.code: form.title for form in mentoring_forms(session).values()}
    facts = statistics_facts(session, as_of, years_back=YEARS - 1, is_whole_school=True)
    return overview(facts, forms, as_of)


def _facts(school: School, seen: Overview) -> SummaryFacts:
    from nastavnik_desktop.documents.summary import SummaryFacts

    return SummaryFacts(
        school=" ".join(school.full_name.split()) or school.short_name,
        overview=seen,
        signed_post=school.coordinator_title or "Куратор программы наставничества",
        signed_name=school.coordinator_name,
    )
