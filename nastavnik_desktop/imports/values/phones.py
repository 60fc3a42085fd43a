"""Telephones: +7 and ten digits, local numbers as written, several in one cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nastavnik_desktop.imports.grid import CellValue
from nastavnik_desktop.imports.values.text import is_nothing, one_line

_LOCAL_DIGITS = range(5, 8)
_ROUNDED = 10**7
"""A number that ends in seven zeros has lost its digits on the way through a spreadsheet."""
_EXPONENT = re.compile(r"\d[.,]?\d*\s*[eEеЕ]\s*\+?\s*\d+")
_WHOLE_NUMBER = re.compile(r"(?<!\d)(?:\+?7|8)(?:[\s\-–().]*\d){10}(?!\d)")
_PART = re.compile(r"\+?[\d(][\d\s\-–().]*\d")


@dataclass(frozen=True)
class Phones:
    """Numbers of a cell in their order; ``bad`` are those that cannot be numbers, as written."""

    numbers: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    local: tuple[str, ...] = ()

    @property
    def first(self) -> str:
        """The main number, empty without any."""
        return self.numbers[0] if self.numbers else ""


def read_phones(value: CellValue) -> Phones:
    """Read a cell of telephones; words beside the numbers are left to the reader of contacts."""
    text = one_line_keeping_breaks(str(value)) if value is not None else ""
    if is_nothing(text):
        return Phones()
    if _EXPONENT.fullmatch(text) or (isinstance(value, int | float) and value % _ROUNDED == 0):
        return Phones(bad=(text,))
    numbers: list[str] = []
    bad: list[str] = []
    local: list[str] = []
    for part in _parts(text):
        full = full_number(part)
        if full:
            numbers.append(full)
        elif _count_digits(part) in _LOCAL_DIGITS:
            local.append(one_line(part))
            numbers.append(one_line(part))
        else:
            bad.append(one_line(part))
    return Phones(tuple(dict.fromkeys(numbers)), tuple(bad), tuple(local))


def full_number(text: str) -> str:
    """«8 (900) 000-10-01» -> «+79000001001»; empty when it is not a whole number."""
    digits = re.sub(r"\D", "", text)
    if len(digits) == 11 and digits[0] in "78":
        return "+7" + digits[1:]
    if len(digits) == 10 and digits[0] in "3489":
        return "+7" + digits
    return ""


def one_line_keeping_breaks(text: str) -> str:
    """The text with a code in brackets joined to the number on the next line."""
    return re.sub(r"\)\s*\n\s*", ") ", text).strip()


def _count_digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _parts(text: str) -> list[str]:
    """Single numbers: cut at commas, semicolons, slashes and lines, whole numbers first."""
    parts: list[str] = []
    for piece in re.split(r"[,;/\n]|\bи\b|\bили\b", text):
        whole = _WHOLE_NUMBER.findall(piece)
        if len(whole) > 1:
            parts.extend(whole)
        else:
            parts.extend(_PART.findall(piece))
    return [part for part in parts if _count_digits(part) > 2]
