"""Recording of every written row into the journal, inside the ORM's flush; no write goes past it.

A session writes within a step that ``Base.begin`` gave it. Statements that would change rows
outside the flush are refused, because the journal could not see them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any, NoReturn, cast

from sqlalchemy import Column, Connection, Table, event, insert, inspect, select, update
from sqlalchemy.orm import (
    Mapper,
    ORMExecuteState,
    Session,
    UOWTransaction,
    object_session,
)
from sqlalchemy.orm.attributes import get_history

from db.models.base import Model
from db.models.journal import (
    LONGEST_ACTOR,
    LONGEST_TITLE,
    JournalChangeModel,
    JournalStepModel,
    StepStatus,
)
from db.row_values import encoded_row, encoded_value, key_column, referring_keys
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.history import RowChange

STEPS = cast("Table", JournalStepModel.__table__)
CHANGES = cast("Table", JournalChangeModel.__table__)

FORGOTTEN = "Этот шаг нельзя отменить: персональные данные удалены по требованию."
FORGOTTEN_TITLE = "Изменены данные, удалённые по требованию"

_TABLE_ORDER = {table.name: place for place, table in enumerate(Model.metadata.sorted_tables)}
_KEYS_AT_ONCE = 500

Row = tuple[str, int]


@dataclass
class Step:
    """The step that a session is writing; services may change the title until the commit.

    ``own_steps_only``: on a server a new step drops only this person's undone steps.
    """

    title: str
    actor: str
    changes: Changes = Changes.NOTHING
    refusal: str = ""
    own_steps_only: bool = False
    step_id: int | None = None
    entries: list[dict[str, Any]] = field(default_factory=list)
    sorted_up_to: int = 0
    forgotten: set[Row] = field(default_factory=set)
    forgotten_words: set[str] = field(default_factory=set)


class JournaledSession(Session):
    """A session whose every written row is recorded; what cannot be recorded is refused."""

    def begin_nested(self) -> NoReturn:
        """One transaction per intention: a part of it cannot be kept without the rest."""
        _refuse("a savepoint")

    def bulk_save_objects(self, *_: Any, **__: Any) -> NoReturn:  # noqa: ANN401
        """Refused: the journal would not see the rows."""
        _refuse("bulk_save_objects")

    def bulk_insert_mappings(self, *_: Any, **__: Any) -> NoReturn:  # noqa: ANN401
        """Refused: the journal would not see the rows."""
        _refuse("bulk_insert_mappings")

    def bulk_update_mappings(self, *_: Any, **__: Any) -> NoReturn:  # noqa: ANN401
        """Refused: the journal would not see the rows."""
        _refuse("bulk_update_mappings")


def begin_step(session: Session, step: Step) -> None:
    """Let the session write, as this step."""
    session.info["step"] = step


def step_of(session: Session) -> Step:
    """The step that the session is writing.

    Raises RuntimeError in a session that only reads.
    """
    step = session.info.get("step")
    if not isinstance(step, Step):
        _refuse("a write outside of a step")
    return step


def utc_now() -> datetime:
    """The moment in UTC without an offset, as the journal keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


def chunks(keys: Collection[int]) -> Iterable[list[int]]:
    """Keys in portions that fit into one statement."""
    listed = list(keys)
    return (listed[at : at + _KEYS_AT_ONCE] for at in range(0, len(listed), _KEYS_AT_ONCE))


def _refuse(what: str) -> NoReturn:
    raise RuntimeError(f"{what} would go past the journal: change objects within Base.begin")


@event.listens_for(JournaledSession, "do_orm_execute")
def _only_reads(state: ORMExecuteState) -> None:
    if not state.is_select:
        _refuse("a statement other than select")


@event.listens_for(JournaledSession, "before_flush")
def _only_within_a_step(session: Session, _context: UOWTransaction, _objects: object) -> None:
    step_of(session)


@event.listens_for(Model, "after_insert", propagate=True)
def _inserted(mapper: Mapper[Any], _connection: Connection, target: Model) -> None:
    row = encoded_row(_table(mapper), _column_values(mapper, target))
    _record(mapper, target, RowChange.CREATED, None, row)


@event.listens_for(Model, "before_update", propagate=True)
def _updated(mapper: Mapper[Any], connection: Connection, target: Model) -> None:
    table = _table(mapper)
    before, after, unknown = {}, {}, []
    for name in set(mapper.column_attrs.keys()) - inspect(target).unmodified:
        column = mapper.column_attrs[name].columns[0].name
        added, _, deleted = get_history(target, name)
        after[column] = encoded_value(table, column, added[0] if added else None)
        if deleted:
            before[column] = encoded_value(table, column, deleted[0])
        elif added:
            unknown.append(column)
    if unknown:
        stored = _stored_row(connection, table, _key(mapper, target))
        before.update({column: stored[column] for column in unknown})
    changed = [column for column in before if before[column] != after[column]]
    if changed:
        _record(
            mapper,
            target,
            RowChange.CHANGED,
            {column: before[column] for column in changed},
            {column: after[column] for column in changed},
        )


