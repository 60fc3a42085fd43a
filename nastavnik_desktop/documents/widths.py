"""Widths of the columns of a table, so that no word is broken and little room is wasted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from nastavnik_desktop.documents.grid import placed_cells
from nastavnik_desktop.documents.measure import longest_word_mm
from nastavnik_desktop.documents.tree import Table

CELL_PADDING_MM = 2.8
"""Room beside the text of a cell, both sides together, with a little reserve."""


def least_mm(texts: Sequence[str], size_pt: float) -> float:
    """The narrowest column in which every word of the texts stands whole."""
    return longest_word_mm(texts, size_pt) + CELL_PADDING_MM


def with_whole_words(table: Table, total_mm: float, size_pt: float) -> Table:
    """The table with its columns wide enough for their longest words."""
    texts: dict[int, list[str]] = defaultdict(list)
    for placed in placed_cells(table):
        if placed.cell.colspan == 1 and not placed.cell.is_turned:
            texts[placed.column].append(placed.cell.text)
    least = [least_mm(texts[column], size_pt) for column in range(len(table.widths_mm))]
    return replace(table, widths_mm=fitted(table.widths_mm, least, total_mm))


def fitted(
    wanted_mm: Sequence[float], least: Sequence[float], total_mm: float
) -> tuple[float, ...]:
    """The wanted widths brought to a total, none of them below its least width.

    When even the least widths do not fit, all of them are made narrower alike.
    """
    if sum(least) >= total_mm:
        return tuple(width * total_mm / sum(least) for width in least)
    held: set[int] = set()
    while True:
        free = [index for index in range(len(wanted_mm)) if index not in held]
        room = total_mm - sum(least[index] for index in held)
        scale = room / sum(wanted_mm[index] for index in free)
        narrow = {index for index in free if wanted_mm[index] * scale < least[index]}
        if not narrow:
            break
        held |= narrow
    return tuple(
        least[index] if index in held else width * scale for index, width in enumerate(wanted_mm)
    )


def with_spare_room(
    wanted_mm: Sequence[float], longest_mm: Sequence[float], total_mm: float
) -> tuple[float, ...]:
    """Room that is left goes to the columns whose longest text lacks the least of it."""
    widths = list(wanted_mm)
    spare = total_mm - sum(widths)
    lacks = [longest - wanted for longest, wanted in zip(longest_mm, widths, strict=True)]
    for index in sorted(range(len(widths)), key=lacks.__getitem__):
        gain = min(max(lacks[index], 0.0), max(spare, 0.0))
        widths[index] += gain
        spare -= gain
    return tuple(widths)
