"""«Найти повторы…»: the list of similar cards, and merging two of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.services.results import Saved
from ui.shell import Shell
from ui.writes import Writes

if TYPE_CHECKING:
    from nastavnik_desktop.domain.card_merge import MergePreview
    from nastavnik_desktop.domain.duplicates import DuplicatePair
    from ui.dialogs.duplicates_dialog import DuplicatesDialog

_REFUSED = "Карточки не объединены"


class DuplicateDesk:
    """Finds, compares and merges; the list stays open until its last pair is seen to."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self._dialog: DuplicatesDialog | None = None

    def find(self) -> None:
        """Look through all cards and show what was found."""
        find = self._shell.services.duplicates.find
        self._shell.operations.run("Поиск повторов", find, self._show)

    def compare(self, pair: DuplicatePair) -> None:
        """Show two cards side by side."""
        gone = pair.second if pair.kept is pair.first else pair.first
        preview = self._shell.services.duplicates.preview
        call = partial(preview, pair.kept.person_id, gone.person_id)
        self._shell.operations.run("Сравнение карточек", call, self._ask)

    def _show(self, pairs: Sequence[DuplicatePair]) -> None:
        from ui.dialogs.duplicates_dialog import DuplicatesDialog

        if self._dialog is None:
            self._dialog = DuplicatesDialog(self._shell.settings)
            self._dialog.compared.connect(self.compare)
            self._dialog.destroyed.connect(self._on_dialog_destroyed)
            self._dialog.show_pairs(pairs)
            self._shell.prompts.show_dialog(self._dialog)
        else:
            self._dialog.show_pairs(pairs)
            self._dialog.raise_()

    def _ask(self, preview: MergePreview) -> None:
        from ui.dialogs.merge_dialog import MergeDialog

        if preview.refusal:
            self._shell.prompts.show_error(_REFUSED, RuleViolation(preview.refusal))
            return
        agreed = self._shell.prompts.ask_draft(MergeDialog, preview)
        if agreed is not None:
            call = partial(self._shell.services.duplicates.merge, agreed)
            self._shell.operations.run("Объединение карточек", call, self._on_merged)

    def _on_merged(self, saved: Saved) -> None:
        self._writes.tell(saved)
        if self._dialog is not None:
            self.find()

    def _on_dialog_destroyed(self) -> None:
        self._dialog = None
