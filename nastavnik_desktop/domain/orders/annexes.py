"""Rows of annexes as facts, and the difference between what an order said and what is so now.

A row keeps its number for ever: a row that is excluded leaves a gap, a new one goes to the end,
so that «строку 3 приложения № 1» means the same in every later order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.orders.kinds import TableLayout


@dataclass(frozen=True)
class AnnexPerson:
    """Someone in a row: full name, and post, class, category, service as one text."""

    person_id: int
    name: str
    about: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class AnnexMember:
    """A mentee of a row with the term."""

    person: AnnexPerson
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class AnnexRow:
    """A pair or group; ``sentence`` is its line where pairs stand in the text of the order."""

    number: int
    pairing_id: int
    mentor: AnnexPerson
    members: tuple[AnnexMember, ...]
    role_model: str = ""
    is_group: bool = False
    topic: str = ""
    consents: str = ""
    sentence: str = ""

    @property
    def person_ids(self) -> frozenset[int]:
        """The mentor and the mentees."""
        return frozenset({self.mentor.person_id, *(one.person.person_id for one in self.members)})

    @property
    def mentee_ids(self) -> frozenset[int]:
        """The mentees."""
        return frozenset(one.person.person_id for one in self.members)

    @property
    def essence(self) -> tuple[object, ...]:
        """What an order decides: who mentors whom, and when; not posts and years of service."""
        members = frozenset(
            (one.person.person_id, one.starts_on, one.ends_on) for one in self.members
        )
        return self.pairing_id, self.mentor.person_id, members


@dataclass(frozen=True)
class AnnexState:
    """An annex: all pairs and groups of one form of mentoring."""

    number: int
    form_code: str
    form: str
    rows: tuple[AnnexRow, ...] = ()
    layout: TableLayout = TableLayout.FULL
    mentor_about_title: str = ""
    mentee_about_title: str = ""


class ChangeKind(StrEnum):
    """What an amendment does to a row."""

    REPLACED = "replaced"
    EXCLUDED = "excluded"
    ADDED = "added"


@dataclass(frozen=True)
class RowChange:
    """A change of one row of an annex; ``before`` and ``after`` are absent where there is none."""

    annex_number: int
    kind: ChangeKind
    before: AnnexRow | None = None
    after: AnnexRow | None = None

    @property
    def row_number(self) -> int:
        """The number of the row that is changed."""
        row = self.after or self.before
        return row.number if row else 0


def difference(before: AnnexState | None, after: AnnexState) -> tuple[RowChange, ...]:
    """What must be changed in an annex so that it says what ``after`` says, by row numbers."""
    old = {row.number: row for row in before.rows} if before else {}
    new = {row.number: row for row in after.rows}
    found = []
    for number in sorted({*old, *new}):
        was, now = old.get(number), new.get(number)
        if was is None:
            found.append(RowChange(after.number, ChangeKind.ADDED, None, now))
        elif now is None:
            found.append(RowChange(after.number, ChangeKind.EXCLUDED, was, None))
        elif was != now:
            found.append(RowChange(after.number, ChangeKind.REPLACED, was, now))
    return tuple(found)


def applied(rows: Iterable[AnnexRow], changes: Iterable[RowChange]) -> tuple[AnnexRow, ...]:
    """The rows after the changes, by their numbers: the reverse of ``difference``."""
    by_number = {row.number: row for row in rows}
    for change in changes:
        if change.after is None:
            by_number.pop(change.row_number, None)
        else:
            by_number[change.row_number] = change.after
    return tuple(by_number[number] for number in sorted(by_number))


def brought_up_to_date(before: AnnexState, present: Sequence[AnnexRow]) -> AnnexState:
    """The annex with the pairings that go on now in place of those that it had.

    A pairing stays in its row, as it was printed unless people or days changed; one with a mentee
    of a pairing that ended takes that row (the mentor was replaced); any other gets a new row at
    the end.
    """
    waiting = {row.pairing_id: row for row in present}
    kept: dict[int, AnnexRow] = {}
    for row in before.rows:
        now = waiting.pop(row.pairing_id, None)
        if now is not None:
            kept[row.number] = row if row.essence == now.essence else now
    for row in before.rows:
        if row.number not in kept:
            successor = next(
                (one for one in waiting.values() if one.mentee_ids & row.mentee_ids), None
            )
            if successor is not None:
                kept[row.number] = waiting.pop(successor.pairing_id)
    last = max((row.number for row in before.rows), default=0)
    added = dict(enumerate(waiting.values(), start=last + 1))
    rows = tuple(replace(row, number=number) for number, row in sorted({**kept, **added}.items()))
    return replace(before, rows=rows)
