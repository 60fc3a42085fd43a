"""Cases of names: «Иванова Анна Петровна» -> «Ивановой Анне Петровне».

The rules are those of pytrovich; exceptions (surnames in -ец and -яц, women's names in -ь,
names that never change) are our own, in ``resources/language/names.json``. A guess can be
wrong for a rare name: the caller keeps the user's own forms and uses them instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.full_name import Case, FullName
from nastavnik_desktop.language.resources import word_lists

if TYPE_CHECKING:
    from pytrovich.detector import PetrovichGenderDetector
    from pytrovich.maker import PetrovichDeclinationMaker

_ORDER = tuple(Case)
_VOWELS = "аеёиоуыэюя"
_PATRONYMIC_ENDINGS = {"m": ("вич", "ич", "ыч"), "f": ("вна", "чна", "шна")}
_STRONG_LAST_NAME_ENDINGS = {
    "m": ("ов", "ев", "ёв", "ский", "цкий", "ской", "цкой"),
    "f": ("ова", "ева", "ёва", "ская", "цкая"),
}
_WEAK_LAST_NAME_ENDINGS = {"m": ("ин", "ын"), "f": ("ина", "ына", "ая", "яя")}
_CONSONANT_AND_ETS = re.compile(r"(?<=[аеёиоуыэюя][бвгджзйклмнпрстфхцчшщ])ец$")
_VOWEL_AND_ETS = re.compile(r"(?<=[аеёиоуыэюя])[ея]ц$")
_ETS_ENDINGS = ("а", "у", "а", "ем", "е")
_THIRD_DECLENSION = ("и", "и", "ь", "ью", "и")


def decline(name: FullName, case: Case, sex: str | None = None) -> FullName:
    """The name in a case; ``sex`` is «m» or «f», guessed when it is not given.

    Initials stay as they are. A name whose sex cannot be told is returned unchanged.
    """
    known = str(sex) if sex else guess_sex(name)
    if known not in ("m", "f"):
        return name
    return _declined(name, case, known)


def guess_sex(name: FullName) -> str | None:
    """«m», «f» or None, told by the patronymic, the first name and the surname in this order."""
    return (
        _sex_of_patronymic(name.patronymic.lower())
        or _listed_sex(name.first_name.lower())
        or _by_ending(name.last_name.lower(), _STRONG_LAST_NAME_ENDINGS)
        or _detected_sex(name.first_name)
        or _by_ending(name.last_name.lower(), _WEAK_LAST_NAME_ENDINGS)
    )


@lru_cache(maxsize=8192)
def _declined(name: FullName, case: Case, sex: str) -> FullName:
    if _last_component_changes_only(name):
        return _decline_last_component(name, case, sex)
    return FullName(
        _in_case(name.last_name, "LASTNAME", case, sex),
        _in_case(name.first_name, "FIRSTNAME", case, sex),
        _decline_patronymic(name.patronymic, case, sex),
    )


def _last_component_changes_only(name: FullName) -> bool:
    """Vietnamese names decline in their last part: «Нгуен Ван Миня»."""
    return (
        name.last_name.lower() in word_lists("names")["last_component_only"]
        and bool(name.patronymic)
        and _sex_of_patronymic(name.patronymic.lower()) is None
    )


def _decline_last_component(name: FullName, case: Case, sex: str) -> FullName:
    if sex == "f" or name.patronymic[-1].lower() in _VOWELS:
        return name
    return FullName(
        name.last_name, name.first_name, _in_case(name.patronymic, "FIRSTNAME", case, sex)
    )


def _decline_patronymic(patronymic: str, case: Case, sex: str) -> str:
    """«Ильинична» by the rules, «Эльчин оглы» unchanged, a second given name as a first name."""
    if not patronymic or _has_particle(patronymic.lower()):
        return patronymic
    kind = "MIDDLENAME" if _sex_of_patronymic(patronymic.lower()) else "FIRSTNAME"
    return _in_case(patronymic, kind, case, sex)


def _in_case(word: str, kind: str, case: Case, sex: str) -> str:
    """One part of a name; pieces of a double name are declined each by its own rule."""
    if not word or word.endswith("."):
        return word
    declined = "-".join(_piece_in_case(piece, kind, case, sex) for piece in word.split("-"))
    return declined.upper() if word.isupper() and len(word) > 1 else declined


def _piece_in_case(piece: str, kind: str, case: Case, sex: str) -> str:
    forms = _own_forms(piece.lower(), kind, sex)
    if forms is None:
        return _by_pytrovich(piece, kind, case, sex)
    form = forms[_ORDER.index(case)]
    return form.capitalize() if piece[:1].isupper() else form


def _own_forms(word: str, kind: str, sex: str) -> tuple[str, ...] | None:
    """The five forms of a word that pytrovich does not know, or None."""
    if kind == "LASTNAME":
        return _own_last_name_forms(word, sex)
    if kind == "FIRSTNAME" and sex == "f":
        return _own_womans_name_forms(word)
    return None


def _own_last_name_forms(word: str, sex: str) -> tuple[str, ...] | None:
    lists = word_lists("names")
    if word in lists["unchanged_last_names"]:
        return (word,) * len(_ORDER)
    if sex == "m" and word in lists["last_names"]:
        return tuple(lists["last_names"][word])
    return _ets_forms(word) if sex == "m" else None


def _ets_forms(word: str) -> tuple[str, ...] | None:
    """Men's surnames in -ец and -яц: Заяц -> Зайца, Стрелец -> Стрельца, Кузнец -> Кузнеца."""
    if not word.endswith(("ец", "яц")):
        return None
    syllables = sum(letter in _VOWELS for letter in word)
    if _VOWEL_AND_ETS.search(word):
        return _with_endings(_VOWEL_AND_ETS.sub("йц", word), stressed=False)
    if _CONSONANT_AND_ETS.search(word):
        stem = word[:-2] + ("ь" if word[-3] == "л" else "") + "ц"
        return _with_endings(stem, stressed=syllables == 2)
    return _with_endings(word, stressed=True)


