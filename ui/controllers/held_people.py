"""Removal of a person from the packages of schools: a name is typed, records are marked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.shell import Shell
from ui.tokens import Tone
from ui.widgets.notice_bar import Notice
from ui.writes import Writes

if TYPE_CHECKING:
    from nastavnik_desktop.services.held_people import HeldPreview
    from nastavnik_desktop.services.results import Saved


class HeldPeopleDesk:
    """The act offers no way back, so its notice has no «Отменить»."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._service = shell.services.exchange.held_people
        self._writes = Writes(shell)

    def begin(self) -> None:
        """Ask whose data are to be removed."""
        title = "Удалить сведения о человеке"
        name = self._shell.prompts.ask_text(title, "Фамилия, имя и отчество")
        if name:
            self._shell.operations.run(
                "Поиск персональных данных",
                partial(self._service.preview, name),
                self._ask,
                partial(self._writes.show, title),
            )

    def _ask(self, preview: HeldPreview) -> None:
        from ui.dialogs.held_people_dialog import HeldPeopleDialog, Removal

        if not preview.found:
            words = f"В посылках школ нет сведений: {preview.name}"
            if preview.copies:
                words += f". В резервных копиях есть: {len(preview.copies)}"
            self._shell.notify(Notice(words, Tone.NEUTRAL))
            return
        proposed = Removal(preview.found if len(preview.found) == 1 else ())
        answer = self._shell.prompts.ask_draft(
            lambda parent: HeldPeopleDialog(parent, preview), proposed
        )
        if answer is not None:
            remove = partial(self._service.remove, answer.chosen)
            self._shell.operations.run("Удаление персональных данных", remove, self._on_removed)

    def _on_removed(self, saved: Saved) -> None:
        self._shell.changes.publish(saved.changes)
        self._shell.notify(Notice(saved.message))
