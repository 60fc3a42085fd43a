"""Files for the user: documents rendered, files written whole or not at all."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.errors import RuleViolation, StorageUnavailable

if TYPE_CHECKING:
    from nastavnik_desktop.documents.tree import Document


def render(document: Document, file_format: str) -> bytes:
    """A document as a file of the format ``pdf``, ``docx`` or ``xlsx``."""
    from nastavnik_desktop.documents.render import render_docx, render_pdf, render_xlsx

    renderers = {"pdf": render_pdf, "docx": render_docx, "xlsx": render_xlsx}
    if file_format not in renderers:
        known = ", ".join(f".{name}" for name in renderers)
        raise RuleViolation(f"Файл .{file_format} программа не пишет: выберите {known}.", "path")
    return renderers[file_format](document)


def format_of(path: Path) -> str:
    """The format that the suffix of a file asks for."""
    return path.suffix.lstrip(".").lower()


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
