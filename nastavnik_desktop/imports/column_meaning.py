"""What a header can say: the meaning of its column, whose it is, and what its cells may hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from nastavnik_desktop.imports.values.details import Hint
from nastavnik_desktop.imports.values.text import folded

PERSON = "full_name"
UNKNOWN = "unknown"
NAME_MEANINGS = frozenset(("full_name", "last_name", "first_name", "patronymic"))
_WORD_BREAK = re.compile(r"(?<=[а-яё])-\s+(?=[а-яё])", re.IGNORECASE)
_INITIALS = re.compile(r"\bф\W{0,3}и\W{0,3}о\b")
_TWO_INITIALS = re.compile(r"\bф\W{1,3}и\b")
_OTHER_WORDS_FOR_MENTEES = re.compile(
    r"молод[а-я]+ (?:специалист|педагог|учител)[а-я]*"
    r"|(?:состав|участники|члены) (?:пары|групп)[а-я]*"
)
_WORDS = re.compile(r"№|[^\W_]+")
_HINTS = (
    (re.compile(r"класс"), Hint.CLASS),
    (re.compile(r"стаж"), Hint.SERVICE),
    (re.compile(r"предмет"), Hint.SUBJECT),
    (re.compile(r"рожд"), Hint.BIRTH),
)


class Role(StrEnum):
    """Whose column it is, when the header says so."""

    NOBODY = ""
    MENTOR = "mentor"
    MENTEE = "mentee"
    PARENT = "parent"
    STUDENT = "student"
    STAFF = "staff"
    COORDINATOR = "coordinator"


@dataclass(frozen=True)
class HeaderMeaning:
    """What a header says: a base meaning and whose it is; ``hint`` is what its cells may hold.

    ``is_role_aside`` when the role is named only in brackets: the cells may be of others too.
    ``is_bare_role`` when nothing but the role is said: «Учитель» is a header, and a post as well.
    """

    base: str = UNKNOWN
    role: Role = Role.NOBODY
    hint: Hint = Hint.NONE
    relation: str = ""
    is_role_aside: bool = False
    is_bare_role: bool = False

    @property
    def is_known(self) -> bool:
        """Whether the header was recognised at all."""
        return self.base != UNKNOWN

    @property
    def is_name(self) -> bool:
        """Whether the column holds names of people or parts of them."""
        return self.base in NAME_MEANINGS and self.role is not Role.COORDINATOR


def header_words(header: str) -> str:
    """A header in the form in which two headers are compared."""
    return " ".join(words_in(header_text(header)))


def header_text(header: str) -> str:
    """A header with its words mended: broken by a hyphen, initials with dots, other mentees."""
    text = _INITIALS.sub("фио", folded(_WORD_BREAK.sub("", header)))
    text = _TWO_INITIALS.sub("фи", text)
    return _OTHER_WORDS_FOR_MENTEES.sub("наставляемый", text)


def words_in(text: str) -> list[str]:
    """The words of a header, the sign № among them."""
    return _WORDS.findall(text)


def hint_of(text: str) -> Hint:
    """What a header promises in its cells."""
    hint = Hint.NONE
    for pattern, one in _HINTS:
        if pattern.search(text):
            hint |= one
    return hint


def chosen_meaning(chosen: str, read: HeaderMeaning) -> HeaderMeaning:
    """The meaning that a user gave to a column («position», «mentee_phone», «ignored»).

    ``read`` is what its header was taken for: what its cells promise stays known.
    """
    base, role = _WHOLE_PEOPLE.get(chosen, (chosen, Role.NOBODY))
    for side in (Role.MENTOR, Role.MENTEE):
        if chosen.startswith(f"{side.value}_") and chosen != "mentee_age":
            base, role = chosen.removeprefix(f"{side.value}_"), side
    return HeaderMeaning(base, role, read.hint, read.relation)


_WHOLE_PEOPLE = {
    "full_name": (PERSON, Role.NOBODY),
    "mentor": (PERSON, Role.MENTOR),
    "mentees": (PERSON, Role.MENTEE),
    "parent_name": (PERSON, Role.PARENT),
    "parent_phone": ("phone", Role.PARENT),
}
