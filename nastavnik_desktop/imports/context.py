"""What stands above a table: organisation, school year, date, class, the order itself."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.imports.grid import Grid, as_text
from nastavnik_desktop.imports.records import OrderMention, ReadRow
from nastavnik_desktop.imports.table_finding import Table
from nastavnik_desktop.imports.values.classes import SchoolClass, find_class, read_class
from nastavnik_desktop.imports.values.dates import dates_in
from nastavnik_desktop.imports.values.organisations import find_organisation
from nastavnik_desktop.imports.values.text import folded, one_line

_SCHOOL_YEAR = re.compile(r"(20\d\d)\s*[-–—/]\s*(20\d\d|\d\d)(?!\d)")
_AS_OF = re.compile(r"(?:по состоянию )?на\s+(?=[«\"]?\d)")
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
    return read_class(table.grid.name)


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


def read_order(grid_titles: list[str], layout: list[Grid]) -> OrderMention | None:
    """The order that a document is: heading «ПРИКАЗ», number and date, title «О …»."""
    texts = [one_line(text) for text in grid_titles]
    if not any(re.fullmatch(r"п\s*р\s*и\s*к\s*а\s*з", folded(text)) for text in texts):
        return None
    cells = [
        as_text(cell) for grid in layout for row in grid.rows for cell in row if cell is not None
    ]
    head = [*cells, *texts[:12]]
    number = next((m[1] for text in head if (m := re.search(r"№\s*([\w/.\\-]+)", text))), "")
    days = [found.day for text in head for found in dates_in(text, _LATEST_YEAR) if found.day]
    title = next((text for text in texts if re.match(r"Об?\s+[а-яё]", text)), "")
    return OrderMention(number.rstrip("."), days[0] if days else None, title) if number else None
