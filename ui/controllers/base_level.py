"""The section «Свод школ» of the settings: whose base this is, a school's or a municipality's."""

from __future__ import annotations

from functools import partial

from nastavnik_desktop.domain.consolidation.schools import BaseLevel
from ui.shell import Shell
from ui.views.base_level import BaseLevelView
from ui.writes import Writes


class BaseLevelController:
    """A choice is saved at once; the navigation follows."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self._service = shell.services.exchange.municipal
        self._known = BaseLevel.SCHOOL
        self.view = BaseLevelView()
        self.view.level.activated.connect(lambda _place: self._on_chosen())

    def reload(self) -> None:
        """Read whose base it is."""
        self._shell.operations.run("Чтение уровня базы", self._service.level, self._show)

    def _show(self, level: BaseLevel) -> None:
        self._known = level
        self.view.level.set_value(level)

    def _on_chosen(self) -> None:
        chosen = self.view.level.value
        if isinstance(chosen, BaseLevel) and chosen is not self._known:
            self._known = chosen
            self._writes.run("Уровень базы", partial(self._service.save_level, chosen))
