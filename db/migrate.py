"""Bringing a base to the program's schema: check, back up, upgrade, verify, put back on failure."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    func,
    inspect,
    select,
    table,
    text,
)
from sqlalchemy.exc import SQLAlchemyError

from db import migrations
from db.migrations import HEAD
from db.models import Model
from nastavnik_desktop.domain.errors import StorageUnavailable, UnreadableFile

if TYPE_CHECKING:
    from alembic.config import Config

    from db.engine import Base

_VERSION = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
SCRIPTS = Path(migrations.__file__).parent
_STEPS_CLOSED = "Этот шаг сделан до обновления базы, отменить его нельзя."


class UpgradeFailed(StorageUnavailable):
    """A base could not be brought up to date; it is as it was before."""


def prepare(base: Base, *, create: bool, copies: Path | None) -> None:
    """Make the schema of a new base, upgrade an older one, refuse what this program cannot read.

    Raises UnreadableFile for a foreign base or one of a newer program, StorageUnavailable for an
    older one that is read-only, UpgradeFailed when the upgrade did not succeed.
    """
    revision = revision_of(base)
    if revision == HEAD:
        return
    if revision is None:
        if not create:
            raise _foreign(base.name)
        with base.writing() as connection:
            create_tables(connection)
    elif is_newer(revision):
        raise UnreadableFile(
            f"База «{base.name}» сделана более новой версией программы: обновите «Наставник», "
            "прежняя версия её не меняет.",
            base.name,
        )
    else:
        upgrade(base, copies)


def revision_of(base: Base) -> str | None:
    """The revision of a base's schema; nothing when the base is empty.

    Raises UnreadableFile when the base belongs to another program.
    """
    with base.engine.connect() as connection:
        if _has_version(connection):
            revision = connection.scalar(select(_VERSION.c.version_num))
            if revision is None:
                raise _foreign(base.name)
            return str(revision)
        if inspect(connection).get_table_names():
            raise _foreign(base.name)
    return None


def create_tables(connection: Connection) -> None:
    """Make all tables of the models at once and note the revision."""
    Model.metadata.create_all(connection, checkfirst=False)
    _VERSION.create(connection)
    connection.execute(_VERSION.insert().values(version_num=HEAD))


def is_newer(revision: str) -> bool:
    """Whether a base of this revision is beyond the program."""
    return not revision.isdigit() or int(revision) > int(HEAD)


def upgrade(base: Base, copies: Path | None) -> None:
    """Run the missing revisions in one transaction; a file is copied first and put back on error.

    Raises UpgradeFailed; the base then is as it was before.
    """
    from alembic.util import CommandError

    from db import backup

    base.demand_writable()
    safety = backup.make_copy(base, copies) if base.is_sqlite else None
    with ExitStack() as on_failure:
        if safety:
            on_failure.callback(backup.put_back, base, safety.path)
        try:
            _upgrade_in_transaction(base)
        except (SQLAlchemyError, CommandError) as error:
            raise _failed(base) from error
        on_failure.pop_all()


def alembic_settings(connection: Connection) -> Config:
    """Settings for Alembic's commands, which then work in the transaction of the connection."""
    from alembic.config import Config

    settings = Config()
    settings.set_main_option("script_location", str(SCRIPTS))
    settings.attributes["connection"] = connection
    return settings


def _upgrade_in_transaction(base: Base) -> None:
    from alembic import command

    with base.writing(check_keys=False) as connection:
        rows_before = _row_counts(connection)
        command.upgrade(alembic_settings(connection), HEAD)
        rows_after = _row_counts(connection)
        is_whole = all(rows_after.get(name, rows) == rows for name, rows in rows_before.items())
        if not is_whole or (base.is_sqlite and faults_of_file(connection)):
            raise _failed(base)
        connection.execute(
            text("UPDATE journal_steps SET refusal = :refusal"), {"refusal": _STEPS_CLOSED}
        )


def faults_of_file(connection: Connection) -> list[str]:
    """What SQLite itself finds wrong: broken pages and indexes, keys that lead nowhere."""
    pages = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    keys = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    faults = [] if pages == ["ok"] else [str(page) for page in pages]
    return faults + [f"{table}, rowid {row}: {parent}" for table, row, parent, _ in keys]


def _row_counts(connection: Connection) -> dict[str, int]:
    return {
        name: connection.scalar(select(func.count()).select_from(table(name))) or 0
        for name in inspect(connection).get_table_names()
    }


def _has_version(connection: Connection) -> bool:
    return inspect(connection).has_table(_VERSION.name)


def _failed(base: Base) -> UpgradeFailed:
    return UpgradeFailed(
        f"Базу «{base.name}» не удалось обновить, она осталась прежней.",
        "Откройте её прежней версией программы и сообщите разработчику.",
    )


def _foreign(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"«{name}» – не база «Наставника»: проверьте, тот ли файл или адрес выбран.", name
    )
