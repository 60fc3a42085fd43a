"""Mentors and mentees as matching sees them, and the pool of a school year."""

from __future__ import annotations

from dataclasses import dataclass, field

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import (
    OutsideKind,
    PersonKind,
    PoolSide,
    QualificationCategory,
    occupation,
)

Couple = tuple[int, int]
"""Keys of a mentor and of a mentee."""


@dataclass(frozen=True)
class Candidate:
    """A mentor or a mentee of the year's pool with what is compared.

    ``posts`` and ``subjects`` are of all posts, the main one first. ``obstacle`` says why the
    person takes part in no matching («декретный отпуск с 01.09.2026»). ``capacity`` and ``load``
    are a mentor's: mentees that may be taken, and those who are there already.
    """

    person_id: int
    name: FullName
    kind: PersonKind
    side: PoolSide = field(default_factory=PoolSide)
    outside_kind: OutsideKind | None = None
    organisation: str = ""
    posts: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    department: str = ""
    category: QualificationCategory | None = None
    teaching_months: int | None = None
    school_class: str = ""
    grade: int | None = None
    age: int | None = None
    obstacle: str = ""
    capacity: int = 0
    load: int = 0

    @property
    def occupation(self) -> str:
        """Post, class or organisation: what stands beside the name."""
        post = self.posts[0] if self.posts else ""
        return occupation(
            self.kind, post, ", ".join(self.subjects), self.school_class, self.organisation
        )

    @property
    def free_places(self) -> int:
        """How many mentees more a mentor may take; none while there is an obstacle."""
        return 0 if self.obstacle else max(0, self.capacity - self.load)

    @property
    def places_words(self) -> str:
        """«свободно 1 из 2»."""
        return f"свободно {self.free_places} из {self.capacity}"


@dataclass(frozen=True)
class MatchPool:
    """Everybody who may be matched in a year, in the order of names, and what is known of couples.

    ``mentees`` have no mentor; ``banned`` are the user's «не назначать», ``running`` pairs go on
    now, ``ended_early`` were broken off, ``continued`` worked in the year before.
    """

    mentors: tuple[Candidate, ...]
    mentees: tuple[Candidate, ...]
    banned: frozenset[Couple] = frozenset()
    running: frozenset[Couple] = frozenset()
    ended_early: frozenset[Couple] = frozenset()
    continued: frozenset[Couple] = frozenset()
