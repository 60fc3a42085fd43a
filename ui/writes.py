"""Writes of pages: run on the worker, told to everybody, with the step back offered at once."""

from __future__ import annotations

from collections.abc import Callable

from nastavnik_desktop.domain.errors import NastavnikError, RuleViolation
from nastavnik_desktop.services.results import Saved
from ui.shell import Shell
from ui.widgets.notice_bar import Notice, NoticeAction

OnSaved = Callable[[Saved], tuple[NoticeAction, ...]]
OnRefused = Callable[[RuleViolation], object]


class Writes:
    """Every write of a page goes this way, so that none forgets to tell or to offer undo."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def run(
        self,
        title: str,
        call: Callable[..., Saved],
        *,
        next_steps: OnSaved | None = None,
        on_refused: OnRefused | None = None,
    ) -> None:
        """Run ``call``; ``next_steps`` gives the actions of its notice besides «Отменить».

        A call with a parameter ``progress`` is told how far it is, as ``Operations.run`` says.
        ``on_refused`` takes a broken rule (to open the dialog again with what was typed);
        without it the sentence is shown.
        """

        def done(saved: Saved) -> None:
            self.tell(saved, next_steps(saved) if next_steps else ())

        def failed(error: BaseException) -> None:
            if on_refused is not None and isinstance(error, RuleViolation):
                on_refused(error)
            else:
                self.show(title, error)

        self._shell.operations.run(title, call, done, failed)

    def tell(self, saved: Saved, actions: tuple[NoticeAction, ...] = ()) -> None:
        """Say what was done and reload what shows it; where something changed, offer undo."""
        back = NoticeAction("Отменить", self.undo)
        self._shell.changes.publish(saved.changes)
        self._shell.notify(Notice(saved.message, actions=(*actions, back)))

    def undo(self) -> None:
        """Take back the last step of the journal."""

        def done(saved: Saved) -> None:
            self._shell.changes.publish(saved.changes)
            self._shell.notify(Notice(saved.message))

        self._shell.operations.run("Отмена", self._shell.services.history.undo, done)

    def show(self, title: str, error: BaseException) -> None:
        """Say an expected error in its words; anything else is a fault of the program."""
        if not isinstance(error, NastavnikError):
            raise error
        self._shell.prompts.show_error(title, error)
