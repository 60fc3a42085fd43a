"""Opening a base: a SQLite file or a PostgreSQL server, one transaction for one intention."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from db import holding, migrate
from db.failures import explained, files_explained
from db.recording import JournaledSession, Step, begin_step
from db.sqlite_file import (
    WRITING,
    file_engine,
    is_new,
    is_writable,
    json_text,
    reading_mode,
    remove_file,
    set_journal_mode,
    set_key_checks,
)
from nastavnik_desktop.domain.bases import Holder
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation, StorageUnavailable

CONNECT_TIMEOUT_S = 5
_NO_ADDRESS = (
    "Адрес сервера не понят: напишите его так: postgresql://пользователь@сервер:5432/база."
)
# One writer at a time on a server as in a file: numbers and undo then need no finer locks.
_WRITERS_KEY = 0x4E415354


@dataclass(frozen=True)
class Location:
    """Where a base lies: a file, or a server's address."""

    path: Path | None
    url: URL | None = None

    @staticmethod
    def of(text: str | Path) -> Location:
        """Read a path, or an address such as ``postgresql://user@host/base``.

        Raises RuleViolation for an address that is none or names no base.
        """
        written = str(text)
        if not written.startswith(("postgresql://", "postgres://", "postgresql+psycopg://")):
            return Location(Path(written).absolute())
        try:
            url = make_url(written).set(drivername="postgresql+psycopg")
        except (ArgumentError, ValueError) as error:
            raise RuleViolation(_NO_ADDRESS, "base") from error
        if not (url.database or url.query):
            raise RuleViolation(_NO_ADDRESS, "base")
        return Location(None, url)

    @property
    def name(self) -> str:
        """The name that sentences use; never with a password."""
        if self.path:
            return self.path.name
        assert self.url is not None
        return f"{self.url.database} на {self.url.host or 'этом компьютере'}"


