"""The one writer of a SQLite base: a lock beside the file and a readable note of who holds it."""

from __future__ import annotations

import getpass
import json
import os
import socket
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from nastavnik_desktop.domain.bases import Holder


class Hold:
    """The right to write to a base, kept until released or until the process ends.

    The lock is the system's own, so it vanishes with a crashed process; the note beside the base
    («school.nastavnik.lock») only tells people and other processes whose it is. The same process
    may hold a base several times.
    """

    def __init__(self, lock: BaseFileLock, note: Path) -> None:
        self._lock = lock
        self._note = note

    def release(self) -> None:
        """Give the base free; the note goes with the last hold of this process."""
        if self._lock.lock_counter == 1:
            self._note.unlink(missing_ok=True)
        self._lock.release()


def take(base: Path) -> Hold | Holder:
    """Hold the base for writing, or say who holds it.

    Raises OSError when the folder admits no new file.
    """
    note = note_of(base)
    lock = FileLock(
        base.with_name(f".{base.name}.guard"), is_singleton=True, thread_local=False, timeout=0
    )
    try:
        lock.acquire()
    except Timeout:
        return _holder_in(note)
    if lock.lock_counter == 1:
        note.write_text(_told(this_process()), encoding="utf-8")
    return Hold(lock, note)


def note_of(base: Path) -> Path:
    """The readable file beside a base that names its holder."""
    return base.with_name(f"{base.name}.lock")


def this_process() -> Holder:
    """This process as the holder of a base from now on."""
    now = datetime.now().astimezone().replace(microsecond=0)
    return Holder(socket.gethostname(), user_name(), os.getpid(), now)


def user_name() -> str:
    """The user's name in the system; empty where the system has none for the process."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _told(holder: Holder) -> str:
    return json.dumps(asdict(holder), ensure_ascii=False, default=str, indent=1)


def _holder_in(note: Path) -> Holder:
    """The holder as its note says; the note may be missing or half-written at this moment."""
    try:
        told = json.loads(note.read_text(encoding="utf-8"))
        return Holder(
            str(told["host"]),
            str(told["user"]),
            int(told["process_id"]),
            datetime.fromisoformat(told["since"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Holder()
