"""Groupings: into which parts the people and pairings of an indicator fall."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.domain.full_name import NBSP
from nastavnik_desktop.domain.local_acts import ActKind
from nastavnik_desktop.domain.pairings import PairingKind
from nastavnik_desktop.domain.people import MarkKind, OutsideKind, PersonKind, is_early_career
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.road_maps.monitoring import MonitoredItem, MonitoredState
from nastavnik_desktop.domain.road_maps.records import RoadMapLevel
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics.facts import PersonRecord
from nastavnik_desktop.domain.statistics.groupings_of_school import SCHOOL_GROUPS, grade_group
from nastavnik_desktop.domain.statistics.observations import (
    Group,
    Included,
    Judge,
    Observation,
    Unknown,
    Verdict,
    of_person,
)

MENTEE_AGES = range(10, 20)
"""Children of 10 to 19 full years (Р-145, indicator 1)."""

MENTOR_AGES = range(15, 20)
"""Children of 15 to 19 full years (Р-145, indicator 2)."""

UNIVERSITY_STUDENTS_FORM = "university-student-pupil"
"""The form whose mentors are students by its name."""

BY_FORM = "mentoring_form"
"""The grouping by form of mentoring; its values are the codes of the school's own list."""


def group(grouping: str, value: str) -> Group:
    """A group by the names of a definition; raises UnreadableFile when there is no such group."""
    made = _MADE[grouping](value) if grouping in _MADE else _GROUPS.get(grouping, {}).get(value)
    if made is None:
        message = f"В описании формы названа неизвестная группа «{grouping}: {value}»."
        raise UnreadableFile(message, grouping)
    return made


def _form_group(code: str) -> Group:
    words = "Форма наставничества – та, что названа в строке."
    return Group(words, partial(_is_of_form, code))


def _act_group(kind: str) -> Group | None:
    if kind not in list(ActKind):
        return None
    return Group("Документы того вида, что назван в строке.", partial(_is_of_act_kind, kind))


def _is_of_form(code: str, observed: Observation, _as_of: date) -> Verdict:
    pairing = observed.pairing
    return Included() if pairing is not None and pairing.form_code == code else None


def _is_of_kind(kind: PairingKind, observed: Observation, _as_of: date) -> Verdict:
    pairing = observed.pairing
    return Included() if pairing is not None and pairing.kind is kind else None


def _is_of_act_kind(kind: str, observed: Observation, _as_of: date) -> Verdict:
    return Included() if observed.act_kind == kind else None


def _is_educator(person: PersonRecord, as_of: date) -> Verdict:
    if person.kind is PersonKind.STAFF and not person.posts:
        return Unknown("должность")
    return Included() if person.educators_post_on(as_of) else None


def _is_pupil(person: PersonRecord, as_of: date) -> Verdict:
    if person.enrollment_on(as_of) is not None:
        return Included()
    is_unknown = person.lacks_class_in(SchoolYear.of(as_of))
    return Unknown("класс в этом учебном году") if is_unknown else None


def _is_outside(kind: OutsideKind, observed: Observation, _as_of: date) -> Verdict:
    person = observed.person
    if person is None or person.kind is not PersonKind.OUTSIDE:
        return None
    if person.outside_kind is not None:
        return Included() if person.outside_kind is kind else None
    form = observed.pairing.form_code if observed.pairing else ""
    is_student = form == UNIVERSITY_STUDENTS_FORM
    by_form = OutsideKind.UNIVERSITY_STUDENT if is_student else OutsideKind.ORGANISATION
    return Included("по форме наставничества") if by_form is kind else None


def _is_pupil_of_ages(ages: range, person: PersonRecord, as_of: date) -> Verdict:
    verdict = _is_pupil(person, as_of)
    if not isinstance(verdict, Included):
        return verdict
    age = person.age_on(as_of)
    if age is None:
        return Unknown("дата или год рождения")
    if age not in ages:
        return None
    by_year = "" if person.birth_date else ", по году рождения"
    return Included(f"{counted(age, 'год', 'года', 'лет')}{by_year}")


def _is_early_career(person: PersonRecord, as_of: date) -> Verdict:
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


