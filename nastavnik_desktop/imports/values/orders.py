"""The order that a cell names: «приказ № 156-од от 05.09.2023», in either sequence."""

from __future__ import annotations

import re
from datetime import date

from nastavnik_desktop.imports.values.dates import dates_in

_NUMBER = re.compile(
    r"(?:№|\bno?\b)\s*(?P<number>\d[^,;\n]*?)(?=\s+от(?![а-яё])|\s+\d{1,2}\.\d|[,;\n]|\s*$)"
)
_LATEST_YEAR = 2099


def read_order(text: str) -> tuple[str, date] | None:
    """Number and date of the order; None unless both are written."""
    found = _NUMBER.search(text.casefold())
    days = [one.day for one in dates_in(text, _LATEST_YEAR) if one.day is not None]
    if found is None or not days:
        return None
    start, end = found.span("number")
    return " ".join(text[start:end].split()).rstrip("."), days[0]
