"""Consents from any page: entering what was signed, printing what is to be signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from nastavnik_desktop.config import paths
from nastavnik_desktop.domain.consents import ConsentKind, ConsentRecord
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.services.attachments import AttachedFile
from nastavnik_desktop.services.consents import ConsentDraft
from nastavnik_desktop.services.copies import keep_copy
from ui.dialogs.consent_change_dialog import ConsentChange, ConsentChangeDialog, ScanWish
from ui.papers import Paper, PaperDesk
from ui.shell import Shell
from ui.widgets.notice_bar import NoticeAction
from ui.writes import Writes

_TITLES = {
    ConsentKind.PARTICIPATION: "Согласия на участие в наставничестве",
    ConsentKind.PROCESSING: "Согласия на обработку персональных данных",
    ConsentKind.PUBLICATION: "Согласия на публикацию на сайте",
}
_SCANS = "Сканы (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.bmp)"


class ConsentDesk:
    """Opens the dialog of consents and prints their blanks."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self._papers = PaperDesk(shell)

    def enter(self, person_ids: Sequence[int], kind: ConsentKind | None = None) -> None:
        """Ask who of these people signed, and when."""
        new_draft = self._shell.services.consents.new_draft
        call = partial(new_draft, tuple(person_ids), kind or ConsentKind.PARTICIPATION)
        self._shell.operations.run("Согласия", call, self._ask)

    def change(self, consent: ConsentRecord) -> None:
        """Ask for other dates of a consent, or for its scan."""
        self._ask_change(ConsentChange(consent))

    def withdraw(self, on: date, consent: ConsentRecord) -> None:
        """Mark a consent as withdrawn on a day, once the user has confirmed it."""
        question = f"Отозвать {consent.kind.label}?"
        words = f"Оно подписано {short_date(consent.signed_on)} и перестанет действовать с сегодня."
        if self._shell.prompts.ask_yes_no(question, words, "Отозвать"):
            call = partial(self._shell.services.consents.withdraw, consent.consent_id, on)
            self._writes.run("Отзыв согласия", call)

    def print_blanks(
        self, person_ids: Sequence[int], kind: ConsentKind = ConsentKind.PARTICIPATION
    ) -> None:
        """Show the blanks of a kind, a sheet for each person."""
        paper = self._shell.services.consents.paper
        ids, year = tuple(person_ids), self._shell.year()
        makers = {name: partial(paper, ids, year, name, (kind,)) for name in ("pdf", "docx")}
        self._papers.show(Paper(_TITLES[kind], makers))

    def print_missing(self, person_ids: Sequence[int]) -> None:
        """Show all blanks that these participants still have to sign, as one set."""
        paper = self._shell.services.consents.missing_papers
        ids, year = tuple(person_ids), self._shell.year()
        makers = {name: partial(paper, ids, year, name) for name in ("pdf", "docx")}
        self._papers.show(Paper("Недостающие согласия", makers))

    def _ask(self, draft: ConsentDraft, problems: Sequence[Problem] = ()) -> None:
        from ui.dialogs.consent_dialog import ConsentDialog

        answer = self._shell.prompts.ask_draft(ConsentDialog, draft, problems)
        if answer is None:
            return
        if answer.wants_blanks:
            self.print_blanks(answer.person_ids, answer.kind)
        else:
            self._record(answer)

    def _record(self, draft: ConsentDraft) -> None:
        record = self._shell.services.consents.record
        self._writes.run(
            "Внесение согласий",
            partial(record, draft.person_ids, draft.signed_on, draft.kind, draft.until_on),
            on_refused=partial(self._ask_again, draft),
        )

    def _ask_again(self, draft: ConsentDraft, error: RuleViolation) -> None:
        self._ask(draft, [Problem(error.field, error.message)])

    def _ask_change(self, change: ConsentChange, problems: Sequence[Problem] = ()) -> None:
        make = partial(ConsentChangeDialog, consent=change.consent)
        answer = self._shell.prompts.ask_draft(make, change, problems)
        if answer is None:
            return
        if answer.consent == change.consent and not problems:
            self._act_on_scan(answer)
        else:
            self._writes.run(
                "Изменение согласия",
                partial(self._shell.services.consents.change, answer.consent),
                next_steps=lambda _saved: self._act_on_scan(answer),
                on_refused=partial(self._ask_change_again, answer),
            )

    def _ask_change_again(self, change: ConsentChange, error: RuleViolation) -> None:
        self._ask_change(change, [Problem(error.field, error.message)])

    def _act_on_scan(self, change: ConsentChange) -> tuple[NoticeAction, ...]:
        consents, consent = self._shell.services.consents, change.consent
        if change.scan is ScanWish.ATTACH:
            path = self._shell.prompts.choose_file_to_open("Скан согласия", _SCANS)
            if path is not None:
                self._writes.run("Скан", partial(consents.attach, consent.consent_id, path))
        elif change.scan is ScanWish.REMOVE:
            self._writes.run("Скан", partial(consents.detach, consent.consent_id))
        elif change.scan is ScanWish.OPEN:
            read = partial(consents.scan, consent.scan_id)
            self._shell.operations.run("Скан", read, self._open_scan)
        return ()

    def _open_scan(self, scan: AttachedFile) -> None:
        """Hand a copy to the system's own program."""
        path = keep_copy(paths.documents_dir(), scan.file_name, scan.content)
        self._shell.prompts.open_in_system(path)
