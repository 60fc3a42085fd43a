"""Items of a road map from the lines of its table: sections above them, cut rows made whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from nastavnik_desktop.domain.road_maps.records import ReadItem, SkippedLine
from nastavnik_desktop.imports.road_maps.lines import Line, LineKind, RawRow, lines_of
from nastavnik_desktop.imports.road_maps.sections import SectionRow, SectionStack
from nastavnik_desktop.imports.road_maps.tables import MapTable
from nastavnik_desktop.imports.values.text import one_line

_YEAR_VALUE = re.compile(
    r"(?<!\d)(20\d\d)\s*(?:г(?:од[ау]?|\.)?)?\s*[-–—:=]\s*"
    r"(?:не (?:менее|более|ниже)\s+)?(\d{1,9}(?:[.,]\d{1,4})?)(?![\d.,]*\s*(?:г\.|год))",
    re.IGNORECASE,
)
_TENS = frozenset("123456789")
_YEARS = range(2000, 2100)
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,4})?")
_NOT_KEPT = frozenset(
    ("number", "activity", "details", "deadline", "responsible", "result", "document", "indicator",
     "stage", "other")
)  # fmt: skip


@dataclass
class _Growing:
    """An item whose rows are still being met."""

    line: Line
    sections: tuple[str, ...]
    place: str
    cells: dict[str, str]
    by_year: list[tuple[int, str]] = field(default_factory=list)

    def go_on(self, raw: RawRow) -> None:
        """Add the cells of a row that continues this one."""
        for meaning in raw.own - {"number"}:
            text = raw.cells.get(meaning, "")
            if text:
                self.cells[meaning] = joined(self.cells.get(meaning, ""), text)
        self.by_year.extend(raw.by_year)


@dataclass
class ItemCollector:
    """Collects items of all tables of a file; titles of sections hold from one to the next."""

    stack: SectionStack = field(default_factory=SectionStack)
    skipped: list[SkippedLine] = field(default_factory=list)
    _growing: list[_Growing] = field(default_factory=list)
    _titles: list[SectionRow] = field(default_factory=list)
    _stage: str = ""

    def enter(self, title: SectionRow) -> None:
        """A title that stands above a table of its own."""
        self._titles.append(title)

    def add(self, table: MapTable, place: str) -> None:
        """Take the rows of a table; ``place`` is how the user calls it."""
        for line in lines_of(table):
            where = f"{place}, строка {line.raw.row + 1}" if place else f"строка {line.raw.row + 1}"
            if line.kind is LineKind.SECTION and line.section is not None:
                self._titles.append(line.section)
                self._stage = ""
            elif line.kind is LineKind.ITEM:
                self._begin(line, where)
            elif line.kind is LineKind.CONTINUATION and self._growing:
                self._growing[-1].go_on(line.raw)
            elif line.kind is LineKind.SKIPPED:
                text = one_line(line.raw.alone or line.raw.event)
                self.skipped.append(SkippedLine(where, text, line.reason))

    def _begin(self, line: Line, place: str) -> None:
        raw = line.raw
        if self._titles:
            self.stack.enter(self._titles, raw.number)
            self._titles = []
        self._stage = one_line(raw.cells.get("stage", "")) or self._stage
        stage = (self._stage,) if self._stage else ()
        sections = (*self.stack.titles, *stage)
        self._growing.append(_Growing(line, sections, place, dict(raw.cells), list(raw.by_year)))

    def items(self) -> tuple[ReadItem, ...]:
        """All items in the order of the file."""
        return tuple(map(_item, _with_tens(self._growing)))


def joined(text: str, more: str) -> str:
    """A cell cut by the end of a page made whole; a word cut by a hyphen too."""
    if not text:
        return more
    if text[-1] in "-\u2010" and text[-2:-1].isalpha() and more[0].islower():
        return text[:-1] + more
    return f"{text}{' ' if more[0].islower() or text[-1].isalnum() else chr(10)}{more}"


def _with_tens(rows: Iterable[_Growing]) -> Iterator[_Growing]:
    """A spreadsheet keeps «1.10» as 1.1: after 1.9 it is read as 1.10."""
    previous = ""
    for one in rows:
        number = one.cells.get("number", "")
        head, _, last = number.rpartition(".")
        tens = "" if last == "1" else last
        if previous == f"{head}.{tens}9" and last in _TENS and head.isdecimal():
            one.cells["number"] = number = f"{number}0"
        previous = number
        yield one


def _item(growing: _Growing) -> ReadItem:
    cells = growing.cells
    besides = tuple((name, text) for name, text in cells.items() if name not in _NOT_KEPT and text)
    return ReadItem(
        number=cells.get("number", ""),
        event=cells.get("activity", ""),
        details=cells.get("details", ""),
        deadline=cells.get("deadline", ""),
        responsible=cells.get("responsible", ""),
        result=cells.get("result", ""),
        document=cells.get("document", ""),
        indicator=cells.get("indicator", ""),
        sections=growing.sections,
        indicator_by_year=_by_year(growing),
        besides=besides,
        place=growing.place,
    )


def _by_year(growing: _Growing) -> tuple[tuple[int, float], ...]:
    """Numbers for each year: from columns of years, or from a cell «2021г. – 7, 2022г. – 9»."""
    if growing.by_year:
        found = [(year, match) for year, text in growing.by_year if (match := _NUMBER.search(text))]
        return tuple((year, _number(match[0])) for year, match in found)
    text = growing.cells.get("indicator") or ""
    pairs = [(int(year), _number(value)) for year, value in _YEAR_VALUE.findall(text)]
    return tuple((year, value) for year, value in pairs if value not in _YEARS or len(pairs) > 1)


def _number(text: str) -> float:
    value = float(text.replace(",", "."))
    return int(value) if value.is_integer() else value
