"""What the columns of the board say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nastavnik_desktop.domain.plurals import plural
from ui.tokens import Tone
from ui.widgets.match_list import MatchLine

if TYPE_CHECKING:
    from nastavnik_desktop.domain.matching.board import Board, Proposal
    from nastavnik_desktop.domain.matching.people import Candidate
    from nastavnik_desktop.domain.matching.settings import MatchSettings

NBSP = "\u00a0"


def lines_of(board: Board) -> tuple[list[MatchLine], list[MatchLine], list[MatchLine]]:
    """Lines of mentees who are left, of proposals, of mentors."""
    left = [
        MatchLine(one.mentee.person_id, one.mentee.name.short, one.reasons[0], "", Tone.WARNING)
        for one in board.unmatched
    ]
    return left, [_proposal(one) for one in board.proposals], _mentors(board)


def heads_of(board: Board) -> tuple[str, str, str]:
    """Heads of the columns with their counts."""
    return (
        f"Без наставника{NBSP}{NBSP}{len(board.unmatched)}",
        f"Подобранные пары{NBSP}{NBSP}{len(board.proposals)}",
        f"Наставники{NBSP}{NBSP}{len(board.mentors)}",
    )


def summary_of(settings: MatchSettings) -> str:
    """«Цель: никого не оставить без наставника · порог 10 из 110»."""
    points = plural(settings.highest_score, "балла", "баллов", "баллов")
    parts = [
        f"Цель: {settings.goal.label}",
        f"порог {settings.threshold} из {settings.highest_score} {points}",
    ]
    if settings.is_subject_required:
        parts.append("предмет обязателен")
    return " · ".join(parts)


def _proposal(one: Proposal) -> MatchLine:
    return MatchLine(
        one.couple,
        f"{one.mentor.name.short} → {one.mentee.name.short}",
        " · ".join(one.reasons),
        f"{one.score} ✓" if one.is_fixed else str(one.score),
        Tone.ACCENT if one.is_fixed else Tone.GOOD,
    )


def _mentors(board: Board) -> list[MatchLine]:
    people = sorted(board.mentors, key=lambda one: (board.left_places(one) <= 0, one.name.key))
    return [_mentor(one, board.left_places(one)) for one in people]


def _mentor(one: Candidate, left: int) -> MatchLine:
    if one.obstacle:
        return MatchLine(one.person_id, one.name.short, one.obstacle, "нет", Tone.NEUTRAL)
    tone = Tone.GOOD if left > 0 else Tone.NEUTRAL
    return MatchLine(
        one.person_id, one.name.short, one.occupation, f"{left} из {one.capacity}", tone
    )
