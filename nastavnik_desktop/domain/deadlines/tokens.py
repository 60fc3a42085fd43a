"""The phrase cut into tokens: numbers, words with their part in the grammar, signs.

Blanks of any kind, any dash, Latin look-alikes inside words, digits misread as letters, words torn
by a hyphen or glued to a number are mended here, so that the grammar sees clean tokens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nastavnik_desktop.domain.deadlines.lexicon import look_up
from nastavnik_desktop.domain.deadlines.years import ReadingYear

LONGEST_PHRASE = 2000
_LOOK_ALIKES = str.maketrans("aeopcyxkmhtbu", "аеорсухкмнтви")
_LATIN_ROMAN = str.maketrans("хіу", "xiv")
_DASHES = str.maketrans(dict.fromkeys("-‐‑‒–—―−﹣－…", "–") | {"ё": "е", "_": " ", "\u00ad": None})
_DIGITS_MISREAD = (
    (re.compile(r"(?<=\d)[оo](?=[\d.\s]|$)|(?<![\w])[оo](?=\d)"), "0"),
    (re.compile(r"(?<=\d)з(?=[\d.\s]|$)|(?<![\w])з(?=\d)"), "3"),
    (re.compile(r"(?<=\d)[l|](?=[\d.\s]|$)|(?<![\w])[l|](?=\d)"), "1"),
    (re.compile(r"(?<=\d)б(?=\.\d)"), "6"),
)
_PIECES = re.compile(r"\d+|[^\W\d_]+|\n|[^\w\s]")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "l": 1, "ll": 2, "lll": 3}

_ORDINAL_ENDINGS = frozenset(
    ("го", "е", "й", "х", "я", "ого", "ей", "ой", "ю", "м", "му", "ти", "и", "ый", "ая", "ое", "ом")
)
_ROMAN_MISREAD = {"п": 2, "ш": 3}
_COUNTED = frozenset(("quarter", "half", "term", "decade", "halves"))
_NEVER_LAST = frozenset(
    (
        *("dash", "comma", "by", "since", "upto", "in", "within", "all", "this", "school", "not"),
        *("later", "every", "times", "roman", "ordinal", "towards", "deadline", "colon"),
    )
)
_QUOTES = frozenset("«»\"“”„'‹›*")
_LONGEST_NUMBER = 6
_LONGEST_END = 7
"""Tokens within which «между … и» finds its «и»."""
_SIGNS = {".": "dot", ",": "comma", ";": "semicolon", "/": "slash", "–": "dash", "\n": "line",
          "(": "open", ")": "close", "№": "sign", ":": "colon"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the phrase.

    ``kind`` is its part in the grammar («num», «month», «by», «dash» … or «word» for a word of no
    time), ``value`` the number, month or day of the week, ``text`` the piece as the grammar saw it.
    """

    kind: str
    value: int
    text: str
    start: int
    end: int
    is_spaced: bool = True
    is_ordinal: bool = False


END = Token("end", 0, "", 0, 0)


class Tokens:
    """The tokens of a phrase; beyond the last one there is always ``END``."""

    def __init__(self, found: list[Token], text: str, year: ReadingYear) -> None:
        self._found = found
        self.text = text
        self.year = year

    def __len__(self) -> int:
        return len(self._found)

    def __getitem__(self, at: int) -> Token:
        return self._found[at] if 0 <= at < len(self._found) else END

    def only(self, kept: list[Token]) -> Tokens:
        """The same phrase with some of its tokens."""
        return Tokens(kept, self.text, self.year)

    def kinds(self, at: int, *wanted: str) -> bool:
        """Whether tokens of these kinds follow one another from here."""
        return all(self[at + step].kind == kind for step, kind in enumerate(wanted))

    def written(self, start: int, end: int) -> str:
        """The phrase as written between two tokens, the second not included."""
        if start >= end:
            return ""
        return self.text[self[start].start : self[end - 1].end].strip()


def tokens_of(phrase: str, year: ReadingYear) -> Tokens:
    """Cut a phrase that is read in a year; what is longer than any deadline is cut off."""
    text = phrase[:LONGEST_PHRASE]
    folded = _folded(text)
    found: list[Token] = []
    before = 0
    for piece in _PIECES.finditer(folded):
        if piece[0] in _QUOTES:
            continue
        if piece[0] == "." and found and found[-1].text.isalpha():
            before = piece.end()
            continue
        is_spaced = piece.start() > before or not found
        found.append(_token(piece[0], piece.start(), piece.end(), is_spaced=is_spaced))
        before = piece.end()
    return Tokens(_respoken(_mended(found)), text, year)


def _folded(text: str) -> str:
    """Small letters of the same length as the text, so that places in it stay true."""
    lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    folded = lowered.translate({**_DASHES, 0xAD: "\u00ad"})
    if not folded.isascii() or any(letter.isalpha() for letter in folded):
        for pattern, digit in _DIGITS_MISREAD:
            folded = pattern.sub(digit, folded)
    return folded


