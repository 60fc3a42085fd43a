"""What the user may decide about one line of an import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from nastavnik_desktop.domain.person_rules import problems_in
from nastavnik_desktop.domain.problems import errors_of
from nastavnik_desktop.services.import_preview import Decision, ImportLine, Likeness

FilledLines = Mapping[tuple[int, int], ImportLine]
"""Lines as filling the card of a candidate, by the number of the line and the candidate's id."""


@dataclass(frozen=True)
class LineChoice:
    """A decision in words, and the line as it is then."""

    text: str
    line: ImportLine


def choices_of(line: ImportLine, filled: FilledLines, today: date) -> list[LineChoice]:
    """All decisions that make sense for a line as it was proposed, the proposed one first."""
    skip = LineChoice("не загружать", replace(line, decision=Decision.SKIP))
    others = [*_known(line, filled), *_new(line, today), skip]
    proposed = [choice for choice in others if choice.line == line]
    return [*proposed, *(choice for choice in others if choice.line != line)]


def _known(line: ImportLine, filled: FilledLines) -> list[LineChoice]:
    """The same person as one of the base."""
    if line.likeness is Likeness.SAME and line.candidates:
        return [LineChoice(f"дополнить: {line.candidates[0].title}", line)]
    return [
        LineChoice(f"это {candidate.title} – {candidate.reason}", filled[key])
        for candidate in line.candidates
        if (key := (line.number, candidate.person_id)) in filled
    ]


def _new(line: ImportLine, today: date) -> list[LineChoice]:
    """A card of its own, unless its own rules refuse it."""
    if errors_of(problems_in(line.draft, today)):
        return []
    made = replace(
        line, decision=Decision.CREATE, target=None, differences=(), result=None, repeats=None
    )
    is_plain = line.likeness is Likeness.NEW and line.repeats is None
    return [LineChoice("добавить" if is_plain else "добавить как нового человека", made)]
