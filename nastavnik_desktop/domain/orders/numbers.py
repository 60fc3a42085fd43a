"""Numbers of orders: free text of one line, compared without regard to the way of writing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nastavnik_desktop.domain.problems import Problem

NUMBER_ALLOWED = re.compile(r"[0-9A-Za-zА-Яа-яЁё \-–/\\.]{1,25}")
_LOOK_ALIKE = str.maketrans("abcehkmoptxy", "авсенкмортху")
"""Latin letters that look Cyrillic on paper: «12-oд» is «12-од»."""


def number_key(number: str) -> str:
    """The form in which numbers are compared: no blanks, one dash, small Cyrillic letters."""
    plain = re.sub(r"[–—−‑]", "-", re.sub(r"\s+", "", number)).casefold()
    return plain.translate(_LOOK_ALIKE)


def next_number(pattern: str, taken: Iterable[str]) -> str:
    """The next number of a register by its pattern: the greatest number so far plus one.

    Real numbers are free text: those of other shapes («181/1», «14-а») count by the number they
    begin with, or by the one behind the beginning that the pattern gives («01-08/{n}»).
    """
    before = number_key(pattern).partition("{n}")[0]
    shape = re.compile(rf"{re.escape(before)}(\d{{1,6}})")
    numbers = [int(found[1]) for number in taken if (found := shape.match(number_key(number)))]
    return pattern.replace("{n}", str(max(numbers, default=0) + 1))


def problems_in_number(number: str) -> list[Problem]:
    """What keeps a text from being the number of an order (real numbers: 1 to 25 signs)."""
    if not number.strip():
        return [Problem("number", "Укажите номер приказа.")]
    if not NUMBER_ALLOWED.fullmatch(number.strip()):
        return [Problem("number", "В номере – до 25 знаков: цифры, буквы, «-», «/», «.», пробел.")]
    return []
