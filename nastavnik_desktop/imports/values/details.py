"""What stands beside a name in one cell: class, post, subject, category, service, contacts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Flag, auto

from nastavnik_desktop.imports.values.categories import (
    NO_CATEGORY,
    Category,
    find_category,
    is_young_specialist,
)
from nastavnik_desktop.imports.values.classes import SchoolClass, find_class, read_class
from nastavnik_desktop.imports.values.contacts import read_contacts
from nastavnik_desktop.imports.values.dates import NO_DATE, FoundDate, dates_in, day_or_month
from nastavnik_desktop.imports.values.organisations import is_organisation
from nastavnik_desktop.imports.values.posts import Post, is_bare_post, is_post, is_subject
from nastavnik_desktop.imports.values.service import NO_SERVICE, Service, find_service, read_service
from nastavnik_desktop.imports.values.text import is_nothing, one_line, repair_latin

_QUOTED = re.compile(r"«[^»]*»|\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]")
_SEPARATORS = re.compile(r"[,;\n()]|\s[–—-]\s|[–—]|(?<=[а-яё]{4})\s*/\s*(?=[а-яё]{4})")
_BIRTH_WORDS = re.compile(r"г\.?\s*р\.?|рожд", re.IGNORECASE)
_TELEPHONE = re.compile(r"(?:\d[\s()+–-]*){7,}|@")


class Hint(Flag):
    """What a header promises in its cells («Ф.И.О., предмет, стаж»): settles a bare number."""

    NONE = 0
    CLASS = auto()
    SERVICE = auto()
    SUBJECT = auto()
    BIRTH = auto()


_LABELS = re.compile(
    r"^[ \t]*((?:общий |педагогический )?стаж(?: работы)?|(?:квалификационная )?категория)"
    r"\s*[–—:-]+\s*",
    re.IGNORECASE | re.MULTILINE,
)
"""«Стаж работы – 33 года»: a label and its value on one line are one part."""


@dataclass
class Details:
    """Facts collected from the parts of one cell."""

    posts: list[Post] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    school_class: SchoolClass | None = None
    category: Category = NO_CATEGORY
    service: Service = NO_SERVICE
    birth: FoundDate = NO_DATE
    status: str = ""
    phone: str = ""
    email: str = ""
    workplace: str = ""
    notes: list[str] = field(default_factory=list)

    @property
    def says_more_than_post(self) -> bool:
        """Whether anything was told apart from the words of a single post."""
        facts = (self.category.name, self.status, self.subjects, self.posts[1:], self.notes)
        return any(facts) or self.service != NO_SERVICE or any(one.subject for one in self.posts)

    @property
    def all_posts(self) -> tuple[Post, ...]:
        """The posts; subjects that stand alone go with the first one that names none."""
        subject = ", ".join(self.subjects)
        if not self.posts:
            return (Post("", subject),) if subject else ()
        first, *others = self.posts
        return (Post(first.position, first.subject or subject), *others)


def read_details(text: str, hint: Hint, latest_year: int) -> Details:
    """Sort the parts of a text, parted by commas, brackets, dashes and lines."""
    details = Details()
    for part in split_parts(_LABELS.sub(r"\1 ", text)) if text else ():
        _take(part, details, hint, latest_year)
    return details


def split_parts(text: str) -> list[str]:
    """Parts of a cell; signs inside quotes do not part."""
    shielded = _QUOTED.sub(lambda found: re.sub(r"[,;()–—-]", "\x00", found[0]), text)
    parts, start = [], 0
    for sign in _SEPARATORS.finditer(shielded):
        parts.append(text[start : sign.start()])
        start = sign.end()
    parts.append(text[start:])
    cleaned = (one_line(part).strip(" .") for part in parts)
    return [part for part in cleaned if part and not is_nothing(part)]


def _take(part: str, details: Details, hint: Hint, latest_year: int) -> None:
    if is_young_specialist(part):
        details.status = "молодой специалист"
    elif _TELEPHONE.search(part):
        _take_contacts(part, details)
    elif not (
        _take_class(part, details, hint)
        or _take_birth(part, details, hint, latest_year)
        or _take_service(part, details, hint)
        or _take_category(part, details, latest_year)
    ):
        _take_work(repair_latin(part), details, hint)


def _take_contacts(part: str, details: Details) -> None:
    contacts = read_contacts(part)
    details.phone = details.phone or contacts.phones.first
    details.email = details.email or next(iter(contacts.emails), "")


def _take_class(part: str, details: Details, hint: Hint) -> bool:
    found = read_class(part)
    if found is None and "класс" in part.casefold() and not is_post(part):
        found = find_class(part)
    if found is None or (found.end == 0 and Hint.CLASS not in hint):
        return False
    details.school_class = details.school_class or found
    return True


def _take_birth(part: str, details: Details, hint: Hint, latest_year: int) -> bool:
    if not (_BIRTH_WORDS.search(part) or Hint.BIRTH in hint):
        return False
    found = dates_in(part, latest_year)
    if found:
        details.birth = found[0]
    return bool(found)


def _take_service(part: str, details: Details, hint: Hint) -> bool:
    found = find_service(part)
    if found is None and Hint.SERVICE in hint and part.isdigit():
        found = read_service(part)
    if found is None:
        return False
    details.service = found
    return True


def _take_category(part: str, details: Details, latest_year: int) -> bool:
    if details.category is not NO_CATEGORY and not part[:1].isalpha():
        return _take_category_date(part, details, latest_year)
    found = None if is_post(part) and "катег" not in part else find_category(part, latest_year)
    if found is None:
        return False
    if is_post(part):
        details.posts.append(Post(_before_category(part)))
    details.category = found
    return True


def _take_category_date(part: str, details: Details, latest_year: int) -> bool:
    found = dates_in(part, latest_year)
    if found:
        known = details.category
        details.category = Category(known.name, day_or_month(found[0]), found[0].year, known.status)
    return bool(found)


def _before_category(part: str) -> str:
    """«учитель физики высшей категории» -> «учитель физики»."""
    return re.split(r"\s+(?:высш|перв|I\s|1\s|без\s|с\s+(?:высш|перв))", part)[0].strip()


def _take_work(part: str, details: Details, hint: Hint) -> None:
    if is_organisation(part):
        details.workplace = details.workplace or part
    elif is_subject(part) or (Hint.SUBJECT in hint and not is_post(part)):
        _take_subject(part, details)
    elif is_post(part):
        details.posts.append(Post(part))
    elif details.posts and not is_bare_post(details.posts[-1].position):
        last = details.posts.pop()
        details.posts.append(Post(f"{last.position}, {part}", last.subject))
    elif details.posts:
        _take_subject(part, details)
    else:
        details.notes.append(part)


def _take_subject(part: str, details: Details) -> None:
    if details.posts and not details.subjects:
        last = details.posts.pop()
        subject = f"{last.subject}, {part}" if last.subject else part
        details.posts.append(Post(last.position, subject))
    else:
        details.subjects.append(part)
