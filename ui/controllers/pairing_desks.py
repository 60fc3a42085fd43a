"""What is done to one pairing from its pane: breaks, mentors, agreements, papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from nastavnik_desktop.domain.addenda import ContractAddendum
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.pairing_life import MentorReplacement
from nastavnik_desktop.domain.pairing_parts import MentorSpan, Pause
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.services.addenda import AddendumOffer
from nastavnik_desktop.services.pairing_life import LifeOffer
from nastavnik_desktop.services.pairing_papers import PaperOffer
from nastavnik_desktop.services.results import Saved
from ui.papers import Paper, PaperDesk
from ui.shell import Shell
from ui.widgets.notice_bar import Notice, NoticeAction
from ui.writes import OnSaved, Writes

_FORMATS = ("pdf", "docx")


class LifeDesk:
    """Breaks, another mentor, a mentor beside."""

    def __init__(self, shell: Shell, on_replaced: Callable[[Saved], object]) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self._life = shell.services.pairing_life
        self._on_replaced = on_replaced

    def pause(self, row: PairingRow) -> None:
        """Ask for the days and the reason of a break."""
        self._read(row, lambda offer: self._ask_pause(offer, Pause(offer.today)))

    def resume(self, row: PairingRow) -> None:
        """Ask for the first day of work again."""
        self._read(row, self._ask_resumption)

    def replace_mentor(self, row: PairingRow) -> None:
        """Ask who mentors from a day on."""
        self._read(
            row,
            lambda offer: self._ask_replacement(
                offer, MentorReplacement(row.pairing_id, on=offer.today)
            ),
        )

    def add_mentor(self, row: PairingRow) -> None:
        """Ask for a second or substitute mentor."""
        self._read(row, lambda offer: self._ask_span(offer, MentorSpan(0)))

    def change_mentor(self, row: PairingRow, span: MentorSpan) -> None:
        """Ask for other days of a mentor beside."""
        self._read(row, lambda offer: self._ask_span(offer, span))

    def remove_mentor(self, span: MentorSpan) -> None:
        """Take a mentor beside out at once: the notice offers the way back."""
        if span.span_id is not None:
            self._writes.run("Второй наставник", partial(self._life.remove_mentor, span.span_id))

    def set_member_dates(self, row: PairingRow) -> None:
        """Ask who joined a group later or left it earlier."""
        self._read(row, self._ask_members)

    def _read(self, row: PairingRow, then: Callable[[LifeOffer], None]) -> None:
        call = partial(self._life.offer, row.pairing_id)
        self._shell.operations.run("Чтение пары", call, then)

    def _ask_pause(self, offer: LifeOffer, pause: Pause, problems: Sequence[Problem] = ()) -> None:
        from ui.dialogs.pairing_life_dialogs import PauseDialog

        answer = self._shell.prompts.ask_draft(
            lambda parent: PauseDialog(parent, offer), pause, problems
        )
        if answer is not None:
            call = partial(self._life.pause, offer.row.pairing_id, answer)
            self._writes.run(
                "Приостановка",
                call,
                on_refused=lambda error: self._ask_pause(offer, answer, _again(error)),
            )

    def _ask_resumption(self, offer: LifeOffer) -> None:
        from ui.dialogs.pairing_life_dialogs import ResumeDialog, Resumption

        answer = self._shell.prompts.ask_draft(
            lambda parent: ResumeDialog(parent, offer), Resumption(offer.today)
        )
        if answer is not None and answer.on is not None:
            call = partial(self._life.resume, offer.row.pairing_id, answer.on)
            self._writes.run("Возобновление", call)

    def _ask_replacement(
        self, offer: LifeOffer, new: MentorReplacement, problems: Sequence[Problem] = ()
    ) -> None:
        from ui.dialogs.pairing_life_dialogs import ReplaceMentorDialog

        answer = self._shell.prompts.ask_draft(
            lambda parent: ReplaceMentorDialog(parent, offer), new, problems
        )
        if answer is not None:
            self._writes.run(
                "Замена наставника",
                partial(self._life.replace_mentor, answer),
                next_steps=self._after_replacement,
                on_refused=lambda error: self._ask_replacement(offer, answer, _again(error)),
            )

    def _after_replacement(self, saved: Saved) -> tuple[NoticeAction, ...]:
        self._on_replaced(saved)
        return ()

    def _ask_span(
        self, offer: LifeOffer, span: MentorSpan, problems: Sequence[Problem] = ()
    ) -> None:
        from ui.dialogs.pairing_life_dialogs import MentorSpanDialog

        answer = self._shell.prompts.ask_draft(
            lambda parent: MentorSpanDialog(parent, offer), span, problems
        )
        if answer is not None:
            call = partial(self._life.put_mentor, offer.row.pairing_id, answer)
            self._writes.run(
                "Второй наставник",
                call,
                on_refused=lambda error: self._ask_span(offer, answer, _again(error)),
            )

    def _ask_members(self, offer: LifeOffer) -> None:
        from ui.dialogs.pairing_life_dialogs import MembersDialog, MembersDraft

        answer = self._shell.prompts.ask_draft(
            lambda parent: MembersDialog(parent, offer), MembersDraft(offer.row.members)
        )
        if answer is not None:
            call = partial(self._life.set_member_dates, offer.row.pairing_id, answer.members)
            self._writes.run("Сроки участников", call)


class AddendumDesk:
    """Agreements of mentors: entered, changed, deleted."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self._addenda = shell.services.addenda

    def enter(self, pairing_id: int, person_id: int, after: OnSaved | None = None) -> None:
        """Ask for the agreement of a mentor about a pairing."""
        call = partial(self._addenda.offer, pairing_id, person_id)
        self._shell.operations.run("Соглашение", call, lambda offer: self._ask(offer, after=after))

    def change(self, addendum_id: int) -> None:
        """Ask for another wording of an agreement."""
        call = partial(self._addenda.stored_offer, addendum_id)
        self._shell.operations.run("Соглашение", call, self._ask)

    def delete(self, addendum: ContractAddendum) -> None:
        """Delete at once: the notice offers the way back."""
        if addendum.addendum_id is not None:
            self._writes.run("Соглашение", partial(self._addenda.delete, addendum.addendum_id))

    def _ask(
        self,
        offer: AddendumOffer,
        draft: ContractAddendum | None = None,
        problems: Sequence[Problem] = (),
        after: OnSaved | None = None,
    ) -> None:
        from ui.dialogs.addendum_dialog import AddendumDialog

        day = offer.draft.signed_on or offer.pairings[0].starts_on
        answer = self._shell.prompts.ask_draft(
            lambda parent: AddendumDialog(parent, offer, day), draft or offer.draft, problems
        )
        if answer is not None:
            self._writes.run(
                "Сохранение соглашения",
                partial(self._addenda.save, answer),
                next_steps=after,
                on_refused=lambda error: self._ask(offer, answer, _again(error), after),
            )


