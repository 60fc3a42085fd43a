"""Command statistics: a form on a date as cells with the people behind each figure."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from nastavnik_desktop.commands.opening import opened
from nastavnik_desktop.commands.output import print_json, say


def list_forms() -> None:
    """Codes and names of the forms."""
    from nastavnik_desktop.services.statistics import available_forms

    print_json([{"code": form.code, "title": form.title} for form in available_forms()])


def statistics(code: str, base: str, as_of: date, out: Path | None) -> None:
    """Compute a form and print its cells; ``out`` is the sheet as .xlsx or .pdf."""
    with opened(base, writable=False) as services:
        report = services.statistics.report(code, as_of)
        if out is not None:
            say(services.statistics.export(report, out).message)
        print_json(services.statistics.report_json(report))
