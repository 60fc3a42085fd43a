"""Values of rows as JSON and back: the journal keeps them so, whatever the database."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, Table, null

Codec = Callable[[Any], Any]


def key_column(table: Table) -> Column[Any]:
    """The only column of the table's primary key: every table has one whole number as its key."""
    (column,) = table.primary_key.columns
    return column


@cache
def referring_keys(table: Table) -> list[tuple[Column[Any], ForeignKey]]:
    """Columns of all tables that refer to this one, each with its foreign key."""
    return [
        (column, key)
        for other in table.metadata.tables.values()
        for column in other.columns
        for key in column.foreign_keys
        if key.column.table is table
    ]


def encoded_row(table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """All columns of a row as JSON; ``values`` by column name, absent ones are NULL."""
    return {
        name: encode(value) if (value := values.get(name)) is not None else None
        for name, encode in _encoders(table).items()
    }


def encoded_value(table: Table, name: str, value: Any) -> Any:  # noqa: ANN401
    """One value of a column as JSON."""
    return None if value is None else _encoders(table)[name](value)


def decoded_values(table: Table, values: Mapping[str, Any] | None) -> dict[str, Any]:
    """Python values of the columns named in a JSON object; columns that are gone are left out."""
    decoders = _decoders(table)
    return {
        name: None if value is None else decoders[name](value)
        for name, value in (values or {}).items()
        if name in decoders
    }


def bound_values(table: Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """Decoded values as an INSERT or UPDATE needs them: an absent JSON is NULL, not ``null``."""
    return {
        name: null() if value is None and isinstance(table.c[name].type, JSON) else value
        for name, value in decoded_values(table, values).items()
    }


@cache
def _encoders(table: Table) -> dict[str, Codec]:
    return {column.name: _encoder(column) for column in table.columns}


@cache
def _decoders(table: Table) -> dict[str, Codec]:
    return {column.name: _decoder(column) for column in table.columns}


def _encoder(column: Column[Any]) -> Codec:
    kind = _python_type(column)
    if issubclass(kind, Enum):
        return lambda value: kind(value).value
    if issubclass(kind, bytes):
        return lambda value: base64.b64encode(value).decode("ascii")
    if issubclass(kind, datetime):
        return _moment_text
    if issubclass(kind, date):
        return lambda value: value.isoformat()
    return str if issubclass(kind, Decimal) else _same_scalar(kind)


def _decoder(column: Column[Any]) -> Codec:
    kind = _python_type(column)
    if issubclass(kind, bytes):
        return base64.b64decode
    if issubclass(kind, (date, datetime)):
        return kind.fromisoformat
    return kind if issubclass(kind, (Enum, Decimal)) else lambda value: value


def _python_type(column: Column[Any]) -> type[Any]:
    return object if isinstance(column.type, JSON) else column.type.python_type


def _same_scalar(kind: type[Any]) -> Codec:
    """Numbers and flags in one spelling, so that 1 and True in a flag's column compare equal."""
    return kind if issubclass(kind, (bool, int, float)) else lambda value: value


def _moment_text(moment: datetime) -> str:
    return (moment.astimezone(UTC) if moment.tzinfo else moment).isoformat()
