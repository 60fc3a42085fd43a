"""Files kept in the base beside a record: scans of consents and orders, texts edited by hand."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sqlalchemy.orm import Session

from db.models import AttachmentModel, ConsentModel
from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile

LARGEST_BYTES = 20 * 1024 * 1024
SCAN_SUFFIXES = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp")
FINAL_SUFFIXES = (".docx", ".doc", ".odt", ".rtf", ".pdf")
SCAN, FINAL = "scan", "final"
"""Purposes of the files of an order: signed and scanned, edited by hand."""
_LONGEST_NAME = 255


@dataclass(frozen=True)
class AttachedFile:
    """A file as it was attached."""

    file_name: str
    content: bytes


def scan_from(path: Path, of_what: str = "согласия") -> AttachmentModel:
    """The file of a scan, read whole.

    Raises UnreadableFile for one that cannot be read, is empty, too large or no scan.
    """
    if path.suffix.lower() not in SCAN_SUFFIXES:
        kinds = ", ".join(suffix.lstrip(".").upper() for suffix in SCAN_SUFFIXES)
        raise UnreadableFile(f"Скан {of_what} – это файл {kinds}.", path.name)
    return _attachment(path, "")


def order_scan(path: Path) -> AttachmentModel:
    """The scan of a signed order."""
    scan = scan_from(path, "приказа")
    scan.purpose = SCAN
    return scan


def final_file(path: Path) -> AttachmentModel:
    """The final text of an order, edited by hand, or the file of one from outside.

    Raises UnreadableFile for what is neither a text document nor a scan.
    """
    if path.suffix.lower() not in (*FINAL_SUFFIXES, *SCAN_SUFFIXES):
        kinds = ", ".join(suffix.lstrip(".").upper() for suffix in FINAL_SUFFIXES)
        raise UnreadableFile(f"Текст приказа – это файл {kinds} или скан.", path.name)
    return _attachment(path, FINAL)


def _attachment(path: Path, purpose: str) -> AttachmentModel:
    content = _content(path)
    return AttachmentModel(
        purpose=purpose,
        file_name=path.name[-_LONGEST_NAME:],
        content_type=mimetypes.guess_type(path.name)[0] or "application/octet-stream",
        size_bytes=len(content),
        sha256=sha256(content).hexdigest(),
        content=content,
    )


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST_BYTES:
            megabytes = f"{size / 1024 / 1024:.0f}\u00a0МБ"
            raise UnreadableFile(
                f"Файл слишком большой: {megabytes}, а можно до 20\u00a0МБ. "
                "Отсканируйте документ с меньшим качеством или в оттенках серого.",
                path.name,
            )
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            "Файл не удалось прочитать: проверьте, на месте ли он.", path.name
        ) from error
    if not content:
        raise UnreadableFile("Файл пустой: отсканируйте документ ещё раз.", path.name)
    return content


def put_scan(consent: ConsentModel, scan: AttachmentModel) -> None:
    """Attach a scan; the one that was there gives way."""
    consent.attachments.clear()
    consent.attachments.append(scan)


def attached_file(session: Session, attachment_id: int) -> AttachedFile:
    """A file with its content."""
    found = session.get(AttachmentModel, attachment_id)
    if found is None:
        raise RuleViolation("Этого файла больше нет в базе.")
    return AttachedFile(found.file_name, found.content)
