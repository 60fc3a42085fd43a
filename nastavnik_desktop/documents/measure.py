"""The room that a text takes in the font of papers, told without opening the font."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_MM_PER_POINT = 25.4 / 72
_SHARES = {
    letter: share
    for share, letters in (
        (0.25, " \u00a0.,"),
        (0.31, ";:/-()"),
        (0.42, "згэ"),
        (0.45, "аеёствья"),
        (0.50, "клорухч0123456789–«»З"),
        (0.53, "бдъийнпц"),
        (0.59, "РБЬГЕЁТ"),
        (0.66, "мфыЧЭВКСЯДЛ"),
        (0.72, "жюАИЙНОПХЦУЪ"),
        (0.77, "шщФ"),
        (0.90, "ЫМЖ№"),
        (1.02, "ШЩЮ"),
    )
    for letter in letters
}
"""Widths of letters of Times New Roman and Tinos as shares of the size."""
_OTHER_SHARE = 0.60
_SAFE_SHARE = 0.80
_LONGEST_WORD_MM = 50.0
_BREAKS = re.compile(r"[^\S\u00a0]+|(?<=\w-)(?=\w)")


def text_mm(text: str, size_pt: float) -> float:
    """Width of a text set in one line."""
    return _ems(text) * size_pt * _MM_PER_POINT


def longest_word_mm(texts: Iterable[str], size_pt: float) -> float:
    """Width of the widest piece that cannot be broken; a word may be broken at its hyphen.

    What no language calls a word is broken anywhere and asks for no more than a long word.
    """
    pieces = {piece for text in set(texts) for piece in _BREAKS.split(text)}
    widest = max((text_mm(piece, size_pt) for piece in pieces), default=0.0)
    return min(widest, _LONGEST_WORD_MM)


@lru_cache(maxsize=8192)
def lines_needed(text: str, width_mm: float, size_pt: float) -> int:
    """How many lines a text takes in a column; columns of long lists repeat their texts."""
    em_mm = size_pt * _MM_PER_POINT
    if "\n" not in text and len(text) * _SAFE_SHARE * em_mm <= width_mm:
        return 1
    return sum(_wrapped(line, width_mm / em_mm) for line in text.split("\n"))


def _wrapped(line: str, width_ems: float) -> int:
    """Lines of one paragraph filled word by word; a word wider than the line takes several."""
    lines, used = 1, 0.0
    for word in line.split(" "):
        ems = _ems(word)
        if used and used + _SHARES[" "] + ems > width_ems:
            lines, used = lines + 1, 0.0
        used += ems + (_SHARES[" "] if used else 0.0)
        if used > width_ems:
            lines, used = lines + int(used / width_ems), used % width_ems
    return lines


@lru_cache(maxsize=8192)
def _ems(text: str) -> float:
    return sum(_SHARES.get(letter, _OTHER_SHARE) for letter in text)
