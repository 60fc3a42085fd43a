"""Command match: the best pairs of a base's pool, or of a pool given as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nastavnik_desktop.commands.match_pool import PoolFile, read_pool
from nastavnik_desktop.commands.opening import opened
from nastavnik_desktop.commands.output import print_json
from nastavnik_desktop.domain.matching.assignment import Goal, assign
from nastavnik_desktop.domain.school_year import SchoolYear

if TYPE_CHECKING:
    from nastavnik_desktop.domain.matching.board import Board


def match(base: str, year: SchoolYear, goal: Goal | None) -> None:
    """Match the mentees of a year who have no mentor; nothing is written to the base."""
    from nastavnik_desktop.services.matching import MatchRequest

    with opened(base, writable=False) as services:
        wanted = goal or services.matching.settings().goal
        board = services.matching.board(MatchRequest(year, goal=wanted))
    print_json({"year": year.label, "goal": wanted.value, **_of_board(board)})


def match_file(path: Path, goal: Goal, year: SchoolYear | None) -> None:
    """Match a pool of a file; raises UnreadableFile when it is no pool."""
    file = read_pool(path)
    mentor_of = assign(file.pool(goal)).mentor_of
    proposals = [
        {
            "mentor": file.mentors[mentor],
            "mentee": file.mentees[mentee],
            "score": file.scores[mentee][mentor],
            "reasons": [_why(file, mentee, mentor)],
        }
        for mentee, mentor in enumerate(mentor_of)
        if mentor is not None
    ]
    unmatched = [
        {"mentee": file.mentees[mentee], "reasons": [_why_not(file, mentee)]}
        for mentee, mentor in enumerate(mentor_of)
        if mentor is None
    ]
    print_json(
        {
            "year": year.label if year else None,
            "goal": goal.value,
            "proposals": proposals,
            "unmatched": unmatched,
        }
    )


def _of_board(board: Board) -> dict[str, object]:
    return {
        "proposals": [
            {
                "mentor": one.mentor.person_id,
                "mentee": one.mentee.person_id,
                "score": one.score,
                "reasons": list(one.reasons),
            }
            for one in board.proposals
        ],
        "unmatched": [
            {"mentee": one.mentee.person_id, "reasons": list(one.reasons)}
            for one in board.unmatched
        ],
    }


def _why(file: PoolFile, mentee: int, mentor: int) -> str:
    row = file.scores[mentee]
    place = 1 + sum(score > row[mentor] for score in row.values())
    if place == 1:
        return "самый подходящий из разрешённых наставников"
    return f"{place}-й по баллам из {len(row)} разрешённых: с ним общий итог лучше"


def _why_not(file: PoolFile, mentee: int) -> str:
    row = file.scores[mentee]
    if not any(file.capacities[mentor] for mentor in row):
        return "у всех разрешённых наставников нет мест"
    return "места у разрешённых наставников отданы другим: так общий итог лучше"
