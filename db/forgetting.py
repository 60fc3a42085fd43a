"""What the base and its journal hold of one person, to be cleared; copies that still hold it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Column, Table, or_, select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import JournalChangeModel, OrderModel, PairingModel, PersonModel
from db.recording import chunks
from db.row_values import key_column, referring_keys
from db.sqlite_file import file_uri
from nastavnik_desktop.domain.card_merge import trace_of_merging
from nastavnik_desktop.domain.full_name import FullName

Rows = set[tuple[str, int]]
_PEOPLE = cast("Table", PersonModel.__table__)
_ORDERS = cast("Table", OrderModel.__table__)
_PAIRINGS = cast("Table", PairingModel.__table__)
_KEPT_TABLES = frozenset(("pairings", "pairing_members"))
"""Tables that hold of a person the number alone: pairs stay, so that figures of years stay."""


_BESIDE_ORDERS = frozenset(("order_pairings", "road_maps", "road_map_evidence"))
"""Tables that only point to an order and tell nothing of the people in it."""


def rows_about(session: Session, person_id: int) -> Rows:
    """Every row that told of a person, now or once: tables and keys for ``journal.forget``.

    Cards that were merged into this one are of the same person. Of orders in which the person
    stood only the journal is cleared: the orders themselves keep their text.
    """
    people = _with_merged(session, {person_id})
    rows = {(_PEOPLE.name, key) for key in people}
    rows |= _parts(session, _PEOPLE, people, leaving=_KEPT_TABLES)
    orders = _orders(session, people)
    rows |= {(_ORDERS.name, key) for key in orders}
    rows |= _parts(session, _ORDERS, orders, leaving=_BESIDE_ORDERS)
    return rows


def _with_merged(session: Session, people: set[int]) -> set[int]:
    """The cards and those that were merged into them, told by the trace that they left."""
    traces = [trace_of_merging(key) for key in people]
    merged = select(JournalChangeModel.row_key).where(
        JournalChangeModel.table_name == _PEOPLE.name,
        JournalChangeModel.after["notes"].as_string().in_(traces),
    )
    wider = people | set(session.scalars(merged))
    return people if wider == people else _with_merged(session, wider)


def _parts(
    session: Session, table: Table, keys: Collection[int], *, leaving: Collection[str]
) -> Rows:
    """Rows that refer to these, and rows that refer to those in turn."""
    found: Rows = set()
    for column, _ in referring_keys(table):
        if column.table.name not in leaving:
            own = _referring(session, column, keys)
            found |= {(column.table.name, key) for key in own}
            found |= _parts(session, column.table, own, leaving=leaving) if own else set()
    return found


def _orders(session: Session, people: Collection[int]) -> set[int]:
    """Orders that hold or held a pair of the person."""
    pairings: set[int] = set()
    for column, _ in referring_keys(_PEOPLE):
        if column.table is _PAIRINGS:
            pairings |= _referring(session, column, people)
        elif column.table.name in _KEPT_TABLES:
            pairings |= _owners(session, column, people, "pairing_id")
    (link,) = (one for one, _ in referring_keys(_PAIRINGS) if one.table.name == "order_pairings")
    return _owners(session, link, pairings, "order_id")


def _referring(session: Session, column: Column[Any], keys: Collection[int]) -> set[int]:
    """Keys of rows whose column holds one of the keys now, or held it by the journal."""
    return _now(session, column, keys, key_column(column.table)) | {
        change.row_key for change in _changes(session, column, keys)
    }


def _owners(session: Session, column: Column[Any], keys: Collection[int], owner: str) -> set[int]:
    """As ``_referring``, but what another column of those rows refers to."""
    once = (
        values[owner]
        for change in _changes(session, column, keys)
        for values in (change.before, change.after)
        if values and owner in values
    )
    return _now(session, column, keys, column.table.c[owner]) | set(once)


def _now(
    session: Session, column: Column[Any], keys: Collection[int], wanted: Column[Any]
) -> set[int]:
    return {
        found
        for some in chunks(keys)
        for found in session.scalars(select(wanted).where(column.in_(some)))
    }


def _changes(
    session: Session, column: Column[Any], keys: Collection[int]
) -> Iterable[JournalChangeModel]:
    for some in chunks(keys):
        held = (
            values[column.name].as_integer().in_(some)
            for values in (JournalChangeModel.before, JournalChangeModel.after)
        )
        of_table = JournalChangeModel.table_name == column.table.name
        yield from session.scalars(select(JournalChangeModel).where(of_table, or_(*held)))


def rows_once_telling(
    session: Session, tables: Collection[str], tells: Callable[[str], bool]
) -> Rows:
    """Rows of tables whose texts, by the journal, once told what ``tells`` looks for."""
    changes = select(JournalChangeModel).where(JournalChangeModel.table_name.in_(tables))
    return {
        (change.table_name, change.row_key)
        for change in session.scalars(changes)
        if any(tells(text) for text in _texts([change.before, change.after]))
    }


def owners_once(session: Session, table: str, keys: Collection[int], owner: str) -> set[int]:
    """What another column of these rows referred to, by the journal."""
    found: set[int] = set()
    for some in chunks(keys):
        changes = select(JournalChangeModel).where(
            JournalChangeModel.table_name == table, JournalChangeModel.row_key.in_(some)
        )
        for change in session.scalars(changes):
            found |= {one[owner] for one in (change.before, change.after) if one and owner in one}
    return found


def _texts(value: object) -> Iterable[str]:
    """All texts of a stored value, in whatever lists and objects they stand."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def copies_holding(name: FullName, copies: Iterable[Path]) -> list[Path]:
    """Copies of the base in which a person of this name stands; unreadable ones are suspected."""
    return [path for path in copies if _holds(path, name)]


def _holds(path: Path, name: FullName) -> bool:
    query = "SELECT 1 FROM people WHERE last_name = ? AND first_name = ? AND patronymic = ? LIMIT 1"
    try:
        with closing(sqlite3.connect(file_uri(path, "ro"), uri=True)) as connection:
            parts = (name.last_name, name.first_name, name.patronymic)
            return connection.execute(query, parts).fetchone() is not None
    except sqlite3.Error:
        return True


def compact(base: Base) -> None:
    """Rewrite a base file without the pages that were freed: deleted text lies there else."""
    if base.is_sqlite:
        with base.set_aside() as path, closing(sqlite3.connect(path)) as connection:
            connection.execute("VACUUM")
