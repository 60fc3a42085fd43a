"""Rules of a person's card: what keeps it from being saved, and what is worth a look."""

from __future__ import annotations

import re
from datetime import date

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.employment import HIGHEST_RATE
from nastavnik_desktop.domain.people import (
    EmploymentDraft,
    PersonDraft,
    PersonKind,
    QualificationCategory,
    grade_of,
)
from nastavnik_desktop.domain.problems import LONGEST_TEXT, Level, Problem, too_long
from nastavnik_desktop.domain.trainings import training_problems

EARLIEST_BIRTH = date(1900, 1, 1)
LONGEST_NAME_PART = 100
MOST_MENTEES = 100
_SIDE_LIMITS = {
    "strengths": LONGEST_TEXT,
    "achievements": LONGEST_TEXT,
    "interests": LONGEST_TEXT,
    "desired_age": 200,
    "time_resource": 200,
    "needs": LONGEST_TEXT,
    "reason": LONGEST_TEXT,
    "results": LONGEST_TEXT,
    "link": LONGEST_TEXT,
}


def problems_in(draft: PersonDraft, today: date) -> list[Problem]:
    """Everything that keeps the draft from being saved, and what is worth a look."""
    return [
        *_name_problems(draft),
        *_birth_problems(draft, today),
        *_contact_problems(draft),
        *_long_texts(draft),
        *_side_problems(draft),
        *training_problems(draft.trainings),
        *_work_problems(draft, today),
        *_class_problems(draft),
    ]


def _name_problems(draft: PersonDraft) -> list[Problem]:
    found = []
    if not draft.name.last_name.strip():
        found.append(Problem("last_name", "Укажите фамилию."))
    for name, value, title in (
        ("last_name", draft.name.last_name, "Фамилия"),
        ("first_name", draft.name.first_name, "Имя"),
        ("patronymic", draft.name.patronymic, "Отчество"),
    ):
        if len(value) > LONGEST_NAME_PART:
            found.append(Problem(name, f"{title}: не больше {LONGEST_NAME_PART} знаков."))
        elif re.search(r"\d", value):
            found.append(Problem(name, f"{title}: цифр быть не должно."))
    if not draft.name.first_name.strip():
        found.append(
            Problem("first_name", "Имя не указано: в приказе будет одна фамилия.", Level.WARNING)
        )
    return found


def _birth_problems(draft: PersonDraft, today: date) -> list[Problem]:
    if draft.birth_date is not None:
        if draft.birth_date < EARLIEST_BIRTH:
            return [Problem("birth_date", "Дата рождения не может быть раньше 1900 года.")]
        if draft.birth_date > today:
            return [Problem("birth_date", "Дата рождения ещё не наступила.")]
    if draft.birth_year is not None and not EARLIEST_BIRTH.year <= draft.birth_year <= today.year:
        return [Problem("birth_year", f"Год рождения должен быть от 1900 до {today.year}.")]
    return []


def _contact_problems(draft: PersonDraft) -> list[Problem]:
    found = []
    if draft.email and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", draft.email):
        found.append(Problem("email", "Адрес почты не похож на name@school.ru.", Level.WARNING))
    return found


def _long_texts(draft: PersonDraft) -> list[Problem]:
    """Texts longer than the base keeps, of the card and of its parts."""
    work, parent = draft.employment or EmploymentDraft(), draft.representative
    texts = [
        ("former_last_name", draft.former_last_name, LONGEST_NAME_PART),
        ("phone", draft.phone, 200),
        ("email", draft.email, 200),
        ("address", draft.address, 500),
        ("organisation", draft.organisation, 300),
        ("notes", draft.notes, LONGEST_TEXT),
        ("representative_name", parent.name, 300),
        ("representative_relation", parent.relation, 100),
        ("representative_phone", parent.phone, 200),
        ("position_title", work.position_title, 300),
        ("subject", work.subject, 300),
        ("department", work.department, 300),
        ("education", work.education, LONGEST_TEXT),
        ("degree", work.degree, 200),
        ("academic_title", work.academic_title, 200),
        *(("further_posts", post.position_title, 300) for post in work.further_posts),
        *(("further_posts", post.subject, 300) for post in work.further_posts),
    ]
    texts += [(case, form, 3 * LONGEST_NAME_PART) for case, form in draft.case_forms.items()]
    texts += [(f"post_{case}", form, 600) for case, form in draft.post_forms.items()]
    for side in filter(None, (draft.mentor_side, draft.mentee_side)):
        texts += [(name, str(getattr(side, name)), limit) for name, limit in _SIDE_LIMITS.items()]
    return [problem for text in texts for problem in too_long(*text)]


