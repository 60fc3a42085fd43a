"""A problem found by a pure check: shown beside its field or in a list of warnings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LONGEST_LINE = 500
LONGEST_TEXT = 4000


class Level(StrEnum):
    """How serious a problem is: an error stops, a warning may be accepted."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class Problem:
    """One finding: the draft's field it belongs to (may be empty) and a Russian sentence."""

    field: str
    message: str
    level: Level = Level.ERROR


def too_long(field: str, text: str, limit: int) -> list[Problem]:
    """A text longer than the base keeps, if it is."""
    if len(text) <= limit:
        return []
    return [Problem(field, f"Слишком длинный текст: {len(text)} знаков, можно {limit}.")]


def errors_of(problems: list[Problem]) -> list[Problem]:
    """Only the problems that stop."""
    return [problem for problem in problems if problem.level is Level.ERROR]
