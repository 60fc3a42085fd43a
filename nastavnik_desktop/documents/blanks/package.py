"""The zip around an office file: single parts are replaced, all others stay as they are."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from nastavnik_desktop.domain.errors import UnreadableFile

_BROKEN = "Бланк повреждён: возьмите файл заново там, откуда его прислали."


# What the libraries of Excel and Word raise over damaged files: none has an error of its own.
# SyntaxError is the one of XML.
DAMAGED = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
)


def part_of(content: bytes, name: str) -> bytes:
    """One part of an office file, unpacked; raises UnreadableFile when it is not there."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.read(name)
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise UnreadableFile(_BROKEN, name) from error


def with_parts(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The file with these parts replaced; sequence, names, moments and packing stay."""
    target = io.BytesIO()
    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as archive,
            zipfile.ZipFile(target, "w") as written,
        ):
            written.comment = archive.comment
            for entry in archive.infolist():
                written.writestr(entry, parts.get(entry.filename) or archive.read(entry))
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise UnreadableFile(_BROKEN) from error
    return target.getvalue()
