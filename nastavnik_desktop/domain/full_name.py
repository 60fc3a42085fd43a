"""A person's name: last name, first name, patronymic and the forms in which papers print it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from nastavnik_desktop.domain.search import search_key

NBSP = "\u00a0"


class Case(StrEnum):
    """The five oblique cases of the Russian language."""

    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


@dataclass(frozen=True)
class FullName:
    """Name in parts; first name or patronymic may be empty, or initials such as «И.»."""

    last_name: str
    first_name: str = ""
    patronymic: str = ""

    def __str__(self) -> str:
        return self.full

    @property
    def full(self) -> str:
        """«Петров Иван Ильич»."""
        return " ".join(part for part in (self.last_name, self.first_name, self.patronymic) if part)

    @property
    def initials(self) -> str:
        """«И. И.» with a non-breaking space; «А.-М.» for a hyphenated first name."""
        return NBSP.join(_initial(part) for part in (self.first_name, self.patronymic) if part)

    @property
    def short(self) -> str:
        """«Петров И. И.», never broken between lines."""
        return f"{self.last_name}{NBSP}{self.initials}".strip(NBSP)

    @property
    def signature(self) -> str:
        """«И. И. Петров», the form under a signature."""
        return f"{self.initials}{NBSP}{self.last_name}".strip(NBSP)

    @cached_property
    def key(self) -> str:
        """The search and sort key: casefolded, ё = е."""
        return search_key(self.full)


def _initial(part: str) -> str:
    first_word = part.split(maxsplit=1)[0]
    return "-".join(f"{piece[0].upper()}." for piece in first_word.split("-") if piece)
