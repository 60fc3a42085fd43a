"""Which page is in front, which of the hidden ones are out of date."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from nastavnik_desktop.domain.changes import Changes
    from ui.page import Page
    from ui.page_entry import PageEntry
    from ui.shell import Shell


class PageStack(QStackedWidget):
    """Makes pages when they are first opened.

    The page in front reloads at once when its data changed, the hidden ones when they are shown
    again. Signals: ``opened`` with the name of the page in front, ``details_changed``.
    """

    opened = Signal(str)
    details_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[str, PageEntry] = {}
        self._pages: dict[str, Page] = {}
        self._outdated: set[str] = set()
        self._shell: Shell | None = None
        self._front = ""

    @property
    def front(self) -> Page | None:
        """The page in front, None before a base is opened."""
        return self._pages.get(self._front)

    @property
    def front_name(self) -> str:
        """The name of the page in front; empty before a base is opened."""
        return self._front

    def may_leave(self) -> bool:
        """Whether the page in front has nothing that would be lost."""
        return self.front is None or self.front.may_leave()

    def connect_to(self, shell: Shell, entries: Iterable[PageEntry]) -> None:
        """Forget all pages and start anew with the services of a base."""
        for page in self._pages.values():
            self.removeWidget(page.view)
            page.view.deleteLater()
        self._pages.clear()
        self._outdated.clear()
        self._front = ""
        self._shell = shell
        self._entries = {entry.name: entry for entry in entries}
        shell.changes.changed.connect(self.note_changes)

    def open(self, name: str, key: Hashable = None) -> None:
        """Bring a page to the front, and to a record of it when ``key`` is given."""
        if name != self._front and not self.may_leave():
            self.opened.emit(self._front)
            return
        page = self._pages.get(name) or self._make(name)
        self._front = name
        self.setCurrentWidget(page.view)
        page.view.setFocus()
        self._reload_if_outdated(name)
        self.opened.emit(name)
        self.details_changed.emit()
        page.on_shown()  # from here on the page may ask something and wait
        if key is not None:
            page.open_record(key)

    def note_changes(self, changes: Changes) -> None:
        """Mark the pages that show data of these kinds; reload the one in front."""
        self._outdated.update(name for name, page in self._pages.items() if page.watches & changes)
        self._reload_if_outdated(self._front)

    def _reload_if_outdated(self, name: str) -> None:
        if name in self._outdated:
            self._outdated.discard(name)
            self._pages[name].reload()

    def _make(self, name: str) -> Page:
        if self._shell is None:
            raise RuntimeError("no base is opened yet")
        page = self._entries[name].make(self._shell)
        self._pages[name] = page
        self._outdated.add(name)
        self.addWidget(page.view)
        page.details_changed.connect(self.details_changed)
        return page
