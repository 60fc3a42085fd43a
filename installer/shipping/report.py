"""What was made: names, sizes and SHA-256, shown and written beside the packages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from installer.reporting import say
from installer.shipping.program import DIST

SUMS = "SHA256SUMS"
_MEGABYTE = 1_000_000


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, as ``sha256sum`` prints it."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files of a folder; a link counts as nothing."""
    if path.is_file():
        return path.stat().st_size
    files = (each for each in path.rglob("*") if each.is_file() and not each.is_symlink())
    return sum(each.stat().st_size for each in files)


def megabytes(size: int) -> str:
    """A size as people read it: «54,3 МБ»."""
    return f"{size / _MEGABYTE:.1f} МБ".replace(".", ",")


def finish(made: Iterable[Path]) -> None:
    """Say what lies in ``dist`` and keep the sums of all that is there in one file."""
    say("\nГотово:")
    for path in made:
        say(f"  {path.relative_to(DIST.parent)} – {megabytes(path.stat().st_size)}")
        say(f"    SHA-256 {sha256_of(path)}")
    files = sorted(path for path in DIST.iterdir() if path.is_file() and path.name != SUMS)
    lines = [f"{sha256_of(path)}  {path.name}\n" for path in files]
    (DIST / SUMS).write_text("".join(lines), encoding="utf-8")
