"""Moves everything that refers to one row over to another, through the flush and the journal."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any, cast

from sqlalchemy import Column, Table, UniqueConstraint, inspect, select
from sqlalchemy.orm import Session

from db.models import Model
from db.row_values import key_column, referring_keys


def repoint(
    session: Session, kept: Model, gone: Model, *, leaving: Collection[type[Model]] = ()
) -> None:
    """Let all rows that refer to ``gone`` refer to ``kept``, but those of the models ``leaving``.

    A row that the kept one already has (a unique key, or a part of the record with all values
    equal) fills the blanks of its twin and is deleted.
    """
    table = cast("Table", inspect(type(kept)).local_table)
    kept_key, gone_key = _key(kept), _key(gone)
    parts = {relation.mapper.class_ for relation in inspect(type(kept)).relationships}
    for column, _ in referring_keys(table):
        model = _models()[column.table.name]
        if model not in leaving:
            _move_rows(session, model, column, (kept_key, gone_key), is_part=model in parts)
    session.flush()


def referring_rows(session: Session, row: Model) -> list[Model]:
    """All rows that refer to a row."""
    table = cast("Table", inspect(type(row)).local_table)
    return [
        one
        for column, _ in referring_keys(table)
        for one in session.scalars(select(_models()[column.table.name]).where(column == _key(row)))
    ]


def _move_rows(
    session: Session,
    model: type[Model],
    column: Column[Any],
    keys: tuple[int, int],
    *,
    is_part: bool,
) -> None:
    kept_key, gone_key = keys
    attribute = _attribute(model, column)
    own = list(session.scalars(select(model).where(column == kept_key)))
    for row in session.scalars(select(model).where(column == gone_key)).all():
        twin = next((one for one in own if _are_twins(row, one, column, is_part=is_part)), None)
        if twin is None:
            setattr(row, attribute, kept_key)
            continue
        _fill(twin, row)
        repoint(session, twin, row)
        session.expire(row)
        session.delete(row)


def _are_twins(row: Model, other: Model, column: Column[Any], *, is_part: bool) -> bool:
    values, others = _values(row), _values(other)
    whole = set(values) - {key_column(column.table).name, column.name}
    names = [whole] * is_part + [
        {one.name for one in constraint.columns} - {column.name}
        for constraint in column.table.constraints
        if isinstance(constraint, UniqueConstraint) and column.name in constraint.columns
    ]
    return any(all(values[name] == others[name] for name in some) for some in names)


def _fill(twin: Model, row: Model) -> None:
    values = _values(row)
    for name, value in _values(twin).items():
        if isinstance(value, list):
            setattr(twin, name, [*value, *(one for one in values[name] if one not in value)])
        elif value is None or value == "":
            setattr(twin, name, values[name])


def _values(row: Model) -> dict[str, Any]:
    mapper = inspect(type(row))
    return {
        attribute.columns[0].name: getattr(row, attribute.key)
        for attribute in mapper.column_attrs
        if not attribute.deferred
    }


def _attribute(model: type[Model], column: Column[Any]) -> str:
    return str(inspect(model).get_property_by_column(column).key)


def _key(row: Model) -> int:
    return int(inspect(type(row)).primary_key_from_instance(row)[0])


@cache
def _models() -> dict[str, type[Model]]:
    return {mapper.local_table.name: mapper.class_ for mapper in Model.registry.mappers}  # type: ignore[attr-defined]
