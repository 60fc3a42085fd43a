"""Checking a base: pages and indexes, foreign keys, the schema, the program's own rules."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, text

from db.engine import Base
from db.migrate import faults_of_file
from db.models import Model

# A sentence that names the breach, and a select whose first column holds the keys of its rows.
OwnRule = tuple[str, str]
_KEYS_SHOWN = 10


def faults(base: Base, rules: Iterable[OwnRule] = ()) -> list[str]:
    """What is wrong with the base, each fault as a Russian sentence; empty when it is sound.

    The keys of foreign tables on a server are watched by the server itself.
    """
    with base.reading() as session:
        connection = session.connection()
        found = _broken_file(connection) if base.is_sqlite else []
        found += _other_schema(connection)
        return found + [line for rule in rules if (line := _breach(connection, rule))]


def _broken_file(connection: Connection) -> list[str]:
    return [f"Файл базы повреждён: {fault}." for fault in faults_of_file(connection)]


def _other_schema(connection: Connection) -> list[str]:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return [
        f"Таблицы базы отличаются от нужных программе: {_place(difference)}."
        for difference in compare_metadata(context, Model.metadata)
    ]


def _place(difference: Any) -> str:  # noqa: ANN401
    """A difference as Alembic tells it: a tuple that begins with its kind, or a list of such."""
    first = difference[0] if isinstance(difference, list) else difference
    names = [str(getattr(part, "name", part)) for part in first if part is not None]
    return " ".join(names[:4])


def _breach(connection: Connection, rule: OwnRule) -> str:
    sentence, query = rule
    keys = [str(key) for key in connection.execute(text(query)).scalars()]
    if not keys:
        return ""
    more = f" и ещё {len(keys) - _KEYS_SHOWN}" if len(keys) > _KEYS_SHOWN else ""
    start = sentence[:1].upper() + sentence[1:]
    return f"{start}: записи № {', '.join(keys[:_KEYS_SHOWN])}{more}."