def _token(piece: str, start: int, end: int, *, is_spaced: bool) -> Token:
    if piece.isdecimal():
        if len(piece) > _LONGEST_NUMBER:
            return Token("word", 0, piece, start, end, is_spaced)
        return Token("num", int(piece), piece, start, end, is_spaced)
    if not piece[0].isalpha():
        return Token(_SIGNS.get(piece, "mark"), 0, piece, start, end, is_spaced)
    if roman := _roman(piece):
        return Token("roman", roman, piece, start, end, is_spaced)
    word = piece if piece.isascii() and not look_up(_cyrillic(piece)) else _cyrillic(piece)
    kind, value = look_up(word) or ("word", 0)
    return Token(kind, value, word, start, end, is_spaced)


def _roman(piece: str) -> int:
    if len(piece) > 3:
        return 0
    return _ROMAN.get(piece.translate(_LATIN_ROMAN), 0) if piece != "в" else 0


def _cyrillic(piece: str) -> str:
    return piece.translate(_LOOK_ALIKES)


def _mended(found: list[Token]) -> list[Token]:
    """Endings of ordinals joined to their numbers, torn words joined."""
    mended: list[Token] = []
    at = 0
    while at < len(found):
        token, step = _mend(found, at)
        mended.append(token)
        at += step
    return mended


def _respoken(found: list[Token]) -> list[Token]:
    """«между 10 и 20 октября» -> «с 10 – 20 октября», «по настоящее время» -> «далее постоянно»."""
    said = list(found)
    for at, token in enumerate(said):
        if token.text == "между":
            ahead = range(at + 1, min(at + _LONGEST_END, len(said)))
            joint = next((place for place in ahead if said[place].kind == "and"), None)
            if joint is not None:
                said[at] = replace(token, kind="since")
                said[joint] = replace(said[joint], kind="dash")
        elif token.text == "настоящее" and at + 1 < len(said) and said[at + 1].text == "время":
            said[at] = _spoken("далее", token)
            said[at + 1] = _spoken("постоянно", said[at + 1])
    return said


def _spoken(word: str, token: Token) -> Token:
    kind, value = look_up(word) or ("word", 0)
    return replace(token, kind=kind, value=value)


def _mend(found: list[Token], at: int) -> tuple[Token, int]:
    token = found[at]
    after = found[at + 1] if at + 1 < len(found) else END
    then = found[at + 2] if at + 2 < len(found) else END
    if token.kind in {"num", "roman"}:
        return _mended_number(token, after, then)
    if token.text in _ROMAN_MISREAD and after.kind in _COUNTED:
        return replace(token, kind="roman", value=_ROMAN_MISREAD[token.text]), 1
    if token.kind == "line" and at and _goes_on(found[at - 1], after, then):
        return replace(after, is_spaced=True), 2
    if token.kind == "word" or (token.kind == "month" and after.kind == "word"):
        return _mended_word(found, at)
    return token, 1


def _goes_on(before: Token, after: Token, then: Token) -> bool:
    """Whether a line ends inside a phrase: «сентябрь –⏎октябрь», «1⏎октября», «май⏎2024»."""
    if before.kind in _NEVER_LAST or after.kind in {"dash", "year", "also"}:
        return True
    if before.kind == "num":
        return after.kind in {"month", "times", *_COUNTED}
    is_year = after.kind == "num" and len(after.text) == 4 and then.kind != "dot"
    return before.kind in {"month", *_COUNTED} and is_year


def _mended_number(token: Token, after: Token, then: Token) -> tuple[Token, int]:
    is_dashed = after.kind == "dash" and then.text in _ORDINAL_ENDINGS and not then.is_spaced
    if is_dashed and not after.is_spaced:
        return replace(token, end=then.end, is_ordinal=True), 3
    if after.text in {"го", "ое", "ый", "ого", "ой", "ая"} and not after.is_spaced:
        return replace(token, end=after.end, is_ordinal=True), 2
    return token, 1


def _mended_word(found: list[Token], at: int) -> tuple[Token, int]:
    """A word torn by a blank, a hyphen or a line's end: «еже-⏎квартально», «сен тябрь»."""
    token = found[at]
    step = at + 1
    while step < len(found) and step < at + 3 and found[step].kind in {"dash", "line"}:
        step += 1
    other = found[step] if step < len(found) else END
    if token.text.isalpha() and other.text.isalpha() and len(token.text) > 1:
        joined = token.text + other.text
        entry = look_up(joined) if len(joined) > 5 and len(other.text) > 1 else None
        if entry and (
            token.kind == "word" or entry == (token.kind, token.value) == look_up(joined[:6])
        ):
            return Token(*entry, joined, token.start, other.end, token.is_spaced), step + 1 - at
    return token, 1
