"""What an import will do, line by line, before anything is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum

from nastavnik_desktop.domain.merging import Difference, Merged, merge
from nastavnik_desktop.domain.people import PersonDraft
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.imports.records import FileReading


class Likeness(StrEnum):
    """How a person of the file stands to the people of the base."""

    NEW = "new"
    SAME = "same"
    SIMILAR = "similar"


class Decision(StrEnum):
    """What is done with a line: always the user's choice, with a sensible default."""

    CREATE = "create"
    FILL = "fill"
    SKIP = "skip"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _DECISION_LABELS[self]


_DECISION_LABELS = {
    Decision.CREATE: "добавить",
    Decision.FILL: "дополнить",
    Decision.SKIP: "не загружать",
}


@dataclass(frozen=True)
class Candidate:
    """A person of the base who may be the one of the line, with the reason in words.

    ``is_renamed`` when the file has the last name after a change, and the base the one before.
    """

    person_id: int
    title: str
    reason: str
    is_renamed: bool = False


@dataclass(frozen=True)
class ImportLine:
    """A person of the file: the card that is read, its likeness, and what becomes of it.

    ``target`` is the card of the base that is filled; ``differences`` tell what is filled and
    which values differ (the base's own value stays). ``repeats`` is the number of the earlier
    line of the same person, if there is one; that line has the blanks of its draft filled from
    the later ones, and ``alone`` is what it says itself.
    """

    number: int
    address: str
    draft: PersonDraft
    likeness: Likeness
    decision: Decision
    candidates: tuple[Candidate, ...] = ()
    target: PersonDraft | None = None
    differences: tuple[Difference, ...] = ()
    result: PersonDraft | None = None
    repeats: int | None = None
    alone: PersonDraft | None = None

    @property
    def changes_nothing(self) -> bool:
        """Whether the base already knows all that the line says."""
        return self.decision is Decision.FILL and not any(d.is_filled for d in self.differences)


@dataclass(frozen=True)
class MissingPerson:
    """A person of the base whom the list should name and does not: perhaps has left."""

    person_id: int
    title: str


@dataclass(frozen=True)
class LineDecision:
    """A decision made beforehand: for the line at this address, of this person where several are.

    ``person_id`` is the one to fill; without it the best candidate is filled.
    """

    address: str
    decision: Decision
    person_id: int | None = None
    person: str = ""


@dataclass(frozen=True)
class ImportPreview:
    """Everything that the user sees before she agrees; nothing is done with the ``missing``."""

    reading: FileReading
    year: SchoolYear
    lines: tuple[ImportLine, ...]
    decided: dict[int, ImportLine] = field(default_factory=dict)
    missing: tuple[MissingPerson, ...] = ()

    @property
    def current_lines(self) -> tuple[ImportLine, ...]:
        """The lines with the user's decisions in place of the defaults."""
        return tuple(self.decided.get(line.number, line) for line in self.lines)

    def with_line(self, line: ImportLine) -> ImportPreview:
        """The preview after a decision of the user.

        When a later row turns out to be of another person, the first says only what is its own.
        """
        decided = {**self.decided, line.number: line}
        first = self.lines[line.number].repeats
        if first is not None and line.repeats is None:
            decided[first] = _alone(decided.get(first, self.lines[first]))
        return replace(self, decided=decided)

    @property
    def counts(self) -> Counter[str]:
        """How many are created, filled, left as they are, not taken."""
        return Counter(_outcome(line) for line in self.current_lines)


def _outcome(line: ImportLine) -> str:
    return "unchanged" if line.changes_nothing else line.decision.value


def filled_line(line: ImportLine, known: PersonDraft) -> ImportLine:
    """The line as filling a card of the base."""
    merged = merge(known, line.draft)
    if any(one.is_renamed and one.person_id == known.person_id for one in line.candidates):
        merged = _renamed(merged, line.draft.name.last_name)
    return replace(
        line,
        decision=Decision.FILL,
        target=known,
        differences=merged.differences,
        result=merged.draft,
    )


def _renamed(merged: Merged, last_name: str) -> Merged:
    """The card with the new last name, the one before it kept."""
    before = merged.draft.name.last_name
    name = replace(merged.draft.name, last_name=last_name)
    draft = replace(merged.draft, name=name, former_last_name=before)
    changed = Difference("name.last_name", before, last_name, is_filled=True)
    return Merged(draft, (changed, *merged.differences))


def _alone(line: ImportLine) -> ImportLine:
    """A line without what later rows told; one that fills a card fills it anew."""
    if line.alone is None:
        return line
    alone = replace(line, draft=line.alone, alone=None)
    if line.decision is Decision.FILL and line.target is not None:
        return filled_line(alone, line.target)
    return alone
