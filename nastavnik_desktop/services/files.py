"""Writing files for the user: whole or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

from nastavnik_desktop.domain.errors import StorageUnavailable


def write_whole(path: Path, content: bytes) -> None:
    """Write a file under a temporary name and rename it; raises StorageUnavailable in words."""
    temporary = path.with_name(f".{path.name}.part")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _sentence(path, error) from error


def _sentence(path: Path, error: OSError) -> StorageUnavailable:
    if error.errno == errno.ENOSPC:
        message = f"На диске нет места: файл «{path.name}» не записан."
        return StorageUnavailable(message, "Освободите место или выберите другую папку.")
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        message = f"Папки «{path.parent}» нет: файл не записан."
        return StorageUnavailable(message, "Выберите другую папку.")
    message = f"Файл «{path.name}» нельзя записать в папку «{path.parent}»."
    advice = "Закройте файл, если он открыт в Excel или Word, или выберите другую папку."
    return StorageUnavailable(message, advice)
