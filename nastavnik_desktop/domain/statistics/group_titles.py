"""Short names of groups, by which users choose them; the definitions stand in ``groupings``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nastavnik_desktop.domain.statistics.bands import AGE_BANDS, SERVICE_BANDS
from nastavnik_desktop.domain.statistics.groupings import BY_FORM, group
from nastavnik_desktop.domain.statistics.indicators import indicator
from nastavnik_desktop.domain.statistics.observations import Counts


@dataclass(frozen=True)
class Grouping:
    """A grouping that may be chosen: its name and its groups, by value."""

    title: str
    groups: Mapping[str, str]
    is_of_pairings: bool = False
    """Whether it divides pairings as well as people."""
    is_of_items: bool = False
    """Whether it divides items of road maps, and only them."""


_GRADES = {str(number): f"{number} класс" for number in range(1, 13)}
_SERVICE = {code: words for code, (words, _) in SERVICE_BANDS.items()}
_AGES = {code: words for code, (words, _) in AGE_BANDS.items()}
GROUPINGS: Mapping[str, Grouping] = {
    "pairing_kind": Grouping(
        "Пара или группа", {"pair": "пары", "group": "группы"}, is_of_pairings=True
    ),
    BY_FORM: Grouping("Форма наставничества", {}, is_of_pairings=True),
    "occupation": Grouping(
        "Кто это",
        {
            "educator": "педагогические работники",
            "pupil": "обучающиеся",
            "university_student": "студенты",
            "organisation": "представители организаций",
        },
    ),
    "mentee": Grouping(
        "Какие наставляемые",
        {
            "early_career": "молодые специалисты (стаж до 3 лет)",
            "pupil_10_19": "обучающиеся 10–19 лет",
            "disability": "с ОВЗ",
            "gifted": "одарённые",
            "hardship": "в трудной жизненной ситуации (на учёте)",
        },
    ),
    "pupil_age": Grouping(
        "Возраст обучающихся", {"10_19": "10–19 лет", "15_19": "15–19 лет"}
    ),
    "grade": Grouping(
        "Класс",
        {"1-4": "1–4 классы", "5-9": "5–9 классы", "10-12": "10–11 (12) классы", **_GRADES},
    ),
    "sex": Grouping("Пол", {"f": "женщины (девочки)", "m": "мужчины (мальчики)"}),
    "employment": Grouping("Место работы", {"own": "без внешних совместителей"}),
    "staff": Grouping(
        "Должность",
        {
            "heads": "руководящие работники",
            "educators": "педагогические работники",
            "teacher": "учителя",
            "support": "учебно-вспомогательный персонал",
            "other": "иной персонал",
        },
    ),
    "teaching_service": Grouping(
        "Педагогический стаж", {**_SERVICE, "any": "имеют", "none": "не имеют"}
    ),
    "total_service": Grouping("Общий стаж", _SERVICE),
    "age_band": Grouping("Возраст на дату", _AGES),
    "age_band_january": Grouping("Возраст на 1 января", _AGES),
    "education": Grouping(
        "Образование", {"higher": "высшее", "secondary": "среднее профессиональное"}
    ),
    "category": Grouping(
        "Квалификационная категория", {"highest": "высшая", "first": "первая"}
    ),
    "road_map_level": Grouping(
        "Чья дорожная карта",
        {"school": "школы", "municipal": "муниципалитета", "regional": "региона"},
        is_of_items=True,
    ),
    "item_state": Grouping(
        "Как выполнен пункт",
        {
            "done": "выполнен",
            "on_time": "выполнен в срок",
            "late": "выполнен с опозданием",
            "moved": "перенесён",
            "not_done": "не выполнен",
            "overdue": "просрочен",
            "due": "срок не наступил",
        },
        is_of_items=True,
    ),
    "item_evidence": Grouping(
        "Подтверждение пункта", {"yes": "с подтверждением"}, is_of_items=True
    ),
}  # fmt: skip
"""Groupings in the order of choice; forms of mentoring are those of the school's own list."""


def group_title(grouping: str, value: str, forms: Mapping[str, str] | None = None) -> str:
    """«педагогические работники»; the definition where a group has no short name.

    ``forms`` are the titles of the school's forms of mentoring by code.
    """
    if grouping == BY_FORM:
        return f"форма «{(forms or {}).get(value, value)}»"
    known = GROUPINGS.get(grouping)
    if known is None or value not in known.groups:
        return group(grouping, value).definition.rstrip(".")
    has_name = grouping in {"teaching_service", "total_service", "category", "education"}
    words = known.groups[value]
    return f"{known.title.casefold()} {words}" if has_name else words


def groupings_of(code: str) -> tuple[str, ...]:
    """Groupings that an indicator can be narrowed by; those of people do not divide documents."""
    counts = indicator(code).counts
    if counts is Counts.PEOPLE:
        return tuple(name for name, one in GROUPINGS.items() if not one.is_of_items)
    if counts is Counts.ITEMS:
        return tuple(name for name, one in GROUPINGS.items() if one.is_of_items)
    if counts is Counts.PAIRINGS:
        return tuple(name for name, one in GROUPINGS.items() if one.is_of_pairings)
    return ()
