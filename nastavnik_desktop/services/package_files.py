"""Files of an exchange read from the disk, within the limit."""

from __future__ import annotations

from pathlib import Path

from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.exchange.container import LARGEST_FILE


def file_content(path: Path) -> bytes:
    """The bytes of a file; raises UnreadableFile when it cannot be read or is too large."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnreadableFile("Файл слишком велик: таких посылок не бывает.", path.name)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(f"Файл «{path.name}» не открывается.", str(path)) from error
