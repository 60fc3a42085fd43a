"""Couples marked «не назначать»: those whose mark is taken away may be proposed again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.matching.people import Couple
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.check_list import CheckList
from ui.widgets.labels import text_label

if TYPE_CHECKING:
    from nastavnik_desktop.services.matching import BannedCouple

_WORDS = "Отмеченные пары программа не предлагает. Снимите отметку, чтобы снова предлагать."


class MatchBansDialog(RecordDialog[tuple[Couple, ...]]):
    """The draft holds the couples that stay forbidden."""

    def __init__(self, parent: QWidget | None, bans: Sequence[BannedCouple]) -> None:
        super().__init__(parent, "Не назначать")
        self._bans = tuple(bans)
        self.form.add_wide(text_label(_WORDS, "quiet", wraps=True))
        self.couples: CheckList[Couple] = CheckList("Не назначать", 5)
        self.form.add_wide(self.couples)

    def fill(self, draft: tuple[Couple, ...]) -> None:
        """Show all; those of the draft are marked."""
        keys = [(one.mentor_id, one.mentee_id) for one in self._bans]
        self.couples.show_lines(
            [
                (key, f"{one.mentor.short} → {one.mentee.short}", key in draft)
                for key, one in zip(keys, self._bans, strict=True)
            ]
        )

    def draft(self) -> tuple[Couple, ...]:
        """The couples that are still marked."""
        return tuple(self.couples.chosen)

    def problems(self, draft: tuple[Couple, ...]) -> Sequence[Problem]:
        """Any choice is right."""
        del draft
        return ()