class PairingPapersDesk:
    """Papers of a pairing, one by one and as a set."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._papers = PaperDesk(shell)
        self._service = shell.services.pairing_papers

    def show_set(self, row: PairingRow) -> None:
        """Show all papers of a pairing as one file to print."""
        make = partial(self._service.print_set, row.pairing_id)
        self._papers.show(Paper(f"Комплект документов пары: {row.title}", {"pdf": make}))

    def save_set(self, row: PairingRow) -> None:
        """Ask for a folder and write the papers into it, in Word, to be edited."""
        folder = self._shell.prompts.choose_folder("Папка для документов пары", None)
        if folder is not None:
            call = partial(self._service.write_set, row.pairing_id, folder, "docx")
            self._shell.operations.run(
                "Комплект документов", call, partial(self._tell_written, folder)
            )

    def show_one(self, row: PairingRow) -> None:
        """Ask which paper, and show it."""
        call = partial(self._service.offers, row.pairing_id)
        self._shell.operations.run("Документы пары", call, partial(self._choose, row))

    def show(self, row: PairingRow, offer: PaperOffer) -> None:
        """Show one paper."""
        paper = self._service.paper
        makers = {name: partial(paper, row.pairing_id, offer.code, name) for name in _FORMATS}
        self._papers.show(Paper(f"{offer.title}: {row.title}", makers))

    def _choose(self, row: PairingRow, offers: list[PaperOffer]) -> None:
        titles = [offer.title for offer in offers]
        chosen = self._shell.prompts.ask_choice("Документы пары", "Что напечатать", titles)
        if chosen is not None:
            self.show(row, offers[chosen])

    def _tell_written(self, folder: Path, written: list[Path]) -> None:
        files = counted(len(written), "документ", "документа", "документов")
        show = NoticeAction("Показать в папке", partial(self._show_folder, folder))
        self._shell.notify(Notice(f"Сохранено: {files}", actions=(show,)))

    def _show_folder(self, folder: Path) -> None:
        self._shell.prompts.open_in_system(folder)


def _again(error: RuleViolation) -> list[Problem]:
    return [Problem(error.field, error.message)]
