"""Tables as a workbook with some cells coloured, so that an author finds what to mend."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.problems import Level

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_COLOURS = {Level.ERROR: "#F8D7DA", Level.WARNING: "#FFE8B3", Level.INFO: "#DCE9FF"}
_MOST_NAME_LETTERS = 31
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
_WIDEST_LETTERS = 60


@dataclass(frozen=True)
class Mark:
    """The colour of a cell and the words of its note."""

    level: Level
    note: str = ""


@dataclass(frozen=True)
class MarkedTable:
    """A sheet: texts row by row, the first as headings when ``has_heading``, marks by place."""

    title: str
    rows: Sequence[Sequence[str]]
    marks: Mapping[tuple[int, int], Mark] = field(default_factory=dict)
    has_heading: bool = False


def marked_workbook(tables: Iterable[MarkedTable]) -> bytes:
    """The tables as sheets; every text stays a text, even one that begins with «=»."""
    import xlsxwriter

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        names: set[str] = set()
        for table in tables:
            _write(book, book.add_worksheet(_free_name(table.title, names)), table)
    return content.getvalue()


def _free_name(title: str, used: set[str]) -> str:
    """A name that Excel admits and no other sheet has."""
    base = " ".join(title.translate(_FORBIDDEN_IN_NAMES).split())[:_MOST_NAME_LETTERS] or "Лист"
    name, number = base, 1
    while name.casefold() in used:
        number += 1
        tail = f" {number}"
        name = f"{base[: _MOST_NAME_LETTERS - len(tail)]}{tail}"
    used.add(name.casefold())
    return name


def _write(book: Workbook, sheet: Worksheet, table: MarkedTable) -> None:
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    heading = book.add_format({"text_wrap": True, "valign": "top", "bold": True})
    looks = {
        level: book.add_format({"text_wrap": True, "valign": "top", "bg_color": colour})
        for level, colour in _COLOURS.items()
    }
    for row, texts in enumerate(table.rows):
        for column, text in enumerate(texts):
            mark = table.marks.get((row, column))
            usual = heading if table.has_heading and row == 0 else plain
            sheet.write_string(row, column, text, looks[mark.level] if mark else usual)
            if mark and mark.note:
                sheet.write_comment(row, column, mark.note)
    for column, letters in enumerate(_widths(table.rows)):
        sheet.set_column(column, column, letters)
    if table.has_heading:
        sheet.freeze_panes(1, 0)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    count = max(map(len, rows), default=0)
    longest = [max((len(row[i]) for row in rows if i < len(row)), default=0) for i in range(count)]
    return [min(max(letters, 8) + 2, _WIDEST_LETTERS) for letters in longest]
