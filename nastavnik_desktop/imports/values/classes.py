"""Classes written in every way: «5А», «5 «А» класс», «5-а», «7 класс «А»», «5A» with a Latin A."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nastavnik_desktop.imports.grid import CellValue
from nastavnik_desktop.imports.values.text import as_cyrillic, has_latin, one_line

_QUOTES = "«»\"'“”„‹›’`"
_LETTER = rf"(?:[{_QUOTES}]\s*)?(?P<letter>[А-Яа-яЁёA-Za-z])(?![А-Яа-яЁёA-Za-z])(?:\s*[{_QUOTES}])?"
_GRADE = r"(?<![\d.,№])(?P<grade>1[0-2]|[1-9])(?![\d.,]*\d)"
_WORD = r"(?:кл(?:асс[а-я]*|\.)?)"
_WITH_LETTER = re.compile(
    rf"{_GRADE}(?:\s*-?(?:го|ый|й)(?![а-яё]))?\s*(?:[-–—./]\s*)?(?:{_WORD}(?![а-яё])\s*)?"
    rf"{_LETTER}(?:\s*{_WORD})?",
    re.IGNORECASE,
)
_WORD_ONLY = re.compile(rf"{_GRADE}\s*(?:-?(?:й|го|ый))?\s*{_WORD}(?![а-я])", re.IGNORECASE)
_ROMAN = {
    roman: number
    for number, roman in enumerate(
        ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), 1
    )
}
_ROMAN_START = re.compile(r"^(XI{0,2}|IX|IV|VI{0,3}|I{1,3}|V)(?![A-Za-z])")
_TRANSLITERATED = {"G": "Г", "D": "Д", "V": "В", "Z": "З", "I": "И", "L": "Л", "F": "Ф", "R": "Р"}
_PLURAL = re.compile(r"(?<=\d)-(?:ые|ых|е|х)(?=\s+класс(?:ы|ов|ах))", re.IGNORECASE)
_WHOLE_GRADE = re.compile(
    r"параллел[ьи]\W{0,3}(1[01]|[1-9])(?!\d)"
    r"|(?<!\d)(1[01]|[1-9])(?:-?(?:ые|ых|е|х|я))?\s+(?:класс(?:ы|ов|ах)|параллель)",
    re.IGNORECASE,
)
_NEVER_A_LETTER = frozenset("ЙЬЪЫйьъы")


@dataclass(frozen=True)
class SchoolClass:
    """Grade and capital Cyrillic letter («5А»); ``was_latin`` when the letter was Latin."""

    grade: int
    letter: str = ""
    was_latin: bool = False
    start: int = 0
    end: int = 0

    @property
    def name(self) -> str:
        """«5А»."""
        return f"{self.grade}{self.letter}"


def read_class(value: CellValue, *, in_own_column: bool = False) -> SchoolClass | None:
    """The class of a cell that is a class and nothing else; None when it is not one.

    «3 г» is a class in a column of classes; elsewhere it may be three years.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return SchoolClass(value) if 1 <= value <= 12 else None
    if not isinstance(value, str):
        return None
    text = _without_plural(one_line(value).rstrip(".;,"))
    text = re.sub(rf"^{_WORD}\s*", "", text, flags=re.IGNORECASE)
    roman = _ROMAN_START.match(text)
    if roman:
        text = f"{_ROMAN[roman[1]]}{text[roman.end() :]}"
    if re.fullmatch(r"1[0-2]|[1-9]", text):
        return SchoolClass(int(text))
    whole = _WITH_LETTER.fullmatch(text)
    if in_own_column and whole and whole["letter"] not in _NEVER_A_LETTER:
        return _from_match(whole)
    return next((one for one in _all_in(text) if one.end - one.start >= len(text) - 1), None)


def find_class(text: str) -> SchoolClass | None:
    """The first class named inside a longer text, such as a title or a cell with a name."""
    return next(iter(_all_in(_without_plural(text))), None)


def _without_plural(text: str) -> str:
    """«7-е классы» are all classes of a grade, not the class 7Е; places of letters stay."""
    return _PLURAL.sub(lambda found: " " * len(found[0]), text)


def find_grade(text: str) -> int | None:
    """The grade that a title gives to a whole list: «Параллель: 7», «7-е классы»."""
    found = _WHOLE_GRADE.search(text)
    return int(found[1] or found[2]) if found else None


def _all_in(text: str) -> list[SchoolClass]:
    found = [_from_match(match) for match in _WITH_LETTER.finditer(text) if _is_class(match)]
    return found or [
        SchoolClass(int(match["grade"]), start=match.start(), end=match.end())
        for match in _WORD_ONLY.finditer(text)
    ]


def _is_class(match: re.Match[str]) -> bool:
    """A lower-case letter parted by a blank may be a word («в 5 к школе»), not a class."""
    written, letter = match[0], match["letter"]
    close = re.match(rf"\d+\s*[-–—./]?\s*[{_QUOTES}]?\s*{letter}", written) is not None
    has_sign = len(re.findall(rf"[{_QUOTES}]|кл|[-–—]", written, re.IGNORECASE)) > 0
    if letter in _NEVER_A_LETTER:
        return False
    if letter.isupper() or has_sign:
        return True
    return close and not re.match(r"\d+\s", written)


def _from_match(match: re.Match[str]) -> SchoolClass:
    letter = match["letter"].upper()
    was_latin = has_latin(letter)
    if was_latin:
        letter = _TRANSLITERATED.get(letter, as_cyrillic(letter))
    return SchoolClass(int(match["grade"]), letter, was_latin, match.start(), match.end())
