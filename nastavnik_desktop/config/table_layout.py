"""How the user has arranged a table, and the filters she saved under a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class TableLayout:
    """The arrangement of one table: columns by their names, widths in pixels at 100 % scale.

    No columns means the order and choice of columns that the table itself has.
    """

    columns: tuple[str, ...] = ()
    widths_px: Mapping[str, int] = field(default_factory=dict)
    sorted_by: str = ""
    is_descending: bool = False


@dataclass(frozen=True)
class SavedFilter:
    """A filter of a table kept under a name: the text of the search and values of the chips."""

    name: str
    query: str = ""
    chips: Mapping[str, str] = field(default_factory=dict)
