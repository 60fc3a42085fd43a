"""The first page while no base is open: the ways to one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from ui.controllers.base_opening import is_missing, name_of
from ui.page import Page
from ui.shell import Shell
from ui.views.welcome import WelcomeView
from ui.widgets.buttons import button

_RECENT_SHOWN = 5


@dataclass(frozen=True)
class Ways:
    """What the buttons do; ``open`` takes the address of a recent base."""

    open_training_school: Callable[[], object]
    create_own: Callable[[], object]
    choose_and_open: Callable[[], object]
    open: Callable[[str], object]


class WelcomePage(Page):
    """Says why no base is open, if there is a reason, and offers the ways."""

    def __init__(self, shell: Shell, ways: Ways, sentence: str, recent: tuple[str, ...]) -> None:
        super().__init__(shell)
        self._ways = ways
        self._sentence = sentence
        self._recent = recent

    def build(self) -> QWidget:
        """Make the view and tie the buttons to the ways."""
        view = WelcomeView()
        view.training.clicked.connect(lambda _checked: self._ways.open_training_school())
        view.create_own.clicked.connect(lambda _checked: self._ways.create_own())
        view.choose.clicked.connect(lambda _checked: self._ways.choose_and_open())
        view.sentence.setText(self._sentence)
        view.sentence.setVisible(bool(self._sentence))
        present = [address for address in self._recent if not is_missing(address)]
        for address in present[:_RECENT_SHOWN]:
            view.add_recent(self._recent_button(address))
        return view

    def reload(self) -> None:
        """Nothing is read while no base is open."""

    def _recent_button(self, address: str) -> QPushButton:
        made = button(name_of(address), "row", "file-text", partial(self._ways.open, address))
        made.setToolTip(address)
        return made
