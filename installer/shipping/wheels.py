"""The libraries of a lock file for a system that is not this one, each checked by its hash."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement

from installer.shipping import tools
from installer.shipping.program import BUILD, PYTHON, ROOT, emptied

_HASH = re.compile(r"--hash=(\S+)")
_OLDEST_GLIBC, _NEWEST_GLIBC = 5, 28  # of manylinux_2_N


@dataclass(frozen=True)
class Target:
    """A system to build for: tags of its wheels, and what the markers of a lock file ask about."""

    name: str
    tags: tuple[str, ...]
    sys_platform: str
    platform_system: str
    os_name: str

    @property
    def marker_values(self) -> dict[str, str]:
        """The environment of PEP 508 on that system."""
        return {
            "sys_platform": self.sys_platform,
            "platform_system": self.platform_system,
            "os_name": self.os_name,
            "platform_machine": "AMD64" if self.os_name == "nt" else "x86_64",
            "python_version": PYTHON,
            "python_full_version": f"{PYTHON}.0",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
        }


LINUX = Target(
    "linux",
    (
        *(f"manylinux_2_{glibc}_x86_64" for glibc in range(_NEWEST_GLIBC, _OLDEST_GLIBC - 1, -1)),
        *("manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"),
    ),
    *("linux", "Linux", "posix"),
)
WINDOWS = Target("windows", ("win_amd64",), "win32", "Windows", "nt")


@dataclass(frozen=True)
class Pin:
    """A library of a lock file in its one version."""

    requirement: Requirement
    hashes: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name as the lock file writes it."""
        return self.requirement.name

    @property
    def version(self) -> str:
        """The version without the sign before it."""
        return next(iter(self.requirement.specifier)).version

    def line(self) -> str:
        """The line of a lock file for the one target, so without its condition."""
        hashes = " ".join(f"--hash={value}" for value in self.hashes)
        return f"{self.name}=={self.version} {hashes}"


def pins(lock: Path, target: Target) -> list[Pin]:
    """What of a lock file is for the target; a library asked for with an extra stands once."""
    found: dict[str, Pin] = {}
    for entry in _entries(lock.read_text(encoding="utf-8")):
        requirement = Requirement(entry.split("--hash", maxsplit=1)[0].strip())
        marker = requirement.marker
        if marker is None or marker.evaluate(dict(target.marker_values)):
            found[requirement.name] = Pin(requirement, tuple(_HASH.findall(entry)))
    return list(found.values())


def download(target: Target, locks: tuple[Path, ...] = (ROOT / "requirements.lock",)) -> Path:
    """Fetch the wheels of the lock files for the target; returns their folder.

    Wheels from an earlier build are used again where they fit. Raises SetupFailed.
    """
    folder = BUILD / "wheels" / target.name
    cache = BUILD / "wheels" / f"{target.name}-cache"
    wanted = folder.with_suffix(".txt")
    cache.mkdir(parents=True, exist_ok=True)
    lines = {pin.line() for lock in locks for pin in pins(lock, target)}
    wanted.write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")
    command = [
        *(sys.executable, "-m", "pip", "download", "--no-deps", "--require-hashes"),
        *("--only-binary=:all:", "--implementation", "cp", "--python-version", PYTHON),
        *("--no-input", "--disable-pip-version-check", "--progress-bar=off"),
        *("--find-links", str(cache)),
        *(word for tag in target.tags for word in ("--platform", tag)),
        *("-r", str(wanted), "--dest", str(emptied(folder))),
    ]
    tools.run(command, "Скачивание библиотек из файла блокировки")
    _remember(folder, cache)
    return folder


def _remember(folder: Path, cache: Path) -> None:
    for wheel in folder.iterdir():
        kept = cache / wheel.name
        if not kept.exists():
            kept.hardlink_to(wheel)


def _entries(text: str) -> Iterator[str]:
    """The lines of a lock file with those that go on put together."""
    for entry in text.replace("\\\n", " ").splitlines():
        if entry.strip() and not entry.startswith("#"):
            yield entry