@event.listens_for(Model, "before_delete", propagate=True)
def _deleted(mapper: Mapper[Any], connection: Connection, target: Model) -> None:
    table, key = _table(mapper), _key(mapper, target)
    for column in _cascading_columns(table):
        if connection.execute(select(column).where(column == key).limit(1)).first():
            _refuse(f"rows of {column.table.name} that the database deletes with {table.name}")
    _record(mapper, target, RowChange.DELETED, _stored_row(connection, table, key), None)


@event.listens_for(JournaledSession, "after_flush")
def _flushed(session: Session, _context: UOWTransaction) -> None:
    """Put the entries of one flush into the order of its statements.

    The ORM tells of rows per table, but updates a table before it inserts into it, and deletes
    at the end, children first; the journal must be able to go back statement by statement.
    """
    step = session.info.get("step")
    if isinstance(step, Step):
        step.entries[step.sorted_up_to :] = sorted(
            step.entries[step.sorted_up_to :], key=_statement_order
        )
        step.sorted_up_to = len(step.entries)


@event.listens_for(JournaledSession, "before_commit")
def _write_step(session: Session) -> None:
    session.flush()
    step = session.info.get("step")
    if not isinstance(step, Step) or not (step.entries or step.forgotten):
        return
    connection = session.connection()
    step.step_id = _insert_step(connection, step)
    _insert_changes(connection, step)
    _drop_undone(connection, step)
    if step.forgotten:
        _scrub(connection, step)


def _insert_step(connection: Connection, step: Step) -> int:
    row = {
        "title": step.title[:LONGEST_TITLE],
        "made_at": utc_now(),
        "actor": step.actor[:LONGEST_ACTOR],
        "changes": step.changes.value,
        "status": StepStatus.DONE,
        "refusal": step.refusal,
    }
    (step_id,) = connection.execute(insert(STEPS).values(row).returning(STEPS.c.step_id)).one()
    return int(step_id)


def _insert_changes(connection: Connection, step: Step) -> None:
    for entry in step.entries:
        entry["step_id"] = step.step_id
    if step.entries:
        connection.execute(insert(CHANGES), step.entries)
    step.entries.clear()
    step.sorted_up_to = 0


def _drop_undone(connection: Connection, step: Step) -> None:
    dropping = update(STEPS).where(STEPS.c.status == StepStatus.UNDONE)
    if step.own_steps_only:
        dropping = dropping.where(STEPS.c.actor == step.actor)
    connection.execute(dropping.values(status=StepStatus.DROPPED))


def _scrub(connection: Connection, step: Step) -> None:
    """Clear the values of forgotten rows from all steps, this one included."""
    touched: set[int] = set()
    for table_name in {name for name, _ in step.forgotten}:
        keys = {key for name, key in step.forgotten if name == table_name}
        for some in chunks(keys):
            of_rows = (CHANGES.c.table_name == table_name) & CHANGES.c.row_key.in_(some)
            touched.update(connection.scalars(select(CHANGES.c.step_id).where(of_rows)))
            connection.execute(update(CHANGES).where(of_rows).values(before={}, after={}))
    for ids in chunks(touched):
        _forbid_undo(connection, ids, step.forgotten_words)


def _forbid_undo(connection: Connection, ids: list[int], words: set[str]) -> None:
    those = STEPS.c.step_id.in_(ids)
    connection.execute(update(STEPS).where(those).values(refusal=FORGOTTEN))
    for row in connection.execute(select(STEPS.c.step_id, STEPS.c.title).where(those)).all():
        if any(word in row.title for word in words):
            renaming = update(STEPS).where(STEPS.c.step_id == row.step_id)
            connection.execute(renaming.values(title=FORGOTTEN_TITLE))


def _record(
    mapper: Mapper[Any],
    target: Model,
    change: RowChange,
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
) -> None:
    entry = {
        "table_name": _table(mapper).name,
        "row_key": _key(mapper, target),
        "change": change,
        "before": before,
        "after": after,
    }
    step_of(cast("Session", object_session(target))).entries.append(entry)


def _statement_order(entry: dict[str, Any]) -> tuple[bool, int, bool]:
    place, change = _TABLE_ORDER[entry["table_name"]], entry["change"]
    is_deleted = change is RowChange.DELETED
    return is_deleted, -place if is_deleted else place, change is RowChange.CREATED


@cache
def _cascading_columns(table: Table) -> list[Column[Any]]:
    """Columns whose rows the database itself would delete or clear with a row of this table.

    The ORM deletes the parts of a record before the record, so here nothing is left of them.
    """
    return [column for column, key in referring_keys(table) if key.ondelete]


def _table(mapper: Mapper[Any]) -> Table:
    return cast("Table", mapper.local_table)


def _key(mapper: Mapper[Any], target: Model) -> int:
    return int(mapper.primary_key_from_instance(target)[0])


def _column_values(mapper: Mapper[Any], target: Model) -> dict[str, Any]:
    values = target.__dict__
    return {prop.columns[0].name: values.get(prop.key) for prop in mapper.column_attrs}


def _stored_row(connection: Connection, table: Table, key: int) -> dict[str, Any]:
    row = connection.execute(select(table).where(key_column(table) == key)).mappings().one()
    return encoded_row(table, {column.name: row[column] for column in table.columns})
