"""A long list with marks: who of many, with a count and one button for all."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.labels import text_label

Key = TypeVar("Key", bound=Hashable)

_ROW = 30
_KEY = Qt.ItemDataRole.UserRole
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class CheckList(QWidget, Generic[Key]):
    """``changed`` when a mark is set or taken; the space bar marks all selected lines."""

    changed = Signal()

    def __init__(self, name: str, rows_shown: int = 8) -> None:
        super().__init__()
        self._count = text_label("", "quiet")
        self._all = button("Отметить все", "link", on_click=self._toggle_all)
        self._list = QListWidget()
        self._list.setAccessibleName(name)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setMinimumHeight(scaled(rows_shown * _ROW))
        self._list.itemChanged.connect(self._on_item_changed)
        head = QHBoxLayout()
        head.addWidget(self._count, 1)
        head.addWidget(self._all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(4))
        layout.addLayout(head)
        layout.addWidget(self._list, 1)
        self.setFocusProxy(self._list)

    @property
    def chosen(self) -> list[Key]:
        """Keys of the marked lines, in the order shown."""
        return [item.data(_KEY) for item in self._items() if item.checkState() is _CHECKED]

    def show_lines(self, lines: Sequence[tuple[Key, str, bool]]) -> None:
        """Replace the lines: key, words, whether it is marked."""
        self._list.blockSignals(True)
        self._list.clear()
        for key, words, is_marked in lines:
            self._list.addItem(_item(key, words, is_marked=is_marked))
        self._list.blockSignals(False)
        self._show_count()

    def mark(self, keys: Iterable[Key]) -> None:
        """Mark exactly these lines."""
        wanted = set(keys)
        self._list.blockSignals(True)
        for item in self._items():
            item.setCheckState(_CHECKED if item.data(_KEY) in wanted else _UNCHECKED)
        self._list.blockSignals(False)
        self._on_item_changed()

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _toggle_all(self) -> None:
        is_marking = len(self.chosen) < self._list.count()
        self._list.blockSignals(True)
        for item in self._items():
            item.setCheckState(_CHECKED if is_marking else _UNCHECKED)
        self._list.blockSignals(False)
        self._on_item_changed()

    def _on_item_changed(self) -> None:
        self._show_count()
        self.changed.emit()

    def _show_count(self) -> None:
        marked, count = len(self.chosen), self._list.count()
        self._count.setText(f"Отмечено {marked} из {count}")
        self._all.setText("Снять все" if marked == count else "Отметить все")
        self._all.setVisible(count > 1)


def _item(key: Hashable, words: str, *, is_marked: bool) -> QListWidgetItem:
    item = QListWidgetItem(words)
    item.setSizeHint(QSize(0, scaled(_ROW)))
    item.setData(_KEY, key)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(_CHECKED if is_marked else _UNCHECKED)
    item.setToolTip(words)
    return item
