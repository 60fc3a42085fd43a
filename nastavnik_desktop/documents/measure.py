"""Guesses of the room that a text takes, without asking a font."""

from __future__ import annotations

import math

_LETTER_SHARE = 0.5
_MM_PER_POINT = 25.4 / 72


def lines_needed(text: str, width_mm: float, size_pt: float) -> int:
    """How many lines a text takes, guessed by the mean width of a letter."""
    per_line = max(1.0, width_mm / (size_pt * _LETTER_SHARE * _MM_PER_POINT))
    if len(text) <= per_line and "\n" not in text:
        return 1
    return sum(max(1, math.ceil(len(line) / per_line)) for line in text.split("\n"))
