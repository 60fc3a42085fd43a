"""Command registers: both bases of МР-42/02 as files, with the version for publication."""

from __future__ import annotations

from pathlib import Path

from nastavnik_desktop.commands.opening import opened
from nastavnik_desktop.commands.output import print_json, say
from nastavnik_desktop.domain.school_year import SchoolYear


def registers(base: str, out: Path, year: SchoolYear | None) -> None:
    """Write the bases of a school year (the present one if none is named); print the files."""
    with opened(base, writable=False) as services:
        wanted = year or SchoolYear.of(services.school.today())
        written = services.registers.export_all(wanted, out)
    print_json(
        {
            "school_year": wanted.label,
            "files": [
                {
                    "file": str(one.path),
                    "register": one.kind.value,
                    "for_publication": one.is_public,
                    "rows": one.rows_count,
                }
                for one in written
            ],
        }
    )
    say("Полные базы содержат персональные данные: на сайт – только версия для публикации.")
