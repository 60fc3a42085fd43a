"""Commands of what is shown to others: the summary on one page, the section of the site."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from nastavnik_desktop.commands.opening import opened
from nastavnik_desktop.commands.output import print_json, say


def summary(base: str, as_of: date, out: Path) -> None:
    """Write the summary of a date and print its figures."""
    with opened(base, writable=False) as services:
        say(services.summaries.export(as_of, out).message)
        seen = services.summaries.overview(as_of)
        print_json(
            {
                "as_of": as_of.isoformat(),
                "figures": dict(seen.figures),
                "forms": [
                    {"title": title, "pairings": pairings, "mentees": mentees}
                    for title, pairings, mentees in seen.by_form
                ],
                "years": [
                    {
                        "year": one.year.label,
                        "pairings": one.pairings,
                        "mentors": one.mentors,
                        "mentees": one.mentees,
                    }
                    for one in seen.years
                ],
            }
        )


def site(base: str, as_of: date | None, out: Path) -> None:
    """Write the section of the site; nothing is written when it would tell of anybody unasked."""
    with opened(base, writable=False) as services:
        written = services.sites.write(out, as_of)
        say(written.saved.message)
        print_json(
            {
                "out": str(written.folder),
                "files": list(written.files),
                "named": written.named,
                "unnamed": written.unnamed,
            }
        )
