"""Backups: a checked copy by SQLite's backup API, the list of copies, thinning, restoring.

A copy is always a SQLite base, also of a base on a PostgreSQL server; it is written under a
temporary name and renamed when it is whole.
"""

from __future__ import annotations

import os
import re
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import create_engine

from db import holding, migrate, transfer
from db.engine import Base, open_base
from db.failures import files_explained
from db.sqlite_file import file_uri, remove_file, side_files
from nastavnik_desktop.domain.backups import Backup, moments_to_keep
from nastavnik_desktop.domain.bases import Holder
from nastavnik_desktop.domain.errors import StorageUnavailable, UnreadableFile

SUFFIX = ".nastavnik"
FOLDER = "Резервные копии"
_MOMENT = "%Y-%m-%d %H-%M-%S"


def folder_beside(path: Path) -> Path:
    """The folder of copies where the user chose none: beside the base."""
    return path.parent / FOLDER


def make_copy(base: Base, folder: Path | None = None, moment: datetime | None = None) -> Backup:
    """A copy in the folder of copies, named by the base and the (local) moment; others thinned.

    Raises StorageUnavailable when the copy cannot be written, UnreadableFile when the base is
    broken.
    """
    made_at = (moment or datetime.now()).replace(microsecond=0)
    into = _folder_of(base, folder)
    with files_explained(into.name):
        into.mkdir(parents=True, exist_ok=True)
    target = _free_name(into, f"{_stem(base)} {made_at.strftime(_MOMENT)}")
    dump(base, target)
    _thin(copies_of(base, into), made_at.date())
    return Backup(target, made_at, target.stat().st_size)


def dump(base: Base, target: Path) -> None:
    """A checked copy of the base at ``target``; an older file there is replaced only at the end.

    Raises as ``make_copy``.
    """
    with files_explained(target.name), _finished(target) as part:
        if base.location.path:
            _copy_file(base.location.path, part)
        else:
            _copy_server(base, part)


def copies_of(base: Base, folder: Path | None = None) -> list[Backup]:
    """Copies of this base in the folder of copies, newest first."""
    into = _folder_of(base, folder)
    if not into.is_dir():
        return []
    found = (_backup_at(path, _stem(base)) for path in into.glob(f"*{SUFFIX}"))
    return sorted((one for one in found if one), key=lambda one: one.made_at, reverse=True)


def restore(base: Base, source: Path, folder: Path | None = None) -> Backup | None:
    """Put a copy in the place of an open base; the base as it was is copied first.

    Returns that safety copy (none for a server when no folder is named). A copy of an older
    program is brought up to date. Raises UnreadableFile when the source is no whole base or is
    of a newer program; StorageUnavailable when something cannot be written. Then nothing is
    changed.
    """
    base.demand_writable()
    check_copy(source)
    safety = make_copy(base, folder) if base.is_sqlite or folder else None
    if base.is_sqlite:
        put_back(base, source)
        migrate.prepare(base, create=False, copies=folder)
        base.writes += 1
    else:
        _load(base, source)
    return safety


def restore_file(source: Path, target: Path, folder: Path | None = None) -> Path | None:
    """Put a copy in the place of a base file that is closed, missing or broken.

    Returns where the former file is kept now, if there was one. Raises as ``restore``.
    """
    check_copy(source)
    with files_explained(target.name):
        held = holding.take(target)
        if isinstance(held, Holder):
            raise StorageUnavailable(
                f"База «{target.name}» занята: её держит {held.description}.",
                "Закройте программу там и повторите.",
            )
        try:
            kept = _keep_former(target, folder or folder_beside(target))
            _replace(source, target)
        finally:
            held.release()
    return kept


def put_back(base: Base, source: Path) -> None:
    """Replace the file of an open base by a copy, without a safety copy and without upgrading."""
    with base.set_aside() as path:
        _replace(source, path)


def check_copy(path: Path) -> None:
    """Raise UnreadableFile when a file is no whole base of this or an older program."""
    if not path.is_file():
        raise UnreadableFile(f"Файла «{path}» нет: проверьте имя и папку.", str(path))
    with files_explained(path.name), closing(_open(path, "ro")) as connection:
        _demand_whole(connection, path)
        try:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.OperationalError:
            row = None
    if row is None:
        raise UnreadableFile(f"«{path.name}» – не база «Наставника».", str(path))
    if migrate.is_newer(row[0]):
        raise UnreadableFile(
            f"Копия «{path.name}» сделана более новой версией программы: обновите «Наставник».",
            str(path),
        )


