"""Tidying of text: blanks, Latin letters inside Cyrillic words, signs for «nothing» and «same»."""

from __future__ import annotations

import re
from functools import lru_cache

_LOOK_ALIKES = dict(zip("AaBCcEeHKkMOoPpTXxy", "АаВСсЕеНКкМОоРрТХху", strict=True))
_DIGIT_FOR_LETTER = re.compile(
    r"(?<=[а-яё])[03](?=[а-яё])|(?<![^\s-])[03](?!год|лет|клас|мес)(?=[а-яё]{3})", re.IGNORECASE
)
_LETTERS_FOR_DIGITS = {"0": "о", "3": "з"}
_WORD = re.compile(r"[^\W\d_]+")
_HAS_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_HAS_LATIN = re.compile(r"[A-Za-z]")

_NOTHING = frozenset(
    (
        "",
        "-",
        "–",
        "—",
        "--",
        "---",
        "нет",
        "не имеет",
        "отсутствует",
        "н/д",
        "нет данных",
        "x",
        "х",
    )
)
_LONGEST_NOTHING = 16
_DITTO = re.compile(r"[-–—−\"'„“”»«\s]*(?:[/\\]{1,2}|\"|„|“|”|'')[-–—−\"'„“”»«\s]*|то же|тоже")
_TOTAL = re.compile(r"(?:итого|всего|итог)(?![а-яё])")
_SHEET_ERROR = re.compile(
    r"#(?:Н/Д|N/A|ЗНАЧ!|VALUE!|ССЫЛКА!|REF!|ДЕЛ/0!|DIV/0!|ИМЯ\?|NAME\?|ЧИСЛО!|NUM!|ПУСТО!|NULL!)",
    re.IGNORECASE,
)


def one_line(text: str) -> str:
    """The text with every run of white space made a single blank."""
    return " ".join(text.split())


def is_nothing(text: str) -> bool:
    """Whether the text only says that there is nothing: «-», «нет»."""
    if len(text) > _LONGEST_NOTHING:
        return False
    return one_line(text).casefold().rstrip(".") in _NOTHING


@lru_cache(maxsize=8192)
def is_ditto(text: str) -> bool:
    """Whether the text is a sign of repetition: «-//-», «—"—», «то же»."""
    return _DITTO.fullmatch(text.casefold().strip()) is not None


def is_total(text: str) -> bool:
    """Whether a row that begins with the text is a total: «Итого: 32 человека»."""
    return _TOTAL.match(folded(text)) is not None


def is_sheet_error(text: str) -> bool:
    """Whether the text is an error value of a spreadsheet: «#Н/Д», «#REF!»."""
    return _SHEET_ERROR.fullmatch(text.strip()) is not None


def has_latin(text: str) -> bool:
    """Whether the text holds a Latin letter."""
    return _HAS_LATIN.search(text) is not None


def repair_latin(text: str) -> str:
    """The text with Latin look-alikes replaced inside words that hold Cyrillic letters too."""
    if text.isascii() or not has_latin(text):
        return text
    return _WORD.sub(lambda found: _repaired_word(found[0]), text)


def as_cyrillic(text: str) -> str:
    """The text with all Latin look-alikes replaced: for names, which are Cyrillic only.

    A nought or a three inside a word stands for the letter О or З.
    """
    if _DIGIT_FOR_LETTER.search(text):
        text = _DIGIT_FOR_LETTER.sub(_letter_for_digit, text)
    if not has_latin(text):
        return text
    return "".join(_LOOK_ALIKES.get(letter, letter) for letter in text)


def has_wrong_letters(text: str) -> bool:
    """Whether a name holds Latin letters or digits in the place of letters."""
    return has_latin(text) or _DIGIT_FOR_LETTER.search(text) is not None


def _letter_for_digit(found: re.Match[str]) -> str:
    """A capital where the word begins with it or is all capitals."""
    letter = _LETTERS_FOR_DIGITS[found[0]]
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    is_first = not before or before in " -\n"
    return letter.upper() if is_first or (before.isupper() and after.isupper()) else letter


def _repaired_word(word: str) -> str:
    if not (_HAS_CYRILLIC.search(word) and has_latin(word)):
        return word
    repaired = as_cyrillic(word)
    return word if has_latin(repaired) else repaired


@lru_cache(maxsize=32_768)
def folded(text: str) -> str:
    """The text for comparison with word lists: one line, casefolded, ё as е, letters repaired."""
    return repair_latin(one_line(text)).casefold().replace("ё", "е")