def _with_endings(stem: str, *, stressed: bool) -> tuple[str, ...]:
    """A stressed ending is «-ом» (Кравцом), an unstressed one «-ем» (Зайцем)."""
    return tuple(
        stem + ("ом" if stressed and ending == "ем" else ending) for ending in _ETS_ENDINGS
    )


def _own_womans_name_forms(word: str) -> tuple[str, ...] | None:
    """Women's names in -ь follow Любовь: Айгуль -> Айгули; French ones do not change."""
    if not word.endswith("ь") or word == "любовь":
        return None
    if word in word_lists("names")["unchanged_first_names_f"]:
        return (word,) * len(_ORDER)
    return tuple(word[:-1] + ending for ending in _THIRD_DECLENSION)


def _by_pytrovich(word: str, kind: str, case: Case, sex: str) -> str:
    from pytrovich.enums import Case as PytrovichCase
    from pytrovich.enums import Gender, NamePart

    gender = Gender.MALE if sex == "m" else Gender.FEMALE
    form: str = _maker().make(NamePart[kind], gender, PytrovichCase[case.name], word)
    return form


@cache
def _maker() -> PetrovichDeclinationMaker:
    from pytrovich.maker import PetrovichDeclinationMaker

    return PetrovichDeclinationMaker()


@cache
def _detector() -> PetrovichGenderDetector:
    from pytrovich.detector import PetrovichGenderDetector

    return PetrovichGenderDetector()


def _has_particle(patronymic: str) -> bool:
    return _sex_of_particle(patronymic) is not None


def _sex_of_particle(patronymic: str) -> str | None:
    """«Эльчин оглы», «Эльчин-оглы»: told by the last word."""
    last_word = re.split(r"[\s\-]", patronymic)[-1]
    for sex, particles in word_lists("names")["patronymic_particles"].items():
        if last_word in particles:
            return str(sex)
    return None


def _sex_of_patronymic(patronymic: str) -> str | None:
    return _sex_of_particle(patronymic) or _by_ending(patronymic, _PATRONYMIC_ENDINGS)


def _by_ending(word: str, endings: Mapping[str, tuple[str, ...]]) -> str | None:
    last_piece = word.rsplit("-", 1)[-1]
    return next((sex for sex, ends in endings.items() if last_piece.endswith(ends)), None)


def _listed_sex(first_name: str) -> str | None:
    words = first_name.split()
    for sex, listed in word_lists("names")["first_names"].items():
        if any(word in listed for word in words):
            return str(sex)
    return None


def _detected_sex(first_name: str) -> str | None:
    from pytrovich.enums import Gender

    if not first_name or first_name.endswith("."):
        return None
    detect: Callable[..., Gender] = _detector().detect
    detected = detect(firstname=first_name.replace("ё", "е"))
    return {Gender.MALE: "m", Gender.FEMALE: "f"}.get(detected)
