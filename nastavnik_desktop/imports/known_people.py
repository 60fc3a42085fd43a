"""People of the base as a reading compares with them: namesakes and spelling with ё."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.search import search_key
from nastavnik_desktop.imports.records import (
    FileReading,
    MentionedPerson,
    ReadPair,
    ReadPerson,
    RowProblem,
)

_PARTS = (("last_name", "фамилия"), ("first_name", "имя"), ("patronymic", "отчество"))


@dataclass(frozen=True)
class KnownPerson:
    """A person of the base, as much of him as a comparison needs.

    ``contacts`` are telephones and addresses of mail, by which a changed last name is known.
    """

    person_id: int
    name: FullName
    birth_date: date | None = None
    birth_year: int | None = None
    school_class: str = ""
    position: str = ""
    former_last_name: str = ""
    contacts: frozenset[str] = frozenset()

    @property
    def year(self) -> int | None:
        """The year of birth, from the date when that is known."""
        return self.birth_date.year if self.birth_date else self.birth_year


def problems_with_known(
    reading: FileReading, problems: Sequence[RowProblem], known: Sequence[KnownPerson]
) -> list[RowProblem]:
    """The problems of a reading, completed and corrected by what the base knows.

    A name of two words that the base holds in the same form is no longer in doubt.
    """
    index: dict[str, list[KnownPerson]] = defaultdict(list)
    for person in known:
        index[person.name.key].append(person)
    confirmed: set[tuple[str, int]] = set()
    found: list[RowProblem] = []
    for row in reading.rows:
        mentioned = row.mentees if isinstance(row, ReadPair | ReadPerson) else ()
        if isinstance(row, ReadPerson):
            same = index.get(search_key(_full(row)), [])
            found.extend(_of_person(row, same))
            confirmed.update({(row.sheet, row.row)} if same else ())
        for mentee in mentioned:
            same = index.get(search_key(_full(mentee)), [])
            found.extend(_of_mentioned(row, mentee, same))
            confirmed.update({(row.sheet, row.row)} if same else ())
    told = {(one.sheet, one.row, one.code) for one in problems}
    kept = [
        one
        for one in problems
        if one.code != "name_parts"
        or one.level is Level.ERROR
        or (one.sheet, one.row) not in confirmed
    ]
    return kept + [one for one in found if (one.sheet, one.row, one.code) not in told]


def _full(person: ReadPerson | MentionedPerson) -> str:
    return FullName(person.last_name, person.first_name, person.patronymic).full


def _of_person(row: ReadPerson, same: list[KnownPerson]) -> list[RowProblem]:
    year = row.birth_date.year if row.birth_date else row.birth_year
    fitting = [one for one in same if year is None or one.year is None or one.year == year]
    if same and not fitting:
        message = f"в базе есть полная тёзка {same[0].year} г.р.: это другой человек"
        return [RowProblem(row.row, "namesake", message, Level.INFO, sheet=row.sheet)]
    if len(fitting) > 1 and not _is_told_apart(fitting, row.school_class):
        message = f"в базе людей с таким именем: {len(fitting)}, нужно выбрать"
        return [RowProblem(row.row, "namesake", message, Level.WARNING, sheet=row.sheet)]
    return _yo(row, fitting[0]) if fitting else []


def _is_told_apart(people: list[KnownPerson], school_class: str) -> bool:
    return bool(school_class) and sum(one.school_class == school_class for one in people) == 1


def _yo(row: ReadPerson, known: KnownPerson) -> list[RowProblem]:
    """The same name, written once with ё and once without."""
    found = []
    for part, title in _PARTS:
        read, stored = getattr(row, part), getattr(known.name, part)
        if read != stored and ("ё" in read.casefold()) != ("ё" in stored.casefold()):
            message = f"{title} в файле «{read}», в базе «{stored}»: один человек"
            found.append(RowProblem(row.row, "yo", message, Level.INFO, part, row.sheet))
    return found


def _of_mentioned(
    row: ReadPerson | ReadPair, mentee: MentionedPerson, same: list[KnownPerson]
) -> list[RowProblem]:
    if len(same) < 2 or _is_told_apart(same, mentee.school_class):
        return []
    name = _full(mentee)
    by_post = [one for one in same if mentee.position and one.position == mentee.position]
    if len(by_post) == 1:
        message = f"«{name}»: в базе людей с таким именем {len(same)}; выбран по должности"
        return [RowProblem(row.row, "namesake", message, Level.INFO, "mentees", row.sheet)]
    message = f"«{name}»: в базе людей с таким именем {len(same)}, нужно выбрать"
    return [RowProblem(row.row, "namesake", message, Level.WARNING, "mentees", row.sheet)]
