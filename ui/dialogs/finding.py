"""What the search of everything finds: a line that can be opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt

FINDING_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Finding:
    """One thing found: its group («Люди»), words, quiet words, icon and what opening it does."""

    group: str
    text: str
    note: str
    icon: str
    run: Callable[[], object]
