"""The picker of words for the text of a paper: search by meaning, Enter puts the word in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.dialogs.command_palette import CommandPalette
from ui.dialogs.finding import Finding

if TYPE_CHECKING:
    from nastavnik_desktop.documents.template_picks import Pick

_HINT = "Что вставить: куратор, срок, дательный падеж…"


class WordPicker(CommandPalette):
    """``put`` takes what is to be inserted."""

    def __init__(self, parent: QWidget, put: Callable[[str], object]) -> None:
        super().__init__(parent, "Слова для текста", _HINT, "вставить")
        self._picks: tuple[Pick, ...] = ()
        self._put = put
        self.asked.connect(self._find)

    def offer(self, picks: Sequence[Pick], window: QWidget) -> None:
        """Open over a window with what may be inserted."""
        self._picks = tuple(picks)
        self.open_over(window)

    def _find(self, query: str) -> None:
        wanted = query.casefold().split()
        found = [pick for pick in self._picks if all(word in _key(pick) for word in wanted)]
        self.show_findings(query, [self._finding(pick) for pick in found])

    def _finding(self, pick: Pick) -> Finding:
        note = "   ".join(filter(None, (pick.example, pick.name)))
        return Finding(pick.group, pick.meaning, note, "plus", partial(self._put, pick.inserted))


def _key(pick: Pick) -> str:
    return " ".join((pick.group, pick.meaning, pick.name, pick.example)).casefold()
