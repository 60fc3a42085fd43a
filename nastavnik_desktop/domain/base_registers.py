"""«База наставников» and «База наставляемых» in the form of МР-42/02 (письмо от 23.01.2020).

A row is a person of the year's pool in one programme (pair or group); who takes part in several
programmes stands in several rows, who is in no programme yet has one row without a partner.
The version for publication names only those who agreed to it and says nothing else of persons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.pairings import EndKind, MemberDraft
from nastavnik_desktop.domain.people import PoolSide, Representative

Value = str | int | date | None
UNNAMED = "–"
"""Stands for a person who did not agree to be named in public."""


class RegisterKind(StrEnum):
    """Which of the two bases."""

    MENTORS = "mentors"
    MENTEES = "mentees"

    @property
    def label(self) -> str:
        """The name of the form."""
        return "База наставников" if self is RegisterKind.MENTORS else "База наставляемых"


@dataclass(frozen=True)
class Registrant:
    """A person as the bases show one; ``place`` is where the person works or learns."""

    person_id: int
    name: FullName
    place: str = ""
    birth_year: int | None = None
    phone: str = ""
    email: str = ""
    representative: Representative = field(default_factory=Representative)
    is_publishable: bool = False

    @property
    def contacts(self) -> str:
        """Own contacts, then those of the representative of a minor, a line each."""
        parent = self.representative
        who = ", ".join(text for text in (parent.name, parent.relation) if text)
        return "\n".join(text for text in (self.phone, self.email, who, parent.phone) if text)

    def published(self) -> Registrant:
        """The person as a public page may show one."""
        if not self.is_publishable:
            return Registrant(self.person_id, FullName(UNNAMED))
        return Registrant(self.person_id, self.name, self.place, is_publishable=True)


@dataclass(frozen=True)
class Programme:
    """A pair or group of the year."""

    form_title: str
    mentor_id: int
    members: tuple[MemberDraft, ...]
    starts_on: date
    ends_on: date
    ended_on: date | None = None
    end_kind: EndKind | None = None


@dataclass(frozen=True)
class RegisterFacts:
    """All that both bases of a year are made of; people and sides by the person's id."""

    people: Mapping[int, Registrant]
    mentor_sides: Mapping[int, PoolSide] = field(default_factory=dict)
    mentee_sides: Mapping[int, PoolSide] = field(default_factory=dict)
    programmes: tuple[Programme, ...] = ()


@dataclass(frozen=True)
class RegisterRow:
    """One person in one programme, or in none yet."""

    number: int
    person: Registrant
    side: PoolSide
    partners: tuple[Registrant, ...] = ()
    form_title: str = ""
    joined_on: date | None = None
    ends_on: date | None = None
    end_kind: EndKind | None = None

    @property
    def completion(self) -> str:
        """«пройдена» or «прекращена досрочно»; empty while the programme goes on."""
        if self.end_kind is None:
            return ""
        return "пройдена" if self.end_kind is EndKind.COMPLETED else self.end_kind.label

    @property
    def needs(self) -> str:
        """Needs from the list and in words."""
        return "; ".join((*self.side.needs, *((self.side.reason,) if self.side.reason else ())))

    def published(self) -> RegisterRow:
        """The row as a public page may show it: what is told of a person needs a consent."""
        side = replace(self.side, needs=(), reason="") if self.person.is_publishable else PoolSide()
        partners = tuple(partner.published() for partner in self.partners)
        return replace(self, person=self.person.published(), partners=partners, side=side)


@dataclass(frozen=True)
class RegisterColumn:
    """A column of a base; ``width_mm`` is a share of the page, not public ones are personal."""

    code: str
    title: str
    width_mm: float
    value: Callable[[RegisterRow], Value]
    is_public: bool = True


def _partners(row: RegisterRow) -> str:
    return ";\n".join(partner.name.full for partner in row.partners)


def _places_of_partners(row: RegisterRow) -> str:
    return "\n".join(dict.fromkeys(partner.place for partner in row.partners if partner.place))