def _folder_of(base: Base, folder: Path | None) -> Path:
    if folder:
        return folder
    if base.location.path:
        return folder_beside(base.location.path)
    raise StorageUnavailable(
        f"Копии базы «{base.name}» делает сервер.",
        "Чтобы сохранить копию в файл, выберите для неё папку.",
    )


def _thin(copies: list[Backup], today: date) -> None:
    kept = moments_to_keep([one.made_at for one in copies], today)
    for one in copies:
        if one.made_at not in kept:
            # A copy that another program holds open is left for the next time.
            with suppress(OSError):
                one.path.unlink()


def _stem(base: Base) -> str:
    if base.location.path:
        return base.location.path.stem
    return str(base.location.url.database) if base.location.url else ""


def _free_name(folder: Path, stem: str) -> Path:
    target, number = folder / f"{stem}{SUFFIX}", 1
    while target.exists():
        number += 1
        target = folder / f"{stem} ({number}){SUFFIX}"
    return target


def _backup_at(path: Path, stem: str) -> Backup | None:
    found = re.fullmatch(re.escape(stem) + r" ([\d-]{10} [\d-]{8})( \(\d+\))?", path.stem)
    if not found:
        return None
    return Backup(path, datetime.strptime(found[1], _MOMENT), path.stat().st_size)


@contextmanager
def _finished(target: Path) -> Iterator[Path]:
    """A temporary file beside the target that takes its name when the block ends well."""
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        yield part
        _sync(part)
        part.replace(target)
        _sync_folder(target.parent)
    finally:
        remove_file(part)


def _copy_file(source: Path, target: Path) -> None:
    with closing(_open(source, "ro")) as origin, closing(_open(target, "rwc")) as copy:
        # Unfinished copies are thrown away, so the copy itself needs neither journal nor fsync.
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA synchronous = OFF")
        origin.backup(copy)
        # The copy inherits WAL from its origin; without it, it can lie on any volume.
        copy.execute("PRAGMA journal_mode = DELETE")
        _demand_whole(copy, source)


def _demand_whole(connection: sqlite3.Connection, path: Path) -> None:
    faults = connection.execute("PRAGMA integrity_check(1)").fetchall()
    if faults != [("ok",)]:
        raise UnreadableFile(
            f"База «{path.name}» повреждена: восстановите её из резервной копии.", str(path)
        )


def _copy_server(base: Base, target: Path) -> None:
    engine = create_engine(f"sqlite:///{target}")
    try:
        with base.reading() as session, engine.begin() as connection:
            migrate.create_tables(connection)
            transfer.copy_rows(session.connection(), connection)
    finally:
        engine.dispose()
    with closing(_open(target, "ro")) as connection:
        _demand_whole(connection, target)


def _load(base: Base, source: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / f"copy{SUFFIX}"
        with files_explained(fresh.name):
            _copy_file(source, fresh)
        with open_base(fresh) as copy, copy.reading() as session, base.writing() as connection:
            transfer.delete_rows(connection)
            transfer.copy_rows(session.connection(), connection)
            transfer.reset_sequences(connection)


def _keep_former(target: Path, folder: Path) -> Path | None:
    """The file as it is, broken or not, under a name that the list of copies shows."""
    if not target.exists():
        return None
    folder.mkdir(parents=True, exist_ok=True)
    kept = _free_name(folder, f"{target.stem} {datetime.now().strftime(_MOMENT)}")
    try:
        with _finished(kept) as part:
            _copy_file(target, part)
    except (sqlite3.Error, UnreadableFile):
        kept = kept.with_suffix(".broken")
        with _finished(kept) as part:
            part.write_bytes(target.read_bytes())
    return kept


def _replace(source: Path, target: Path) -> None:
    with _finished(target) as part:
        _copy_file(source, part)
        # A WAL left by the former base would be poured into the new one.
        _settle(target)
        for leftover in side_files(target):
            leftover.unlink(missing_ok=True)


def _settle(path: Path) -> None:
    """Move what lies in the WAL into the base, if the base can still be opened."""
    if path.exists():
        with closing(_open(path, "rw")) as connection:
            try:
                connection.execute("PRAGMA journal_mode = DELETE")
            except sqlite3.DatabaseError:
                # A broken base has nothing that could be moved; it is kept as it is elsewhere.
                return


def _open(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(file_uri(path, mode), uri=True, isolation_level=None)


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
