"""Going back and forth over journaled changes: the rows themselves, in an order keys allow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from db.recording import chunks
from db.row_values import bound_values, encoded_row, key_column, referring_keys
from nastavnik_desktop.domain.history import RowChange

_OPPOSITE = {
    RowChange.CREATED: RowChange.DELETED,
    RowChange.DELETED: RowChange.CREATED,
    RowChange.CHANGED: RowChange.CHANGED,
}


class RowsMovedOn(Exception):
    """The rows are not as the journal left them, or newer rows hang on them."""


@dataclass(frozen=True)
class JournaledChange:
    """One row's change as the journal keeps it (values in JSON)."""

    table: Table
    key: int
    change: RowChange
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None

    @property
    def reversed(self) -> JournaledChange:
        """The change that takes this one back."""
        return JournaledChange(
            self.table, self.key, _OPPOSITE[self.change], self.after, self.before
        )


def apply(connection: Connection, changes: Iterable[JournaledChange]) -> None:
    """Carry out changes in the order given; runs of like changes go together.

    Raises RowsMovedOn when a row differs from what the change starts from, when a row to be
    deleted is still referred to, or when a constraint would break.
    """
    try:
        for (_, change), like in groupby(changes, key=lambda one: (one.table.name, one.change)):
            run = list(like)
            _APPLIERS[change](connection, run[0].table, run)
    except IntegrityError as error:
        raise RowsMovedOn from error


def _create(connection: Connection, table: Table, run: list[JournaledChange]) -> None:
    # With RETURNING many rows go in one statement, also on a server.
    adding = insert(table).returning(key_column(table))
    connection.execute(adding, [bound_values(table, one.after or {}) for one in run])


def _change(connection: Connection, table: Table, run: list[JournaledChange]) -> None:
    for one in run:
        # Row by row: one step may change a row twice, and the second change starts from the first.
        _demand_unchanged(connection, table, [one])
        values = bound_values(table, one.after or {})
        connection.execute(update(table).where(key_column(table) == one.key).values(values))


def _delete(connection: Connection, table: Table, run: list[JournaledChange]) -> None:
    _demand_unchanged(connection, table, run)
    for keys in chunks([one.key for one in run]):
        _demand_unreferred(connection, table, keys)
        connection.execute(delete(table).where(key_column(table).in_(keys)))


_APPLIERS = {
    RowChange.CREATED: _create,
    RowChange.CHANGED: _change,
    RowChange.DELETED: _delete,
}


def _demand_unchanged(connection: Connection, table: Table, run: list[JournaledChange]) -> None:
    stored = _stored_rows(connection, table, [one.key for one in run])
    for one in run:
        row = stored.get(one.key)
        if row is None or any(
            row[name] != value for name, value in (one.before or {}).items() if name in row
        ):
            raise RowsMovedOn


def _stored_rows(
    connection: Connection, table: Table, keys: list[int]
) -> dict[int, dict[str, Any]]:
    key = key_column(table)
    rows: dict[int, dict[str, Any]] = {}
    for some in chunks(keys):
        for row in connection.execute(select(table).where(key.in_(some))).mappings():
            values = {column.name: row[column] for column in table.columns}
            rows[values[key.name]] = encoded_row(table, values)
    return rows


def _demand_unreferred(connection: Connection, table: Table, keys: list[int]) -> None:
    """Newer rows that hang on these must not vanish with them, even where a key would cascade."""
    for column, _ in referring_keys(table):
        other = column.table
        hanging = select(column).where(column.in_(keys))
        if other is table:
            hanging = hanging.where(key_column(table).not_in(keys))
        if connection.execute(hanging.limit(1)).first():
            raise RowsMovedOn
