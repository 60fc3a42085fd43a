"""The page «Подбор»: proposals of the program, changed by hand, made into pairs."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.matching.people import Couple
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.results import Saved
from ui.controllers.matching_details import details_of_line
from ui.controllers.matching_lines import heads_of, lines_of, summary_of
from ui.page import Page
from ui.requests import MatchMentees, PickRecords
from ui.shell import Shell
from ui.tokens import Tone
from ui.views.matching import MENTEE, MENTOR, PROPOSAL, MatchingView
from ui.widgets.notice_bar import Notice, NoticeAction
from ui.writes import Writes

if TYPE_CHECKING:
    from nastavnik_desktop.domain.matching.board import Board
    from nastavnik_desktop.domain.matching.people import Candidate
    from nastavnik_desktop.domain.matching.settings import MatchSettings
    from nastavnik_desktop.domain.pairings import MentoringForm
    from nastavnik_desktop.services.matching import BannedCouple, MatchRequest
    from ui.operations import Progress

_IMPOSSIBLE = (
    "Такую пару составить нельзя: у наставника нет мест, кто-то из двоих отсутствует, "
    "форма другая или стоит «не назначать»."
)


@dataclass(frozen=True)
class Seen:
    """What the page shows, read and matched on the worker."""

    board: Board
    settings: MatchSettings
    forms: list[MentoringForm]
    bans: list[BannedCouple]


class MatchingPage(Page):
    """Couples set by hand live while the program runs; «не назначать» live in the base."""

    watches = Changes.PAIRINGS | Changes.PEOPLE | Changes.POOLS | Changes.SCHOOL

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._service = shell.services.matching
        self._writes = Writes(shell)
        self._fixed: tuple[Couple, ...] = ()
        self._mentee_ids: tuple[int, ...] = ()
        self._year: SchoolYear | None = None
        self._seen: Seen | None = None

    def build(self) -> QWidget:
        """Make the view and tie it."""
        view = self._shown = MatchingView()
        view.rules.clicked.connect(lambda _checked: self.change_rules())
        view.again.clicked.connect(lambda _checked: self.reload())
        view.accept_all.clicked.connect(lambda _checked: self.accept_all())
        view.bans.clicked.connect(lambda _checked: self.show_bans())
        view.everybody.clicked.connect(lambda _checked: self._choose(()))
        view.form.activated.connect(lambda _at: self.reload())
        view.empty.add_action("Перейти к людям", partial(self._open, "people"), "primary")
        view.mentees.opened.connect(self.choose_mentor)
        view.proposals.opened.connect(lambda couple: self.choose_mentor(couple[1]))
        view.mentors.opened.connect(partial(self._open, "people"))
        for each in (view.mentees, view.proposals, view.mentors):
            each.picked.connect(partial(self._on_picked, each))
            each.dropped.connect(partial(self._on_dropped, each))
            each.menu_wanted.connect(self._open_menu)
        return view

    def reload(self) -> None:
        """Match again with people and settings as they are now."""
        from nastavnik_desktop.services.matching import MatchRequest

        year = self.shell.year()
        if year != self._year:
            self._year, self._fixed, self._mentee_ids = year, (), ()
        form = self._shown.form.currentData() or ""
        request = MatchRequest(year, self._mentee_ids, self._fixed, form)
        self.shell.operations.run("Подбор наставников", partial(self._read, request), self._show)

    def open_record(self, key: Hashable) -> None:
        """Match only these mentees, as another page asks."""
        if isinstance(key, MatchMentees):
            self._choose(key.mentee_ids)

    def put_away_details(self) -> None:
        """Closing the pane takes the selection away."""
        for each in (self._shown.mentees, self._shown.proposals, self._shown.mentors):
            each.clearSelection()
        self.show_details(None)

    def _read(self, request: MatchRequest, progress: Progress) -> Seen:
        service = self._service
        return Seen(
            board=service.board(request, progress.step),
            settings=service.settings(),
            forms=service.forms(),
            bans=service.bans(),
        )

    def _show(self, seen: Seen) -> None:
        self._seen = seen
        view, board = self._shown, seen.board
        self._keep_possible(board)
        self._show_forms(seen.forms)
        view.header.show_subtitle(board.shortage.words)
        view.summary.setText(summary_of(seen.settings))
        view.bans.setText(f"Не назначать: {len(seen.bans)}")
        view.bans.setVisible(bool(seen.bans))
        view.everybody.setVisible(bool(self._mentee_ids))
        view.lacking.setText(board.shortage.warning)
        view.lacking.setVisible(bool(board.shortage.warning))
        lists = (view.mentees, view.proposals, view.mentors)
        for each, lines, head in zip(lists, lines_of(board), heads_of(board), strict=True):
            each.show_lines(lines)
            view.heads[each].setText(head)
        count = len(board.proposals)
        view.accept_all.setText(f"Создать {counted(count, 'пару', 'пары', 'пар')}")
        view.accept_all.setEnabled(count > 0)
        view.show_empty(is_empty=not board.proposals and not board.unmatched)
        self._describe_again()

    def _keep_possible(self, board: Board) -> None:
        """Couples set by hand that cannot be are let go, and this is said."""
        possible = tuple(one.couple for one in board.proposals if one.is_fixed)
        if set(self._fixed) - set(possible):
            self.shell.notify(Notice(_IMPOSSIBLE, Tone.WARNING))
        self._fixed = possible

    def _show_forms(self, forms: Sequence[MentoringForm]) -> None:
        box = self._shown.form
        chosen = box.currentData()
        box.clear()
        box.addItem("Все обычные формы", "")
        for form in forms:
            box.addItem(form.title, form.code)
        box.setCurrentIndex(max(0, box.findData(chosen)))

    def _describe_again(self) -> None:
        view = self._shown
        for each in (view.proposals, view.mentees, view.mentors):
            if each.picked_key() is not None:
                self._on_picked(each, each.picked_key())
                return
        self.show_details(None)

    # What the user does with couples

    def fix(self, couple: Couple) -> None:
        """Set a pair by hand: the rest is matched anew around it."""
        mentor, mentee = self._person(couple[0]), self._person(couple[1])
        if mentor is None or mentee is None:
            return
        former = self._fixed
        others = [one for one in former if one[1] != couple[1]]
        self._refix((*others, couple))
        words = f"Закреплено: {mentor.name.short} → {mentee.name.short}"
        self.shell.notify(
            Notice(words, actions=(NoticeAction("Отменить", partial(self._refix, former)),))
        )

    def release(self, couple: Couple) -> None:
        """Let the program decide again."""
        self._refix(tuple(one for one in self._fixed if one != couple))

    def forbid(self, couple: Couple) -> None:
        """«Не назначать»."""
        self._fixed = tuple(one for one in self._fixed if one != couple)
        self._writes.run("Не назначать", partial(self._service.ban, couple))

    def accept(self, couples: Sequence[Couple]) -> None:
        """Make pairs of couples."""
        year, form = self.shell.year(), self._shown.form.currentData() or ""
        call = partial(self._service.accept, year, tuple(couples), form)
        self._writes.run("Создание пар", call, next_steps=partial(self._after_accept, couples))

    def accept_all(self) -> None:
        """Make pairs of all proposals."""
        if self._seen is not None:
            self.accept([one.couple for one in self._seen.board.proposals])

    def choose_mentor(self, mentee_id: int) -> None:
        """Ask which mentor a mentee shall have: the way without the mouse."""
        mentee = self._person(mentee_id)
        if self._seen is None or mentee is None:
            return
        mentors = [one for one in self._seen.board.mentors if one.free_places]
        lines = [f"{one.name.short}, {one.occupation} · {one.places_words}" for one in mentors]
        chosen = self.shell.prompts.ask_choice(
            "Выбор наставника", f"Кто для: {mentee.name.short}", lines
        )
        if chosen is not None:
            self.fix((mentors[chosen].person_id, mentee_id))

    def open_person(self, person_id: int) -> None:
        """Go to a person."""
        self._open("people", person_id)

    # Rules

    def change_rules(
        self, settings: MatchSettings | None = None, problems: Sequence[Problem] = ()
    ) -> None:
        """Ask for goal, weights and threshold."""
        from ui.dialogs.match_rules_dialog import MatchRulesDialog

        if self._seen is None:
            return
        known = settings or self._seen.settings
        answer = self.shell.prompts.ask_draft(MatchRulesDialog, known, problems)
        if answer is None:
            return

        def ask_again(error: RuleViolation) -> None:
            self.change_rules(answer, [Problem(error.field, error.message)])

        call = partial(self._service.save_settings, answer)
        self._writes.run("Правила подбора", call, on_refused=ask_again)

    def show_bans(self) -> None:
        """Show all «не назначать»; some may be taken back."""
        from ui.dialogs.match_bans_dialog import MatchBansDialog

        if self._seen is None:
            return
        bans = self._seen.bans
        known = tuple((one.mentor_id, one.mentee_id) for one in bans)
        kept = self.shell.prompts.ask_draft(partial(MatchBansDialog, bans=bans), known)
        lifted = [couple for couple in known if kept is not None and couple not in kept]
        if lifted:
            self._writes.run("Не назначать", partial(self._service.lift_bans, lifted))

    # Inside

    def _choose(self, mentee_ids: tuple[int, ...]) -> None:
        self._mentee_ids, self._year = mentee_ids, self.shell.year()
        self.reload()

    def _refix(self, fixed: tuple[Couple, ...]) -> None:
        self._fixed = fixed
        self.reload()

    def _after_accept(self, couples: Sequence[Couple], saved: Saved) -> tuple[NoticeAction, ...]:
        made = {mentee for _mentor, mentee in couples}
        self._fixed = tuple(one for one in self._fixed if one[1] not in made)
        self._mentee_ids = tuple(one for one in self._mentee_ids if one not in made)
        key = PickRecords((saved.record_id,)) if saved.record_id is not None else None
        return (NoticeAction("Открыть пары", partial(self._open, "pairings", key)),)

    def _person(self, person_id: int) -> Candidate | None:
        if self._seen is None:
            return None
        board = self._seen.board
        people = (
            *board.mentors,
            *(one.mentee for one in board.proposals),
            *(one.mentee for one in board.unmatched),
            *(one.mentor for one in board.proposals),
        )
        return next((one for one in people if one.person_id == person_id), None)

    def _open(self, page: str, key: Hashable = None) -> None:
        self.shell.open_page(page, key)

    def _on_picked(self, column: QWidget, key: Hashable) -> None:
        if key is None or self._seen is None:
            return
        view = self._shown
        for each in (view.mentees, view.proposals, view.mentors):
            if each is not column:
                each.clearSelection()
        sides = {view.mentees: MENTEE, view.proposals: PROPOSAL, view.mentors: MENTOR}
        side = next(name for each, name in sides.items() if each is column)
        self.show_details(details_of_line(self._seen.board, side, key, self))

    def _on_dropped(self, column: QWidget, dragged: Hashable, key: Hashable) -> None:
        """A mentor upon a mentee or the other way round; a proposal stands for its mentee."""
        is_upon_mentor = column is self._shown.mentors
        mentor, mentee = (key, dragged) if is_upon_mentor else (dragged, key)
        if isinstance(mentee, tuple):
            mentee = mentee[1]
        if isinstance(mentor, int) and isinstance(mentee, int):
            self.fix((mentor, mentee))

    def _open_menu(self, point: QPoint) -> None:
        if self.details is None:
            return
        menu = QMenu(self._shown)
        for facts in self.details.buttons:
            menu.addAction(facts.text, facts.run)
        menu.popup(point)
