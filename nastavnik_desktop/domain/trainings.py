"""Training of a mentor: courses, seminars, schools of mentors, with their dates and documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Problem, too_long

MOST_HOURS = 2000
LONGEST_TITLE = 300
LONGEST_PLACE = 300
LONGEST_DOCUMENT = 200


@dataclass(frozen=True)
class MentorTraining:
    """What was learnt, where and when, how many academic hours, and the document of it.

    A fact of the person's life with dates of its own: it holds in every school year.
    """

    title: str = ""
    place: str = ""
    since_on: date | None = None
    until_on: date | None = None
    hours: int | None = None
    document: str = ""

    def __str__(self) -> str:
        """«Школа наставника, ИРО, 05.09.2026 – 12.09.2026, 36 часов, удостоверение № 5»."""
        hours = counted(self.hours, "час", "часа", "часов") if self.hours is not None else ""
        parts = (self.title, self.place, self.term, hours, self.document)
        return ", ".join(part for part in parts if part)

    @property
    def term(self) -> str:
        """«05.09.2026 – 12.09.2026», one date where both are the same, empty without dates."""
        days = dict.fromkeys(short_date(day) for day in (self.since_on, self.until_on) if day)
        return " – ".join(days)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was entered."""
        return self == MentorTraining()


def training_problems(trainings: tuple[MentorTraining, ...]) -> list[Problem]:
    """What keeps trainings from being saved, each problem said once."""
    found = [problem for one in trainings for problem in _problems(one)]
    return list(dict.fromkeys(found))


def _problems(one: MentorTraining) -> list[Problem]:
    found = []
    if not one.title.strip():
        found.append(Problem("trainings", "Обучение: напишите в каждой строке, чему учились."))
    if one.since_on and one.until_on and one.until_on < one.since_on:
        found.append(Problem("trainings", "Обучение кончается раньше, чем началось."))
    if one.hours is not None and not 0 < one.hours <= MOST_HOURS:
        found.append(Problem("trainings", f"Обучение: часов должно быть от 1 до {MOST_HOURS}."))
    for text, limit in (
        (one.title, LONGEST_TITLE),
        (one.place, LONGEST_PLACE),
        (one.document, LONGEST_DOCUMENT),
    ):
        found += too_long("trainings", text, limit)
    return found
