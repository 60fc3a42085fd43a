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
    from nastavnik_desktop.domain.duplicates import DifferentPeople, DuplicatePair
    from ui.dialogs.duplicates_dialog import DuplicatesDialog

_REFUSED = "Карточки не объединены"


class DuplicateDesk:
    """Finds, compares and merges; the list stays open until its last pair is seen to."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self._dialog: DuplicatesDialog | None = None
        self._marked: Sequence[DifferentPeople] = ()

    def find(self) -> None:
        """Look through all cards and show what was found."""
        duplicates = self._shell.services.duplicates

        def read() -> tuple[list[DuplicatePair], list[DifferentPeople]]:
            return duplicates.find(), duplicates.told_apart()

        self._shell.operations.run("Поиск повторов", read, lambda found: self._show(*found))

    def compare(self, pair: DuplicatePair) -> None:
        """Show two cards side by side."""
        gone = pair.second if pair.kept is pair.first else pair.first
        preview = self._shell.services.duplicates.preview
        call = partial(preview, pair.kept.person_id, gone.person_id)
        self._shell.operations.run("Сравнение карточек", call, self._ask)

    def tell_apart(self, pair: DuplicatePair) -> None:
        """Remember that a pair is of two people."""
        call = partial(self._shell.services.duplicates.tell_apart, pair)
        self._shell.operations.run("Отметка", call, self._on_written)

    def show_marked(self) -> None:
        """Show the pairs that were told apart, in a window of their own."""
        from ui.dialogs.told_apart_dialog import ToldApartDialog

        dialog = ToldApartDialog(self._shell.settings)
        dialog.taken_back.connect(self._compare_again)
        dialog.taken_back.connect(lambda _pairs: dialog.close())
        dialog.show_pairs(self._marked)
        self._shell.prompts.show_dialog(dialog)

    def _compare_again(self, pairs: list[DifferentPeople]) -> None:
        call = partial(self._shell.services.duplicates.compare_again, pairs)
        self._shell.operations.run("Отметка", call, self._on_written)

    def _show(self, pairs: Sequence[DuplicatePair], marked: Sequence[DifferentPeople]) -> None:
        from ui.dialogs.duplicates_dialog import DuplicatesDialog

        self._marked = marked
        if self._dialog is None:
            self._dialog = DuplicatesDialog(self._shell.settings)
            self._dialog.compared.connect(self.compare)
            self._dialog.told_apart.connect(self.tell_apart)
            self._dialog.marked_asked.connect(self.show_marked)
            self._dialog.destroyed.connect(self._on_dialog_destroyed)
            self._dialog.show_pairs(pairs, len(marked))
            self._shell.prompts.show_dialog(self._dialog)
        else:
            self._dialog.show_pairs(pairs, len(marked))
            self._dialog.raise_()

    def _ask(self, preview: MergePreview) -> None:
        from ui.dialogs.merge_dialog import MergeDialog

        if preview.refusal:
            self._shell.prompts.show_error(_REFUSED, RuleViolation(preview.refusal))
            return
        agreed = self._shell.prompts.ask_draft(MergeDialog, preview)
        if agreed is not None:
            call = partial(self._shell.services.duplicates.merge, agreed)
            self._shell.operations.run("Объединение карточек", call, self._on_written)

    def _on_written(self, saved: Saved) -> None:
        self._writes.tell(saved)
        if self._dialog is not None:
            self.find()

    def _on_dialog_destroyed(self) -> None:
        self._dialog = None
