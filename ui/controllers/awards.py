"""Certificates, letters of thanks and the record of a mentor, from the list of people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from ui.papers import Paper, PaperDesk
from ui.shell import Shell
from ui.widgets.notice_bar import NoticeAction
from ui.writes import Writes

if TYPE_CHECKING:
    from nastavnik_desktop.domain.awards import AwardOffer, AwardRow
    from nastavnik_desktop.services.results import Saved

_FORMATS = ("pdf", "docx")


class AwardDesk:
    """Asks what is given, writes it down, shows the papers."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self._desk = PaperDesk(shell)

    def give(self, person_ids: Sequence[int]) -> None:
        """Prepare papers for these people."""

        def read() -> tuple[AwardOffer, date]:
            services = self._shell.services
            offer = services.awards.offer(self._shell.year(), person_ids)
            return offer, services.school.today()

        self._shell.operations.run("Кого поблагодарить", read, lambda known: self._ask(*known))

    def show(self, rows: Sequence[AwardRow]) -> None:
        """Open the papers of these entries, all of one kind and day."""
        ids = [row.award_id for row in rows]
        title = rows[0].title if len(rows) == 1 else f"{rows[0].title} и ещё {len(rows) - 1}"
        service = self._shell.services.awards
        self._desk.show(Paper(title, {name: partial(service.file, ids, name) for name in _FORMATS}))

    def remove(self, row: AwardRow) -> None:
        """Take an entry out of the register."""
        call = partial(self._shell.services.awards.remove, row.award_id)
        self._writes.run("Удаление документа", call)

    def show_record(self, person_id: int, name: str) -> None:
        """Open the paper of a mentor's record."""
        service = self._shell.services.mentor_records
        makers = {kind: partial(service.file, person_id, kind) for kind in _FORMATS}
        self._desk.show(Paper(f"Справка о наставнической деятельности {name}", makers))

    def _ask(self, offer: AwardOffer, today: date) -> None:
        from ui.dialogs.award_dialog import AwardDialog

        draft = self._shell.prompts.ask_draft(
            lambda parent: AwardDialog(parent, offer, today), offer.draft
        )
        if draft is not None:
            call = partial(self._shell.services.awards.give, draft)
            self._writes.run("Поощрение наставников", call, next_steps=self._next_steps)

    def _next_steps(self, saved: Saved) -> tuple[NoticeAction, ...]:
        def open_given() -> None:
            call = partial(self._shell.services.awards.given_with, saved.record_id)
            self._shell.operations.run("Чтение документов", call, self.show)

        return (NoticeAction("Открыть", open_given),)
