"""The language of plans: commands that read deadlines, headings and «ответственный» cells."""

from __future__ import annotations

from pathlib import Path

from nastavnik_desktop.commands.json_lines import Record, answer_lines, text_of
from nastavnik_desktop.domain.errors import RuleViolation

_YEARS = range(1950, 2101)


def read_deadlines(file: Path) -> None:
    """Print the reading of each ``phrase`` in its ``school_year`` or ``year``.

    Raises UnreadableFile that names each bad line by its number.
    """
    answer_lines(file, _deadline)


def read_headers(file: Path) -> None:
    """Print ``meaning`` and ``also`` of each ``header``; raises UnreadableFile like the others."""
    answer_lines(file, _header)


def read_responsibles(file: Path) -> None:
    """Print the ``parts`` of each ``text``; raises UnreadableFile like the others."""
    answer_lines(file, _responsible)


def _deadline(asked: Record) -> Record:
    from nastavnik_desktop.domain.deadlines import ReadingYear, read_deadline
    from nastavnik_desktop.domain.school_year import SchoolYear
    from nastavnik_desktop.imports.deadlines_json import deadline_json

    phrase = text_of(asked, "phrase")
    school_year, year = asked.get("school_year"), asked.get("year")
    if (school_year is None) == (year is None):
        raise RuleViolation("нужно одно из двух: school_year («2026/27») или year (2026).")
    if school_year is not None:
        of = ReadingYear.of(SchoolYear.parse(text_of(asked, "school_year")))
    else:
        of = ReadingYear.calendar(_calendar_year(year))
    reading = deadline_json(read_deadline(phrase, of))
    return {"phrase": phrase, "school_year": school_year, "year": year, **reading}


def _calendar_year(year: object) -> int:
    if isinstance(year, bool) or not isinstance(year, int) or year not in _YEARS:
        raise RuleViolation(f"year – год числом от {_YEARS[0]} до {_YEARS[-1]}.")
    return year


def _header(asked: Record) -> Record:
    from nastavnik_desktop.imports.roadmap_headings import meaning_of

    header = text_of(asked, "header")
    found = meaning_of(header)
    return {"header": header, "meaning": found.meaning, "also": list(found.also)}


def _responsible(asked: Record) -> Record:
    from nastavnik_desktop.imports.deadlines_json import responsible_json
    from nastavnik_desktop.imports.responsibles import read_responsible

    text = text_of(asked, "text")
    return {"text": text, "parts": [responsible_json(part) for part in read_responsible(text)]}
