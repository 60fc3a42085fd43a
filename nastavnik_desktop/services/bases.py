"""The base itself: what it is, its backups, restoring, checking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db import backup
from db.check import faults
from db.engine import Base, Location, open_base
from nastavnik_desktop.domain.backups import Backup
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.services.own_rules import OWN_RULES
from nastavnik_desktop.services.results import Saved

SERVER_NOTICE = "Базу на сервере копирует сам сервер: автоматических копий программа не делает."


@dataclass(frozen=True)
class BaseInfo:
    """What the window says of the open base."""

    location: str
    name: str
    is_server: bool
    is_read_only: bool
    read_only_reason: str
    last_backup_at: datetime | None


class BaseService:
    """Use cases of the base as a whole."""

    def __init__(self, base: Base, backups_folder: Path | None) -> None:
        self._base = base
        self._folder = backups_folder
        self._writes_in_copy = 0

    def info(self) -> BaseInfo:
        """What the window says of the base."""
        copies = self.backups()
        location = self._base.location
        return BaseInfo(
            location=str(location.path or location.url),
            name=self._base.name,
            is_server=not self._base.is_sqlite,
            is_read_only=self._base.read_only,
            read_only_reason=self._base.read_only_reason,
            last_backup_at=copies[0].made_at if copies else None,
        )

    def backups(self) -> Sequence[Backup]:
        """Automatic copies of this base, the newest first; none of a base on a server."""
        return backup.copies_of(self._base, self._folder) if self._base.is_sqlite else []

    def keep_copies_in(self, folder: Path | None) -> None:
        """Later copies go to this folder; None is the folder beside the base."""
        self._folder = folder

    def back_up(self) -> Saved:
        """Make a copy now and thin the older ones by day, week and month."""
        if not self._base.is_sqlite:
            return Saved(SERVER_NOTICE, Changes.NOTHING)
        backup.make_copy(self._base, self._folder)
        self._writes_in_copy = self._base.writes
        return Saved("Резервная копия сделана", Changes.COPIES)

    def back_up_if_changed(self) -> Saved | None:
        """Make a copy if something was written since the last one."""
        if self._base.writes == self._writes_in_copy or not self._base.is_sqlite:
            return None
        return self.back_up()

    def dump(self, path: Path) -> Saved:
        """Write the whole base to a SQLite file, from a server too."""
        _refuse_same(path, self._base.location)
        backup.dump(self._base, path)
        return Saved(f"Копия записана: {path.name}", Changes.NOTHING)

    def restore(self, path: Path) -> Saved:
        """Put a copy in place of the base; the present state is copied first."""
        _refuse_same(path, self._base.location)
        backup.restore(self._base, path, self._folder)
        return Saved("База восстановлена из копии", Changes.EVERYTHING)

    def check(self) -> list[str]:
        """Faults of the base in words; none when it is sound."""
        return faults(self._base, OWN_RULES)


def restore_location(copy: Path, location: str | Path) -> Path | None:
    """Put a copy in the place of a base that need not be open, exist or be whole.

    Returns where the former file is kept now, if there was one. A base on a server must be
    reachable; its former state is left to the server's own copies.
    """
    place = Location.of(location)
    _refuse_same(copy, place)
    if place.path is not None:
        return backup.restore_file(copy, place.path)
    with open_base(location, create=True) as base:
        backup.restore(base, copy)
    return None


def _refuse_same(copy: Path, place: Location) -> None:
    """A base that replaced itself under its own connections would lose what they write."""
    if place.path is not None and copy.resolve() == place.path.resolve():
        raise RuleViolation(f"«{copy.name}» – это та же база: выберите для копии другой файл.")
