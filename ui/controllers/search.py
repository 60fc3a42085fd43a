"""The search of everything: people, pairs, orders and actions by a few letters."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.search import matches, query_words, search_key
from ui.dialogs.command_palette import CommandPalette
from ui.dialogs.finding import Finding

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from nastavnik_desktop.services.search import Found
    from ui.actions import ActionFacts
    from ui.main_window import MainWindow
    from ui.shell import Shell

_PLACES = {
    "person": ("Люди", "user", "people"),
    "pairing": ("Пары и группы", "handshake", "pairings"),
    "order": ("Приказы", "file-text", "orders"),
}
_ICON_OF_ACTION = "command"


class SearchController:
    """Opens the palette and answers its queries; without a base only actions are found."""

    def __init__(
        self, window: MainWindow, facts: tuple[ActionFacts, ...], shell: Callable[[], Shell | None]
    ) -> None:
        self._window = window
        self._facts = facts
        self._shell = shell
        self.palette = CommandPalette(window)
        self.palette.asked.connect(self._on_asked)

    def open(self) -> None:
        """Show the palette over the window."""
        self.palette.open_over(self._window)

    def actions_for(self, query: str) -> list[Finding]:
        """Actions whose words hold the query, each with its keys; all of them for no query."""
        words = query_words(query)
        return [
            Finding("Действия", action.text(), facts.keys, facts.icon or _ICON_OF_ACTION, facts.run)
            for facts, action in self._offered()
            if matches(search_key(action.text()), words)
        ]

    def _offered(self) -> list[tuple[ActionFacts, QAction]]:
        pairs = [(facts, self._window.actions_by_id[facts.id]) for facts in self._facts]
        return [(facts, action) for facts, action in pairs if action.isEnabled()]

    def _on_asked(self, query: str) -> None:
        shell = self._shell()
        if shell is None or not query.strip():
            self._show(query, [])
            return
        find = partial(shell.services.search.find, query, shell.year())
        shell.operations.run("Поиск", find, partial(self._show, query))

    def _show(self, query: str, found: list[Found]) -> None:
        records = [self._finding(each) for each in found]
        self.palette.show_findings(query, [*records, *self.actions_for(query)])

    def _finding(self, found: Found) -> Finding:
        group, icon, page = _PLACES[found.kind]
        run = partial(self._window.open_page, page, found.record_id)
        return Finding(group, found.title, found.subtitle, icon, run)
