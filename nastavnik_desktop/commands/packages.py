"""Commands pack and consolidate: a school's package, and the consolidation of many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from nastavnik_desktop.bootstrap import Services
from nastavnik_desktop.commands.opening import opened
from nastavnik_desktop.commands.output import print_json, say
from nastavnik_desktop.domain.consolidation.received import Arrival, Incoming, Opened
from nastavnik_desktop.domain.consolidation.schools import BaseLevel
from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile
from nastavnik_desktop.domain.school_year import SchoolYear

SOME_REFUSED = 2


def pack(
    base: str,
    out: Path,
    as_of: date | None,
    forms: tuple[str, ...],
    password_file: Path | None,
    *,
    without_people: bool,
) -> None:
    """Write a school's package; with a password it is encrypted and carries people."""
    passwords = _passwords(password_file)
    with opened(base) as services:
        service = services.exchange.packages
        draft = service.new_draft(as_of)
        password = passwords[0] if passwords else ""
        draft = replace(
            draft,
            forms=forms or draft.forms,
            with_people=bool(password) and not without_people,
            password=password,
            password_again=password,
        )
        prepared = service.prepare(draft)
        for line in prepared.package.carries:
            say(line)
        say(service.send(draft, prepared, out).message)
        package = prepared.package
        print_json(
            {
                "file": str(out),
                "uid": package.uid,
                "school": package.school.name,
                "as_of": package.as_of.isoformat(),
                "forms": [report.form.code for report in package.forms],
                "people": len(package.people),
                "encrypted": bool(password),
                "carries": list(package.carries),
                "errors": list(package.errors),
                "warnings": list(package.warnings),
            }
        )


def consolidate(
    files: Sequence[Path],
    base: str,
    out: Path,
    password_file: Path | None,
    *,
    replace_older: bool,
) -> int:
    """Take packages into a municipality's base and write the consolidation; print what was done.

    A newer package of a school takes the place of the former one only with ``replace_older``.
    Answers 2 when some file was refused; the others are taken nevertheless.
    """
    is_new = "://" not in base and not Path(base).exists()
    with opened(base, create=is_new) as services:
        exchange = services.exchange
        if is_new:
            exchange.municipal.save_level(BaseLevel.MUNICIPALITY)
        found = exchange.taking.open_files(files, _passwords(password_file))
        taken = found.of(Arrival.NEW, *((Arrival.NEWER,) if replace_older else ()))
        say(exchange.taking.take(taken).message)
        for one in found.refused:
            say(f"{one.file}: {one.reason}")
        year = _year(services, found)
        _write(services, year, out)
        print_json(_outcome(services, found, taken, year, out))
    return SOME_REFUSED if found.refused else 0


def _passwords(path: Path | None) -> list[str]:
    if path is None:
        return []
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(f"Файл с паролем «{path}» не читается.") from error
    passwords = [line for line in lines if line.strip()]
    if not passwords:
        raise RuleViolation(f"В файле «{path}» нет пароля.")
    return passwords


def _year(services: Services, found: Opened) -> SchoolYear:
    """The latest year of the packages; that of today when none was opened."""
    years = [one.year.start for one in found.incoming]
    return SchoolYear(max(years)) if years else SchoolYear.of(services.school.today())


def _write(services: Services, year: SchoolYear, out: Path) -> None:
    from nastavnik_desktop.services.files import format_of, write_whole

    content = services.exchange.consolidation.render_all(year, format_of(out))
    write_whole(out, content)
    say(f"Сохранено: {out.name}")


def _outcome(
    services: Services, found: Opened, taken: list[Incoming], year: SchoolYear, out: Path
) -> dict[str, Any]:
    from nastavnik_desktop.services.consolidation_json import consolidation_json

    packages = [
        {
            "file": one.file,
            "school": one.package.school.name,
            "as_of": one.package.as_of.isoformat(),
            "arrival": one.arrival.value,
            "taken": one in taken,
            "errors": list(one.package.errors),
            "warnings": list(one.package.warnings),
        }
        for one in found.incoming
    ]
    return {
        "out": str(out),
        "packages": packages,
        "refused": [{"file": one.file, "reason": one.reason} for one in found.refused],
        **consolidation_json(services.exchange.consolidation, year),
    }
