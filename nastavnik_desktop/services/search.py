"""One search for everything: people, pairs and orders by any words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import OrderModel, PersonModel
from db.queries.orders import order_rows
from db.queries.pairings import pairing_rows_of_year
from db.queries.people import participants
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.search import matches, query_words, search_key


@dataclass(frozen=True)
class Found:
    """One thing found: ``kind`` is person, pairing or order."""

    kind: str
    record_id: int
    title: str
    subtitle: str


class SearchService:
    """Finds by words in any order, ё as е, a wrong keyboard layout forgiven."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def find(self, query: str, year: SchoolYear, limit: int = 8) -> list[Found]:
        """At most ``limit`` things of each kind."""
        words = query_words(query)
        if not any(words):
            return []
        with self._base.reading() as session:
            return [
                *_people(session, words, year, limit, self._today()),
                *_pairings(session, words, year, limit, self._today()),
                *_orders(session, words, limit),
            ]


_Words = tuple[tuple[str, ...], tuple[str, ...]]


def _people(
    session: Session, words: _Words, year: SchoolYear, limit: int, today: date
) -> list[Found]:
    statement = (
        select(PersonModel.person_id)
        .where(_name_holds(words))
        .order_by(PersonModel.archived_on.is_not(None), PersonModel.search_key)
        .limit(limit)
    )
    ids = list(session.scalars(statement))
    people = participants(session, ids, year.start, today)
    return [
        Found("person", people[key].person_id, people[key].name.full, people[key].occupation)
        for key in ids
    ]


def _name_holds(words: _Words) -> ColumnElement[bool]:
    readings = [
        and_(*(PersonModel.search_key.contains(word, autoescape=True) for word in reading))
        for reading in words
        if reading
    ]
    return or_(false(), *readings)


def _pairings(
    session: Session, words: _Words, year: SchoolYear, limit: int, today: date
) -> list[Found]:
    rows = (
        row
        for row in pairing_rows_of_year(session, year.start, today)
        if matches(search_key(" ".join(person.name.full for person in row.participants)), words)
    )
    return [
        Found("pairing", row.pairing_id, row.title, f"{row.form.title} · {row.term}")
        for row, _ in zip(rows, range(limit), strict=False)
    ]


def _orders(session: Session, words: _Words, limit: int) -> list[Found]:
    rows = (
        row
        for row in order_rows(session, OrderModel.order_id > 0)
        if matches(search_key(f"приказ {row.title} {row.heading}"), words)
    )
    return [
        Found("order", row.order_id, row.title, row.heading)
        for row, _ in zip(rows, range(limit), strict=False)
    ]
