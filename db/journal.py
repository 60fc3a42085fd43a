"""The journal: undo and redo of steps, the history of a record, forgetting a person's data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Row, and_, exists, select, update
from sqlalchemy.orm import Session

from db.models.base import Model
from db.models.journal import StepStatus
from db.recording import CHANGES, STEPS, JournaledSession, step_of, utc_now
from db.replay import JournaledChange, RowsMovedOn, apply
from db.row_values import decoded_values
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.history import (
    FieldChange,
    HistoryEntry,
    RowChange,
    StepOutline,
    UndoState,
)

if TYPE_CHECKING:
    from db.engine import Base

# Raises RuleViolation when the step must stay; the session reads the base as it is before undo.
Veto = Callable[[Session, StepOutline], None]

NOTHING_TO_UNDO = "Отменять нечего: в журнале нет ваших действий."
NOTHING_TO_REDO = "Возвращать нечего: последнее действие не отменено."


def state(base: Base) -> UndoState:
    """Titles of the steps that undo and redo would take, and why undo would refuse."""
    with base.reading() as session:
        connection = session.connection()
        last = connection.execute(_last_done(base)).first()
        undone = connection.execute(_last_undone(base)).first()
    return UndoState(
        undo_title=last.title if last and not last.refusal else "",
        redo_title=undone.title if undone else "",
        refusal=last.refusal if last else "",
    )


def undo(base: Base, *, step_id: int | None = None, veto: Veto | None = None) -> StepOutline:
    """Take back the last step (on a server: the last of this person), or the step named.

    Raises RuleViolation when there is nothing to undo, when the step cannot be undone, when a
    later step touched the same rows, or when ``veto`` says so; then nothing is changed.
    """
    with base.writing() as connection:
        done = STEPS.c.status == StepStatus.DONE
        query = _last_done(base) if step_id is None else _step(step_id).where(done)
        step = connection.execute(query).first()
        if step is None:
            raise RuleViolation(NOTHING_TO_UNDO)
        if step.refusal:
            raise RuleViolation(step.refusal)
        changes = _changes_of(connection, step.step_id)
        outline = _outline(step, changes)
        _demand_last_word(connection, step)
        if veto:
            with JournaledSession(bind=connection) as session:
                veto(session, outline)
        _apply(connection, step, [change.reversed for change in reversed(changes)], "Отменить")
        _mark(connection, step.step_id, status=StepStatus.UNDONE, undone_at=utc_now())
    return outline


def redo(base: Base) -> StepOutline:
    """Carry out again the step that was undone last.

    Raises RuleViolation when there is none, or when its rows have changed since.
    """
    with base.writing() as connection:
        step = connection.execute(_last_undone(base)).first()
        if step is None:
            raise RuleViolation(NOTHING_TO_REDO)
        changes = _changes_of(connection, step.step_id)
        _apply(connection, step, changes, "Вернуть")
        _mark(connection, step.step_id, status=StepStatus.DONE, undone_at=None)
    return _outline(step, changes)


def history_of(session: Session, table: str, key: int) -> list[HistoryEntry]:
    """What became of one row since it was created, newest first; undone steps are left out."""
    query = (
        select(STEPS, CHANGES)
        .join(CHANGES, CHANGES.c.step_id == STEPS.c.step_id)
        .where(_of_row(table, key), STEPS.c.status == StepStatus.DONE)
        .order_by(CHANGES.c.change_id.desc())
    )
    entries: list[HistoryEntry] = []
    for row in session.connection().execute(query):
        entries.append(_entry(row))
        if row.change is RowChange.CREATED:
            # Earlier entries belong to another record that had the same number once.
            break
    return entries


def history_of_parts(
    session: Session, table: str, owner_column: str, owner: int
) -> list[HistoryEntry]:
    """What became of the rows that belong or belonged to a record, removed ones too.

    A key that another owner's row had before or has since is told for its own time only.
    """
    keys = select(CHANGES.c.row_key).where(
        CHANGES.c.table_name == table,
        CHANGES.c.change == RowChange.CREATED,
        CHANGES.c.after[owner_column].as_integer() == owner,
    )
    query = (
        select(STEPS, CHANGES)
        .join(CHANGES, CHANGES.c.step_id == STEPS.c.step_id)
        .where(CHANGES.c.table_name == table, CHANGES.c.row_key.in_(keys))
        .where(STEPS.c.status == StepStatus.DONE)
        .order_by(CHANGES.c.change_id)
    )
    owners: dict[int, object] = {}
    entries: list[HistoryEntry] = []
    for row in session.connection().execute(query):
        if row.change is RowChange.CREATED:
            owners[row.row_key] = row.after[owner_column]
        if owners.get(row.row_key) == owner:
            entries.append(_entry(row))
    return entries[::-1]


def forget(session: Session, rows: Iterable[tuple[str, int]], words: Iterable[str] = ()) -> None:
    """Clear what the journal knows of these rows, in this step and all before it.

    ``rows`` are tables and keys; a step whose title holds one of ``words`` (names) loses the
    title. Steps that touched the rows can be undone no more. Takes effect with the commit.
    """
    step = step_of(session)
    step.forgotten.update(rows)
    step.forgotten_words.update(word for word in words if word)


def _last_done(base: Base) -> Any:  # noqa: ANN401
    query = select(STEPS).where(STEPS.c.status == StepStatus.DONE, _own(base))
    return query.order_by(STEPS.c.step_id.desc()).limit(1)


def _last_undone(base: Base) -> Any:  # noqa: ANN401
    query = select(STEPS).where(STEPS.c.status == StepStatus.UNDONE, _own(base))
    return query.order_by(STEPS.c.undone_at.desc(), STEPS.c.step_id).limit(1)


def _step(step_id: int) -> Any:  # noqa: ANN401
    return select(STEPS).where(STEPS.c.step_id == step_id)


def _own(base: Base) -> ColumnElement[bool]:
    """On a server each person undoes own steps; a file has one writer, whose they all are."""
    return STEPS.c.step_id > 0 if base.is_sqlite else STEPS.c.actor == base.actor


def _of_row(table: str, key: int) -> ColumnElement[bool]:
    return and_(CHANGES.c.table_name == table, CHANGES.c.row_key == key)


def _changes_of(connection: Connection, step_id: int) -> list[JournaledChange]:
    query = select(CHANGES).where(CHANGES.c.step_id == step_id).order_by(CHANGES.c.change_id)
    return [
        JournaledChange(
            Model.metadata.tables[row.table_name], row.row_key, row.change, row.before, row.after
        )
        for row in connection.execute(query)
    ]


def _outline(step: Row[Any], changes: list[JournaledChange]) -> StepOutline:
    return StepOutline(
        step_id=step.step_id,
        title=step.title,
        made_at=step.made_at.replace(tzinfo=UTC),
        actor=step.actor,
        changes=Changes(step.changes),
        rows=frozenset((change.table.name, change.key) for change in changes),
    )


def _demand_last_word(connection: Connection, step: Row[Any]) -> None:
    later = _later_step(connection, step.step_id)
    if later:
        raise RuleViolation(
            f"Отменить «{step.title}» нельзя: те же записи позже изменило действие "
            f"«{later.title}» ({_when_and_who(later)}). Сначала отмените его."
        )


def _later_step(connection: Connection, step_id: int) -> Row[Any] | None:
    """The last step in force that touched a row of this step after it."""
    mine = CHANGES.alias("mine")
    same_row = and_(
        mine.c.step_id == step_id,
        mine.c.table_name == CHANGES.c.table_name,
        mine.c.row_key == CHANGES.c.row_key,
    )
    query = (
        select(STEPS)
        .join(CHANGES, CHANGES.c.step_id == STEPS.c.step_id)
        .where(STEPS.c.step_id > step_id, STEPS.c.status == StepStatus.DONE)
        .where(exists().where(same_row))
    )
    return connection.execute(query.order_by(STEPS.c.step_id.desc()).limit(1)).first()


def _when_and_who(step: Row[Any]) -> str:
    local = step.made_at.replace(tzinfo=UTC).astimezone()
    return f"{short_date(local.date())} {local:%H:%M}, {step.actor}"


def _apply(
    connection: Connection, step: Row[Any], changes: list[JournaledChange], verb: str
) -> None:
    try:
        apply(connection, changes)
    except RowsMovedOn as error:
        raise RuleViolation(
            f"{verb} «{step.title}» нельзя: записи с тех пор изменились, "
            "или на них ссылаются более новые."
        ) from error


def _mark(connection: Connection, step_id: int, **values: object) -> None:
    connection.execute(update(STEPS).where(STEPS.c.step_id == step_id).values(values))


def _entry(row: Row[Any]) -> HistoryEntry:
    table = Model.metadata.tables[row.table_name]
    before, after = decoded_values(table, row.before), decoded_values(table, row.after)
    return HistoryEntry(
        made_at=row.made_at.replace(tzinfo=UTC),
        title=row.title,
        actor=row.actor,
        change=row.change,
        fields=tuple(
            FieldChange(name, before.get(name), after.get(name)) for name in {**before, **after}
        ),
    )
