"""A problem found by a pure check: shown beside its field or in a list of warnings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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


def errors_of(problems: list[Problem]) -> list[Problem]:
    """Only the problems that stop."""
    return [problem for problem in problems if problem.level is Level.ERROR]
