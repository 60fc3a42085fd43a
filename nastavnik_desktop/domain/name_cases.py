"""Forms of names that hold for everybody who bears the name: «Сорока» of a man is «Сороки».

A person's own corrected form goes before such a rule, and the rule goes before the guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from nastavnik_desktop.domain.full_name import Case, FullName
from nastavnik_desktop.domain.people import Sex
from nastavnik_desktop.domain.search import search_key


class NamePart(StrEnum):
    """A part of a name; its value is the field of ``FullName``."""

    LAST_NAME = "last_name"
    FIRST_NAME = "first_name"
    PATRONYMIC = "patronymic"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _PART_LABELS[self]


_PART_LABELS = {
    NamePart.LAST_NAME: "фамилия",
    NamePart.FIRST_NAME: "имя",
    NamePart.PATRONYMIC: "отчество",
}


@dataclass(frozen=True)
class NameRule:
    """The form of a part of a name, borne by people of one sex, in a case."""

    part: NamePart
    sex: Sex
    word: str
    case: Case
    form: str
    rule_id: int | None = None

    @property
    def key(self) -> NameKey:
        """What the rule is about."""
        return NameKey(self.part, self.sex, search_key(self.word))


@dataclass(frozen=True)
class NameKey:
    """A part of a name of people of one sex; ``word_key`` is the search key of the word."""

    part: NamePart
    sex: Sex
    word_key: str


NameRules = Mapping[NameKey, Mapping[Case, str]]
"""Forms by name and case."""


def keys_of(name: FullName, sex: Sex) -> tuple[NameKey, ...]:
    """The parts of a name that rules may speak of; initials have no cases."""
    return tuple(
        NameKey(part, sex, search_key(word))
        for part in NamePart
        if (word := getattr(name, part.value)) and not word.endswith(".")
    )


def with_rules(
    guessed: FullName, name: FullName, case: Case, sex: Sex | None, rules: NameRules
) -> FullName:
    """The guessed form with the parts that rules know put in; ``name`` is the nominative."""
    if sex is None or not rules:
        return guessed
    forms = {
        key.part.value: form
        for key in keys_of(name, sex)
        if (form := rules.get(key, {}).get(case, ""))
    }
    return replace(guessed, **forms)


def rules_of_correction(
    name: FullName, sex: Sex, case: Case, correction: str, guessed: FullName
) -> tuple[NameRule, ...]:
    """What a corrected full name says about its parts: a rule for each part that was changed."""
    typed = as_corrected(correction, name)
    return tuple(
        NameRule(part, sex, getattr(name, part.value), case, form)
        for part in NamePart
        if (form := getattr(typed, part.value)) and form != getattr(guessed, part.value)
    )


def as_corrected(text: str, original: FullName) -> FullName:
    """A typed form cut into parts as the original is; its surname may hold several words."""
    words = text.split()
    last = len(original.last_name.split())
    first = last + len(original.first_name.split())
    return FullName(" ".join(words[:last]), " ".join(words[last:first]), " ".join(words[first:]))
