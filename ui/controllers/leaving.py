"""A person leaves the school: what depends on them is shown before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.problems import Problem
from ui.shell import Shell
from ui.writes import Writes

if TYPE_CHECKING:
    from nastavnik_desktop.services.leaving import LeavingDraft, LeavingPreview


class LeavingDesk:
    """Asks for the day and the reason, then ends what goes on and archives the card."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)

    def begin(self, person_id: int) -> None:
        """Read what depends on the person and ask."""

        def read() -> tuple[LeavingPreview, date]:
            services = self._shell.services
            draft = services.leaving.new_draft(person_id)
            return services.leaving.preview(draft), services.school.today()

        def show(known: tuple[LeavingPreview, date]) -> None:
            self._ask(*known, known[0].draft)

        self._shell.operations.run("Что зависит от человека", read, show)

    def _ask(
        self,
        preview: LeavingPreview,
        today: date,
        draft: LeavingDraft,
        problems: Sequence[Problem] = (),
    ) -> None:
        from ui.dialogs.leaving_dialog import LeavingDialog

        agreed = self._shell.prompts.ask_draft(
            lambda parent: LeavingDialog(parent, preview, today), draft, problems
        )
        if agreed is None:
            return

        def refused(error: RuleViolation) -> None:
            self._ask(preview, today, agreed, [Problem(error.field, error.message)])

        call = partial(self._shell.services.leaving.leave, agreed)
        self._writes.run("Уход из школы", call, on_refused=refused)