class Base:
    """An open base; made by ``open_base``, closed by ``close``.

    ``read_only`` bases refuse ``begin``; ``holder`` names the process that holds such a base,
    if that is the reason. ``writes`` counts the transactions committed since the opening.
    """

    def __init__(
        self,
        location: Location,
        engine: Engine,
        hold: holding.Hold | None = None,
        refusal: StorageUnavailable | None = None,
        holder: Holder | None = None,
    ) -> None:
        self.location = location
        self.engine = engine
        self.holder = holder
        self.writes = 0
        self.actor = f"{holding.user_name()}@{socket.gethostname()}"
        self._hold = hold
        self._refusal = refusal
        self._reader = _reading_engine(engine)
        self._writer = engine.execution_options(**{WRITING: True})

    @property
    def is_sqlite(self) -> bool:
        """Whether the base is a file."""
        return self.location.path is not None

    @property
    def name(self) -> str:
        """The file's or the server's name for sentences."""
        return self.location.name

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._refusal is not None

    @property
    def read_only_reason(self) -> str:
        """Why nothing can be written, in Russian; empty when it can."""
        return self._refusal.message if self._refusal else ""

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that reads one unchanging state of the base; writes in it are errors."""
        with explained(self.name), JournaledSession(self._reader) as session:
            yield session

    @contextmanager
    def begin(
        self, title: str, changes: Changes = Changes.NOTHING, *, refusal: str = ""
    ) -> Iterator[Session]:
        """One transaction and one step of the journal; kept only if the block ends well.

        ``title`` names the step («Приказ № 12-од создан»); ``refusal`` is a sentence that
        forbids its undo. Raises StorageUnavailable when the base cannot be written.
        """
        self.demand_writable()
        with (
            explained(self.name),
            JournaledSession(self._writer, expire_on_commit=False) as session,
            session.begin(),
        ):
            begin_step(session, Step(title, self.actor, changes, refusal, not self.is_sqlite))
            yield session
        self.writes += 1

    @contextmanager
    def writing(self, *, check_keys: bool = True) -> Iterator[Connection]:
        """A transaction past the journal, for the journal itself, upgrades and restoring.

        ``check_keys=False`` lets a file break foreign keys for the time of the block: rebuilding
        a table with them on would silently delete the rows that refer to it.
        """
        self.demand_writable()
        with explained(self.name), self._writer.connect() as connection:
            if self.is_sqlite:
                set_key_checks(connection, check_keys)
            try:
                with connection.begin():
                    yield connection
            finally:
                if self.is_sqlite:
                    set_key_checks(connection, True)
        self.writes += 1

    @contextmanager
    def set_aside(self) -> Iterator[Path]:
        """No connection of this process is open during the block: the file may be replaced."""
        assert self.location.path is not None
        self.engine.dispose()
        with files_explained(self.name):
            yield self.location.path
            set_journal_mode(self.engine, self.location.path)

    def demand_writable(self) -> None:
        """Raise StorageUnavailable when read-only, or when the file was taken away meanwhile.

        The system would let an open file be written on after its removal: all would be lost.
        """
        if self._refusal:
            raise StorageUnavailable(self._refusal.message, self._refusal.advice)
        path = self.location.path
        if path and not path.exists():
            raise StorageUnavailable(
                f"Файла базы «{path.name}» больше нет в папке «{path.parent}»: запись не сделана.",
                "Верните файл на место или подключите диск и откройте базу снова.",
            )

    def close(self) -> None:
        """Close all connections and give the base free for others."""
        self.engine.dispose()
        if self._hold:
            self._hold.release()
            self._hold = None

    def __enter__(self) -> Base:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_base(
    location: str | Path, *, create: bool = False, writable: bool = True, copies: Path | None = None
) -> Base:
    """Open a base, bring an older one up to date; make a new one if ``create`` and there is none.

    A base held by another process, a file or a folder without the right to write are opened
    read-only. ``writable=False`` leaves the base free for others. ``copies`` is the folder for
    the backup made before an upgrade (by default one beside the base).

    Raises UnreadableFile for a missing or foreign file and a base of a newer program;
    StorageUnavailable when the environment is to blame.
    """
    place = Location.of(location)
    path = place.path
    with files_explained(place.name), ExitStack() as on_failure:
        if path and is_new(path, create):
            on_failure.callback(_discard, path)
        base = _open_file(path, writable) if path else _open_server(place)
        on_failure.callback(base.close)
        migrate.prepare(base, create=create, copies=copies)
        if path and not base.read_only:  # it is ours: from here on its mode may be changed
            set_journal_mode(base.engine, path)
        on_failure.pop_all()
    return base


def _open_file(path: Path, writable: bool) -> Base:
    place = Location(path)
    if not writable:
        return Base(place, file_engine(path, reading_mode(path)), refusal=_asked_to_read(path))
    if not is_writable(path):
        return Base(place, file_engine(path, reading_mode(path)), refusal=_not_writable(path))
    held = holding.take(path)
    if isinstance(held, Holder):
        return Base(place, file_engine(path, "ro"), refusal=_is_held(path, held), holder=held)
    return Base(place, file_engine(path, "rwc"), held)


def _discard(path: Path) -> None:
    """Remove a base that could not be made, unless another process is making it right now."""
    held = holding.take(path)
    if isinstance(held, holding.Hold):
        remove_file(path)
        held.release()


def _asked_to_read(path: Path) -> StorageUnavailable:
    return StorageUnavailable(f"База «{path.name}» открыта только для чтения.")


def _not_writable(path: Path) -> StorageUnavailable:
    return StorageUnavailable(
        f"База «{path.name}» открыта только для чтения: в файл или папку нельзя записать.",
        "Разрешите запись или скопируйте базу в свою папку.",
    )


def _is_held(path: Path, holder: Holder) -> StorageUnavailable:
    return StorageUnavailable(
        f"База «{path.name}» открыта только для чтения: её держит {holder.description}.",
        "Закройте программу там и откройте базу снова.",
    )


def _open_server(place: Location) -> Base:
    assert place.url is not None
    engine = create_engine(
        place.url,
        connect_args={"connect_timeout": CONNECT_TIMEOUT_S},
        pool_pre_ping=True,
        json_serializer=json_text,
    )
    event.listen(engine, "begin", _begin_on_server)
    return Base(place, engine)


def _begin_on_server(connection: Connection) -> None:
    if connection.get_execution_options().get(WRITING):
        connection.exec_driver_sql("SET LOCAL lock_timeout = '15s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS_KEY})")


def _reading_engine(engine: Engine) -> Engine:
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
