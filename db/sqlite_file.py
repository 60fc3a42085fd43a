"""A base in a SQLite file: its checks, its connections, its way of writing."""

from __future__ import annotations

import json
import os
import sqlite3
from functools import partial
from pathlib import Path
from typing import cast
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from db.volumes import is_network_volume
from nastavnik_desktop.domain.errors import UnreadableFile

BUSY_TIMEOUT_MS = 5000
# The execution option of an engine or a connection whose transactions write.
WRITING = "is_writing"

json_text = partial(json.dumps, ensure_ascii=False)


def file_uri(path: Path, mode: str) -> str:
    """The address of a file for SQLite; also for a Windows drive and a network share."""
    text = str(path.absolute()).replace("\\", "/")
    return f"file://{'' if text.startswith('/') else '/'}{quote(text)}?mode={mode}"


def is_new(path: Path, create: bool) -> bool:
    """Whether the file is to be made.

    Raises UnreadableFile for a missing file (unless ``create``), a folder, an empty file.
    """
    if path.is_dir():
        raise UnreadableFile(f"«{path}» – папка, а нужен файл базы.", str(path))
    if not path.exists():
        if create:
            return True
        raise UnreadableFile(f"Файла «{path}» нет: проверьте имя и папку.", str(path))
    if path.stat().st_size == 0:
        raise UnreadableFile(
            f"Файл «{path.name}» пуст: восстановите базу из резервной копии "
            "или выберите другой файл.",
            str(path),
        )
    return False


def side_files(path: Path) -> list[Path]:
    """The files that SQLite keeps beside a base while it is open or after a crash."""
    return [path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal")]


def remove_file(path: Path) -> None:
    """Remove what is left of a base that could not be made."""
    for leftover in (path, *side_files(path)):
        leftover.unlink(missing_ok=True)


def is_writable(path: Path) -> bool:
    """Whether the file and its folder (for the lock and the WAL) can be written to."""
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def reading_mode(path: Path) -> str:
    """How to open a file only for reading.

    In a folder that admits no files SQLite reads only a base that nobody can be writing.
    """
    wal = path.with_name(f"{path.name}-wal")
    has_unmoved_data = wal.exists() and wal.stat().st_size > 0
    is_closed_folder = not os.access(path.parent, os.W_OK)
    return "ro&immutable=1" if is_closed_folder and not has_unmoved_data else "ro"


def file_engine(path: Path, mode: str) -> Engine:
    """Connections to the file; ``mode`` is SQLite's: ``ro``, ``rw``, ``rwc`` (make the file)."""
    connect = partial(
        sqlite3.connect,
        file_uri(path, mode),
        uri=True,
        timeout=BUSY_TIMEOUT_MS / 1000,
        isolation_level=None,
        check_same_thread=False,
    )
    engine = create_engine(
        "sqlite://", creator=connect, poolclass=QueuePool, json_serializer=json_text
    )
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin_in_file)
    return engine


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    # FULL: a committed step is on the disk even if the power goes, at the price of one fsync.
    for pragma in ("foreign_keys = ON", "synchronous = FULL", "cache_size = -16000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_in_file(connection: Connection) -> None:
    # Python's sqlite3 would begin too late (a table made before the first row would survive a
    # rollback); a writer takes the write lock at once, so that it never fails half-way.
    is_writing = connection.get_execution_options().get(WRITING)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def set_key_checks(connection: Connection, is_on: bool) -> None:
    """Let a connection check foreign keys, or not, from its next transaction on."""
    # On the driver's own connection: SQLite ignores this pragma inside a transaction.
    driver = cast("sqlite3.Connection", connection.connection.dbapi_connection)
    driver.execute(f"PRAGMA foreign_keys = {'ON' if is_on else 'OFF'}")


def set_journal_mode(engine: Engine, path: Path) -> None:
    """WAL on a local volume; never on a network, where processes share no memory."""
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        if is_network_volume(path):
            # Alone with the file, a base that was made with WAL elsewhere can leave it.
            cursor.execute("PRAGMA locking_mode = EXCLUSIVE")
            cursor.execute("PRAGMA journal_mode = DELETE")
            cursor.execute("PRAGMA locking_mode = NORMAL")
        else:
            cursor.execute("PRAGMA journal_mode = WAL")
        cursor.close()
    finally:
        raw.close()
