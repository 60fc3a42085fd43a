"""The papers whose texts can be edited, orders and consents apart."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from nastavnik_desktop.documents.paper_templates import TemplateKind
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.orders import OrderKind
from ui.icons import icon
from ui.theme import scaled, text_font

_GROUPS: tuple[tuple[str, tuple[TemplateKind, ...]], ...] = (
    ("Приказы", tuple(OrderKind)),
    ("Согласия", tuple(ConsentKind)),
)


class KindList(QListWidget):
    """``chosen`` when the user went to another kind; a pencil marks what was changed."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "choice")
        self.setAccessibleName("Чей текст")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(scaled(14), scaled(14)))
        self._items: dict[TemplateKind, QListWidgetItem] = {}
        for title, kinds in _GROUPS:
            heading = QListWidgetItem(title)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setFont(text_font("small", QFont.Weight.DemiBold))
            heading.setSizeHint(QSize(0, scaled(32)))
            self.addItem(heading)
            for kind in kinds:
                self._add(kind)
        self.currentItemChanged.connect(lambda _item, _former: self.chosen.emit())

    @property
    def kind(self) -> TemplateKind:
        """The kind in front."""
        item = self.currentItem()
        return next(kind for kind, each in self._items.items() if each is item)

    def choose(self, kind: TemplateKind) -> None:
        """Bring a kind to the front."""
        self.setCurrentItem(self._items[kind])

    def mark(self, changed: Collection[TemplateKind]) -> None:
        """Mark the kinds whose texts were changed."""
        for kind, item in self._items.items():
            is_changed = kind in changed
            item.setIcon(icon("pencil", "accent_text") if is_changed else QIcon())
            spoken = f"{item.text()}, изменён" if is_changed else item.text()
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _add(self, kind: TemplateKind) -> None:
        words = kind.short_label if isinstance(kind, ConsentKind) else kind.label
        item = QListWidgetItem(words[:1].upper() + words[1:])
        item.setToolTip(kind.label)
        item.setSizeHint(QSize(0, scaled(30)))
        self.addItem(item)
        self._items[kind] = item
