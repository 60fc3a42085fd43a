"""People in one cell: one or several, each a name followed by details."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nastavnik_desktop.imports.values.details import Details, Hint, read_details
from nastavnik_desktop.imports.values.lists import has_item_number, without_item_number
from nastavnik_desktop.imports.values.names import NameParts, is_name_word, read_name
from nastavnik_desktop.imports.values.posts import Post, is_post, is_post_word
from nastavnik_desktop.imports.values.text import as_cyrillic

_TOKEN = re.compile(
    r"\s*(?:(?P<initials>[А-ЯЁ]\.(?:-[А-ЯЁ]\.)?(?:\s?[А-ЯЁ](?:\.|(?![А-ЯЁа-яё])))?"
    r"|(?<=[а-яё] )[А-ЯЁ]\s?[А-ЯЁ]?(?![\w.]))"
    r"|(?P<word>[А-ЯЁа-яё][А-ЯЁа-яё'’]*(?:\s?-\s?[А-ЯЁ][а-яё'’]+|-[А-ЯЁа-яё'’]+)*)\.?"
    r"|(?P<bracket>\([^()]*\)))"
)
_USUAL_NAME = re.compile(
    r"([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?) ([А-ЯЁ][а-яё]+) ([А-ЯЁ][а-яё]+(?:вич|вна|ична))"
)
_TURKIC = re.compile(r"(?:оглы|оглу|кызы|гызы|кизи|угли|уулу|улу|улы)$")
_INLINE_NUMBER = re.compile(r"(?<=\S)[ \t]+(?=\d{1,2}[.)]\s*[А-ЯЁ][а-яё])")
_SIGNS_AND_PARTS = re.compile(r"(^|[,/])([^,/]*)")
_MOST_WORDS = 5
NOTHING_BESIDE = Details()
"""What stands beside a name that fills its cell; never changed."""
_CAPITAL = re.compile(r"(?<=\s)[А-ЯЁ]")


@dataclass(frozen=True)
class PersonInCell:
    """A name and what the cell says beside it; ``written`` is the text of this person."""

    name: NameParts
    details: Details
    written: str


def people_in(text: str, hint: Hint, latest_year: int) -> list[PersonInCell]:
    """All people of a cell, parted by lines, numbers, semicolons, or commas before a new name."""
    return [person_in(chunk, hint, latest_year) for chunk in _chunks(text)]


def person_in(text: str, hint: Hint, latest_year: int) -> PersonInCell:
    """One person; the name comes first and ends at the first thing that is not a name."""
    usual = _USUAL_NAME.fullmatch(text)
    if usual and not is_post_word(usual[1]):
        return PersonInCell(NameParts(usual[1], usual[2], usual[3]), NOTHING_BESIDE, text)
    bare = _name_first(without_item_number(text))
    end = name_end(bare)
    name = read_name(bare[:end])
    details = read_details(bare[end:], hint, latest_year)
    if not bare[end:].lstrip().startswith("("):
        _unknown_word_is_post(details)
    return PersonInCell(name, details, " ".join(bare.split()))


def name_end(text: str) -> int:
    """Where the name at the beginning of a text ends; 0 when it does not begin with one.

    Brackets that hold no name belong to it only between a last name and the words after them.
    """
    cyrillic, place, end, words = as_cyrillic(text), 0, 0, list[str]()
    while found := _TOKEN.match(cyrillic, place):
        word, bracket = found["word"], found["bracket"]
        place = found.end()
        if bracket is not None and not _is_maiden_name(bracket):
            if len(words) != 1:
                break
            continue
        if word is not None:
            if len(words) == _MOST_WORDS or not _continues(words, word):
                break
            words.append(word)
        end = place
        if found["initials"] and words:
            break
    return end if words else 0


def begins_with_name(text: str) -> bool:
    """Whether a text begins with a whole name: two words, or a word and initials."""
    bare = without_item_number(text)
    return read_name(bare[: name_end(bare)]).is_name


def _name_first(text: str) -> str:
    """«учитель физики Котова О.И.» -> «Котова О.И., учитель физики»."""
    if not is_post(text) or begins_with_name(text):
        return text
    for capital in _CAPITAL.finditer(text):
        rest = text[capital.start() :]
        if begins_with_name(rest):
            return f"{rest}, {text[: capital.start()].strip(' ,:–-')}"
    return text


def _begins_person(text: str) -> bool:
    return begins_with_name(_name_first(without_item_number(text)))


def _is_maiden_name(bracket: str) -> bool:
    inside = bracket.strip("( )").split()
    return (
        bool(inside) and is_name_word(inside[-1]) and not inside[-1].isupper() and len(inside) <= 3
    )


def _continues(words: list[str], word: str) -> bool:
    if words and _TURKIC.match(word.casefold()):
        return True
    compact = re.sub(r"\s", "", word)
    single = len(compact) == 1 and compact.isupper() and not words
    if not (is_name_word(compact) or single) or is_post_word(compact):
        return False
    is_abbreviation = len(compact) > 1 and compact.isupper()
    return not (words and is_abbreviation and not words[0].isupper())


def _chunks(text: str) -> list[str]:
    pieces = re.split(r"[;\n]", _INLINE_NUMBER.sub("\n", text))
    chunks: list[str] = []
    for piece in pieces:
        for part in _parted_at_names(piece):
            if chunks and not _is_new_person(part, chunks[-1]):
                chunks[-1] = f"{chunks[-1]}\n{part}"
            elif part.strip(" .,"):
                chunks.append(part)
    return chunks


def _parted_at_names(piece: str) -> list[str]:
    """«Иванов И.И., Петров П.П.» parted; a comma before anything but a name does not part.

    A stroke parts people too: «Иванов И.И./Петров П.П.».
    """
    parts: list[str] = []
    for sign, part in _SIGNS_AND_PARTS.findall(piece):
        if parts and not _begins_person(part):
            parts[-1] = f"{parts[-1]}{sign}{part}"
        else:
            parts.append(part)
    return parts


def _is_new_person(part: str, current: str) -> bool:
    return _begins_person(part) and (_begins_person(current) or has_item_number(part))


def _unknown_word_is_post(details: Details) -> None:
    """«медицинская сестра»: words that mean nothing else name the work of the person."""
    is_bare = not (details.posts or details.school_class or details.subjects)
    if is_bare and details.notes and details.notes[0][0].isalpha():
        details.posts.append(Post(details.notes.pop(0)))