def _side_problems(draft: PersonDraft) -> list[Problem]:
    side = draft.mentor_side
    if side is None or side.capacity is None or 0 <= side.capacity <= MOST_MENTEES:
        return []
    return [Problem("capacity", f"Сколько наставляемых возьмёт: от 0 до {MOST_MENTEES}.")]


def _work_problems(draft: PersonDraft, today: date) -> list[Problem]:
    work = draft.employment
    if draft.kind is not PersonKind.STAFF or work is None:
        return []
    found = []
    if not work.position_title.strip():
        found.append(Problem("position_title", "Укажите должность.", Level.WARNING))
    for name, day in (("hired_on", work.hired_on), ("category_on", work.category_on)):
        if day is not None and day < EARLIEST_BIRTH:
            found.append(Problem(name, f"Дата {short_date(day)} слишком давняя: нужна после 1900."))
    if work.hired_on and work.left_on and work.left_on < work.hired_on:
        found.append(Problem("left_on", "Дата ухода раньше даты приёма."))
    if work.category_on and work.category_on > today:
        found.append(Problem("category_on", "Дата категории ещё не наступила.", Level.WARNING))
    return [*found, *_service_problems(work), *_flag_problems(work), *_list_problems(work)]


def _flag_problems(work: EmploymentDraft) -> list[Problem]:
    """Both marks go with the highest category only (приказ от 24.03.2023 № 196, п. 45)."""
    has_flag = work.is_educator_mentor or work.is_educator_methodist
    if not has_flag or work.category in {None, QualificationCategory.HIGHEST}:
        return []
    message = "«Педагог-наставник» и «педагог-методист» бывают только при высшей категории."
    return [Problem("category", message, Level.WARNING)]


def _list_problems(work: EmploymentDraft) -> list[Problem]:
    """What is wrong with rates, further posts and absences."""
    found = _rate_problems("rate_hundredths", work.rate_hundredths)
    for post in work.further_posts:
        found += _rate_problems("further_posts", post.rate_hundredths)
        if not post.position_title.strip():
            found.append(Problem("further_posts", "Укажите должность в каждой строке."))
    for one in work.absences:
        if one.since_on and one.until_on and one.until_on < one.since_on:
            found.append(Problem("absences", "Отсутствие кончается раньше, чем началось."))
    return found


def _rate_problems(field: str, rate_hundredths: int | None) -> list[Problem]:
    if rate_hundredths is None or 0 < rate_hundredths <= HIGHEST_RATE:
        return []
    return [Problem(field, "Ставка должна быть больше 0 и не больше 3.")]


def _service_problems(work: EmploymentDraft) -> list[Problem]:
    total, teaching = work.total_service, work.teaching_service
    for name, length in (("total_service", total), ("teaching_service", teaching)):
        if length is not None and not 0 <= length.months <= 80 * 12:
            return [Problem(name, "Стаж должен быть от 0 до 80 лет.")]
    if total and teaching and teaching.months_on(total.as_of) > total.months:
        return [Problem("teaching_service", "Педагогический стаж больше общего.", Level.WARNING)]
    return []


def _class_problems(draft: PersonDraft) -> list[Problem]:
    if draft.kind is not PersonKind.STUDENT or not draft.school_class:
        return []
    grade = grade_of(draft.school_class)
    if grade is None or not 1 <= grade <= 12 or len(draft.school_class) > 20:
        return [Problem("school_class", "Класс пишется так: 5А.")]
    return []
