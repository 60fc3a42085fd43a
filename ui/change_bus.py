"""The one way in which pages learn that data changed: pages never call pages."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from nastavnik_desktop.domain.changes import Changes


class ChangeBus(QObject):
    """``changed`` carries the kinds of data that a finished operation changed."""

    changed = Signal(object)

    def publish(self, changes: Changes) -> None:
        """Tell everybody who shows data of these kinds; nothing changed, nothing said."""
        if changes:
            self.changed.emit(changes)
