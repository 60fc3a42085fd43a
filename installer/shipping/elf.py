"""What the binaries of a Linux folder ask of the system: libraries and versions of glibc."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from installer.shipping import tools

_MAGIC = b"\x7fELF"
_NEEDED = re.compile(r"\(NEEDED\)\s+Shared library: \[(?P<name>[^]]+)\]")
_VERSION = re.compile(r"Name: (?P<kind>GLIBC|GLIBCXX|CXXABI)_(?P<version>[0-9.]+) ")


def files(folder: Path) -> Iterator[Path]:
    """Every program and library of a folder, links left out."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and _starts_as_elf(path):
            yield path


def needed_from_outside(folder: Path, binaries: Iterable[Path]) -> set[str]:
    """Names of libraries that the binaries ask for and their folder does not hold."""
    inside = {path.name for path in folder.rglob("*.so*")}
    return set[str]().union(*(needed_by(path) for path in binaries)) - inside


def needed_by(path: Path) -> set[str]:
    """Names of the libraries that a binary asks for."""
    return set(_NEEDED.findall(tools.answer_of(["readelf", "--dynamic", "--wide", path])))


def drop_unneeded(folder: Path, libraries: Iterable[Path]) -> None:
    """Remove those libraries that no binary of the folder asks for, nor another of them."""
    asked = {path: needed_by(path) for path in files(folder)}
    left = {path for path in libraries if path in asked}
    while True:
        wanted = set[str]().union(*asked.values())
        unneeded = {path for path in left if path.name not in wanted}
        if not unneeded:
            return
        for path in unneeded:
            path.unlink()
            del asked[path]
        left -= unneeded


def versions_needed(path: Path, kind: str = "GLIBC") -> list[tuple[int, ...]]:
    """The versions of glibc, or of another ``kind``, whose symbols a binary asks for."""
    answer = tools.answer_of(["readelf", "--version-info", "--wide", path])
    return sorted(
        {
            tuple(int(part) for part in found["version"].split("."))
            for found in _VERSION.finditer(answer)
            if found["kind"] == kind
        }
    )


def newest_version(folder: Path, kind: str = "GLIBC") -> tuple[int, ...]:
    """The newest version of glibc that any binary of the folder asks for."""
    return max(version for path in files(folder) for version in versions_needed(path, kind))


def _starts_as_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == _MAGIC
