"""Surnames that the general rules decline wrongly: our own rules for their forms.

Words are small letters; the five forms stand in the order of ``Case``. Exceptions (fleeting
vowels, stressed endings, names that never change) are ``resources/language/names.json``. Where
usage wavers, the surname follows the common noun from which it comes (Снежок -> Снежка).
"""

from __future__ import annotations

import re
from typing import Any

from nastavnik_desktop.language.resources import word_lists

Forms = tuple[str, ...]

VOWELS = "аеёиоуыэюя"
_HARD_ENDINGS = ("а", "у", "а", "ом", "е")
_SIBILANT_ENDINGS = ("а", "у", "а", "ем", "е")
_SOFT_ENDINGS = ("я", "ю", "я", "ем", "е")
_LONG_SOFT_ENDINGS = ("я", "ю", "я", "ем", "и")
"""Nouns in -ий of more than one syllable: «о Топчии» as «о гении», but «о Кие»."""
_SIBILANT_A_ENDINGS = ("и", "е", "у", "ей", "е")
_CONSONANT_AND_ETS = re.compile(rf"(?<=[{VOWELS}][бвгджзйклмнпрстфхцчшщ])ец$")
_VOWEL_AND_ETS = re.compile(rf"(?<=[{VOWELS}])[ея]ц$")
_FLEETING_OK = re.compile(r"([чшж])ок$|([бвдзлмнпрст])ёк$|([её]н|(?<=[чшж])он)ок$")
_FOREIGN_IKH = re.compile(r"[^гкхжшчщнцьйр\W]их$|рих$")


def own_forms(word: str, sex: str) -> Forms | None:
    """The five forms of a surname that the general rules decline wrongly, or None."""
    if _never_changes(word):
        return (word,) * len(_HARD_ENDINGS)
    is_stressed = word in _lists()["stressed_last_names_in_a"]
    if word[-2:] in ("жа", "ша", "ча", "ща") and not is_stressed:
        return _with_endings(word[:-1], _SIBILANT_A_ENDINGS)
    return _mans_forms(word) if sex == "m" else None


def is_unchanged_part(piece: str) -> bool:
    """Whether the first piece of a double surname stays as it is: «Тер-», «Бонч-», «Кара-»."""
    return piece in _lists()["unchanged_last_name_beginnings"]


def ends_in_two_vowels(word: str) -> bool:
    """Names in -оа, -уа, -иа, -аа do not change: Хоа, Гулиа, Чкадуа."""
    return len(word) > 1 and word[-1] == "а" and word[-2] in VOWELS


def _never_changes(word: str) -> bool:
    is_tiny = _syllables(word) == 1 and len(word) <= 3 and word[-1] in "ая"
    return is_tiny or ends_in_two_vowels(word) or word in _lists()["unchanged_last_names"]


def _mans_forms(word: str) -> Forms | None:
    lists = _lists()
    if word in lists["last_names"]:
        return tuple(lists["last_names"][word])
    if word in lists["fleeting_last_names"]:
        return _from_genitive(lists["fleeting_last_names"][word])
    return _ets_forms(word) or _fleeting_ok_forms(word) or _noun_forms(word)


def _from_genitive(genitive: str) -> Forms:
    """Щегла -> щеглу, щегла, щеглом, щегле; пивня -> пивню, пивня, пивнем, пивне."""
    endings = _SOFT_ENDINGS if genitive[-1] == "я" else _HARD_ENDINGS
    return _with_endings(genitive[:-1], endings)


def _ets_forms(word: str) -> Forms | None:
    """In -ец and -яц: Заяц -> Зайца, Стрелец -> Стрельца, Кузнец -> Кузнеца."""
    if not word.endswith(("ец", "яц")):
        return None
    if _VOWEL_AND_ETS.search(word):
        return _with_endings(_VOWEL_AND_ETS.sub("йц", word), _SIBILANT_ENDINGS)
    if _CONSONANT_AND_ETS.search(word):
        stem = word[:-2] + ("ь" if word[-3] == "л" else "") + "ц"
        is_stressed = _syllables(word) == 2
        return _with_endings(stem, _HARD_ENDINGS if is_stressed else _SIBILANT_ENDINGS)
    return _with_endings(word, _HARD_ENDINGS)


def _fleeting_ok_forms(word: str) -> Forms | None:
    """In -чок, -ёк and -ёнок: Сверчок -> Сверчка, Зверёк -> Зверька, Лученок -> Лученка."""
    found = _FLEETING_OK.search(word)
    if not found or _syllables(word) == 1:
        return None
    sibilant, soft, young = found.groups()
    stem = word[: found.start()] + (sibilant or "") + (f"{soft}ь" if soft else "") + (young or "")
    return _with_endings(f"{stem}к", _HARD_ENDINGS)


def _noun_forms(word: str) -> Forms | None:
    """Nouns that look like adjectives, and sibilants with a stressed ending."""
    is_short = _syllables(word) == 1
    if word[-2:] in ("ой", "ий") and (is_short or word in _lists()["noun_last_names"]):
        is_long = word.endswith("ий") and not is_short
        return _with_endings(word[:-1], _LONG_SOFT_ENDINGS if is_long else _SOFT_ENDINGS)
    if word.endswith("эй"):
        return _with_endings(word[:-1], _SOFT_ENDINGS)
    if is_short and word[-2:] in ("ин", "ын"):
        return _with_endings(word, _HARD_ENDINGS)
    if _FOREIGN_IKH.search(word) or (is_short and word[-2:] in ("их", "ых")):
        return _with_endings(word, _HARD_ENDINGS)
    if _is_stressed_at_the_end(word):
        return _with_endings(word, _HARD_ENDINGS)
    return None


def _is_stressed_at_the_end(word: str) -> bool:
    """Горбач, Лещ, Сыч: «Горбачом», not «Горбачем»; others (Ильич, Гармаш) are listed."""
    is_short = word[-1:] in "чщ" and _syllables(word) == 1
    return is_short or word.endswith("ач") or word in _lists()["stressed_last_names"]


def _with_endings(stem: str, endings: Forms) -> Forms:
    return tuple(stem + ending for ending in endings)


def _syllables(word: str) -> int:
    return sum(letter in VOWELS for letter in word)


def _lists() -> dict[str, Any]:
    return word_lists("names")
