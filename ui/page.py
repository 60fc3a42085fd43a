"""A page of the window: made when it is first opened, reloaded when its data changed."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nastavnik_desktop.domain.changes import Changes
from ui.shell import Shell
from ui.theme import scaled
from ui.widgets.details import Details
from ui.widgets.page_header import PageHeader


class Page(QObject):
    """The controller of a page: decides what its view shows.

    A subclass says in ``watches`` which kinds of data it shows, builds its view in ``build``
    (layout only), and reads its data in ``reload``.
    """

    watches = Changes.EVERYTHING
    details_changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.details: Details | None = None
        self._view: QWidget | None = None

    @property
    def view(self) -> QWidget:
        """The widget of the page, built at the first question for it."""
        if self._view is None:
            self._view = self.build()
        return self._view

    def build(self) -> QWidget:
        """Make the widget of the page."""
        raise NotImplementedError

    def reload(self) -> None:
        """Read the data again and show them; what is selected stays selected."""
        raise NotImplementedError

    def on_shown(self) -> None:
        """Called each time the page comes to the front, after a reload that was due."""

    def may_leave(self) -> bool:
        """Asked before another page, another base or the end of the program takes its place."""
        return True

    def open_record(self, key: Hashable) -> None:
        """Select the record that a search or another page asks for."""

    def put_away_details(self) -> None:
        """The user closed the details pane."""
        self.show_details(None)

    def show_details(self, details: Details | None) -> None:
        """Show a record in the details pane beside the page; None hides the pane."""
        self.details = details
        self.details_changed.emit()


class PageView(QWidget):
    """The frame of every page: margins, its head, and ``body`` for the rest."""

    def __init__(self, title: str, subtitle: str = "") -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAccessibleName(title)
        self.header = PageHeader(title, subtitle)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(scaled(24), scaled(14), scaled(24), scaled(16))
        self.body.setSpacing(scaled(12))
        self.body.addWidget(self.header)

    def add_table(self, table: QWidget) -> None:
        """Add a table that is as high as its rows; the rest of the page stays empty."""
        self.body.addWidget(table, 1)
        self.body.addStretch()
