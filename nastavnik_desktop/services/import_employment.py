"""Work at the school as a row of a list tells it."""

from __future__ import annotations

import re
from datetime import date

from nastavnik_desktop.domain.employment import (
    Absence,
    AbsenceKind,
    EducationLevel,
    FurtherPost,
)
from nastavnik_desktop.domain.people import (
    EmploymentDraft,
    QualificationCategory,
    ServiceLength,
)
from nastavnik_desktop.imports.records import DayOrMonth, ReadPerson
from nastavnik_desktop.imports.values import categories
from nastavnik_desktop.imports.values.dates import dates_in

_CATEGORIES = {
    categories.HIGHEST: QualificationCategory.HIGHEST,
    categories.FIRST: QualificationCategory.FIRST,
    categories.CONFORMITY: QualificationCategory.CONFORMITY,
    categories.NONE: QualificationCategory.NONE,
}
_MENTOR_TITLE = re.compile(r"педагог[- ]наставник")
_METHODIST_TITLE = re.compile(r"педагог[- ]методист")
_PART_TIMER = re.compile(r"внешн\w*\.?\s*совм", re.IGNORECASE)
_ABSENCES = (
    (AbsenceKind.CHILD_CARE, re.compile(r"уход\w* за реб|отпуск\w* по уходу", re.IGNORECASE)),
    (AbsenceKind.MATERNITY, re.compile(r"декрет|(?<!\w)д/о(?!\w)", re.IGNORECASE)),
    (AbsenceKind.SICK, re.compile(r"больничн|(?<!\w)б/л(?!\w)", re.IGNORECASE)),
)
_LEVELS = (
    (
        EducationLevel.STUDYING,
        re.compile(r"студент|учится|незаконч|неоконч|н/?высш", re.IGNORECASE),
    ),
    (
        EducationLevel.SECONDARY_VOCATIONAL,
        re.compile(r"ср\w*\.?[\s-]*(?:спец|проф)|(?<!\w)спо(?!\w)|(?<!\w)с/с(?!\w)", re.IGNORECASE),
    ),
    (EducationLevel.HIGHER, re.compile(r"высш|бакалавр|магистр", re.IGNORECASE)),
    (EducationLevel.SECONDARY_GENERAL, re.compile(r"среднее(?: общее)?\W*$", re.IGNORECASE)),
)
_LATEST_YEAR = 2099


def employment_of(read: ReadPerson, as_of: date) -> EmploymentDraft:
    """The work of a row; ``as_of`` is the day on which its lengths of service are true."""
    dated = read.category_date
    return EmploymentDraft(
        position_title=read.position or _position_of_workplace(read.workplace),
        subject=read.subject,
        department=read.section,
        category=_CATEGORIES.get(read.category),
        category_on=dated if isinstance(dated, date) else None,
        category_year=read.category_year if dated is None else _year_of_month(dated),
        education=read.education,
        education_level=_level(read.education),
        hired_on=read.hired_on,
        is_external_part_timer=_PART_TIMER.search(read.note) is not None,
        total_service=_service(read.experience_total_years, read.experience_total_since, as_of),
        teaching_service=_service(read.experience_years, read.experience_since, as_of),
        is_educator_mentor=_MENTOR_TITLE.search(read.category_note) is not None,
        is_educator_methodist=_METHODIST_TITLE.search(read.category_note) is not None,
        further_posts=tuple(
            FurtherPost(post.position, post.subject) for post in read.positions[1:]
        ),
        absences=_absences(read.note),
    )


def is_educator_title(text: str) -> bool:
    """Whether a category is one that a card has a mark for (order № 196 of 24.03.2023)."""
    return bool(_MENTOR_TITLE.search(text) or _METHODIST_TITLE.search(text))


def _year_of_month(when: DayOrMonth) -> int | None:
    """The year of a month; a day stands in a field of its own."""
    return None if isinstance(when, date) else when.year


def _position_of_workplace(workplace: str) -> str:
    """«МБОУ «СОШ № 17», учитель физики» names the post behind the comma."""
    return workplace.rpartition(", ")[2] if ", " in workplace else ""


def _service(years: int | None, since: int | None, as_of: date) -> ServiceLength | None:
    if years is not None:
        return ServiceLength(years * 12, as_of)
    # A bare year of beginning: service begins with the school year, on 1 September.
    return ServiceLength(0, date(since, 9, 1)) if since is not None else None


def _level(education: str) -> EducationLevel | None:
    return next((level for level, pattern in _LEVELS if pattern.search(education)), None)


def _absences(note: str) -> tuple[Absence, ...]:
    """A long absence that the note tells of, with its first day when the note has one date."""
    kind = next((kind for kind, pattern in _ABSENCES if pattern.search(note)), None)
    if kind is None:
        return ()
    days = [found.day for found in dates_in(note, _LATEST_YEAR) if found.day]
    since = days[0] if len(days) == 1 and re.search(r"(?<!\w)с\s*\d", note) else None
    return (Absence(kind, since),)
