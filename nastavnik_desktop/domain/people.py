"""People of the base: staff, students and people from outside; drafts, rows and rules."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.dates import full_months, full_years
from nastavnik_desktop.domain.employment import Absence, EducationLevel, FurtherPost
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.trainings import MentorTraining

EARLY_CAREER_MONTHS = 36
_STEM_LETTERS = 3


class Sex(StrEnum):
    """Sex as papers need it: for cases of names and for statistics."""

    FEMALE = "f"
    MALE = "m"


class PersonKind(StrEnum):
    """What ties a person to the school."""

    STAFF = "staff"
    STUDENT = "student"
    OUTSIDE = "outside"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    PersonKind.STAFF: "сотрудник",
    PersonKind.STUDENT: "обучающийся",
    PersonKind.OUTSIDE: "не из школы",
}


class OutsideKind(StrEnum):
    """Who a person from outside is: statistics count students and firms apart (form A)."""

    ORGANISATION = "organisation"
    UNIVERSITY_STUDENT = "university_student"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _OUTSIDE_LABELS[self]


_OUTSIDE_LABELS = {
    OutsideKind.ORGANISATION: "представитель организации",
    OutsideKind.UNIVERSITY_STUDENT: "студент",
    OutsideKind.OTHER: "другое",
}


class QualificationCategory(StrEnum):
    """Qualification category of an educator (приказ Минпросвещения от 24.03.2023 № 196)."""

    NONE = "none"
    CONFORMITY = "conformity"
    FIRST = "first"
    HIGHEST = "highest"

    @property
    def label(self) -> str:
        """Russian name as a column shows it."""
        return _CATEGORY_LABELS[self]

    @property
    def phrase(self) -> str:
        """Words for a paper: «высшая категория»; empty without a category."""
        return _CATEGORY_PHRASES[self]


_CATEGORY_LABELS = {
    QualificationCategory.NONE: "нет",
    QualificationCategory.CONFORMITY: "соответствие",
    QualificationCategory.FIRST: "первая",
    QualificationCategory.HIGHEST: "высшая",
}
_CATEGORY_PHRASES = {
    QualificationCategory.NONE: "",
    QualificationCategory.CONFORMITY: "соответствие занимаемой должности",
    QualificationCategory.FIRST: "первая категория",
    QualificationCategory.HIGHEST: "высшая категория",
}


class MarkKind(StrEnum):
    """Dated marks of a student that are seen only as counts."""

    DISABILITY = "disability"
    GIFTED = "gifted"
    HARDSHIP = "hardship"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _MARK_LABELS[self]


_MARK_LABELS = {
    MarkKind.DISABILITY: "ОВЗ",
    MarkKind.GIFTED: "одарённый",
    MarkKind.HARDSHIP: "трудная жизненная ситуация",
}


@dataclass(frozen=True)
class ServiceLength:
    """Length of service known on a day: it grows with the calendar from there."""

    months: int
    as_of: date

    def months_on(self, day: date) -> int:
        """Full months on another day; never below zero."""
        return max(0, self.months + full_months(self.as_of, day))

    def years_on(self, day: date) -> int:
        """Full years on another day."""
        return self.months_on(day) // 12


@dataclass(frozen=True)
class EmploymentDraft:
    """Work at the school as a form edits it; ``rate_hundredths`` is of the main post.

    ``is_educational`` tells whether the education is a teacher's (педагогическое).
    """

    position_title: str = ""
    subject: str = ""
    department: str = ""
    category: QualificationCategory | None = None
    category_on: date | None = None
    category_year: int | None = None
    education: str = ""
    hired_on: date | None = None
    left_on: date | None = None
    is_external_part_timer: bool = False
    total_service: ServiceLength | None = None
    teaching_service: ServiceLength | None = None
    rate_hundredths: int | None = None
    education_level: EducationLevel | None = None
    is_educational: bool = False
    degree: str = ""
    academic_title: str = ""
    is_educator_mentor: bool = False
    is_educator_methodist: bool = False
    further_posts: tuple[FurtherPost, ...] = ()
    absences: tuple[Absence, ...] = ()


@dataclass(frozen=True)
class Representative:
    """Parent or guardian of a minor."""

    name: str = ""
    relation: str = ""
    phone: str = ""


@dataclass(frozen=True)
class PoolSide:
    """A person's side of the year's pool: what a mentor offers or a mentee asks for."""

    joined_on: date | None = None
    left_on: date | None = None
    strengths: tuple[str, ...] = ()
    achievements: str = ""
    interests: str = ""
    desired_age: str = ""
    time_resource: str = ""
    capacity: int | None = None
    needs: tuple[str, ...] = ()
    reason: str = ""
    results: str = ""
    link: str = ""


@dataclass(frozen=True)
class Mark:
    """A dated mark of a student."""

    kind: MarkKind
    since_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True)
class PersonDraft:
    """A person as a form or an import edits it; ``person_id`` is None for a new one.

    ``employment`` is None for those who do not work at the school, ``school_class`` (for example
    «5А») and the pool sides speak of the school year named beside the draft. ``case_forms`` and
    ``post_forms`` are corrections by case; those of the post may hold for everybody who has it,
    those of the name are to become rules for everybody who bears it.
    """

    name: FullName = field(default_factory=lambda: FullName(""))
    person_id: int | None = None
    kind: PersonKind = PersonKind.STAFF
    former_last_name: str = ""
    sex: Sex | None = None
    birth_date: date | None = None
    birth_year: int | None = None
    phone: str = ""
    email: str = ""
    address: str = ""
    notes: str = ""
    organisation: str = ""
    outside_kind: OutsideKind | None = None
    representative: Representative = Representative()
    employment: EmploymentDraft | None = None
    school_class: str = ""
    marks: tuple[Mark, ...] = ()
    mentor_side: PoolSide | None = None
    mentee_side: PoolSide | None = None
    trainings: tuple[MentorTraining, ...] = ()
    case_forms: dict[str, str] = field(default_factory=dict)
    are_name_forms_for_all: bool = False
    post_forms: dict[str, str] = field(default_factory=dict)
    are_post_forms_for_all: bool = False


@dataclass(frozen=True)
class PersonRow:
    """A person as the list shows it."""

    person_id: int
    name: FullName
    kind: PersonKind
    position_title: str
    subject: str
    school_class: str
    category: QualificationCategory | None
    teaching_service: ServiceLength | None
    birth_date: date | None
    birth_year: int | None
    phone: str
    email: str
    organisation: str
    is_mentor: bool
    is_mentee: bool
    pairings_count: int
    is_archived: bool

    @property
    def occupation(self) -> str:
        """Post, class or organisation: what a list shows beside the name."""
        return occupation(
            self.kind, self.position_title, self.subject, self.school_class, self.organisation
        )


def occupation(
    kind: PersonKind, position_title: str, subject: str, school_class: str, organisation: str
) -> str:
    """«учитель, физика», «5А класс» or the organisation."""
    if kind is PersonKind.STUDENT:
        return f"{school_class}\u00a0класс" if school_class else "обучающийся"
    if kind is PersonKind.OUTSIDE:
        return organisation or position_title
    return post_with_subject(position_title, subject)


def post_with_subject(position_title: str, subject: str) -> str:
    """The post with those of its subjects that it does not name itself.

    «учитель физики» with «физика, астрономия» is «учитель физики, астрономия»: words are
    compared by their beginnings, so that cases do not matter.
    """
    if not subject:
        return position_title
    untold = [part for part in map(str.strip, subject.split(",")) if part]
    untold = [part for part in untold if not _is_named(part, position_title)]
    return ", ".join([position_title, *untold] if position_title else untold)


def _is_named(subject: str, position_title: str) -> bool:
    """Whether every word of a subject begins a word of the post."""
    told = position_title.casefold().split()
    stems = [word[: max(_STEM_LETTERS, len(word) - 3)] for word in subject.casefold().split()]
    return all(any(word.startswith(stem) for word in told) for stem in stems)


def grade_of(school_class: str) -> int | None:
    """The grade (параллель) of a class: «10А» -> 10."""
    found = re.match(r"\s*(\d{1,2})", school_class)
    return int(found[1]) if found else None


_EDUCATOR_ROOTS = (
    "учител", "педагог", "воспитател", "преподавател", "логопед", "дефектолог", "психолог",
    "методист", "вожат", "тьютор", "концертмейстер", "мастер производственного обучения",
    "инструктор по", "тренер", "руководитель физического воспитания", "советник директора",
)  # fmt: skip


def is_educator(position_title: str, subject: str = "") -> bool:
    """Whether the post is an educator's (номенклатура, постановление № 225 of 21.02.2022).

    A head who also teaches a subject counts as an educator.
    """
    title = position_title.casefold()
    if title.startswith(("помощник воспитателя", "младший воспитатель")):
        return False
    return bool(subject.strip()) or any(root in title for root in _EDUCATOR_ROOTS)


def is_teacher(position_title: str) -> bool:
    """Whether the post is a teacher's (учитель), not another educator's."""
    title = position_title.casefold()
    return title.startswith("учител") and "логопед" not in title and "дефектолог" not in title


def is_early_career(
    position_title: str, subject: str, teaching: ServiceLength | None, on: date
) -> bool:
    """Whether an educator has 0 to 3 years of teaching service (Р-145, indicator 3).

    An educator of whom no length of service is known is not counted: it must be entered first.
    """
    if teaching is None or not is_educator(position_title, subject):
        return False
    return teaching.months_on(on) < EARLY_CAREER_MONTHS


def is_minor(birth_date: date | None, birth_year: int | None, kind: PersonKind, on: date) -> bool:
    """Whether a person is under 18 on a day; a student of unknown age is taken for a minor."""
    if birth_date is not None:
        return full_years(birth_date, on) < 18
    if birth_year is not None:
        return on.year - birth_year <= 18 and kind is PersonKind.STUDENT
    return kind is PersonKind.STUDENT
