"""Commands read-table and import: what a table says, and putting it into a base."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from nastavnik_desktop.bootstrap import Services
from nastavnik_desktop.commands.opening import opened
from nastavnik_desktop.commands.output import print_json, say
from nastavnik_desktop.imports.reading import read_file
from nastavnik_desktop.imports.reading_json import reading_as_json
from nastavnik_desktop.services.import_preview import Decision, ImportLine, ImportPreview, Likeness


def read_table(file: Path, base: str | None) -> None:
    """Print what was understood; with a base, namesakes and ё are compared with its people."""
    if base is None:
        print_json(reading_as_json(read_file(file)))
        return
    with opened(base, writable=False) as services:
        print_json(reading_as_json(services.imports.read(file).reading))


def import_table(file: Path, base: str, *, dry_run: bool) -> None:
    """Import with default decisions and print the report; ``dry_run`` writes nothing."""
    # Before the base is opened: a table that cannot be read leaves no new base behind.
    read_file(file)
    if dry_run:
        with _only_read(base) as services:
            report = report_json(services.imports.read(file))
        message = "Пробный прогон: ничего не записано."
    else:
        with opened(base, create=True) as services:
            preview = services.imports.read(file)
            imported = services.imports.commit(preview)
        report = {**report_json(preview), **imported.as_json()}
        message = imported.message
    print_json({**report, "dry_run": dry_run})
    say(message)


@contextmanager
def _only_read(base: str) -> Iterator[Services]:
    """The base without writing to it; an empty one in its place where there is none yet."""
    if "://" in base or Path(base).exists():
        with opened(base, writable=False) as services:
            yield services
        return
    with (
        TemporaryDirectory() as folder,
        opened(str(Path(folder) / "empty.nastavnik"), create=True) as services,
    ):
        yield services


def report_json(preview: ImportPreview) -> dict[str, Any]:
    """The report: what became of every line, and every problem."""
    lines = preview.current_lines
    return {
        "file": preview.reading.file,
        "kind": preview.reading.kind.value,
        "school_year": preview.year.label,
        "counts": dict(preview.counts),
        "created": [_line(line) for line in lines if line.decision is Decision.CREATE],
        "filled": [_filled(line) for line in lines if _is_filled(line)],
        "similar": [_similar(line) for line in lines if line.likeness is Likeness.SIMILAR],
        "problems": [*_reading_problems(preview), *_conflicts(lines)],
    }


def _is_filled(line: ImportLine) -> bool:
    return line.decision is Decision.FILL and not line.changes_nothing


def _line(line: ImportLine) -> dict[str, Any]:
    return {"address": line.address, "person": line.draft.name.full}


def _filled(line: ImportLine) -> dict[str, Any]:
    fields = {one.field: str(one.read) for one in line.differences if one.is_filled}
    return {**_line(line), "id": line.target.person_id if line.target else None, "fields": fields}


def _similar(line: ImportLine) -> dict[str, Any]:
    candidates = [
        {"id": one.person_id, "person": one.title, "reason": one.reason} for one in line.candidates
    ]
    return {**_line(line), "candidates": candidates}


def _reading_problems(preview: ImportPreview) -> list[dict[str, Any]]:
    return list(reading_as_json(preview.reading)["problems"])


def _conflicts(lines: tuple[ImportLine, ...]) -> list[dict[str, Any]]:
    return [
        {
            **_line(line),
            "code": "differs",
            "field": one.field,
            "level": "warning",
            "base": str(one.known),
            "read": str(one.read),
        }
        for line in lines
        for one in line.differences
        if not one.is_filled
    ]
