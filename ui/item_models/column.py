"""What a column of a table shows and how it sorts; what a table shows, as plain texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Generic, TypeVar

from ui.tokens import Tone

Row = TypeVar("Row")


class Align(Enum):
    """Texts stand at the left, numbers at the right."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column of a list of records.

    ``sort_key`` gives a native value (a number, a date, a prepared key; None goes last),
    by default the search key of the text. ``width`` is in pixels of the design; the columns with
    ``stretches`` share what is left, and where that is little they shrink together, each to
    ``least_width`` at most. ``tone`` draws the text as a coloured sign, None as text.
    """

    title: str
    text: Callable[[Row], str]
    sort_key: Callable[[Row], Any] | None = None
    align: Align = Align.LEFT
    width: int = 120
    least_width: int = 96
    tooltip: Callable[[Row], str] | None = None
    tone: Callable[[Row], Tone | None] | None = None
    stretches: bool = False
    is_hidden: bool = False


@dataclass(frozen=True)
class ShownTable:
    """What a table shows at a moment, in its order: for the clipboard, a file or the printer."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    is_number: tuple[bool, ...]
