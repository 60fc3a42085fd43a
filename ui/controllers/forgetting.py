"""Deletion of a person's data on demand: the one act that offers no way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.errors import RuleViolation
from ui.shell import Shell
from ui.widgets.notice_bar import Notice, NoticeAction

if TYPE_CHECKING:
    from nastavnik_desktop.services.forgetting import ForgettingPreview, Forgotten


class ForgettingDesk:
    """Shows what goes and what stays; deletes once the surname is typed."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def begin(self, person_id: int) -> None:
        """Find out who holds the data, backups too, and ask."""
        call = partial(self._shell.services.forgetting.preview, person_id)
        self._shell.operations.run("Поиск персональных данных", call, self._ask)

    def _ask(self, preview: ForgettingPreview) -> None:
        from ui.dialogs.forget_dialog import ForgetDialog, Forgetting

        if preview.refusal:
            refusal = RuleViolation(preview.refusal)
            self._shell.prompts.show_error("Данные пока нельзя удалить", refusal)
            return
        agreed = self._shell.prompts.ask_draft(
            lambda parent: ForgetDialog(parent, preview), Forgetting(preview)
        )
        if agreed is not None:
            call = partial(self._shell.services.forgetting.forget, preview.person_id)
            self._shell.operations.run("Удаление персональных данных", call, self._on_forgotten)

    def _on_forgotten(self, forgotten: Forgotten) -> None:
        folders = [path.parent for path in forgotten.copies[:1]]
        actions = tuple(
            NoticeAction("Показать копии", partial(self._shell.prompts.open_in_system, folder))
            for folder in folders
        )
        self._shell.changes.publish(forgotten.changes)
        self._shell.notify(Notice(forgotten.message, actions=actions))
