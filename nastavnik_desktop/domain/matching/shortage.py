"""What is short before anything is matched: mentees against free places, also by subjects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from nastavnik_desktop.domain.matching.people import Candidate
from nastavnik_desktop.domain.matching.scoring import Profile
from nastavnik_desktop.domain.people import PersonKind
from nastavnik_desktop.domain.plurals import counted


@dataclass(frozen=True)
class SubjectShortage:
    """A subject whose mentees are more than its free places."""

    subject: str
    mentees: int
    places: int

    @property
    def words(self) -> str:
        """«физика – 2 на 1 место»."""
        if not self.places:
            return f"{self.subject}\u00a0– {self.mentees}, мест нет"
        places = counted(self.places, "место", "места", "мест")
        return f"{self.subject}\u00a0– {self.mentees} на {places}"


@dataclass(frozen=True)
class Shortage:
    """Mentees without a mentor, mentors with places, and the places themselves."""

    mentees: int
    mentors: int
    places: int
    by_subject: tuple[SubjectShortage, ...] = ()

    @property
    def words(self) -> str:
        """«Без наставника 14, свободных мест 9 у 5 наставников»."""
        mentors = counted(self.mentors, "наставника", "наставников", "наставников")
        whose = f" у {mentors}" if self.mentors else ""
        return f"Без наставника {self.mentees}, свободных мест {self.places}{whose}"

    @property
    def lacking(self) -> int:
        """How many mentees are left without a place whatever is done."""
        return max(0, self.mentees - self.places)

    @property
    def warning(self) -> str:
        """What is short, in sentences; empty where nothing is."""
        people = counted(self.lacking, "наставляемому", "наставляемым", "наставляемым")
        found = [f"Мест не хватит {people}."] if self.lacking else []
        if self.by_subject:
            lines = "; ".join(one.words for one in self.by_subject)
            found.append(f"Не хватает наставников того же предмета: {lines}.")
        return " ".join(found)


def shortage_of(mentors: Sequence[Candidate], mentees: Sequence[Candidate]) -> Shortage:
    """What is short among the people of a form; those who are away are not counted."""
    present = [one for one in mentees if not one.obstacle]
    with_places = [one for one in mentors if one.free_places]
    places = sum(one.free_places for one in with_places)
    return Shortage(len(present), len(with_places), places, _by_subject(with_places, present))


def _by_subject(
    mentors: Sequence[Candidate], mentees: Sequence[Candidate]
) -> tuple[SubjectShortage, ...]:
    """Subjects of employees by the first one that each mentee teaches."""
    wanted: Counter[frozenset[str]] = Counter()
    names: dict[frozenset[str], str] = {}
    for one in mentees:
        for stems, subject in list(Profile(one).subjects.items())[:1]:
            if one.kind is PersonKind.STAFF:
                wanted[stems] += 1
                names.setdefault(stems, subject)
    offered = [(set(Profile(one).subjects), one.free_places) for one in mentors]
    found = []
    for stems, count in wanted.items():
        places = sum(
            free for known, free in offered if any(stems <= s or s <= stems for s in known)
        )
        if places < count:
            found.append(SubjectShortage(names[stems], count, places))
    return tuple(sorted(found, key=lambda one: (one.places - one.mentees, one.subject)))
