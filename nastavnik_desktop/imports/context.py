"""What stands above a table: organisation, school year, date, class, the order itself."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.imports.grid import Grid, as_text
from nastavnik_desktop.imports.records import OrderMention, ReadRow
from nastavnik_desktop.imports.table import Table
from nastavnik_desktop.imports.values.classes import SchoolClass, find_class, find_grade, read_class
from nastavnik_desktop.imports.values.dates import dates_in
from nastavnik_desktop.imports.values.organisations import find_organisation
from nastavnik_desktop.imports.values.text import folded, one_line

_SCHOOL_YEAR = re.compile(r"(20\d\d)\s*[-–—/]\s*(20\d\d|\d\d)(?!\d)")
_AS_OF = re.compile(r"(?:по состоянию )?на\s+(?=[«\"]?\d)")
_ORDER_HEADING = re.compile(r"п\s*р\s*и\s*к\s*а\s*з", re.IGNORECASE)
_ORDER_NUMBER = re.compile(r"(?:№|N)\s*([\w/\\-]+(?:\.[\w/\\-]+)*)")
_ORDER_TITLE = re.compile(r"Об?\s+[а-яё]")
_REQUISITES = 4
_LATEST_YEAR = 2099


@dataclass(frozen=True)
class Context:
    """Facts that hold for the whole file."""

    organisation: str = ""
    school_year: str = ""
    as_of: date | None = None


def titles_of(table: Table) -> list[str]:
    """Texts above a table, from top to bottom."""
    cells = (
        as_text(cell) for row in table.above for cell in table.grid.rows[row] if cell is not None
    )
    return [*table.grid.text_before, *(text for text in cells if text)]


def read_context(titles: list[str]) -> Context:
    """Read organisation, school year and date from titles; the first of each counts."""
    organisations = [find_organisation(title) for title in titles]
    years = [find_school_year(title) for title in titles]
    days = [find_as_of(title) for title in titles]
    return Context(
        _shortest_written(organisations),
        next((year for year in years if year), ""),
        next((day for day in days if day), None),
    )


def find_school_year(text: str) -> str:
    """«2023/24 уч. год» -> «2023-2024»; two years that do not follow are not a school year."""
    for found in _SCHOOL_YEAR.finditer(text):
        start, end = int(found[1]), int(found[2][-2:])
        if (start + 1) % 100 == end:
            return f"{start}-{start + 1}"
    return ""


def find_as_of(text: str) -> date | None:
    """«по состоянию на 01.09.2023 г.» -> that day."""
    key = folded(text)
    for found in _AS_OF.finditer(key):
        dates = dates_in(key[found.end() :], _LATEST_YEAR)
        if dates and dates[0].start == 0 and dates[0].day:
            return dates[0].day
    return None


def class_of(table: Table) -> SchoolClass | None:
    """The class that the titles above a table or the name of its sheet tell."""
    for title in titles_of(table):
        found = read_class(title) if len(title) < 12 else find_class(title)
        if found and found.letter:
            return found
    return read_class(table.grid.name, in_own_column=True)


def grade_of(table: Table) -> int | None:
    """The grade of all classes of a table, as titles above it or the name of its sheet tell."""
    grades = map(find_grade, (*titles_of(table), table.grid.name))
    return next((grade for grade in grades if grade), None)


def organisation_in_rows(rows: list[ReadRow]) -> str:
    """The school in which most of the rows' people work or study, when no title names one."""
    texts = [
        text
        for row in rows
        for text in (getattr(row, "workplace", ""), row.mentor_workplace)
        if text
    ]
    counted = Counter(filter(None, map(find_organisation, texts))).most_common(1)
    return counted[0][0] if counted and counted[0][1] * 2 > len(texts) else ""


def _shortest_written(organisations: list[str]) -> str:
    """A heading may give the full name first and the short one in brackets after it."""
    known = [name for name in organisations if name]
    return min(known, key=len) if known else ""


def read_order(paragraphs: list[str], layout: list[Grid]) -> OrderMention | None:
    """The order that a document is: heading «ПРИКАЗ», below it date and number, title «О …».

    Date and number may stand in a table that serves the layout alone.
    """
    texts = [one_line(text) for text in paragraphs]
    heading = next((n for n, text in enumerate(texts) if _ORDER_HEADING.fullmatch(text)), None)
    if heading is None:
        return None
    below = texts[heading + 1 :]
    cells = [
        as_text(cell) for grid in layout for row in grid.rows for cell in row if cell is not None
    ]
    head = [*cells, *below[:_REQUISITES]]
    number = next((found[1] for text in head if (found := _ORDER_NUMBER.search(text))), "")
    days = [found.day for text in head for found in dates_in(text, _LATEST_YEAR) if found.day]
    title = next((text for text in below if _ORDER_TITLE.match(text)), "")
    return OrderMention(number, days[0] if days else None, title) if number else None
