"""Groupings of the whole school: posts, service, age, sex, education, classes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from nastavnik_desktop.domain.employment import EducationLevel
from nastavnik_desktop.domain.full_name import NBSP
from nastavnik_desktop.domain.people import QualificationCategory, Sex, grade_of
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.staff_posts import (
    EDUCATORS,
    HEADS,
    StaffGroup,
    TeacherSubject,
    main_subject,
    staff_group,
)
from nastavnik_desktop.domain.statistics.bands import (
    AGE_BANDS,
    SERVICE_BANDS,
    age_in_january,
    teaching_months,
)
from nastavnik_desktop.domain.statistics.facts import PersonRecord, Post
from nastavnik_desktop.domain.statistics.observations import (
    Group,
    Included,
    Unknown,
    Verdict,
    of_person,
)

_NO_SERVICE = range(1)
_HAS_SERVICE = range(1, 12_000)


def grade_group(value: str) -> Group | None:
    """The group of a grade «5» or of grades «5-9»; None for what is neither."""
    found = re.fullmatch(r"(\d{1,2})(?:-(\d{1,2}))?", value)
    if found is None:
        return None
    grades = range(int(found[1]), int(found[2] or found[1]) + 1)
    words = "Класс – тот, что назван в строке, на дату."
    return Group(words, of_person(partial(_is_in_grades, grades)))


def _is_in_grades(grades: range, person: PersonRecord, as_of: date) -> Verdict:
    enrollment = person.enrollment_on(as_of)
    if enrollment is None:
        is_unknown = person.lacks_class_in(SchoolYear.of(as_of))
        return Unknown("класс в этом учебном году") if is_unknown else None
    grade = grade_of(enrollment.school_class)
    if grade is None:
        return Unknown("номер класса")
    return Included() if grade in grades else None


def _is_own(person: PersonRecord, as_of: date) -> Verdict:
    return Included() if person.works_on(as_of) else None


def _is_in_posts(groups: frozenset[StaffGroup], person: PersonRecord, as_of: date) -> Verdict:
    post = person.post_on(as_of)
    if post is None:
        return None
    return Included() if staff_group(post.position_title, post.subject) in groups else None


def _teaches(subject: TeacherSubject, person: PersonRecord, as_of: date) -> Verdict:
    post = person.post_on(as_of)
    if post is None or staff_group(post.position_title, post.subject) is not StaffGroup.TEACHER:
        return None
    return Included() if main_subject(post.position_title, post.subject) is subject else None


def _is_of_sex(sex: Sex, person: PersonRecord, _as_of: date) -> Verdict:
    if person.sex is None:
        return Unknown("пол")
    return Included() if person.sex is sex else None


def _is_of_age(
    ages: range,
    age_of: Callable[[PersonRecord, date], int | None],
    person: PersonRecord,
    as_of: date,
) -> Verdict:
    age = age_of(person, as_of)
    if age is None:
        return Unknown("дата или год рождения")
    return Included(counted(age, "год", "года", "лет")) if age in ages else None


def _has_taught(months: range, person: PersonRecord, as_of: date) -> Verdict:
    known = teaching_months(person, as_of)
    if known is None:
        return Unknown("педагогический стаж")
    return Included(_service_words("педстаж", known)) if known in months else None


def _has_taught_first(person: PersonRecord, as_of: date) -> Verdict:
    """The first band begins with the first full month: before it there is no teaching service."""
    return _has_taught(range(1, SERVICE_BANDS["under_3"][1].stop), person, as_of)


def _has_worked(months: range, person: PersonRecord, as_of: date) -> Verdict:
    service = person.total_service
    if service is None:
        return Unknown("общий стаж")
    known = service.months_on(as_of)
    return Included(_service_words("общий стаж", known)) if known in months else None


def _service_words(what: str, months: int) -> str:
    if not months:
        return f"{what} не начался"
    if months < 12:
        return f"{what} {counted(months, 'месяц', 'месяца', 'месяцев')}"
    return f"{what}{NBSP}{counted(months // 12, 'год', 'года', 'лет')}"


def _main(person: PersonRecord) -> Post:
    """The first post, at which education, category and titles are written."""
    return person.posts[0] if person.posts else Post("")


def _has_level(level: EducationLevel, person: PersonRecord, _as_of: date) -> Verdict:
    known = _main(person).education_level
    if known is None:
        return Unknown("уровень образования")
    return Included(known.label) if known is level else None


def _is_teachers_education(person: PersonRecord, _as_of: date) -> Verdict:
    return Included("педагогическое") if _main(person).is_educational else None


def _has_title(
    words: str, of_post: Callable[[Post], str], person: PersonRecord, _: date
) -> Verdict:
    written = of_post(_main(person))
    return Included(written) if re.search(words, written.casefold()) else None


def _has_category(kind: QualificationCategory, person: PersonRecord, _as_of: date) -> Verdict:
    return Included(kind.phrase) if _main(person).category is kind else None


def _posts(words: str, groups: frozenset[StaffGroup]) -> Group:
    note = "по основной должности; работающий на нескольких считается один раз"
    return Group(f"{words}: {note}.", of_person(partial(_is_in_posts, groups)))


def _bands(rule: Callable[[range, PersonRecord, date], Verdict], what: str) -> dict[str, Group]:
    return {
        code: Group(f"{what}: {words}, полных на дату.", of_person(partial(rule, months)))
        for code, (words, months) in SERVICE_BANDS.items()
    }


def _ages(age_of: Callable[[PersonRecord, date], int | None], when: str) -> dict[str, Group]:
    return {
        code: Group(f"Возраст {words}: полных лет {when}.",
                    of_person(partial(_is_of_age, ages, age_of)))
        for code, (words, ages) in AGE_BANDS.items()
    }  # fmt: skip


def _titles(words: str, pattern: str, of_post: Callable[[Post], str]) -> Group:
    return Group(words, of_person(partial(_has_title, pattern, of_post)))


SCHOOL_GROUPS: Mapping[str, Mapping[str, Group]] = {
    "employment": {
        "own": Group("Без внешних совместителей.", of_person(_is_own)),
    },
    "staff": {
        "heads": _posts("Руководящие работники", HEADS),
        "educators": _posts("Педагогические работники", EDUCATORS),
        **{
            kind.value: _posts("Работники на должностях, названных в строке", frozenset((kind,)))
            for kind in StaffGroup
        },
    },
    "teaches": {
        subject.value: Group(
            "Учителя предметов, названных в строке; ведущий несколько предметов считается один "
            "раз, по первому в карточке.",
            of_person(partial(_teaches, subject)),
        )
        for subject in TeacherSubject
    },
    "sex": {
        "f": Group("Женщины (девочки).", of_person(partial(_is_of_sex, Sex.FEMALE))),
        "m": Group("Мужчины (мальчики).", of_person(partial(_is_of_sex, Sex.MALE))),
    },
    "age_band": _ages(PersonRecord.age_on, "на дату"),
    "age_band_january": _ages(age_in_january, "на 1 января, следующее за датой"),
    "teaching_service": {
        **_bands(_has_taught, "Педагогический стаж"),
        "under_3": Group(
            "Педагогический стаж до 3 лет: меньше трёх полных лет на дату.",
            of_person(_has_taught_first),
        ),
        "any": Group(
            "Имеют педагогический стаж на дату.", of_person(partial(_has_taught, _HAS_SERVICE))
        ),
        "none": Group(
            "Не имеют педагогического стажа: на дату нет ни одного полного месяца.",
            of_person(partial(_has_taught, _NO_SERVICE)),
        ),
    },
    "total_service": _bands(_has_worked, "Общий стаж"),
    "education": {
        "higher": Group(
            "Высшее образование.", of_person(partial(_has_level, EducationLevel.HIGHER))
        ),
        "secondary": Group(
            "Среднее профессиональное образование.",
            of_person(partial(_has_level, EducationLevel.SECONDARY_VOCATIONAL)),
        ),
    },
    "educational": {
        "yes": Group("Образование педагогическое.", of_person(_is_teachers_education)),
    },
    "degree": {
        "doctor": _titles("Доктора наук.", r"доктор", lambda post: post.degree),
        "candidate": _titles("Кандидаты наук.", r"кандидат", lambda post: post.degree),
        "phd": _titles("Степень PhD.", r"ph\.?\s?d", lambda post: post.degree),
    },
    "academic_title": {
        "professor": _titles("Профессора.", r"профессор", lambda post: post.academic_title),
        "docent": _titles("Доценты.", r"доцент", lambda post: post.academic_title),
    },
    "category": {
        "highest": Group(
            "Высшая квалификационная категория.",
            of_person(partial(_has_category, QualificationCategory.HIGHEST)),
        ),
        "first": Group(
            "Первая квалификационная категория.",
            of_person(partial(_has_category, QualificationCategory.FIRST)),
        ),
    },
}  # fmt: skip
