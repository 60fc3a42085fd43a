"""Consents from any page: entering what was signed, printing what is to be signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from nastavnik_desktop.domain.consents import ConsentRecord
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.services.consents import ConsentDraft
from ui.papers import Paper, PaperDesk
from ui.shell import Shell
from ui.writes import Writes


class ConsentDesk:
    """Opens the dialog of consents and prints their blanks."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self._papers = PaperDesk(shell)

    def enter(self, person_ids: Sequence[int]) -> None:
        """Ask who of these people signed, and when."""
        call = partial(self._shell.services.consents.new_draft, tuple(person_ids))
        self._shell.operations.run("Согласия", call, self._ask)

    def withdraw(self, on: date, consent: ConsentRecord) -> None:
        """Mark a consent as withdrawn on a day, once the user has confirmed it."""
        question = f"Отозвать {consent.kind.label}?"
        words = f"Оно подписано {short_date(consent.signed_on)} и перестанет действовать с сегодня."
        if self._shell.prompts.ask_yes_no(question, words, "Отозвать"):
            call = partial(self._shell.services.consents.withdraw, consent.consent_id, on)
            self._writes.run("Отзыв согласия", call)

    def print_blanks(self, person_ids: Sequence[int]) -> None:
        """Show the blanks of the consent to take part, a sheet for each person."""
        paper = self._shell.services.consents.paper
        ids, year = tuple(person_ids), self._shell.year()
        makers = {name: partial(paper, ids, year, name) for name in ("pdf", "docx")}
        self._papers.show(Paper("Согласия на участие в наставничестве", makers))

    def _ask(self, draft: ConsentDraft, problems: Sequence[Problem] = ()) -> None:
        from ui.dialogs.consent_dialog import ConsentDialog

        answer = self._shell.prompts.ask_draft(ConsentDialog, draft, problems)
        if answer is None:
            return
        if answer.wants_blanks:
            self.print_blanks(answer.person_ids)
        else:
            self._record(answer)

    def _record(self, draft: ConsentDraft) -> None:
        record = self._shell.services.consents.record
        self._writes.run(
            "Внесение согласий",
            partial(record, draft.person_ids, draft.signed_on, draft.kind),
            on_refused=partial(self._ask_again, draft),
        )

    def _ask_again(self, draft: ConsentDraft, error: RuleViolation) -> None:
        self._ask(draft, [Problem(error.field, error.message)])
