"""Opening the card of a person: a new one, a known one, one that a crash left behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.errors import ChangedMeanwhile, RuleViolation
from nastavnik_desktop.domain.people import PersonDraft, PersonKind
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.results import Saved
from ui.dialogs.person_part import CardContext
from ui.shell import Shell
from ui.two_writers import keeps_own
from ui.widgets.notice_bar import NoticeAction
from ui.writes import Writes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from nastavnik_desktop.services.unsaved_cards import UnsavedCard
    from ui.dialogs.person_dialog import PersonDialog

_NEW_TITLES = {
    PersonKind.STAFF: "Новый сотрудник",
    PersonKind.STUDENT: "Новый ученик",
    PersonKind.OUTSIDE: "Новый человек не из школы",
}
_LEFT_BEHIND = (
    "Программа закрылась, пока карточка была открыта. "
    "Открыть её с тем, что вы успели ввести? Иначе эти правки пропадут."
)


class PersonCards:
    """Asks for a card and saves it; while it is open its draft is kept beside the base.

    ``context`` gives the day and the words in use for the school year of a card.
    """

    def __init__(self, shell: Shell, context: Callable[[SchoolYear], CardContext]) -> None:
        self._shell = shell
        self._context = context
        self._writes = Writes(shell)
        self._unsaved = shell.services.unsaved_cards

    def add(self, kind: PersonKind) -> None:
        """Open an empty card."""
        self._ask(self._shell.services.people.new_draft(kind), self._shell.year())

    def edit(self, person_id: int, *, opens_cases: bool = False) -> None:
        """Read a card and open it, on request at the cases of the name."""
        year = self._shell.year()
        read = partial(self._shell.services.people.draft, person_id, year)
        show = partial(self._ask, year=year, opens_cases=opens_cases)
        self._shell.operations.run("Карточка", read, show)

    def offer_unsaved(self) -> None:
        """Offer the cards that were open when the program ended, one after another."""
        self._shell.operations.run("Незакрытые карточки", self._read_unsaved, self._offer)

    def _read_unsaved(self) -> list[UnsavedCard]:
        is_read_only = self._shell.services.bases.info().is_read_only
        return [] if is_read_only else self._unsaved.pending_drafts()

    def _offer(self, cards: list[UnsavedCard]) -> None:
        for card in cards:
            who = card.draft.name.short or _NEW_TITLES[card.draft.kind]
            question = f"Карточка не была сохранена: {who}"
            if self._shell.prompts.ask_yes_no(question, _LEFT_BEHIND, "Открыть", "Не открывать"):
                self._ask(card.draft, card.year, is_unsaved=True)
            else:
                self._unsaved.forget(card.draft.person_id)

    def _ask(
        self,
        draft: PersonDraft,
        year: SchoolYear,
        problems: Sequence[Problem] = (),
        *,
        opens_cases: bool = False,
        is_unsaved: bool = False,
        seen: PersonDraft | None = None,
    ) -> None:
        """``seen`` is the card as it was read, when ``draft`` is what was typed already."""

        def make(parent: QWidget | None) -> PersonDialog:
            dialog = self._make_dialog(parent, draft, year)
            dialog.is_unsaved = is_unsaved
            if opens_cases:
                dialog.open_cases()
            return dialog

        answer = self._shell.prompts.ask_draft(make, draft, problems)
        if answer is None:
            self._unsaved.forget(draft.person_id)
        else:
            opened = seen or (None if is_unsaved or draft.person_id is None else draft)
            self._save(answer, year, opened)

    def _make_dialog(
        self, parent: QWidget | None, draft: PersonDraft, year: SchoolYear
    ) -> PersonDialog:
        from ui.dialogs.person_dialog import PersonDialog

        title = draft.name.full if draft.person_id else _NEW_TITLES[draft.kind]
        context = self._context(year)
        guess = partial(self._shell.services.people.case_guesses, rules=context.name_rules)
        keep = partial(self._unsaved.keep, year=year)
        return PersonDialog(parent, title, context, guess, keep)

    def _save(self, draft: PersonDraft, year: SchoolYear, seen: PersonDraft | None) -> None:
        self._unsaved.keep(draft, year)
        self._writes.run(
            "Сохранение карточки",
            partial(self._shell.services.people.save, draft, year, seen),
            next_steps=partial(self._after_saving, draft),
            on_refused=partial(self._ask_again, draft, year, seen),
        )

    def _after_saving(self, draft: PersonDraft, saved: Saved) -> tuple[NoticeAction, ...]:
        self._unsaved.forget(draft.person_id)
        if draft.person_id is not None or saved.record_id is None:
            return ()
        show = partial(self._shell.open_page, "people", saved.record_id)
        return (NoticeAction("Показать", show),)

    def _ask_again(
        self, draft: PersonDraft, year: SchoolYear, seen: PersonDraft | None, error: RuleViolation
    ) -> None:
        if isinstance(error, ChangedMeanwhile) and draft.person_id is not None:
            self._settle(error, draft, draft.person_id, year)
            return
        problem = Problem(error.field, error.message)
        self._ask(draft, year, [problem], is_unsaved=True, seen=seen)

    def _settle(
        self, error: ChangedMeanwhile, draft: PersonDraft, person_id: int, year: SchoolYear
    ) -> None:
        if keeps_own(self._shell.prompts, error):
            self._save(draft, year, None)
        else:
            self._unsaved.forget(person_id)
            self.edit(person_id)
