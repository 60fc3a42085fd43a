"""The card of a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.people import PersonDraft, PersonKind
from nastavnik_desktop.domain.person_rules import problems_in
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.person_cases_part import CasesPart
from ui.dialogs.person_part import CardContext, CardPart, GuessCases
from ui.dialogs.person_parts import MainPart
from ui.dialogs.person_pool_parts import MenteePart, MentorPart
from ui.dialogs.person_tie_parts import ClassPart, NotesPart, OutsidePart
from ui.dialogs.person_work_parts import QualificationPart, WorkPart
from ui.dialogs.record_dialog import RecordDialog
from ui.theme import scaled
from ui.widgets.parted_form import PartedForm

KeepDraft = Callable[[PersonDraft], object]

KEPT_EVERY_MS = 2000
_WIDTH = 640
_HEIGHT = 470


class PersonDialog(RecordDialog[PersonDraft]):
    """One tab for each side of a person; the work, class or organisation follows «Кто это».

    While the card is open and changed, ``keep`` gets its draft every two seconds.
    ``is_unsaved`` says that already what it begins with is nowhere saved.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        context: CardContext,
        guess_cases: GuessCases,
        keep: KeepDraft,
    ) -> None:
        self.is_unsaved = False
        self.parts = PartedForm("Части карточки", QSize(scaled(_WIDTH), scaled(_HEIGHT)))
        super().__init__(parent, title, form=self.parts)
        self._context = context
        self._keep = keep
        self._given = PersonDraft()
        self._kept: PersonDraft | None = None
        self._main = MainPart(context)
        self._ties: dict[PersonKind, CardPart] = {
            PersonKind.STAFF: WorkPart(context),
            PersonKind.STUDENT: ClassPart(context),
            PersonKind.OUTSIDE: OutsidePart(context),
        }
        self._qualification = QualificationPart(context)
        self._cases = CasesPart(guess_cases, context.guess_post)
        self._mentee = MenteePart(context)
        self._others: tuple[CardPart, ...] = (
            MentorPart(context),
            self._mentee,
            self._cases,
            NotesPart(),
        )
        self._lay_out_parts()
        self._keeper = QTimer(self)
        self._keeper.setInterval(KEPT_EVERY_MS)
        self._keeper.timeout.connect(self.keep_draft)
        self.finished.connect(self._keeper.stop)

    def fill(self, draft: PersonDraft) -> None:
        """Show a draft."""
        self._given = draft
        for part in (self._main, *self._ties.values(), self._qualification, *self._others):
            part.fill(draft)
        self._show_tie()

    def draft(self) -> PersonDraft:
        """The draft as it stands."""
        made = self._given
        for part in self._offered():
            made = part.applied(made)
        return made

    def problems(self, draft: PersonDraft) -> Sequence[Problem]:
        """Fields that are not understood, then the rules of the domain."""
        unread = [problem for part in self._offered() for problem in part.unread()]
        return [*unread, *self._cases.problems(draft), *problems_in(draft, self._context.today)]

    def begin(self, draft: PersonDraft, problems: Sequence[Problem] = ()) -> None:
        """Fill the card and begin to keep it."""
        self.parts.field("last_name").setFocus()
        super().begin(draft, problems)
        self._keeper.start()

    def is_changed(self) -> bool:
        """Whether closing the card would lose something."""
        return self.is_unsaved or super().is_changed()

    def open_cases(self) -> None:
        """Bring the cases of the name to the front."""
        self.parts.open_part(self._cases)

    def keep_draft(self) -> None:
        """Hand the draft over if it was changed since the last time."""
        draft = self.draft()
        if draft != self._kept and self.is_changed():
            self._keep(draft)
            self._kept = draft

    def _lay_out_parts(self) -> None:
        titles = {
            PersonKind.STAFF: "Работа",
            PersonKind.STUDENT: "Класс",
            PersonKind.OUTSIDE: "Организация",
        }
        self.parts.add_part("Основное", self._main)
        for kind, part in self._ties.items():
            self.parts.add_part(titles[kind], part)
        self.parts.add_part("Образование", self._qualification)
        for words, part in zip(
            ("Наставник", "Наставляемый", "Падежи", "Заметки"), self._others, strict=True
        ):
            self.parts.add_part(words, part)
        self._main.kind.currentIndexChanged.connect(self._show_tie)
        self.parts.opened.connect(self._on_part_opened)

    def _offered(self) -> list[CardPart]:
        is_staff = self._kind() is PersonKind.STAFF
        skills = [self._qualification] if is_staff else []
        return [self._main, self._ties[self._kind()], *skills, *self._others]

    def _kind(self) -> PersonKind:
        kind = self._main.kind.value
        return kind if isinstance(kind, PersonKind) else self._given.kind

    def _show_tie(self) -> None:
        for kind, part in self._ties.items():
            self.parts.show_part(part, is_shown=kind is self._kind())
        self.parts.show_part(self._qualification, is_shown=self._kind() is PersonKind.STAFF)
        self._mentee.offer_for(self._kind())

    def _on_part_opened(self, part: object) -> None:
        if part is self._cases:
            self._cases.show_guesses(self.draft())
