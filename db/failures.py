"""Failures of the environment told in Russian: what happened, to which base, what to do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError

from nastavnik_desktop.domain.errors import NastavnikError, StorageUnavailable, UnreadableFile

_BUSY = (
    "База «{name}» занята другой программой.",
    "Закройте её в других программах и повторите.",
)
_FULL = (
    "На диске, где лежит «{name}», кончилось место.",
    "Освободите место и повторите: ничего не записано наполовину.",
)
_READ_ONLY = (
    "В «{name}» нельзя записать: разрешено только чтение.",
    "Разрешите запись в файл и его папку или выберите другую папку.",
)
_CANNOT_OPEN = (
    "Не удаётся открыть файл «{name}».",
    "Проверьте, что папка существует, доступна вам и диск подключён.",
)
_DISK_FAILED = (
    "Диск, где лежит «{name}», не принял или не отдал данные.",
    "Проверьте, что диск или сеть подключены и место не кончилось, и повторите.",
)
_NO_SERVER = (
    "Сервер базы «{name}» не отвечает.",
    "Проверьте сеть и адрес сервера или спросите администратора.",
)
_SERVER_REFUSED = (
    "Сервер не пустил к базе «{name}».",
    "Проверьте имя пользователя, пароль и название базы в адресе.",
)
_FOREIGN = "Файл «{name}» – не база «Наставника»: проверьте, тот ли файл выбран."
_BROKEN = "База «{name}» повреждена: восстановите её из резервной копии."

_OF_SQLITE = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _CANNOT_OPEN,
    sqlite3.SQLITE_IOERR: _DISK_FAILED,
}
_UNREADABLE = {sqlite3.SQLITE_NOTADB: _FOREIGN, sqlite3.SQLITE_CORRUPT: _BROKEN}

# Classes and codes of SQLSTATE: PostgreSQL manual, appendix A.
_OF_POSTGRES = {
    "25006": _READ_ONLY,
    "3D": _SERVER_REFUSED,
    "28": _SERVER_REFUSED,
    "42501": _SERVER_REFUSED,
    "53": _FULL,
    "55P03": _BUSY,
    "57": _NO_SERVER,
    "58": _DISK_FAILED,
    "08": _NO_SERVER,
}

_OF_SYSTEM = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EIO: _DISK_FAILED,
}


@contextmanager
def explained(name: str) -> Iterator[None]:
    """Turn errors of the database into sentences about the base ``name``.

    Broken constraints (IntegrityError) and errors of the program's own SQL pass as they are.
    Raises StorageUnavailable for the environment, UnreadableFile for a file that is no base.
    """
    try:
        yield
    except IntegrityError:
        raise
    except DBAPIError as error:
        _tell(error.orig, error, name)
        raise
    except sqlite3.Error as error:
        _tell(error, error, name)
        raise


@contextmanager
def files_explained(name: str) -> Iterator[None]:
    """As ``explained``, and errors of the files and folders handled in the block as well."""
    try:
        with explained(name):
            yield
    except OSError as error:
        sentence = _OF_SYSTEM.get(error.errno or 0, _CANNOT_OPEN)
        raise _unavailable(sentence, name) from error


def _tell(origin: BaseException | None, error: Exception, name: str) -> None:
    told = (
        _of_sqlite(origin, name)
        if isinstance(origin, sqlite3.Error)
        else _of_postgres(origin, name)
    )
    if told:
        raise told from error


def _of_sqlite(origin: sqlite3.Error, name: str) -> NastavnikError | None:
    # Extended codes carry the primary one in the low byte.
    code = getattr(origin, "sqlite_errorcode", 0) & 0xFF
    if code in _UNREADABLE:
        return UnreadableFile(_UNREADABLE[code].format(name=name), name)
    return _unavailable(_OF_SQLITE[code], name) if code in _OF_SQLITE else None


def _of_postgres(origin: BaseException | None, name: str) -> NastavnikError | None:
    import psycopg

    if not isinstance(origin, psycopg.Error):
        return None
    state = origin.sqlstate
    if state is None:
        lost = isinstance(origin, psycopg.OperationalError)
        return _unavailable(_connection_failure(str(origin)), name) if lost else None
    known = next((_OF_POSTGRES[code] for code in (state, state[:2]) if code in _OF_POSTGRES), None)
    return _unavailable(known, name) if known else None


def _connection_failure(text: str) -> tuple[str, str]:
    # A failed connection has no SQLSTATE in psycopg, only the server's (English) line.
    is_refused = "authentication failed" in text or "does not exist" in text
    return _SERVER_REFUSED if is_refused else _NO_SERVER


def _unavailable(sentence: tuple[str, str], name: str) -> StorageUnavailable:
    message, advice = sentence
    return StorageUnavailable(message.format(name=name), advice)
