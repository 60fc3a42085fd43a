"""Text that was saved in one code page and read in another: «РЁСѓС‚РѕРІ», «Øóòîâ» for «Шутов»."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import islice

from nastavnik_desktop.imports.grid import CellValue, Grid

_SAMPLE_CELLS = 300
_SAMPLE_LETTERS = 4000
_FEWEST_LETTERS = 12
_COMMON_LETTERS = "оеаинтсрвл"
_CAPITAL_INSIDE = re.compile(r"[а-яё][А-ЯЁ]")
_WRONG_READINGS = (
    ("cp1251", "utf-8"),
    ("latin-1", "utf-8"),
    ("cp1252", "cp1251"),
    ("latin-1", "cp1251"),
    ("cp1251", "cp866"),
    ("cp1251", "koi8-r"),
)
"""The code page a text was read in, and the one it had been written in."""
_LOST_BLANK = re.compile(rb"([\xd0\xd1])(?: |$)")
_LOST_HYPHEN = re.compile(rb"\xd0(?=[\xd0\xd1])")

Repair = Callable[[str], str]


def likeness(text: str) -> int:
    """How Russian a text looks: common small letters speak for it, capitals inside against."""
    return sum(map(text.count, _COMMON_LETTERS)) - 3 * len(_CAPITAL_INSIDE.findall(text))


def repaired_grid(grid: Grid) -> Grid:
    """The grid itself, or its texts read anew when they were read in a wrong code page."""
    repair = repair_for("\n".join(islice(_texts(grid), _SAMPLE_CELLS)))
    if repair is None:
        return grid
    return replace(grid, rows=tuple(tuple(_repaired(c, repair) for c in row) for row in grid.rows))


def repair_for(text: str) -> Repair | None:
    """How to read a text anew; None for a text that is in order."""
    sample = text[:_SAMPLE_LETTERS]
    if sample.isascii() or likeness(sample) > 0:
        return None
    found = [(likeness(repair(sample)), repair) for repair in map(_repair, _WRONG_READINGS)]
    best, repair = max(found, key=lambda pair: pair[0])
    return repair if best >= _FEWEST_LETTERS else None


def _texts(grid: Grid) -> Iterator[str]:
    return (cell for row in grid.rows for cell in row if isinstance(cell, str))


def _repaired(cell: CellValue, repair: Repair) -> CellValue:
    return repair(cell) if isinstance(cell, str) else cell


def _repair(reading: tuple[str, str]) -> Repair:
    wrong, right = reading

    def repair(text: str) -> str:
        try:
            content = bytes(map(_bytes_of(wrong).__getitem__, text))
            return _with_lost_bytes(content, right).decode(right)
        except (KeyError, UnicodeDecodeError):
            return text

    return repair


def _with_lost_bytes(content: bytes, right: str) -> bytes:
    """Tidying has made blanks of odd ones and dropped soft hyphens: halves of letters here."""
    if right != "utf-8":
        return content
    return _LOST_HYPHEN.sub(b"\xd0\xad", _LOST_BLANK.sub(lambda lost: lost[1] + b"\xa0", content))


@cache
def _bytes_of(encoding: str) -> dict[str, int]:
    """The byte of every sign; a byte without a sign stands for itself, or has become U+FFFD."""
    signs = {chr(byte): byte for byte in range(256) if _sign(encoding, byte) == "\ufffd"}
    signs.update((_sign(encoding, byte), byte) for byte in range(256))
    return signs


def _sign(encoding: str, byte: int) -> str:
    return bytes((byte,)).decode(encoding, errors="replace")
