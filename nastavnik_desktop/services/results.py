"""What a write answers: the sentence for the notice bar and the kinds of data it changed."""

from __future__ import annotations

from dataclasses import dataclass

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import ChangedMeanwhile, RuleViolation
from nastavnik_desktop.domain.problems import Problem, errors_of


@dataclass(frozen=True)
class Saved:
    """A finished write; ``record_id`` is the record made or changed, where there is one."""

    message: str
    changes: Changes
    record_id: int | None = None


def refuse_errors(problems: list[Problem]) -> None:
    """Raise RuleViolation for the first problem that stops; warnings pass."""
    for problem in errors_of(problems):
        raise RuleViolation(problem.message, problem.field)


def refuse_stale(what: str, seen: object, present: object) -> None:
    """Raise ChangedMeanwhile when a record is no more what the user had seen in its dialog.

    ``seen`` is the draft with which the dialog began, None where the user chose to write over
    whatever is there. Two writers meet so on a server; on a file another window of the program.
    """
    if seen is not None and seen != present:
        raise ChangedMeanwhile(what)
