"""«Отправлено» on the page «Бланки»: a copy is kept, the kept ones are shown and compared."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from nastavnik_desktop.config import paths
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.filling.filled import FilledBlank
from nastavnik_desktop.domain.filling.sent import CellDifference, SentBlank
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.statistics.frozen import FrozenDraft
from ui.dialogs.statistics_dialogs import FrozenDialog
from ui.shell import Shell
from ui.widgets.notice_bar import Notice
from ui.writes import Writes

if TYPE_CHECKING:
    from nastavnik_desktop.services.blanks import BlankFile
    from nastavnik_desktop.services.results import Saved

_TITLE = "Отправка бланка"


class SentBlanksDesk:
    """Asks, writes and tells."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self._service = shell.services.sent_blanks

    def send(self, file: BlankFile, filled: FilledBlank) -> None:
        """Ask to whom the blank goes, and keep its copy."""

        def read() -> tuple[FrozenDraft, date]:
            return self._service.new_draft(filled.as_of), self._shell.services.school.today()

        def ask(found: tuple[FrozenDraft, date]) -> None:
            self._ask(file, filled, found[0], found[1])

        self._shell.operations.run("Подготовка отправки", read, ask)

    def show(self) -> None:
        """Show the blanks that were sent."""
        self._shell.operations.run("Отправленные бланки", self._service.rows, self._show)

    def _ask(
        self,
        file: BlankFile,
        filled: FilledBlank,
        draft: FrozenDraft,
        today: date,
        problems: Sequence[Problem] = (),
    ) -> None:
        title = f"{file.title} на {short_date(filled.as_of)}"
        make = partial(FrozenDialog, title=title, as_of=filled.as_of, today=today)
        answer = self._shell.prompts.ask_draft(make, draft, problems)
        if answer is None:
            return

        def refused(error: RuleViolation) -> None:
            if error.field:
                again = [Problem(error.field, error.message)]
                self._ask(file, filled, answer, today, again)
            else:
                self._writes.show(_TITLE, error)

        call = partial(self._service.send, file, filled, answer)
        self._writes.run(_TITLE, call, on_refused=refused)

    def _show(self, rows: Sequence[SentBlank]) -> None:
        from ui.dialogs.sent_blanks_dialog import SentBlanksDialog

        self._shell.prompts.show_dialog(SentBlanksDialog(rows, self.save_file, self.compare))

    def save_file(self, sent: SentBlank) -> None:
        """Write the file as it was sent."""
        proposed = paths.documents_dir() / sent.file_name
        kind = f"Отправленный бланк (*{Path(sent.file_name).suffix})"
        path = self._shell.prompts.choose_file_to_save("Сохранить бланк", kind, proposed)
        if path is not None:
            call = partial(self._service.save_file, sent.row.report_id, path)
            failed = partial(self._writes.show, "Сохранение бланка")
            self._shell.operations.run("Сохранение бланка", call, self._tell, failed)

    def compare(self, sent: SentBlank) -> None:
        """Show what changed in the base since, cell by cell."""

        def show(found: tuple[CellDifference, ...]) -> None:
            from ui.dialogs.sent_blanks_dialog import BlankDifferenceDialog

            self._shell.prompts.show_dialog(BlankDifferenceDialog(sent, found))

        call = partial(self._service.differences, sent.row.report_id)
        failed = partial(self._writes.show, "Сравнение")
        self._shell.operations.run("Сравнение", call, show, failed)

    def _tell(self, saved: Saved) -> None:
        self._shell.notify(Notice(saved.message))
