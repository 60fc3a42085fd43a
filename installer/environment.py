"""The private environment ``.venv`` at the root of the program.

A stamp beside the libraries holds the hash of the lock file they came from and the Python they
were made for, so that an ordinary start reads two small files and asks no package tool.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from installer.reporting import SetupFailed, say
from installer.supported_python import IS_WINDOWS

_PROBE = "import sys, pip; print('%d.%d' % sys.version_info[:2], sys.base_prefix)"


class Environment:
    """The libraries of one checkout, made and repaired when they do not fit its lock files."""

    def __init__(self, root: Path) -> None:
        self.folder = root / ".venv"
        self._busy_file = root / ".venv.lock"
        self._unfinished = self.folder / "unfinished"

    @property
    def python(self) -> Path:
        """The interpreter of the environment; started directly, it needs no activation."""
        if IS_WINDOWS:
            return self.folder / "Scripts" / "python.exe"
        return self.folder / "bin" / "python"

    def holds(self, lock: Path) -> bool:
        """Whether the libraries of this lock file are in place for the running Python."""
        try:
            stamped = self._stamp(lock).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return False
        return stamped == _expected_stamp(lock) and os.access(self.python, os.X_OK)

    def prepare(self, lock: Path) -> None:
        """Bring the libraries in line with the lock file; a half-made environment is made anew.

        Raises SetupFailed with what to do when there is no network, space or right to write.
        """
        if self.holds(lock):
            return
        try:
            with _one_at_a_time(self._busy_file):
                if not self.holds(lock):
                    self._install(lock)
        except OSError as error:
            raise SetupFailed(_about_files(error, self.folder.parent)) from error

    def _install(self, lock: Path) -> None:
        from installer import packages

        if not self._is_usable():
            self._create()
        self._unfinished.touch()
        packages.install(self.python, lock, self.folder / "install.log")
        self._stamp(lock).write_text(_expected_stamp(lock), encoding="utf-8")
        self._unfinished.unlink()

    def _is_usable(self) -> bool:
        """Whether the folder belongs to the running Python and no work on it was broken off."""
        if self._unfinished.exists() or not os.access(self.python, os.X_OK):
            return False
        answer = subprocess.run(
            [self.python, "-X", "utf8", "-c", _PROBE],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return answer.returncode == 0 and answer.stdout.strip() == _identity()

    def _create(self) -> None:
        say("Готовим папку библиотек .venv…")
        command = [sys.executable, "-m", "venv", "--clear", str(self.folder)]
        answer = subprocess.run(command, capture_output=True, check=False)
        if answer.returncode != 0:
            details = (answer.stderr or answer.stdout).decode(errors="replace").strip()
            raise SetupFailed(
                f"Не удалось создать папку библиотек {self.folder}: удалите её, проверьте право "
                f"записи и место на диске и повторите запуск. {details}"
            )

    def _stamp(self, lock: Path) -> Path:
        return self.folder / f"{lock.name}.installed"


def _identity() -> str:
    """The Python that an environment is made for: an update or a move of it changes this."""
    major, minor = sys.version_info[:2]
    return f"{major}.{minor} {sys.base_prefix}"


def _expected_stamp(lock: Path) -> str:
    return f"{hashlib.sha256(lock.read_bytes()).hexdigest()}\n{_identity()}\n"


@contextmanager
def _one_at_a_time(busy_file: Path) -> Iterator[None]:
    """Let a second start wait until the first has finished the set-up."""
    from installer import file_lock

    with busy_file.open("a", encoding="utf-8") as handle:
        if not file_lock.try_lock(handle):
            say("Библиотеки уже устанавливаются в другом окне, ждём окончания…")
            file_lock.wait(handle)
        yield


def _about_files(error: OSError, folder: Path) -> str:
    if isinstance(error, PermissionError):
        return (
            f"Нет права записи в папку {folder}: закройте программу, если она открыта, или "
            f"скопируйте её в свою папку и повторите запуск."
        )
    return f"Не удалось подготовить папку {folder}: {error}. Исправьте это и повторите запуск."
