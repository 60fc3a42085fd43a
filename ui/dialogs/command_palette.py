"""One field that finds: people, orders and actions (Ctrl+K), words of a text; no mouse needed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.dialogs.finding import FINDING_ROLE, Finding
from ui.dialogs.finding_delegate import FindingDelegate
from ui.theme import scaled
from ui.widgets.labels import separator, text_label
from ui.widgets.search_field import SearchField

_WIDTH = 620
_HEIGHT = 460
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class CommandPalette(QDialog):
    """Emits ``asked`` with every query; the answer comes by ``show_findings``, at any time.

    An answer to an older query is dropped, so a slow search never overtakes a quick one.
    ``name`` is what a screen reader says, ``hint`` stands in the empty field.
    """

    asked = Signal(str)

    def __init__(
        self,
        parent: QWidget | None = None,
        name: str = "Поиск по всей программе",
        hint: str = "Фамилия, номер приказа, действие…",
        enter: str = "открыть",
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(name)
        self._enter = enter
        self.resize(scaled(_WIDTH), scaled(_HEIGHT))
        self.field = SearchField("Найти", hint)
        self.field.setProperty("kind", "palette")
        self.list = _findings_list()
        self._nothing = text_label("Начните печатать фамилию, номер приказа или действие", "quiet")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.field.textChanged.connect(self.asked)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._on_item_clicked)

    def open_over(self, window: QWidget) -> None:
        """Show it in the upper middle of a window, with an empty field."""
        x = (window.width() - self.width()) // 2
        self.move(window.mapToGlobal(QPoint(x, scaled(64))))
        self.field.clear()
        self.asked.emit("")
        self.show()
        self.field.setFocus()

    def show_findings(self, query: str, findings: Sequence[Finding]) -> None:
        """Show what was found for a query, group by group; a late answer is dropped."""
        if query != self.field.text():
            return
        self.list.clear()
        for group, members in groupby(findings, lambda finding: finding.group):
            self._add_heading(group)
            for finding in members:
                self._add_finding(finding)
        self.list.setVisible(bool(findings))
        self._nothing.setVisible(not findings)
        if query:
            self._nothing.setText(f"По запросу «{query}» ничего не нашлось")
        self.list.setCurrentRow(1 if findings else -1)

    def open_current(self) -> None:
        """Open what is chosen and go away."""
        item = self.list.currentItem()
        finding = item.data(FINDING_ROLE) if item is not None else None
        if finding is not None:
            self.accept()
            finding.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the field move in the list, Enter opens."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.open_current()
                return True
        return super().eventFilter(watched, event)

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self.list.setCurrentItem(item)
        self.open_current()

    def _add_heading(self, group: str) -> None:
        item = QListWidgetItem(group)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(QSize(0, scaled(28)))
        self.list.addItem(item)

    def _add_finding(self, finding: Finding) -> None:
        item = QListWidgetItem(finding.text)
        item.setData(FINDING_ROLE, finding)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{finding.text}. {finding.note}")
        item.setSizeHint(QSize(0, scaled(40)))
        self.list.addItem(item)

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setObjectName("paletteFrame")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(scaled(16), scaled(8), scaled(8), scaled(8))
        inside.setSpacing(scaled(4))
        inside.addWidget(self.field)
        inside.addWidget(separator())
        inside.addWidget(self.list, 1)
        inside.addWidget(self._nothing, 1)
        hint = text_label(f"↑ ↓ выбрать    Enter {self._enter}    Esc закрыть", "small")
        inside.addWidget(hint)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)


def _findings_list() -> QListWidget:
    made = QListWidget()
    made.setAccessibleName("Найденное")
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setItemDelegate(FindingDelegate(made))
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.hide()
    return made
