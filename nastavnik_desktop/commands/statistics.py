"""Commands of statistics: a form with the people behind each figure, sending, comparing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from nastavnik_desktop.commands.opening import opened
from nastavnik_desktop.commands.output import print_json, say

if TYPE_CHECKING:
    from nastavnik_desktop.domain.statistics.comparison import Comparison


def list_forms() -> None:
    """Codes and names of the forms, the user's own among them."""
    from nastavnik_desktop.services.statistics_forms import FormLibrary

    library = FormLibrary()
    print_json([{"code": form.code, "title": form.title} for form in library.forms()])
    for notice in library.own().notices:
        say(notice)


def statistics(code: str, base: str, as_of: date, out: Path | None) -> None:
    """Compute a form and print its cells; ``out`` is the sheet as .xlsx, .pdf, .docx or .csv."""
    with opened(base, writable=False) as services:
        report = services.statistics.report(code, as_of)
        if out is not None:
            say(services.statistics.export(report, out).message)
        print_json(services.statistics.report_json(report))


def freeze(
    code: str, base: str, as_of: date, recipient: str, sent_on: date | None, signed_by: str | None
) -> None:
    """Keep a form of a date as sent, and print the entry of the list of sent reports."""
    with opened(base) as services:
        service = services.frozen_reports
        draft = replace(service.new_draft(code, as_of), recipient=recipient)
        if sent_on is not None:
            draft = replace(draft, sent_on=sent_on)
        if signed_by is not None:
            draft = replace(draft, signed_by=signed_by)
        saved = service.freeze(code, as_of, draft)
        say(saved.message)
        row = next(row for row in service.rows(code) if row.report_id == saved.record_id)
        print_json(
            {
                "report": row.report_id,
                "form": row.form_code,
                "as_of": row.as_of.isoformat(),
                "sent_on": row.sent_on.isoformat(),
                "recipient": row.recipient,
                "signed_by": row.signed_by,
            }
        )


def compare(
    code: str, base: str, as_of: date | None, since: date | None, report: int | None
) -> None:
    """Print what differs: between two dates, or between a sent copy and the base of now.

    Without ``since`` the copy ``report`` is compared, or the one that was sent last; without
    ``as_of`` on the date of the copy.
    """
    from nastavnik_desktop.services.statistics_json import comparison_json

    with opened(base, writable=False) as services:
        found: Comparison
        if since is not None and as_of is not None:
            found = services.statistics.compare(code, since, as_of)
        else:
            service = services.frozen_reports
            services.statistics.library.form(code)
            report_id = service.latest_of(code).report_id if report is None else report
            found = service.compare(report_id, as_of)
        print_json(comparison_json(found))
