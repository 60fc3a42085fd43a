"""Invented staff and students of the training school, drawn by a fixed dice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from random import Random
from typing import Any

from nastavnik_desktop.config.paths import resource_path
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import (
    EmploymentDraft,
    Mark,
    MarkKind,
    OutsideKind,
    PersonDraft,
    PersonKind,
    PoolSide,
    QualificationCategory,
    Representative,
    ServiceLength,
    Sex,
)
from nastavnik_desktop.domain.school_year import SchoolYear

DEMO_YEAR = SchoolYear(2026)
DEMO_TODAY = date(2026, 12, 12)
STUDENTS = 600
_SEED = 17
_AS_OF = DEMO_YEAR.first_day


@dataclass
class Inventor:
    """Draws people from lists of names; a full name never comes twice."""

    content: dict[str, Any] = field(
        default_factory=lambda: json.loads(resource_path("demo", "school.json").read_text("utf-8"))
    )
    dice: Random = field(default_factory=lambda: Random(_SEED))
    used: set[str] = field(default_factory=set)
    telephones: int = 2000

    def name(self, sex: Sex) -> FullName:
        """A full name that nobody has yet."""
        place = 0 if sex is Sex.MALE else 1
        firsts = self.content["male_names" if sex is Sex.MALE else "female_names"]
        while True:
            name = FullName(
                self.dice.choice(self.content["family_names"])[place],
                self.dice.choice(firsts),
                self.dice.choice(self.content["patronymics"])[place],
            )
            if name.key not in self.used:
                self.used.add(name.key)
                return name

    def telephone(self) -> str:
        """An invented number: no network has the code 900 000."""
        self.telephones += 1
        return f"+7900000{self.telephones:04d}"

    def day(self, year: int) -> date:
        """A day of a year."""
        return date(year, self.dice.randint(1, 12), self.dice.randint(1, 28))

    def some(self, key: str, least: int, most: int) -> tuple[str, ...]:
        """A few entries of a list."""
        return tuple(self.dice.sample(self.content[key], self.dice.randint(least, most)))


def staff(inventor: Inventor) -> Iterator[PersonDraft]:
    """The employees: posts, service and categories are set by hand, the rest is drawn."""
    for number, post in enumerate(inventor.content["staff"], start=1):
        years = post["teaching_years"]
        sex = Sex(post["sex"])
        yield PersonDraft(
            name=inventor.name(sex),
            kind=PersonKind.STAFF,
            sex=sex,
            birth_date=inventor.day(DEMO_TODAY.year - 23 - (years or 15)),
            phone=inventor.telephone(),
            email=f"sotrudnik{number:02d}@school17.example",
            employment=_employment(inventor, post),
            mentor_side=_mentor_side(inventor) if _may_mentor(post) else None,
            mentee_side=_mentee_side(inventor, "needs") if _is_young(post) else None,
        )


def _employment(inventor: Inventor, post: dict[str, Any]) -> EmploymentDraft:
    years, category = post["teaching_years"], post["category"]
    teaching = None if years is None else _service(inventor, years)
    has_date = category in {"first", "highest"}
    return EmploymentDraft(
        position_title=post["position"],
        subject=post["subject"],
        department=post["department"],
        category=QualificationCategory(category) if category else None,
        category_on=inventor.day(2025 - min(years or 0, 4)) if has_date else None,
        hired_on=date(DEMO_YEAR.start - min(years or 5, 20), 9, 1),
        total_service=teaching or _service(inventor, 15),
        teaching_service=teaching,
    )


def _service(inventor: Inventor, years: int) -> ServiceLength:
    return ServiceLength(years * 12 + inventor.dice.randint(0, 6), _AS_OF)


def _may_mentor(post: dict[str, Any]) -> bool:
    years = post["teaching_years"]
    return years is not None and years >= 9 and post["category"] in {"first", "highest"}


def _is_young(post: dict[str, Any]) -> bool:
    years = post["teaching_years"]
    return years is not None and years < 3


def _mentor_side(inventor: Inventor) -> PoolSide:
    return PoolSide(
        joined_on=_AS_OF,
        strengths=inventor.some("strengths", 2, 3),
        time_resource=inventor.dice.choice(["1 час в неделю", "2 часа в неделю"]),
        capacity=inventor.dice.choice([2, 2, 3, 3]),
    )


def _pupil_mentor(inventor: Inventor, number: int) -> PoolSide:
    """A pupil helps with what pupils ask for; two things in turn, without the dice."""
    offered = inventor.content["student_strengths"]
    first = number // 5
    strengths = tuple(offered[(first + step) % len(offered)] for step in (0, 1))
    return replace(_mentor_side(inventor), strengths=strengths)


def _mentee_side(inventor: Inventor, needs: str) -> PoolSide:
    return PoolSide(joined_on=_AS_OF, needs=inventor.some(needs, 1, 2))


def students(inventor: Inventor) -> Iterator[PersonDraft]:
    """The pupils of 22 classes; some of grades 5–11 are in the year's pools."""
    classes = inventor.content["classes"]
    for number in range(STUDENTS):
        school_class = classes[number % len(classes)]
        grade = int(school_class[:-1])
        sex = inventor.dice.choice([Sex.MALE, Sex.FEMALE])
        name = inventor.name(sex)
        yield PersonDraft(
            name=name,
            kind=PersonKind.STUDENT,
            sex=sex,
            birth_date=inventor.day(DEMO_YEAR.start - 6 - grade),
            school_class=school_class,
            representative=_representative(inventor, name, sex),
            marks=_marks(inventor),
            mentor_side=_pupil_mentor(inventor, number) if grade >= 9 and number % 5 == 0 else None,
            mentee_side=_mentee_side(inventor, "student_needs")
            if grade in {5, 6, 7} and number % 9 == 0
            else None,
        )


def _representative(inventor: Inventor, child: FullName, sex: Sex) -> Representative:
    mother = inventor.name(Sex.FEMALE)
    forms = inventor.content["family_names"]
    place = 0 if sex is Sex.MALE else 1
    last_name = next(pair[1] for pair in forms if pair[place] == child.last_name)
    full = FullName(last_name, mother.first_name, mother.patronymic).full
    return Representative(full, "мать", inventor.telephone())


def _marks(inventor: Inventor) -> tuple[Mark, ...]:
    drawn = inventor.dice.random()
    if drawn < 0.04:
        return (Mark(MarkKind.DISABILITY, _AS_OF),)
    if drawn < 0.08:
        return (Mark(MarkKind.GIFTED, _AS_OF),)
    return (Mark(MarkKind.HARDSHIP, _AS_OF),) if drawn < 0.1 else ()


def outside(inventor: Inventor) -> Iterator[PersonDraft]:
    """Two mentors from outside the school."""
    engineer, student = inventor.name(Sex.MALE), inventor.name(Sex.FEMALE)
    yield PersonDraft(
        name=engineer,
        kind=PersonKind.OUTSIDE,
        sex=Sex.MALE,
        birth_year=1981,
        phone=inventor.telephone(),
        organisation="АО «Зареченский приборостроительный завод», инженер",
        outside_kind=OutsideKind.ORGANISATION,
        mentor_side=_mentor_side(inventor),
    )
    yield PersonDraft(
        name=student,
        kind=PersonKind.OUTSIDE,
        sex=Sex.FEMALE,
        birth_year=2005,
        phone=inventor.telephone(),
        organisation="Зареченский педагогический колледж, 4 курс",
        outside_kind=OutsideKind.UNIVERSITY_STUDENT,
        mentor_side=_mentor_side(inventor),
    )
