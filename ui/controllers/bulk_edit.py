"""Many people edited together: one value for all, or the cells of a grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.bulk_edit import (
    BulkEdit,
    BulkField,
    BulkPreview,
    CellEdit,
    GridRow,
)
from nastavnik_desktop.domain.people import PersonRow
from nastavnik_desktop.domain.plurals import counted
from ui.shell import Shell
from ui.writes import Writes

if TYPE_CHECKING:
    from ui.item_models.grid import GridDraft


class BulkEditDesk:
    """Each way ends in one step of the journal."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)

    def edit_together(self, rows: Sequence[PersonRow]) -> None:
        """Ask for a field and its value, show what would become of each, then do it."""
        from ui.dialogs.bulk_edit_dialog import BulkEditDialog, BulkWish

        people = counted(len(rows), "человек", "человека", "человек")
        known = _known_values(rows)
        wish = self._shell.prompts.ask_draft(
            lambda parent: BulkEditDialog(parent, people, known), BulkWish()
        )
        if wish is not None:
            ids = [row.person_id for row in rows]
            call = partial(
                self._shell.services.bulk_edit.preview, ids, wish.edit, self._shell.year()
            )
            self._shell.operations.run("Что изменится", call, self._ask_to_commit)

    def edit_grid(self, rows: Sequence[PersonRow]) -> None:
        """Open the cells of these people."""
        call = partial(
            self._shell.services.bulk_edit.grid, [row.person_id for row in rows], self._shell.year()
        )
        self._shell.operations.run("Чтение карточек", call, self._ask_grid)

    def _ask_to_commit(self, preview: BulkPreview) -> None:
        from ui.dialogs.bulk_edit_dialog import BulkPreviewDialog

        agreed = self._shell.prompts.ask_draft(
            lambda parent: BulkPreviewDialog(parent, preview), preview
        )
        if agreed is not None:
            self._commit(agreed)

    def _ask_grid(self, rows: Sequence[GridRow]) -> None:
        from ui.item_models.grid import GridDraft

        self._ask_cells(GridDraft(tuple(rows)))

    def _ask_cells(self, draft: GridDraft) -> None:
        from ui.dialogs.grid_dialog import GridDialog

        typed = self._shell.prompts.ask_draft(GridDialog, draft)
        if typed is None or not typed.texts:
            return
        cells = [
            CellEdit(person_id, BulkEdit.of_text(field, text))
            for (person_id, field), text in typed.texts.items()
        ]
        call = partial(self._shell.services.bulk_edit.preview_cells, cells, self._shell.year())
        self._shell.operations.run("Проверка ячеек", call, partial(self._on_checked, typed))

    def _on_checked(self, typed: GridDraft, preview: BulkPreview) -> None:
        """Cells that the rules refuse come back in red with all that was typed."""
        refusals = {(line.person_id, line.field): line.refusal for line in preview.refused}
        if refusals:
            self._ask_cells(replace(typed, refusals=refusals))
        else:
            self._commit(preview)

    def _commit(self, preview: BulkPreview) -> None:
        call = partial(self._shell.services.bulk_edit.commit, preview, self._shell.year())
        self._writes.run("Изменение карточек", call)


def _known_values(rows: Sequence[PersonRow]) -> dict[BulkField, list[str]]:
    """What is written in the list already, to be proposed while one types."""
    sources = {
        BulkField.POSITION_TITLE: [row.position_title for row in rows],
        BulkField.SUBJECT: [row.subject for row in rows],
        BulkField.SCHOOL_CLASS: [row.school_class for row in rows],
    }
    return {field: sorted({text for text in texts if text}) for field, texts in sources.items()}
