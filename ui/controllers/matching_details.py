"""The details pane of the board: why this pair, who else might be, what can be done."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from nastavnik_desktop.domain.plurals import counted
from ui.views.matching import MENTEE, PROPOSAL
from ui.widgets.details import Details, Fact, Item, LinkRow, Note, PaneButton, Section

if TYPE_CHECKING:
    from nastavnik_desktop.domain.matching.board import Alternative, Board, Proposal, Unmatched
    from nastavnik_desktop.domain.matching.people import Candidate, Couple


class MatchCommands(Protocol):
    """What the pane asks the page to do."""

    def fix(self, couple: Couple) -> None:
        """Set a pair by hand."""

    def release(self, couple: Couple) -> None:
        """Let the program decide again."""

    def forbid(self, couple: Couple) -> None:
        """«Не назначать»."""

    def accept(self, couples: Sequence[Couple]) -> None:
        """Make pairs."""

    def choose_mentor(self, mentee_id: int) -> None:
        """Ask which mentor a mentee shall have."""

    def open_person(self, person_id: int) -> None:
        """Go to a person."""


def details_of_line(board: Board, side: str, key: Hashable, page: MatchCommands) -> Details | None:
    """What the pane says of the selected line of a column."""
    if side == PROPOSAL:
        proposal = next((one for one in board.proposals if one.couple == key), None)
        return _of_proposal(proposal, page) if proposal else None
    if side == MENTEE:
        left = next((one for one in board.unmatched if one.mentee.person_id == key), None)
        return _of_unmatched(left, page) if left else None
    mentor = next((one for one in board.mentors if one.person_id == key), None)
    return _of_mentor(mentor, board, page) if mentor else None


def _of_proposal(one: Proposal, page: MatchCommands) -> Details:
    hold = (
        PaneButton("Снять закрепление", partial(page.release, one.couple), "x")
        if one.is_fixed
        else PaneButton("Закрепить", partial(page.fix, one.couple), "lock")
    )
    return Details(
        f"{one.mentor.name.short} → {one.mentee.name.short}",
        counted(one.score, "балл", "балла", "баллов"),
        (
            Section("Почему эта пара", tuple(Note(f"• {reason}") for reason in one.reasons)),
            Section("Другие наставники", tuple(_others(one.alternatives, one.mentee, page))),
            Section("Участники", tuple(_people((one.mentor, one.mentee), page))),
        ),
        (
            PaneButton(
                "Создать пару", partial(page.accept, [one.couple]), "check", is_primary=True
            ),
            hold,
            PaneButton(
                "Выбрать другого…", partial(page.choose_mentor, one.mentee.person_id), "users"
            ),
            PaneButton("Не назначать", partial(page.forbid, one.couple), "user-x"),
        ),
    )


def _of_unmatched(one: Unmatched, page: MatchCommands) -> Details:
    needs = one.mentee.side.needs
    facts: tuple[Item, ...] = (Fact("Запросы", ", ".join(needs)),) if needs else ()
    sections = (
        Section("Почему никого нет", tuple(Note(reason) for reason in one.reasons)),
        Section("Кто ближе всех", tuple(_others(one.alternatives, one.mentee, page))),
        Section("Сведения", (*facts, *_people((one.mentee,), page))),
    )
    choose = partial(page.choose_mentor, one.mentee.person_id)
    buttons = (PaneButton("Выбрать наставника…", choose, "users", is_primary=True),)
    return Details(one.mentee.name.full, one.mentee.occupation, sections, buttons)


def _of_mentor(one: Candidate, board: Board, page: MatchCommands) -> Details:
    mine = [each for each in board.proposals if each.mentor.person_id == one.person_id]
    strengths = ", ".join(one.side.strengths)
    facts = [
        Fact("Места", one.places_words),
        Fact("Компетенции", strengths),
        Fact("Время", one.side.time_resource),
        Fact("Сейчас", one.obstacle),
    ]
    proposed = tuple(
        LinkRow(
            each.mentee.name.short, partial(page.open_person, each.mentee.person_id), "user",
            count=str(each.score),
        )
        for each in mine
    )  # fmt: skip
    sections = (
        Section("", tuple(fact for fact in facts if fact.value)),
        Section("Предложено", proposed),
    )
    go = PaneButton("Открыть карточку", partial(page.open_person, one.person_id), "user")
    return Details(
        one.name.full, one.occupation, tuple(each for each in sections if each.items), (go,)
    )


def _others(
    alternatives: Sequence[Alternative], mentee: Candidate, page: MatchCommands
) -> Iterator[Item]:
    for one in alternatives:
        run = partial(page.fix, (one.mentor.person_id, mentee.person_id))
        yield LinkRow(one.mentor.name.short, run, "user-plus", one.why_not, str(one.score))
    if not alternatives:
        yield Note("Больше никого: остальные исключены или без мест", is_quiet=True)


def _people(people: Sequence[Candidate], page: MatchCommands) -> Iterator[Item]:
    for one in people:
        run = partial(page.open_person, one.person_id)
        yield LinkRow(one.name.short, run, "user", one.occupation)
