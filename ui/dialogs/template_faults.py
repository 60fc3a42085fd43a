"""What the checker of texts has to say: Enter or a click goes to the line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from nastavnik_desktop.documents.paper_templates import PART_TITLES
from ui.icons import icon
from ui.theme import scaled

if TYPE_CHECKING:
    from nastavnik_desktop.documents.template_check import TemplateFault

_MOST_SEEN = 3
_ROLE = Qt.ItemDataRole.UserRole


class FaultList(QListWidget):
    """Hidden while there is nothing to say. ``chosen`` gives the fault to go to."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Замечания к тексту")
        self.setProperty("kind", "choice")
        self.setIconSize(QSize(scaled(16), scaled(16)))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._faults: tuple[TemplateFault, ...] = ()
        self.itemClicked.connect(self._choose)
        self.hide()

    def show_faults(self, faults: Sequence[TemplateFault]) -> None:
        """Show what is wrong; the same faults again move nothing."""
        if tuple(faults) == self._faults:
            return
        self._faults = tuple(faults)
        self.clear()
        for fault in faults:
            where = f"{PART_TITLES[fault.part].capitalize()}, строка {fault.line}"
            item = QListWidgetItem(icon("triangle-alert", "danger"), f"{where}: {fault.message}")
            item.setData(_ROLE, fault)
            self.addItem(item)
        rows = min(len(self._faults), _MOST_SEEN)
        self.setFixedHeight(scaled(44) * rows + scaled(8))
        self.setVisible(bool(faults))
        self.setCurrentRow(0 if faults else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the line and no further."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_ROLE))
