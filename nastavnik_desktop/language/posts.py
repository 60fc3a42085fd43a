"""Cases of posts: «учитель математики» -> «учителя математики».

Adjectives and the first noun change («старший вожатый», «педагог-психолог»), what depends on
them does not («… по воспитательной работе»). Abbreviations («и. о. директора», «зам.
директора») stay as written in every case. Words that the dictionary reads wrongly stand in
``resources/language/posts.json``.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.language.resources import word_lists

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

_GRAMMEMES = {
    Case.GENITIVE: "gent",
    Case.DATIVE: "datv",
    Case.ACCUSATIVE: "accs",
    Case.INSTRUMENTAL: "ablt",
    Case.PREPOSITIONAL: "loct",
}
_ORDER = tuple(Case)
_ADJECTIVES = ("ADJF", "PRTF")
_WORD = re.compile(r"[А-Яа-яЁё][А-Яа-яЁё\-]*")
_NEW_HEAD_AFTER = re.compile(r",\s*$|\(\s*$|/\s*$|\sи\s+$")


@lru_cache(maxsize=2048)
def decline(title: str, case: Case) -> str:
    """The title of a post in a case, written as the original is (capitals, spaces, brackets)."""
    if title.lower().startswith(tuple(word_lists("posts")["unchanged_beginnings"])):
        return title
    pieces: list[str] = []
    end, is_open, is_first = 0, True, True
    for found in _WORD.finditer(title):
        between = title[end : found.start()]
        if not is_open and _NEW_HEAD_AFTER.search(between) and _names_a_person(found[0]):
            is_open = True
        form, is_open = _next_word(found[0], case, is_open=is_open, is_first=is_first)
        pieces += [between, form]
        end, is_first = found.end(), False
    return "".join(pieces) + title[end:]


def _next_word(word: str, case: Case, *, is_open: bool, is_first: bool) -> tuple[str, bool]:
    """The word's form, and whether the words that follow still agree with the head noun."""
    if not is_open:
        return word, False
    forms = [_piece(piece, case) for piece in word.split("-")]
    if forms[-1] is None:
        return word, is_first and word.isupper()
    text = "-".join(
        form[0] if form else piece for form, piece in zip(forms, word.split("-"), strict=True)
    )
    return text, not forms[-1][1]


@lru_cache(maxsize=4096)
def _piece(word: str, case: Case) -> tuple[str, bool] | None:
    """The form of one word and whether it is a noun; None when it is no nominative singular."""
    own = word_lists("posts")["words"].get(word.lower())
    if own:
        return _written_like(word, own[_ORDER.index(case)]), True
    parsed = None if word.isupper() else _nominative(word)
    if parsed is None:
        return None
    inflected = parsed.inflect({_grammeme(parsed, case)})
    if inflected is None:
        return None
    return _written_like(word, inflected.word), parsed.tag.POS not in _ADJECTIVES


def _nominative(word: str) -> Parse | None:
    """The reading as a nominative singular; an adjective is preferred («старший»)."""
    readings = [
        parsed
        for parsed in _analyzer().parse(word.lower())
        if parsed.tag.case == "nomn"
        and parsed.tag.number == "sing"
        and parsed.tag.POS in ("NOUN", *_ADJECTIVES)
    ]
    readings.sort(key=lambda parsed: parsed.tag.POS not in _ADJECTIVES)
    return readings[0] if readings else None


def _grammeme(parsed: Parse, case: Case) -> str:
    """Holders of posts are persons: a masculine accusative is the genitive."""
    if case is Case.ACCUSATIVE and parsed.tag.gender == "masc":
        return "gent"
    return _GRAMMEMES[case]


def _names_a_person(word: str) -> bool:
    """Whether a word after a comma begins another post («директор, учитель истории»)."""
    last = word.rsplit("-", 1)[-1].lower()
    if last in word_lists("posts")["words"]:
        return True
    parsed = _nominative(last)
    return parsed is not None and (parsed.tag.animacy == "anim" or parsed.tag.POS in _ADJECTIVES)


def _written_like(sample: str, form: str) -> str:
    return form[:1].upper() + form[1:] if sample[:1].isupper() else form


@cache
def _analyzer() -> MorphAnalyzer:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()
