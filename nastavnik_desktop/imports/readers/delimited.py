"""CSV files as schools save them: cp1251 or UTF-8, semicolons, commas or tabs."""

from __future__ import annotations

import csv
import re
from collections import Counter
from io import StringIO
from itertools import islice
from pathlib import Path

from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.imports.grid import MOST_COLUMNS, Grid, clean_value, without_tail
from nastavnik_desktop.imports.readers.mojibake import likeness, repair_for

_SEPARATORS = ";,\t|"
_WIDEST_CELL = 100_000
_LINES_THAT_TELL = 60
_SEPARATOR_LINE = re.compile(r"\Asep=.[ \t]*\r?\n", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_BYTE_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_delimited(path: Path) -> Grid:
    """The records of a text file; a quoted cell with a line break is one record.

    Raises UnreadableFile when it is not a text.
    """
    text = _decoded(path)
    repair = repair_for(text)
    text = repair(text) if repair else text
    text = _SEPARATOR_LINE.sub("", text, count=1)
    csv.field_size_limit(_WIDEST_CELL)
    try:
        records = csv.reader(StringIO(text, newline=""), delimiter=_separator(text))
        rows = without_tail([_cut(record, path) for record in records])
    except csv.Error as error:
        raise _refusal(path) from error
    return Grid("", tuple(tuple(map(clean_value, row)) for row in rows))


def _cut(record: list[str], path: Path) -> list[str]:
    """The record without empty cells at its end; raises UnreadableFile when it is no row."""
    if len(record) <= MOST_COLUMNS:
        return record
    width = next((n for n in range(len(record), 0, -1) if record[n - 1]), 0)
    if width > MOST_COLUMNS:
        raise _refusal(path)
    return record[:width]


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
    """The sign that parts most lines into the same number of cells, the more cells the surer."""
    lines = [line for line in islice(StringIO(text), _LINES_THAT_TELL) if line.strip()]

    def fitness(sign: str) -> tuple[int, int, int]:
        counts = Counter(line.count(sign) for line in lines if sign in line)
        even = max((count * often for often, count in counts.items()), default=0)
        return even, counts.total(), -_SEPARATORS.index(sign)

    return max(_SEPARATORS, key=fitness)


def _refusal(path: Path) -> UnreadableFile:
    return UnreadableFile(
        f"Файл «{path.name}» не прочитан: это не текстовая таблица CSV."
        " Откройте его в Excel и сохраните как .xlsx.",
        str(path),
    )
