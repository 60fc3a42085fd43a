"""Agreement of nouns with numbers: 1 пара, 2 пары, 5 пар."""

from __future__ import annotations

from nastavnik_desktop.domain.full_name import NBSP


def plural(number: int, one: str, few: str, many: str) -> str:
    """The form that goes with the number: ``plural(2, "пара", "пары", "пар")`` -> «пары»."""
    last_two = abs(number) % 100
    last = last_two % 10
    if last == 1 and last_two != 11:
        return one
    if last in (2, 3, 4) and last_two not in (12, 13, 14):
        return few
    return many


def counted(number: int, one: str, few: str, many: str) -> str:
    """Number and noun joined by a non-breaking space: «2 пары»."""
    return f"{number}{NBSP}{plural(number, one, few, many)}"
