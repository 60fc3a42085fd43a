"""What the details pane says about the selected record: plain facts, no widget.

A controller makes ``Details`` by a function of the record; the pane only draws it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from ui.tokens import Tone

Run = Callable[[], object]


class CheckState(Enum):
    """State of a line of a checklist."""

    DONE = "done"
    MISSING = "missing"
    OPEN = "open"


@dataclass(frozen=True)
class Fact:
    """A label and its value."""

    label: str
    value: str


@dataclass(frozen=True)
class Note:
    """Words that run over several lines."""

    text: str
    is_quiet: bool = False


@dataclass(frozen=True)
class LinkRow:
    """A thing tied to the record, one click away; ``count`` stands at the right.

    ``remove`` takes the thing from the record by a small cross.
    """

    text: str
    run: Run
    icon: str = "link"
    note: str = ""
    count: str = ""
    remove: Run | None = None


@dataclass(frozen=True)
class CheckRow:
    """A line of a checklist with the action that completes it, if there is one."""

    text: str
    state: CheckState
    action: str = ""
    run: Run | None = None


@dataclass(frozen=True)
class PillRow:
    """A state of the record as a coloured sign."""

    text: str
    tone: Tone


Item = Fact | Note | LinkRow | CheckRow | PillRow


@dataclass(frozen=True)
class Section:
    """A heading (may be empty) and what stands under it."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class PaneButton:
    """A button at the bottom of the pane."""

    text: str
    run: Run
    icon: str = ""
    is_primary: bool = False


@dataclass(frozen=True)
class Details:
    """Everything the pane shows about one record."""

    title: str
    subtitle: str = ""
    sections: tuple[Section, ...] = ()
    buttons: tuple[PaneButton, ...] = ()
