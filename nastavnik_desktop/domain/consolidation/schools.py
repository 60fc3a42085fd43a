"""Schools of a municipality: who is expected to send a package, and of what type each one is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from nastavnik_desktop.domain.problems import LONGEST_LINE, Problem, too_long
from nastavnik_desktop.domain.search import search_key

_SIGNS = re.compile(r"[^0-9a-zа-я]+")
_INN = re.compile(r"\d{10}")


class BaseLevel(StrEnum):
    """Whose base it is: a school's, or a municipality's that consolidates schools."""

    SCHOOL = "school"
    MUNICIPALITY = "municipality"

    @property
    def label(self) -> str:
        """As the settings call it."""
        return {"school": "Школа", "municipality": "Муниципалитет"}[self.value]


class SchoolKind(StrEnum):
    """Types of schools by which totals are made."""

    SECONDARY = "secondary"
    BASIC = "basic"
    PRIMARY = "primary"
    GYMNASIUM = "gymnasium"
    LYCEUM = "lyceum"
    KINDERGARTEN = "kindergarten"
    ADDITIONAL = "additional"
    VOCATIONAL = "vocational"
    OTHER = "other"

    @property
    def label(self) -> str:
        """As tables print it."""
        return _LABELS[self]

    @property
    def short(self) -> str:
        """As a list names the type of one school."""
        return _SHORT[self]


_SHORT = {
    SchoolKind.SECONDARY: "СОШ",
    SchoolKind.BASIC: "ООШ",
    SchoolKind.PRIMARY: "НОШ",
    SchoolKind.GYMNASIUM: "гимназия",
    SchoolKind.LYCEUM: "лицей",
    SchoolKind.KINDERGARTEN: "детский сад",
    SchoolKind.ADDITIONAL: "доп. образование",
    SchoolKind.VOCATIONAL: "колледж",
    SchoolKind.OTHER: "другая",
}
_LABELS = {
    SchoolKind.SECONDARY: "Средние школы (СОШ)",
    SchoolKind.BASIC: "Основные школы (ООШ)",
    SchoolKind.PRIMARY: "Начальные школы (НОШ)",
    SchoolKind.GYMNASIUM: "Гимназии",
    SchoolKind.LYCEUM: "Лицеи",
    SchoolKind.KINDERGARTEN: "Детские сады",
    SchoolKind.ADDITIONAL: "Дополнительное образование",
    SchoolKind.VOCATIONAL: "Колледжи и техникумы",
    SchoolKind.OTHER: "Другие организации",
}
_WORDS = (
    (SchoolKind.GYMNASIUM, r"гимнази"),
    (SchoolKind.LYCEUM, r"лице[йя]"),
    (SchoolKind.SECONDARY, r"\bм?сош\b|средн\w+ (?:общеобразовательн\w+ )?школ"),
    (SchoolKind.BASIC, r"\bоош\b|основн\w+ (?:общеобразовательн\w+ )?школ"),
    (SchoolKind.PRIMARY, r"\bнош\b|начальн\w+ (?:общеобразовательн\w+ )?школ"),
    (SchoolKind.KINDERGARTEN, r"дет\w* сад|\bм?[бак]?доу\b"),
    (SchoolKind.ADDITIONAL, r"дополнительн\w+ образован|\bцдо\b|\bдют|дворец|школа искусств"),
    (SchoolKind.VOCATIONAL, r"колледж|техникум"),
    (SchoolKind.SECONDARY, r"школа"),
)


def kind_of(name: str) -> SchoolKind:
    """The type that a name tells: «ГБОУ ООШ № 11» is a basic school."""
    key = search_key(name)
    return next((kind for kind, words in _WORDS if re.search(words, key)), SchoolKind.OTHER)


def name_key(name: str) -> str:
    """Letters and digits of a name alone: quotes, «№» and blanks differ from file to file."""
    return " ".join(_SIGNS.sub(" ", search_key(name)).split())


def is_inn(text: str) -> bool:
    """Whether a text is the ИНН of an organisation: ten digits."""
    return _INN.fullmatch(text) is not None


@dataclass(frozen=True)
class MunicipalSchool:
    """A school in the municipality's list.

    ``is_expected`` marks those that must send; one that came by its package alone is not. The
    model and the role of the management team are what the list of schools prints; a package
    fills them.
    """

    name: str = ""
    kind: SchoolKind = SchoolKind.SECONDARY
    inn: str = ""
    is_expected: bool = True
    mentoring_model: str = ""
    team_role: str = ""
    school_id: int | None = None

    @property
    def key(self) -> str:
        """The name as it is compared."""
        return name_key(self.name)


def problems_in(school: MunicipalSchool) -> list[Problem]:
    """What keeps a school from being saved in the list."""
    found = [
        *too_long("name", school.name, LONGEST_LINE),
        *too_long("mentoring_model", school.mentoring_model, LONGEST_LINE),
        *too_long("team_role", school.team_role, LONGEST_LINE),
    ]
    if not school.key:
        found.append(Problem("name", "Укажите название школы."))
    if school.inn and not is_inn(school.inn):
        found.append(Problem("inn", "ИНН организации – 10 цифр."))
    return found


def same_school(schools: Iterable[MunicipalSchool], name: str, inn: str) -> MunicipalSchool | None:
    """The school of a package in the list: by its ИНН, otherwise by its name.

    Two schools of one name with different ИНН are two schools.
    """
    known = list(schools)
    if inn:
        by_inn = next((one for one in known if one.inn == inn), None)
        if by_inn is not None:
            return by_inn
    alike = (one for one in known if one.key == name_key(name))
    return next((one for one in alike if not (inn and one.inn)), None)
