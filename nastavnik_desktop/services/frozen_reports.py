"""«Отправлено»: copies of filled forms that no later change of the base touches."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import FrozenReportModel
from db.queries.school import school as school_of
from db.queries.statistics_entries import frozen_rows
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.statistics.comparison import Comparison, compared
from nastavnik_desktop.domain.statistics.frozen import FrozenDraft, FrozenRow, problems_in
from nastavnik_desktop.domain.statistics.report import FormReport
from nastavnik_desktop.domain.statistics.sealed import sealed, unsealed
from nastavnik_desktop.services.results import Saved, refuse_errors
from nastavnik_desktop.services.statistics_filling import filled
from nastavnik_desktop.services.statistics_forms import FormLibrary

_CHANGES = Changes.REPORTS


class FrozenReportService:
    """Use cases of sent reports."""

    def __init__(self, base: Base, library: FormLibrary, today: Callable[[], date]) -> None:
        self._base = base
        self._library = library
        self._today = today

    def rows(self, code: str = "") -> list[FrozenRow]:
        """Sent copies of a form, or of all, the latest first."""
        with self._base.reading() as session:
            return frozen_rows(session, code)

    def new_draft(self, code: str, as_of: date) -> FrozenDraft:
        """A sending with what is known: the last addressee, today, who signs."""
        today = self._today()
        with self._base.reading() as session:
            former = frozen_rows(session, code) or frozen_rows(session)
            school = school_of(session)
        head = school.head_on(today) if school is not None else None
        signed_by = f"{head.title} {head.name.short}" if head is not None else ""
        recipient = former[0].recipient if former else ""
        return FrozenDraft(recipient, max(today, as_of), signed_by)

    def freeze(self, code: str, as_of: date, draft: FrozenDraft) -> Saved:
        """Keep the form of a date as it is now, with the date, the addressee and the signature."""
        refuse_errors(problems_in(draft, as_of))
        title = f"Отправлен отчёт «{self._library.form(code).short_title}» на {short_date(as_of)}"
        with self._base.begin(title, _CHANGES) as session:
            report = filled(session, self._library, code, as_of)
            model = FrozenReportModel(
                form_code=code,
                title=report.form.title,
                as_of=as_of,
                sent_on=draft.sent_on,
                recipient=draft.recipient.strip(),
                signed_by=draft.signed_by.strip(),
                note=draft.note.strip(),
                content=sealed(report),
            )
            session.add(model)
            session.flush()
            return Saved(title, _CHANGES, model.report_id)

    def report(self, report_id: int) -> FormReport:
        """A copy as it was sent."""
        with self._base.reading() as session:
            return _report(session, report_id)

    def compare(self, report_id: int, as_of: date | None = None) -> Comparison:
        """A copy against the base of now, on its own date or on another one."""
        with self._base.reading() as session:
            sent = _report(session, report_id)
            day = as_of or sent.as_of
            return compared(sent, filled(session, self._library, sent.form.code, day))

    def latest_of(self, code: str) -> FrozenRow:
        """The copy of a form that was sent last; raises RuleViolation when none was."""
        rows = self.rows(code)
        if not rows:
            raise RuleViolation("Отправленных копий этой формы нет: сравнить не с чем.")
        return rows[0]


def _report(session: Session, report_id: int) -> FormReport:
    content = session.scalars(
        select(FrozenReportModel.content).where(FrozenReportModel.report_id == report_id)
    ).first()
    if content is None:
        raise RuleViolation("Этой отправленной копии больше нет в базе.")
    return unsealed(content)
