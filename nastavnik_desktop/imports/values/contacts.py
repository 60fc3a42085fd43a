"""Contacts in one cell: telephones, e-mail, kinship and the name of a parent."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from nastavnik_desktop.imports.grid import CellValue
from nastavnik_desktop.imports.values.phones import Phones, read_phones
from nastavnik_desktop.imports.values.text import is_nothing, one_line
from nastavnik_desktop.imports.wording import word_list

_EMAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\s?\.\s?[\w-]+)*\.\s?[A-Za-zА-Яа-я]{2,}", re.ASCII)
_EMAIL_ANY = re.compile(r"[^\s,;<>()@]+\s?@\s?[^\s,;<>()@]+\.[^\s,;<>()@]{2,}")
_PHONE_LABELS = re.compile(
    r"(?:моб|сот|дом|раб|тел|телефон|т|номер)\.?:?(?=\s*[\d+(])", re.IGNORECASE
)
_ANY_PHONE = re.compile(r"(?<!\d)\+?\d(?:[\s\-–()]*\d){5,}")
_LONGEST_CELL = 1000
_LETTER = re.compile(r"[^\W\d_]|@")
_NAME = re.compile(
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
    r"(?:\s+[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.?)?|(?:\s+[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)?){1,3}(?:\s+(?:оглы|кызы))?)"
)


@dataclass(frozen=True)
class Contacts:
    """What a cell of contacts says; ``relation`` and ``name`` speak of a parent or a guardian."""

    phones: Phones = field(default_factory=Phones)
    emails: tuple[str, ...] = ()
    relation: str = ""
    name: str = ""


def read_emails(value: CellValue) -> tuple[str, ...]:
    """Addresses of a cell in small letters without blanks."""
    if not isinstance(value, str) or "@" not in value:
        return ()
    found = _EMAIL.findall(value) or _EMAIL_ANY.findall(value)
    return tuple(dict.fromkeys(re.sub(r"\s", "", one).lower().strip(".") for one in found))


def read_contacts(value: CellValue) -> Contacts:
    """Read a cell that may hold several telephones, addresses, kinship and a name at once."""
    if not isinstance(value, str):
        return Contacts(read_phones(value))
    if is_nothing(value):
        return Contacts()
    if not _LETTER.search(value):
        return Contacts(read_phones(value))
    emails = read_emails(value)
    rest = _EMAIL_ANY.sub(" , ", _EMAIL.sub(" , ", value)) if emails else value
    relation, rest = _take_relation(rest)
    name = _NAME.search(one_line(rest))
    if name:
        rest = one_line(rest).replace(name[0], " , ", 1)
    phones = read_phones(_PHONE_LABELS.sub(" ", rest))
    return Contacts(phones, emails, relation, one_line(name[0]) if name else "")


def first_of_several(text: str) -> tuple[str, str]:
    """The part of a cell that speaks of the first parent, and the rest about the others.

    A person begins where a second kinship or name stands («мать …, отец …»), or a second telephone
    when the telephones stand first («8-900-… (мама), 8-901-… (папа)»). Numbers of one person stay.
    """
    if len(text) > _LONGEST_CELL or not _LETTER.search(text):
        return text, ""
    signs = _signs_of_people(text)
    seen: set[str] = set()
    for number, (start, sign) in enumerate(signs):
        is_last = number + 1 == len(signs)
        if sign in seen and not (sign == "phone" and (signs[0][1] != "phone" or is_last)):
            return text[:start].rstrip(" ,;(\n"), one_line(text[start:])
        seen.add(sign)
    return text, ""


def _signs_of_people(text: str) -> list[tuple[int, str]]:
    """Places of kinship, names and telephones in their order."""
    relations = list(_relation_pattern().finditer(text))
    free = _relation_pattern().sub(lambda found: "." * len(found[0]), text)
    names = (
        (line.start() + found.start(), "name")
        for line in re.finditer(r"[^\n]+", free)
        for found in _NAME.finditer(line[0])
    )
    phones = ((found.start(), "phone") for found in _ANY_PHONE.finditer(text))
    return sorted([*((found.start(), "relation") for found in relations), *names, *phones])


def _take_relation(text: str) -> tuple[str, str]:
    """«бабушка (опекун) Ермолаева Н.Ф.» -> «бабушка (опекун)» and the text without it."""
    found = _relation_pattern().search(text)
    if not found:
        return "", text
    rest = f"{text[: found.start()]} , {text[found.end() :]}"
    return one_line(found[0]).strip(" ()-–:") if "(" not in found[0] else one_line(found[0]), rest


@cache
def _relation_pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(word_list("relations"), key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)(?:\s*\((?:{words})\))?", re.IGNORECASE)
