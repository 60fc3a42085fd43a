"""The navigation column: pages by icon and word, the school with its menu at the foot."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)

from ui.icons import icon
from ui.theme import scaled
from ui.tokens import NAVIGATION_WIDTH, Tone
from ui.widgets.buttons import button
from ui.widgets.cards import icon_label
from ui.widgets.labels import ElidedLabel, text_label


class NavigationColumn(QFrame):
    """Emits ``chosen`` with the name of a page; Tab and the arrows move in the column."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.setAccessibleName("Разделы программы")
        self.setFixedWidth(scaled(NAVIGATION_WIDTH))
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._school = ElidedLabel("", "quiet")
        self._base = _base_button(self._school)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(scaled(8), 0, scaled(8), scaled(10))
        self._layout.setSpacing(scaled(2))
        self._layout.addLayout(_brand())
        self._layout.addStretch()
        self._layout.addWidget(self._base)

    def add_page(self, name: str, title: str, icon_name: str) -> None:
        """Add a page below the others."""
        made = QToolButton()
        made.setProperty("kind", "navigation")
        made.setText(title)
        made.setIcon(icon(icon_name, "quiet", "accent_text"))
        made.setIconSize(QSize(scaled(28), scaled(18)))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(partial(self.chosen.emit, name))
        self._group.addButton(made)
        self._layout.insertWidget(1 + len(self._buttons), made)
        self._buttons[name] = made

    def mark(self, name: str) -> None:
        """Show which page is open, if it has a place here."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def show_page(self, name: str, *, is_shown: bool) -> None:
        """Show or hide a page that not every base needs."""
        if name in self._buttons:
            self._buttons[name].setVisible(is_shown)

    def show_school(self, name: str) -> None:
        """The short name of the school at the foot of the column."""
        self._school.setText(name)
        self._base.setAccessibleName(f"База: {name}")

    def attach(self, base_menu: QMenu) -> None:
        """Open the menu of bases from the name of the school."""
        self._base.setMenu(base_menu)
        self._base.show()


def _base_button(school: ElidedLabel) -> QPushButton:
    made = button("", "row")
    inside = QHBoxLayout(made)
    inside.setContentsMargins(scaled(8), 0, scaled(6), 0)
    inside.setSpacing(scaled(8))
    inside.addWidget(icon_label("school", size=16))
    inside.addWidget(school, 1)
    inside.addWidget(icon_label("chevron-down", size=14))
    for part in made.findChildren(QLabel):
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    made.setToolTip("Базы: открыть другую, создать, резервные копии")
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    made.hide()
    return made


def _brand() -> QHBoxLayout:
    brand = QHBoxLayout()
    brand.setContentsMargins(scaled(8), scaled(14), 0, scaled(12))
    brand.setSpacing(scaled(10))
    brand.addWidget(_sprout())
    brand.addWidget(text_label("Наставник", "brand"), 1)
    return brand


def _sprout() -> QLabel:
    return icon_label("sprout", Tone.ACCENT, 24)
