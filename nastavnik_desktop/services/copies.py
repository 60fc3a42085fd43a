"""Copies of papers in the user's folder of documents, to be opened in other programs."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

from nastavnik_desktop.config.paths import made_folder
from nastavnik_desktop.services.files import write_whole


def keep_copy(folder: Path, file_name: str, content: bytes) -> Path:
    """Put a file into a folder and say where it lies; a file that differs is never replaced.

    The user may have written into an earlier copy, so the new one gets a number: «… (2).docx».
    Raises StorageUnavailable.
    """
    made_folder(folder)
    wanted = folder / file_name
    for number in count(2):
        if not wanted.exists():
            write_whole(wanted, content)
            return wanted
        if _holds(wanted, content):
            return wanted
        wanted = folder / f"{Path(file_name).stem} ({number}){Path(file_name).suffix}"
    raise AssertionError("numbers do not end")


def safe_name(title: str) -> str:
    """A title as a name of a file on every system: «Приказ № 12-од от 08.09.2026»."""
    plain = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', "-", title.replace("\u00a0", " "))
    return plain.strip(" .")[:120] or "Документ"


def _holds(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:  # open in another program, or not ours to read: leave it alone
        return False
