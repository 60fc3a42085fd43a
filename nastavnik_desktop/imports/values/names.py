"""Names: one, three or four words, initials, a maiden name in brackets, CAPITALS, Latin letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nastavnik_desktop.imports.values.text import as_cyrillic, has_wrong_letters, one_line

_WORD = r"[А-ЯЁа-яё][А-ЯЁа-яё'’]*(?:-[А-ЯЁа-яё'’]+)*"
_NAME_WORD = re.compile(rf"{_WORD}$")
_PATRONYMIC = re.compile(r"(?:[ое]вич|ьич|[а-яё]ич|[ое]вна|ична|инична)$", re.IGNORECASE)
_TURKIC = frozenset(
    (
        "оглы",
        "оглу",
        "кызы",
        "гызы",
        "кизи",
        "угли",
        "уулу",
        "улу",
        "улы",
        "уули",
        "зода",
        "заде",
        "қызы",
        "оғлы",
    )
)
_SLAVIC_SURNAME = re.compile(
    r"(?:[оеё]в|[ыи]н|[оеё]ва|[ыи]на|ский|ская|цкий|цкая|енко|[ыи]х|чук|юк)$", re.IGNORECASE
)
_BEFORE_MAIDEN = re.compile(r"^(?:до брака|ранее|урожд\w*|дев\w*|бывш\w*|до замужества)\W*", re.I)
_HYPHEN = re.compile(
    r"(?<=[А-ЯЁа-яё])\s*[-‐‑–]\s+(?=[А-ЯЁ][а-яё])|(?<=[А-ЯЁа-яё])\s+[-‐‑–](?=[А-ЯЁ])"
)
_TIGHT_INITIALS = re.compile(
    r"(?<![А-ЯЁа-яё])([А-ЯЁ])\.(?:-([А-ЯЁ])\.)?\s*(?:([А-ЯЁ])(?:\.|(?![А-ЯЁа-яё])))?"
)


@dataclass(frozen=True)
class NameParts:
    """A name as it was understood; ``initials`` («И.О.») stand where the names are not written.

    ``doubts`` are Russian words on what had to be guessed, ``latin`` the parts that held Latin
    letters or digits, ``rest`` the text in brackets that is not a name.
    """

    last_name: str = ""
    first_name: str = ""
    patronymic: str = ""
    initials: str = ""
    former_last_name: str = ""
    doubt: str = ""
    latin: tuple[str, ...] = ()
    rest: str = ""

    @property
    def is_name(self) -> bool:
        """Whether there is a last name and something beside it."""
        return bool(self.last_name and (self.first_name or self.initials))

    @property
    def full(self) -> str:
        """All parts in one line, for messages."""
        parts = (self.last_name, self.first_name, self.patronymic, self.initials)
        return " ".join(part for part in parts if part)


def is_patronymic(word: str) -> bool:
    """Whether a word looks like a patronymic: «Ильинична», «Эльчин оглы», «Кан-ооловна»."""
    words = word.split()
    if len(words) == 2:
        return words[1].casefold() in _TURKIC
    return len(words) == 1 and len(word) > 4 and _PATRONYMIC.search(word) is not None


def is_name_word(word: str) -> bool:
    """Whether a word may be part of a name: Cyrillic with a capital, no abbreviation."""
    return (
        _NAME_WORD.match(word) is not None
        and len(word) > 1
        and word[0].isupper()
        and (word[1:].islower() or word.isupper() or "-" in word or "'" in word)
    )


def usual_case(word: str) -> str:
    """«ПЕТРОВА-водкина» -> «Петрова-Водкина»; a word with mixed letters stays."""
    return "-".join(_usual_part(part, n) for n, part in enumerate(word.split("-")))


def tidy_name(text: str) -> str:
    """Letters made Cyrillic, blanks tidied, also those around a hyphen."""
    return _HYPHEN.sub("-", one_line(as_cyrillic(text))).strip(" .,;*")


def read_name(text: str) -> NameParts:
    """Read a whole name written in one cell; ``is_name`` is False when it is not one."""
    tidied = _HYPHEN.sub("-", one_line(as_cyrillic(text)))
    outside, former, rest = _brackets(tidied)
    words, initials = _words_and_initials(outside)
    if not words or not all(_may_be_name(word) for word in words):
        return NameParts(rest=one_line(text))
    cased = [_word_case(word, number) for number, word in enumerate(words)]
    parts = _assembled(cased, initials)
    return NameParts(
        *parts[:3],
        initials if not parts[1] else "",
        former,
        parts[3],
        _latin_parts(text, parts),
        rest,
    )


def _usual_part(part: str, number: int) -> str:
    if number and (part.casefold().startswith("оол") or part.casefold() in _TURKIC):
        return part.lower()
    if len(part) > 1 and not (part.isupper() or part.islower()):
        return part
    return part[:1].upper() + part[1:].lower()


def _word_case(word: str, number: int) -> str:
    """«оглы» is small, but only where a patronymic may end."""
    return word.lower() if number > 1 and word.casefold() in _TURKIC else usual_case(word)


def _may_be_name(word: str) -> bool:
    return _NAME_WORD.match(word) is not None


def _brackets(text: str) -> tuple[str, str, str]:
    """The text without brackets, a former last name found in them, and what else they say."""
    former, rest = "", []
    for inside in re.findall(r"\(([^)]*)\)?", text):
        candidate = _BEFORE_MAIDEN.sub("", inside.strip())
        is_said = candidate != inside.strip()
        if _is_last_name(candidate) and (is_said or candidate[0].isupper()) and not former:
            former = usual_case(candidate)
        elif inside.strip():
            rest.append(inside.strip())
    return re.sub(r"\([^)]*\)?", " ", text), former, "; ".join(rest)


def _is_last_name(text: str) -> bool:
    return is_name_word(text) and len(text) > 2 and not (text.isupper() and len(text) < 5)


def _words_and_initials(text: str) -> tuple[list[str], str]:
    """Words of a name, and its initials as «И.О.»."""
    initials = ""
    for found in _TIGHT_INITIALS.finditer(text):
        first, second_of_first, second = found.groups()
        initials += f"{first}." + (f"-{second_of_first}." if second_of_first else "")
        initials += f"{second}." if second else ""
    words = one_line(_TIGHT_INITIALS.sub(" ", text)).strip(" .,;*").split()
    words = [word.strip(".,;*") for word in words]
    if len(words) > 1 and not initials and len(words[-1]) == 1 and len(words[0]) > 1:
        initials = "".join(f"{word}." for word in words[1:] if len(word) == 1)
        words = [word for word in words if len(word) > 1]
    return [word for word in words if word], initials


def _assembled(words: list[str], initials: str) -> tuple[str, str, str, str]:
    """Last name, first name, patronymic and the doubt about them."""
    if initials and len(words) == 1:
        return words[0], "", "", ""
    if len(words) <= 2:
        return words[0], words[1] if len(words) == 2 else "", "", ""
    if words[-1].casefold() in _TURKIC and len(words) >= 4:
        return words[0], " ".join(words[1:-2]), " ".join(words[-2:]), ""
    if len(words) == 3:
        return _three_words(words)
    if is_patronymic(words[-1]):
        doubt = f"имя из нескольких слов: «{' '.join(words[1:-1])}»"
        return words[0], " ".join(words[1:-1]), words[-1], doubt
    return words[0], " ".join(words[1:]), "", _no_patronymic(words)


def _three_words(words: list[str]) -> tuple[str, str, str, str]:
    last, first, third = words
    if is_patronymic(third):
        return last, first, third, ""
    if is_patronymic(first):
        return third, last, first, "фамилия стоит после имени и отчества"
    if _SLAVIC_SURNAME.search(last):
        return last, first, third, f"необычное отчество: «{third}»"
    return last, f"{first} {third}", "", _no_patronymic(words)


def _no_patronymic(words: list[str]) -> str:
    return f"«{' '.join(words[1:])}» – имя из двух слов, отчества нет"


def _latin_parts(text: str, parts: tuple[str, str, str, str]) -> tuple[str, ...]:
    """Which of the parts were written with Latin letters or digits."""
    if not has_wrong_letters(text):
        return ()
    written = {
        usual_case(as_cyrillic(word))
        for word in re.findall(r"[^\W_]+", text)
        if has_wrong_letters(word)
    }
    fields = zip(("last_name", "first_name", "patronymic"), parts, strict=False)
    return tuple(name for name, value in fields if written & set(re.split(r"[ -]", value)))
