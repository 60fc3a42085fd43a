"""The bar above the page: school year, the one search field, undo, redo and help."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy

from ui.theme import scaled
from ui.tokens import BAR_HEIGHT
from ui.widgets.buttons import button, icon_button
from ui.widgets.cards import icon_label
from ui.widgets.labels import ElidedLabel, text_label

_STEP_WIDTH = 260


class TopBar(QFrame):
    """Signals: ``year_chosen`` with the label of a year, ``new_year_asked``, ``search_asked``."""

    year_chosen = Signal(str)
    new_year_asked = Signal()
    search_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setFixedHeight(scaled(BAR_HEIGHT))
        self._year = button("", "secondary")
        self._year.hide()
        self._search = _search_button()
        self._search.clicked.connect(self.search_asked)
        self._undo = button("", "quiet", "undo-2")
        self._redo = icon_button("redo-2", "Вернуть")
        self._help = icon_button("circle-question-mark", "Справка")
        self._arrange()

    def _arrange(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(scaled(24), 0, scaled(24), 0)
        layout.setSpacing(scaled(8))
        layout.addWidget(self._year)
        layout.addWidget(self._search, 3)
        layout.addStretch(1)
        for made in (self._undo, self._redo, self._help):
            layout.addWidget(made)

    def show_years(self, years: Sequence[str], chosen: str) -> None:
        """Offer school years, newest first; an empty list hides the choice."""
        self._year.setVisible(bool(years))
        self._year.setText(f"{chosen} учебный год  ▾")
        self._year.setAccessibleName(f"Учебный год: {chosen}")
        menu = QMenu(self._year)
        for year in years:
            action = menu.addAction(f"{year} учебный год", partial(self.year_chosen.emit, year))
            action.setCheckable(True)
            action.setChecked(year == chosen)
        menu.addSeparator()
        menu.addAction("Начать новый учебный год…", self.new_year_asked.emit)
        self._year.setMenu(menu)

    def attach(self, undo: QAction, redo: QAction, help_menu: QMenu) -> None:
        """Tie the buttons to the actions; undo shows the name of its step beside the arrow."""
        for made, action in ((self._undo, undo), (self._redo, redo)):
            made.clicked.connect(action.trigger)
            action.changed.connect(partial(_follow, made, action))
            _follow(made, action)
        self._help.setMenu(help_menu)


def _follow(made: QPushButton, action: QAction) -> None:
    """Show the state and the words of an action on its button."""
    made.setEnabled(action.isEnabled())
    if made.property("kind") == "quiet":
        metrics = made.fontMetrics()
        words = action.text() if action.isEnabled() else ""
        made.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, scaled(_STEP_WIDTH)))
    keys = action.shortcut().toString()
    made.setToolTip(f"{action.text()} ({keys})" if keys else action.text())
    made.setAccessibleName(action.text())


def _search_button() -> QPushButton:
    """Looks like a field and opens the search of everything, where the typing is done."""
    made = button("", "row")
    made.setObjectName("searchEverything")
    inside = QHBoxLayout(made)
    inside.setContentsMargins(scaled(10), 0, scaled(10), 0)
    inside.setSpacing(scaled(8))
    inside.addWidget(icon_label("search", size=16))
    inside.addWidget(ElidedLabel("Найти человека, пару, приказ, действие…", "quiet"), 1)
    inside.addWidget(text_label("Ctrl+K", "small"))
    for part in made.findChildren(QLabel):
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    made.setCursor(Qt.CursorShape.IBeamCursor)
    made.setAccessibleName("Поиск по всей программе")
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    made.setMinimumWidth(scaled(160))
    made.setMaximumWidth(scaled(440))
    return made
