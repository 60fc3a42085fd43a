"""Groupings: into which parts the people and pairings of an indicator fall."""

from __future__ import annotations

from datetime import date
from functools import partial

from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.domain.full_name import NBSP
from nastavnik_desktop.domain.pairings import PairingKind
from nastavnik_desktop.domain.people import MarkKind, OutsideKind, PersonKind, is_early_career
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.statistics.facts import PersonRecord
from nastavnik_desktop.domain.statistics.observations import (
    Group,
    Included,
    Observation,
    Unknown,
    Verdict,
)

MENTEE_AGES = range(10, 20)
"""Children of 10 to 19 full years (Р-145, indicator 1)."""

UNIVERSITY_STUDENTS_FORM = "university-student-pupil"
"""The form whose mentors are students by its name."""

BY_FORM = "mentoring_form"
"""The grouping by form of mentoring; its values are the codes of the school's own list."""


def group(grouping: str, value: str) -> Group:
    """A group by the names of a definition; raises UnreadableFile when there is no such group."""
    if grouping == BY_FORM:
        return Group(
            "Форма наставничества – та, что названа в строке.", partial(_is_of_form, value)
        )
    if value not in _GROUPS.get(grouping, {}):
        message = f"В описании формы названа неизвестная группа «{grouping}: {value}»."
        raise UnreadableFile(message, grouping)
    return _GROUPS[grouping][value]


def _is_of_form(code: str, observed: Observation, _as_of: date) -> Verdict:
    return Included() if observed.pairing.form_code == code else None


def _is_of_kind(kind: PairingKind, observed: Observation, _as_of: date) -> Verdict:
    return Included() if observed.pairing.kind is kind else None


def _is_educator(observed: Observation, as_of: date) -> Verdict:
    person = observed.person
    if person.kind is PersonKind.STAFF and not person.posts:
        return Unknown("должность")
    return Included() if person.educators_post_on(as_of) else None


def _is_pupil(observed: Observation, as_of: date) -> Verdict:
    person = observed.person
    if person.enrollment_on(as_of) is not None:
        return Included()
    return Unknown("класс в этом учебном году") if _lacks_class(person) else None


def _lacks_class(person: PersonRecord) -> bool:
    return person.kind is PersonKind.STUDENT and not person.enrollments


def _is_outside(kind: OutsideKind, observed: Observation, _as_of: date) -> Verdict:
    person = observed.person
    if person.kind is not PersonKind.OUTSIDE:
        return None
    if person.outside_kind is not None:
        return Included() if person.outside_kind is kind else None
    is_students_form = observed.pairing.form_code == UNIVERSITY_STUDENTS_FORM
    by_form = OutsideKind.UNIVERSITY_STUDENT if is_students_form else OutsideKind.ORGANISATION
    return Included("по форме наставничества") if by_form is kind else None


def _is_pupil_of_ages(ages: range, observed: Observation, as_of: date) -> Verdict:
    verdict = _is_pupil(observed, as_of)
    if not isinstance(verdict, Included):
        return verdict
    age = observed.person.age_on(as_of)
    if age is None:
        return Unknown("дата или год рождения")
    if age not in ages:
        return None
    by_year = "" if observed.person.birth_date else ", по году рождения"
    return Included(f"{counted(age, 'год', 'года', 'лет')}{by_year}")


def _is_early_career(observed: Observation, as_of: date) -> Verdict:
    person = observed.person
    post = person.educators_post_on(as_of)
    if post is None:
        return None
    service = person.teaching_service
    if service is None:
        return Unknown("педагогический стаж")
    if not is_early_career(post.position_title, post.subject, service, as_of):
        return None
    years = counted(service.years_on(as_of), "год", "года", "лет")
    return Included(f"стаж{NBSP}{years}")


def _has_mark(kind: MarkKind, observed: Observation, as_of: date) -> Verdict:
    return Included(kind.label) if observed.person.has_mark_on(kind, as_of) else None


_GROUPS = {
    "pairing_kind": {
        "pair": Group(
            "Пары: один наставник и один наставляемый.", partial(_is_of_kind, PairingKind.PAIR)
        ),
        "group": Group(
            "Группы: один наставник и несколько наставляемых.",
            partial(_is_of_kind, PairingKind.GROUP),
        ),
    },
    "occupation": {
        "educator": Group(
            "Педагогические работники: на дату занимают в школе должность педагога.", _is_educator
        ),
        "pupil": Group(
            "Обучающиеся: на дату учатся в одном из классов школы.",
            _is_pupil,
        ),
        "university_student": Group(
            "Студенты: так отмечено в карточке, а без отметки – наставники формы "
            "«студент – ученик».",
            partial(_is_outside, OutsideKind.UNIVERSITY_STUDENT),
        ),
        "organisation": Group(
            "Представители организаций: так отмечено в карточке, а без отметки – наставники "
            "не из школы во всех формах, кроме «студент – ученик».",
            partial(_is_outside, OutsideKind.ORGANISATION),
        ),
    },
    "mentee": {
        "pupil_10_19": Group(
            "Обучающиеся школы, которым на дату исполнилось 10 лет и не исполнилось 20; "
            "где известен только год рождения – по разнице лет.",
            partial(_is_pupil_of_ages, MENTEE_AGES),
        ),
        "early_career": Group(
            "Молодые специалисты: педагогические работники, у которых на дату меньше трёх полных "
            "лет педагогического стажа (ровно три года – уже нет).",
            _is_early_career,
        ),
        "disability": Group(
            "С отметкой «ОВЗ», действующей на дату.", partial(_has_mark, MarkKind.DISABILITY)
        ),
        "gifted": Group(
            "С отметкой «одарённый», действующей на дату.", partial(_has_mark, MarkKind.GIFTED)
        ),
        "hardship": Group(
            "С отметкой «трудная жизненная ситуация» (на учёте), действующей на дату.",
            partial(_has_mark, MarkKind.HARDSHIP),
        ),
    },
}
