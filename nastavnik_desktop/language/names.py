"""Cases of names: «Иванова Анна Петровна» -> «Ивановой Анне Петровне».

The rules are those of pytrovich; what they get wrong (women's names in -ь, patronymics in -ыч,
surnames: see ``surnames``) is our own, with lists in ``resources/language/names.json``. A guess
can be wrong for a rare name: the caller keeps the user's own forms and uses them instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.full_name import Case, FullName
from nastavnik_desktop.language import surnames
from nastavnik_desktop.language.resources import word_lists
from nastavnik_desktop.language.surnames import VOWELS

if TYPE_CHECKING:
    from pytrovich.detector import PetrovichGenderDetector
    from pytrovich.maker import PetrovichDeclinationMaker

_ORDER = tuple(Case)
_PATRONYMIC_ENDINGS = {"m": ("вич", "ич", "ыч"), "f": ("вна", "чна", "шна")}
_STRONG_LAST_NAME_ENDINGS = {
    "m": ("ов", "ев", "ёв", "ский", "цкий", "ской", "цкой"),
    "f": ("ова", "ева", "ёва", "ская", "цкая"),
}
_WEAK_LAST_NAME_ENDINGS = {"m": ("ин", "ын"), "f": ("ина", "ына", "ая", "яя")}
_THIRD_DECLENSION = ("и", "и", "ь", "ью", "и")


def decline(name: FullName, case: Case, sex: str | None = None) -> FullName:
    """The name in a case; ``sex`` is «m» or «f», guessed when it is not given.

    Initials stay as they are. A name whose sex cannot be told changes only where it changes
    alike for both («Сорока И. И.»), otherwise it is returned as it is.
    """
    known = str(sex) if sex else guess_sex(name)
    if known in ("m", "f"):
        return _declined(name, case, known)
    of_a_man = _declined(name, case, "m")
    return of_a_man if of_a_man == _declined(name, case, "f") else name


def guess_sex(name: FullName) -> str | None:
    """«m», «f» or None, told by the patronymic, the first name and the surname in this order."""
    return (
        _sex_of_patronymic(name.patronymic.lower())
        or (_sex_of_particle(name.last_name.lower()) if " " in name.last_name else None)
        or _listed_sex(name.first_name.lower())
        or _by_ending(name.last_name.lower(), _STRONG_LAST_NAME_ENDINGS)
        or _detected_sex(name.first_name)
        or _by_ending(name.last_name.lower(), _WEAK_LAST_NAME_ENDINGS)
        or _womans_by_ending(name.first_name.lower())
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
    """Vietnamese, Chinese and Korean names decline in their last part: «Нгуен Ван Миня»."""
    return (
        name.last_name.lower() in word_lists("names")["last_component_only"]
        and (bool(name.patronymic) or " " in name.first_name)
        and _sex_of_patronymic(name.patronymic.lower()) is None
    )


def _decline_last_component(name: FullName, case: Case, sex: str) -> FullName:
    given = name.patronymic or name.first_name
    if sex == "f" or given[-1].lower() in VOWELS:
        return name
    declined = _in_case(given, "FIRSTNAME", case, sex)
    if name.patronymic:
        return FullName(name.last_name, name.first_name, declined)
    return FullName(name.last_name, declined)


def _decline_patronymic(patronymic: str, case: Case, sex: str) -> str:
    """«Ильинична» by the rules, «Эльчин оглы» unchanged, a second given name as a first name."""
    if not patronymic or _has_particle(patronymic.lower()):
        return patronymic
    kind = "MIDDLENAME" if _sex_of_patronymic(patronymic.lower()) else "FIRSTNAME"
    return _in_case(patronymic, kind, case, sex)


def _in_case(word: str, kind: str, case: Case, sex: str) -> str:
    """One part of a name; pieces of a double name are declined each by its own rule."""
    if not word or word.endswith(".") or _is_clan_name(word, kind):
        return word
    *beginnings, last = word.split("-")
    pieces = [_beginning_in_case(piece, kind, case, sex) for piece in beginnings]
    declined = "-".join((*pieces, _piece_in_case(last, kind, case, sex)))
    return declined.upper() if word.isupper() and len(word) > 1 else declined


def _is_clan_name(word: str, kind: str) -> bool:
    """A Kyrgyz surname «Эркинбек кызы», «Турсунбек уулу»: the father's name, never declined."""
    return kind == "LASTNAME" and " " in word and _has_particle(word.lower())


def _beginning_in_case(piece: str, kind: str, case: Case, sex: str) -> str:
    if kind == "LASTNAME" and surnames.is_unchanged_part(piece.lower()):
        return piece
    return _piece_in_case(piece, kind, case, sex)


def _piece_in_case(piece: str, kind: str, case: Case, sex: str) -> str:
    if not piece:
        return piece
    forms = _own_forms(piece.lower(), kind, sex)
    if forms is None:
        return _by_pytrovich(piece, kind, case, sex)
    form = forms[_ORDER.index(case)]
    return form.capitalize() if piece[:1].isupper() else form


def _own_forms(word: str, kind: str, sex: str) -> tuple[str, ...] | None:
    """The five forms of a word that pytrovich does not know, or None."""
    if kind == "LASTNAME":
        return surnames.own_forms(word, sex)
    if kind == "MIDDLENAME":
        return _own_patronymic_forms(word)
    if surnames.ends_in_two_vowels(word):
        return (word,) * len(_ORDER)
    return _own_womans_name_forms(word) if sex == "f" else _own_mans_name_forms(word)


def _own_patronymic_forms(word: str) -> tuple[str, ...] | None:
    """Силыч, Ионыч, Фокич: «-ем»; Ильич, Кузьмич, Лукич, Фомич: «-ом»."""
    if not word.endswith(("ич", "ыч")) or word.endswith("вич"):
        return None
    instrumental = "ом" if word in word_lists("names")["stressed_last_names"] else "ем"
    return tuple(word + ending for ending in ("а", "у", "а", instrumental, "е"))


def _own_mans_name_forms(word: str) -> tuple[str, ...] | None:
    """Listed names (Данило), and those in -ц: Франц -> Францем."""
    listed = word_lists("names")["first_name_forms_m"].get(word)
    if listed:
        return tuple(listed)
    if word.endswith("ц"):
        return tuple(word + ending for ending in ("а", "у", "а", "ем", "е"))
    return None


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


def _womans_by_ending(first_name: str) -> str | None:
    """«Катя», «Настя»: men's names in -а and -я are listed, so the others are women's."""
    is_of_both = first_name in word_lists("names")["first_names_of_both"]
    return "f" if first_name.endswith(("а", "я")) and not is_of_both else None


def _detected_sex(first_name: str) -> str | None:
    from pytrovich.enums import Gender

    if not first_name or first_name.endswith("."):
        return None
    detect: Callable[..., Gender] = _detector().detect
    detected = detect(firstname=first_name.replace("ё", "е"))
    return {Gender.MALE: "m", Gender.FEMALE: "f"}.get(detected)
