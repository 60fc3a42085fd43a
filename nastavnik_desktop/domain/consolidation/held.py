"""What received packages hold of one person, to be removed on demand (152-ФЗ, ст. 14, 21)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.domain.consolidation.package import PackagePerson
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.search import search_key


@dataclass(frozen=True)
class Held:
    """A record of a person in a package, or a line of text there that names the last name."""

    package_id: int
    school: str
    year: SchoolYear
    person: PackagePerson | None = None
    text: str = ""

    @property
    def title(self) -> str:
        """«МБОУ «СОШ № 4», 2026/27: Петров Иван Ильич, 05.03.2012, 9А»."""
        return f"{self.school}, {self.year.label}: {self._words}"

    @property
    def _words(self) -> str:
        if self.person is None:
            return f"«{self.text}»"
        born = short_date(self.person.birth_date) or str(self.person.birth_year or "")
        parts = (self.person.name.full, born, self.person.occupation)
        return ", ".join(part for part in parts if part)

    def is_surely(self, name: FullName, birth_date: date | None) -> bool:
        """Whether this is a record of the person of a full name and a full date of birth."""
        found = self.person
        is_born_then = found is not None and found.birth_date == birth_date is not None
        return is_born_then and found is not None and found.name.key == name.key


def answers_to(person: PackagePerson, words: Sequence[str]) -> bool:
    """Whether a person answers to a typed name: last name, then as much as was typed."""
    own = person.name.key.split()
    return bool(words) and own[: len(words)] == list(words)


def typed_words(text: str) -> tuple[str, ...]:
    """A typed name as it is compared: «Ёлкина  Анна» -> («елкина», «анна»)."""
    return tuple(search_key(text).split())


def naming(lines: Iterable[str], last_name: str) -> list[str]:
    """Lines of free text in which a last name stands, in any of its cases."""
    key = search_key(last_name)
    return [line for line in lines if key and key in search_key(line)]
