"""The command ``fill``: a blank of the authority with the figures of the base."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nastavnik_desktop.commands.opening import opened
from nastavnik_desktop.commands.output import print_json, say
from nastavnik_desktop.domain.errors import RuleViolation

if TYPE_CHECKING:
    from nastavnik_desktop.domain.filling.filled import FilledCell
    from nastavnik_desktop.services.blanks import BlankService, OpenedBlank


def fill(blank: Path, mapping: Path | None, base: str, as_of: date, out: Path) -> None:
    """Fill a blank by a mapping and print every cell with the ids of what is counted in it."""
    with opened(base, writable=False) as services:
        service = services.blanks
        found = _opened(service, blank, mapping)
        filled = service.fill(found, as_of)
        say(service.write(found.file, filled, out).message)
        for _, problem in filled.warnings:
            say(problem.message)
        print_json(
            {
                "out": str(out),
                "as_of": as_of.isoformat(),
                "cells": [_cell(cell) for cell in filled.cells],
                "problems": [problem.message for _, problem in filled.warnings],
            }
        )


def propose(blank: Path, base: str) -> None:
    """Print the mapping that the program reads in the headings of a blank."""
    from nastavnik_desktop.domain.filling.mapping_json import mapping_json

    with opened(base, writable=False) as services:
        found = services.blanks.open(blank)
        cells = services.blanks.propose(found)
        print_json(mapping_json(found.mapping.having(*cells)))


def _opened(service: BlankService, blank: Path, mapping: Path | None) -> OpenedBlank:
    found = service.open(blank)
    if mapping is not None:
        return service.with_mapping_of_file(found.file, mapping)
    if not found.mapping.cells:
        message = "Разметки для такого бланка в базе нет: укажите файл --mapping."
        raise RuleViolation(message)
    if found.note:
        say(found.note)
    return found


def _cell(cell: FilledCell) -> dict[str, Any]:
    made: dict[str, Any] = {
        "sheet": cell.place.sheet,
        "cell": cell.place.address,
        "value": cell.value,
    }
    if cell.report is not None and cell.address is not None:
        figure = cell.report.cells[cell.address]
        made |= {"counts": figure.counts.value, "people": list(figure.ids)}
    return made