def _has_mark(kind: MarkKind, person: PersonRecord, as_of: date) -> Verdict:
    return Included(kind.label) if person.has_mark_on(kind, as_of) else None


def _mark(kind: MarkKind, words: str) -> Group:
    return Group(f"С отметкой {words}, действующей на дату.", of_person(partial(_has_mark, kind)))


def _is_item(rule: Callable[[MonitoredItem], bool]) -> Judge:
    """A judge that looks at the item of a road map alone."""

    def judge(observed: Observation, _as_of: date) -> Verdict:
        return Included() if observed.item is not None and rule(observed.item) else None

    return judge


def _level(level: RoadMapLevel, words: str) -> Group:
    return Group(f"Дорожные карты {words}.", _is_item(lambda item: item.level is level))


def _state(state: MonitoredState, words: str) -> Group:
    return Group(words, _is_item(lambda item: item.state is state))


_OF_LEVELS = {
    RoadMapLevel.SCHOOL: "школы",
    RoadMapLevel.MUNICIPAL: "муниципалитета",
    RoadMapLevel.REGIONAL: "региона",
}
_OF_STATES = {
    MonitoredState.ON_TIME: "Выполненные не позже срока по плану.",
    MonitoredState.LATE: "Выполненные позже срока по плану.",
    MonitoredState.MOVED: "Не выполненные, срок которых перенесён за конец периода.",
    MonitoredState.NOT_DONE: "Отмеченные как не выполненные.",
    MonitoredState.OVERDUE: "Срок прошёл, а отметки о выполнении на дату нет.",
    MonitoredState.DUE: "Срок на дату ещё не прошёл.",
}
_EARLY_CAREER = Group(
    "Молодые специалисты: педагогические работники, у которых на дату меньше трёх полных "
    "лет педагогического стажа (ровно три года – уже нет).",
    of_person(_is_early_career),
)
_MADE: Mapping[str, Callable[[str], Group | None]] = {
    BY_FORM: _form_group,
    "act_kind": _act_group,
    "grade": grade_group,
}
_GROUPS: Mapping[str, Mapping[str, Group]] = {
    **SCHOOL_GROUPS,
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
            "Педагогические работники: на дату занимают в школе должность педагога.",
            of_person(_is_educator),
        ),
        "pupil": Group(
            "Обучающиеся: на дату учатся в одном из классов школы.", of_person(_is_pupil)
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
    "road_map_level": {level.value: _level(level, words) for level, words in _OF_LEVELS.items()},
    "item_state": {
        "done": Group(
            "Выполненные по состоянию на дату.", _is_item(lambda item: item.state.is_done)
        ),
        **{state.value: _state(state, words) for state, words in _OF_STATES.items()},
    },
    "item_evidence": {
        "yes": Group(
            "Выполненные, к каждому сроку которых приложено подтверждение.",
            _is_item(lambda item: item.has_evidence),
        )
    },
    "pupil_age": {
        "10_19": Group(
            "Обучающиеся школы, которым на дату исполнилось 10 лет и не исполнилось 20; "
            "где известен только год рождения – по разнице лет.",
            of_person(partial(_is_pupil_of_ages, MENTEE_AGES)),
        ),
        "15_19": Group(
            "Обучающиеся школы, которым на дату исполнилось 15 лет и не исполнилось 20; "
            "где известен только год рождения – по разнице лет.",
            of_person(partial(_is_pupil_of_ages, MENTOR_AGES)),
        ),
    },
    "mentee": {
        "pupil_10_19": Group(
            "Обучающиеся школы, которым на дату исполнилось 10 лет и не исполнилось 20; "
            "где известен только год рождения – по разнице лет.",
            of_person(partial(_is_pupil_of_ages, MENTEE_AGES)),
        ),
        "early_career": _EARLY_CAREER,
        "disability": _mark(MarkKind.DISABILITY, "«ОВЗ»"),
        "gifted": _mark(MarkKind.GIFTED, "«одарённый»"),
        "hardship": _mark(MarkKind.HARDSHIP, "«трудная жизненная ситуация» (на учёте)"),
    },
}