_COLUMNS = {
    RegisterKind.MENTORS: (
        RegisterColumn("number", "№ п/п", 7, lambda row: row.number),
        RegisterColumn("name", "ФИО наставника", 24, lambda row: row.person.name.full),
        RegisterColumn(
            "contacts", "Контактные данные для связи", 27, lambda row: row.person.contacts, False
        ),
        RegisterColumn("place", "Место работы/учебы наставника", 24, lambda row: row.person.place),
        RegisterColumn(
            "strengths",
            "Основные компетенции наставника",
            26,
            lambda row: "; ".join(row.side.strengths),
        ),
        RegisterColumn(
            "achievements",
            "Важные для программы достижения наставника",
            21,
            lambda row: row.side.achievements,
        ),
        RegisterColumn("interests", "Интересы наставника", 17, lambda row: row.side.interests),
        RegisterColumn(
            "desired_age", "Желаемый возраст наставляемых", 14, lambda row: row.side.desired_age
        ),
        RegisterColumn(
            "time", "Ресурс времени на программу наставничества", 16, lambda r: r.side.time_resource
        ),
        RegisterColumn("joined_on", "Дата вхождения в программу", 19, lambda row: row.joined_on),
        RegisterColumn("partners", "ФИО наставляемого (наставляемых)", 24, _partners),
        RegisterColumn("form", "Форма наставничества", 20, lambda row: row.form_title),
        RegisterColumn(
            "partner_place", "Место работы/учебы наставляемого", 24, _places_of_partners
        ),
        RegisterColumn("ends_on", "Дата завершения программы", 19, lambda row: row.ends_on),
        RegisterColumn("results", "Результаты программы", 18, lambda row: row.side.results),
        RegisterColumn(
            "link",
            "Ссылка на кейс/отзыв наставника, размещенные на сайте организации",
            18,
            lambda row: row.side.link,
        ),
    ),
    RegisterKind.MENTEES: (
        RegisterColumn("number", "№ п/п", 8.5, lambda row: row.number),
        RegisterColumn("name", "ФИО наставляемого", 26, lambda row: row.person.name.full),
        RegisterColumn(
            "contacts",
            "Контактные данные для связи (данные представителя)",
            28,
            lambda row: row.person.contacts,
            False,
        ),
        RegisterColumn(
            "birth_year", "Год рождения наставляемого", 25.5, lambda r: r.person.birth_year, False
        ),
        RegisterColumn(
            "needs", "Основной запрос наставляемого", 27.5, lambda row: row.needs, False
        ),
        RegisterColumn("joined_on", "Дата вхождения в программу", 20, lambda row: row.joined_on),
        RegisterColumn("partners", "ФИО наставника", 26, _partners),
        RegisterColumn("form", "Форма наставничества", 27, lambda row: row.form_title),
        RegisterColumn("partner_place", "Место работы/учебы наставника", 26, _places_of_partners),
        RegisterColumn("ends_on", "Дата завершения программы", 21, lambda row: row.ends_on),
        RegisterColumn("results", "Результаты программы", 20, lambda row: row.side.results),
        RegisterColumn(
            "link",
            "Ссылка на кейс/отзыв наставляемого, размещенные на сайте организации",
            27,
            lambda row: row.side.link,
        ),
        RegisterColumn(
            "completion", "Отметка о прохождении программы", 23, lambda row: row.completion
        ),
    ),
}


def columns_of(kind: RegisterKind) -> tuple[RegisterColumn, ...]:
    """All columns of a base in the order of the form (DOMAIN: 16 of mentors, 13 of mentees)."""
    return _COLUMNS[kind]


def chosen_columns(
    kind: RegisterKind, codes: Sequence[str] = (), *, is_public: bool = False
) -> tuple[RegisterColumn, ...]:
    """The columns to print: all, or those with these codes; personal ones are never published.

    Raises RuleViolation for a code that the base does not have, and when no column is left.
    """
    known = columns_of(kind)
    for code in set(codes) - {column.code for column in known}:
        raise RuleViolation(f"В таблице «{kind.label}» нет графы «{code}».", "columns")
    chosen = tuple(
        column
        for column in known
        if (not codes or column.code in codes) and (column.is_public or not is_public)
    )
    if not chosen:
        raise RuleViolation("Отметьте хотя бы одну графу, которую можно напечатать.", "columns")
    return chosen


def register_rows(
    facts: RegisterFacts, kind: RegisterKind, *, is_public: bool = False
) -> list[RegisterRow]:
    """Rows of a base by name and date, numbered; in public those without a name come last."""
    found = _mentor_rows(facts) if kind is RegisterKind.MENTORS else _mentee_rows(facts)
    rows = [row.published() for row in found] if is_public else list(found)
    rows.sort(key=_order)
    return [replace(row, number=number) for number, row in enumerate(rows, start=1)]


def _order(row: RegisterRow) -> tuple[bool, str, date]:
    is_unnamed = row.person.name.last_name == UNNAMED
    return is_unnamed, row.person.name.key, row.joined_on or date.min


def _mentor_rows(facts: RegisterFacts) -> Iterator[RegisterRow]:
    for programme in facts.programmes:
        side = facts.mentor_sides.get(programme.mentor_id, PoolSide())
        partners = (facts.people[member.person_id] for member in programme.members)
        yield _row(facts.people[programme.mentor_id], side, programme, partners)
    busy = {programme.mentor_id for programme in facts.programmes}
    yield from _rows_without_programme(facts, facts.mentor_sides, busy)


def _mentee_rows(facts: RegisterFacts) -> Iterator[RegisterRow]:
    for programme in facts.programmes:
        for member in programme.members:
            side = facts.mentee_sides.get(member.person_id, PoolSide())
            mentor = facts.people[programme.mentor_id]
            own = replace(
                programme,
                starts_on=member.joined_on or programme.starts_on,
                ended_on=member.left_on or programme.ended_on,
                end_kind=EndKind.EARLY if member.left_on else programme.end_kind,
            )
            yield _row(facts.people[member.person_id], side, own, (mentor,))
    busy = {member.person_id for programme in facts.programmes for member in programme.members}
    yield from _rows_without_programme(facts, facts.mentee_sides, busy)


def _row(
    person: Registrant, side: PoolSide, programme: Programme, partners: Iterable[Registrant]
) -> RegisterRow:
    return RegisterRow(
        number=0,
        person=person,
        side=side,
        partners=tuple(partners),
        form_title=programme.form_title,
        joined_on=programme.starts_on,
        ends_on=programme.ended_on or programme.ends_on,
        end_kind=programme.end_kind,
    )


def _rows_without_programme(
    facts: RegisterFacts, sides: Mapping[int, PoolSide], busy: set[int]
) -> Iterator[RegisterRow]:
    for person_id, side in sides.items():
        if person_id not in busy:
            person = facts.people[person_id]
            yield RegisterRow(0, person, side, joined_on=side.joined_on, ends_on=side.left_on)
