"""«Начать новый учебный год…»: from the preview to the new year in the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.shell import Shell
from ui.writes import Writes

if TYPE_CHECKING:
    from nastavnik_desktop.domain.new_year import NewYearPlan
    from nastavnik_desktop.services.new_year import NewYearStarted


class NewYearDesk:
    """Asks what is carried over, carries it over and goes to the new year."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)

    def begin(self) -> None:
        """Work out the plan and show it."""
        offer = self._shell.services.new_year.offer
        self._shell.operations.run("Подготовка нового учебного года", offer, self._ask)

    def _ask(self, plan: NewYearPlan) -> None:
        from ui.dialogs.new_year_dialog import NewYearDialog

        agreed = self._shell.prompts.ask_draft(lambda parent: NewYearDialog(parent, plan), plan)
        if agreed is not None:
            call = partial(self._shell.services.new_year.commit, agreed)
            done = partial(self._on_started, agreed)
            self._shell.operations.run(f"Начало {agreed.to_year} учебного года", call, done)

    def _on_started(self, plan: NewYearPlan, started: NewYearStarted) -> None:
        self._shell.choose_year(plan.to_year)
        self._writes.tell(started)
