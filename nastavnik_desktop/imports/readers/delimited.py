"""CSV files as schools save them: cp1251 or UTF-8, semicolons, commas or tabs."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.imports.grid import Grid, clean_value
from nastavnik_desktop.imports.readers.mojibake import likeness, repair_for

_SEPARATORS = ";,\t|"
_WIDEST_CELL = 100_000
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_BYTE_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_delimited(path: Path) -> Grid:
    """The records of a text file; a quoted cell with a line break is one record.

    Raises UnreadableFile when it is not a text.
    """
    text = _decoded(path)
    repair = repair_for(text)
    text = repair(text) if repair else text
    lines = text.splitlines(keepends=True)
    if lines and re.fullmatch(r"sep=.\s*", lines[0], re.IGNORECASE):
        text = "".join(lines[1:])
    csv.field_size_limit(_WIDEST_CELL)
    try:
        records = list(csv.reader(text.splitlines(keepends=True), delimiter=_separator(text)))
    except csv.Error as error:
        raise _refusal(path) from error
    rows = tuple(tuple(map(clean_value, record)) for record in records)
    return Grid("", rows)


def _decoded(path: Path) -> str:
    content = path.read_bytes()
    for mark, encoding in _BYTE_MARKS:
        if content.startswith(mark):
            return _strictly(path, content, encoding)
    if b"\x00" in content:
        raise _refusal(path)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(path, content)


def _guessed(path: Path, content: bytes) -> str:
    """Russian one-byte code pages: common small letters speak for one, capitals inside against."""
    readings = [content.decode(name, errors="replace") for name in ("cp1251", "cp866", "koi8-r")]
    best = max(readings, key=likeness)
    if not _CYRILLIC.search(best) or best.count("\ufffd") > len(best) // 50:
        raise _refusal(path)
    return best


def _strictly(path: Path, content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _refusal(path) from error


def _separator(text: str) -> str:
    """The sign that parts most lines into the same number of cells."""
    lines = [line for line in text.splitlines()[:60] if line.strip()]
    return max(
        _SEPARATORS,
        key=lambda sign: (sum(sign in line for line in lines), -_SEPARATORS.index(sign)),
    )


def _refusal(path: Path) -> UnreadableFile:
    return UnreadableFile(
        f"Файл «{path.name}» не прочитан: это не текстовая таблица CSV."
        " Откройте его в Excel и сохраните как .xlsx.",
        str(path),
    )
