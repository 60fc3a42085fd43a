"""Commands read-table and import: what a table says, and putting it into a base."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from nastavnik_desktop.bootstrap import Services
from nastavnik_desktop.commands.decisions import read_decisions
from nastavnik_desktop.commands.kept_road_maps import import_road_map
from nastavnik_desktop.commands.opening import opened
from nastavnik_desktop.commands.output import print_json, say
from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.imports.reading import read_file
from nastavnik_desktop.imports.reading_json import reading_as_json
from nastavnik_desktop.imports.records import FileReading
from nastavnik_desktop.imports.road_maps.reading import is_road_map
from nastavnik_desktop.services.import_preview import Decision, ImportLine, ImportPreview, Likeness
from nastavnik_desktop.services.imports import refuse_strange_addresses


def read_table(file: Path, base: str | None) -> None:
    """Print what was understood; with a base, namesakes and ё are compared with its people."""
    if base is None:
        reading = read_file(file)
    else:
        with opened(base, writable=False) as services:
            reading = services.imports.read(file).reading
    print_json(reading_as_json(reading))
    _tell(reading)


def import_table(
    file: Path, base: str, *, dry_run: bool = False, decisions: Path | None = None
) -> None:
    """Import and print the report; ``dry_run`` writes nothing.

    Every line gets the decision of the file ``decisions``, or the default one.
    """
    if decisions is None and _is_road_map(file):
        import_road_map(file, base, dry_run=dry_run)
        return
    made = read_decisions(decisions) if decisions else ()
    # Before the base is opened: a table that cannot be read leaves no new base behind.
    reading = read_file(file)
    refuse_strange_addresses(reading, made)
    _tell(reading)
    if dry_run:
        with _only_read(base) as services:
            preview = services.imports.decided(services.imports.read(file), made)
        report, message = report_json(preview), "Пробный прогон: ничего не записано."
    else:
        with opened(base, create=True) as services:
            preview = services.imports.decided(services.imports.read(file), made)
            imported = services.imports.commit(preview)
        report = {**report_json(preview), **imported.as_json()}
        message = imported.message
    print_json({**report, "dry_run": dry_run})
    say(message)


def _is_road_map(file: Path) -> bool:
    """Whether a file is a road map; one that only the reader of tables opens is none."""
    try:
        return is_road_map(file)
    except UnreadableFile:
        return False


def _tell(reading: FileReading) -> None:
    """Say what the reading warns of as a whole: formulas without values, files in disorder."""
    for notice in reading.notices:
        say(notice)


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
        "missing": [{"id": one.person_id, "person": one.title} for one in preview.missing],
        "problems": [*_reading_problems(preview), *_conflicts(lines)],
        "notices": list(preview.reading.notices),
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
    read = reading_as_json(preview.reading)["problems"]
    addresses = (problem.address for problem in preview.reading.problems)
    return [{**one, "address": address} for one, address in zip(read, addresses, strict=True)]


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
