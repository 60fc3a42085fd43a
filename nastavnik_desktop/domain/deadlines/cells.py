"""A deadline cell with deadlines for several responsibles: a reading for each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nastavnik_desktop.domain.deadlines.phrases import read_deadline
from nastavnik_desktop.domain.deadlines.reading import DeadlineReading
from nastavnik_desktop.domain.deadlines.records import Kind
from nastavnik_desktop.domain.deadlines.years import ReadingYear

_BREAKS = re.compile(r"[;\n]+")
_DASH = re.compile(r"\s+[-–—]\s*|\s*[–—]\s+|:\s+")


@dataclass(frozen=True)
class DeadlinePart:
    """A deadline of a cell; ``responsible`` is who the cell itself names for it, else empty."""

    phrase: str
    responsible: str
    reading: DeadlineReading


def read_cell(cell: str, year: ReadingYear) -> tuple[DeadlinePart, ...]:
    """«до 1 октября – куратор; ежегодно – директор»: a part for each named responsible.

    A cell that names nobody is one part: the whole cell.
    """
    pieces = [piece.strip() for piece in _BREAKS.split(cell) if piece.strip()]
    parts = [_part(piece, year) for piece in pieces]
    if parts and all(part.responsible for part in parts):
        return tuple(parts)
    return (DeadlinePart(cell.strip(), "", read_deadline(cell, year)),)


def _part(piece: str, year: ReadingYear) -> DeadlinePart:
    """The deadline and the responsible of a piece, in either order, a dash or colon between."""
    for dash in _DASH.finditer(piece):
        left, right = piece[: dash.start()].strip(), piece[dash.end() :].strip()
        for phrase, name in ((left, right), (right, left)):
            reading = read_deadline(phrase, year)
            if _is_read(reading) and _is_name(name, year):
                return DeadlinePart(phrase, name.rstrip(" ."), reading)
    return DeadlinePart(piece, "", read_deadline(piece, year))


def _is_read(reading: DeadlineReading) -> bool:
    is_said = reading.kind is not Kind.UNDEFINED or not reading.not_understood
    return is_said and not reading.remarks


def _is_name(text: str, year: ReadingYear) -> bool:
    """Whether a text tells of no time at all."""
    reading = read_deadline(text, year)
    return bool(text) and reading.kind is Kind.UNDEFINED and bool(reading.not_understood)
