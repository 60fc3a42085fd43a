"""Copying all rows between databases of different kinds, by the models' metadata alone."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select, text

from db.models import Model
from db.row_values import key_column

_ROWS_AT_ONCE = 500


def copy_rows(source: Connection, target: Connection) -> None:
    """Add all rows of all tables of one base to another whose tables are empty."""
    for table in Model.metadata.sorted_tables:
        rows = source.execution_options(yield_per=_ROWS_AT_ONCE).execute(select(table)).mappings()
        for some in rows.partitions():
            target.execute(insert(table), [dict(row) for row in some])


def delete_rows(target: Connection) -> None:
    """Empty all tables, children before parents."""
    for table in reversed(Model.metadata.sorted_tables):
        target.execute(table.delete())


def reset_sequences(target: Connection) -> None:
    """Let a PostgreSQL server go on numbering after the largest number of each table."""
    for table in Model.metadata.sorted_tables:
        key = key_column(table)
        largest = target.scalar(select(func.max(key)))
        target.execute(
            text("SELECT setval(pg_get_serial_sequence(:name, :key), :next, false)"),
            {"name": table.name, "key": key.name, "next": (largest or 0) + 1},
        )
