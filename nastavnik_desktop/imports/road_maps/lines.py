"""Rows of a road map's table as lines: titles of sections, items, their continuations, the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import cached_property

from nastavnik_desktop.imports.grid import CellValue, as_text
from nastavnik_desktop.imports.header_cells import level_key
from nastavnik_desktop.imports.road_maps.sections import ARABIC, ROMAN, SectionRow
from nastavnik_desktop.imports.road_maps.shared_cells import between_parts, parts_of_cell
from nastavnik_desktop.imports.road_maps.tables import MapTable
from nastavnik_desktop.imports.row_kinds import are_column_numbers
from nastavnik_desktop.imports.values.text import folded, one_line

_NUMBER = re.compile(r"(?:\d{1,3}(?:[.,]\d{1,3})*|[IVXLCІХ]{1,6})[.)]*")
_SWALLOWED = re.compile(r"(\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)])\s*(?=[А-ЯЁа-яё«])")
_LISTED = re.compile(r"\n\d{1,2}[.)]\s")
"""Further numbers below: the cell is a list, and its first number belongs to it."""
_UNDERSCORES = re.compile(r"_{3,}")
_NOTE = re.compile(r"(?:исп(?:\.|олнител)|примечани|директор\s*_|\*)")
_BULLETS = ("-", "–", "—", "•", "·", ",", ";", ")")
_LONGEST_TITLE = 160
_CELLS_OF_ITEM = ("deadline", "responsible", "result", "document", "indicator", "details")


class LineKind(Enum):
    """What a row of a road map is."""

    SECTION = auto()
    ITEM = auto()
    CONTINUATION = auto()
    SKIPPED = auto()


@dataclass(frozen=True)
class RawRow:
    """The cells of a row by the meaning of their columns.

    ``cells`` holds values of cells joined downward too, ``own`` the meanings whose value begins in
    this very row; ``alone`` is the text of a row that holds nothing but it and a number, ``column``
    the place of that text, ``is_joined`` whether it stands over several columns.
    """

    row: int
    cells: Mapping[str, str]
    own: frozenset[str]
    by_year: tuple[tuple[int, str], ...] = ()
    alone: str = ""
    column: int = 0
    is_joined: bool = False

    @property
    def number(self) -> str:
        """The number as written."""
        return self.cells.get("number", "")

    @property
    def event(self) -> str:
        """The text of the work, also where it is joined with the row above."""
        return self.cells.get("activity", "")


@dataclass(frozen=True)
class Line:
    """A row with its kind; a title for a section, a reason for a row that is no item."""

    kind: LineKind
    raw: RawRow
    section: SectionRow | None = None
    reason: str = ""


def lines_of(table: MapTable) -> list[Line]:
    """The rows of the table's body in order, without empty ones."""
    return _Classifier(table).lines()


class _Classifier:
    """Tells kinds of rows of one table from the row itself and its neighbours."""

    def __init__(self, table: MapTable) -> None:
        self._table = table
        self._grid = table.grid
        number = table.column("number")
        self._number = number.index if number else None
        self._raws: list[RawRow] = []
        self._previous: Line | None = None
        self._last_title: tuple[str, ...] = ()

    def lines(self) -> list[Line]:
        """Kinds of all rows."""
        skipped, self._raws = [], []
        for row in self._table.body:
            raw = self._raw(row)
            reason = self._why_no_row(row)
            if reason:
                skipped.append(Line(LineKind.SKIPPED, raw, reason=reason))
            elif raw.cells or raw.alone:
                self._raws.append(raw)
        lines = list(self._classified())
        return sorted([*lines, *skipped], key=lambda line: line.raw.row)

    def _classified(self) -> Iterator[Line]:
        for place, raw in enumerate(self._raws):
            line = self._line(place, raw)
            if line.kind is not LineKind.SKIPPED:
                self._previous = line
            yield line

    def _why_no_row(self, row: int) -> str:
        values = [cell for cell in self._grid.rows[row] if cell is not None]
        if are_column_numbers(values):
            return "строка с номерами граф"
        if level_key(self._grid, row) in self._table.header_keys and len(values) > 1:
            return "повтор шапки"
        return ""

    def _raw(self, row: int) -> RawRow:
        """The row's cells; a cell joined downward counts for every row that it covers."""
        cells: dict[str, str] = {}
        own: set[str] = set()
        by_year: list[tuple[int, str]] = []
        for column in self._table.columns:
            top = max(self._grid.covering_row(row, column.index), self._table.body.start)
            text = _tidy(self._grid.value(top, column.index), is_number=column.meaning == "number")
            if not text:
                continue
            if column.year is not None:
                by_year.append((column.year, text))
                continue
            for meaning, part in parts_of_cell(self._table, column, text):
                if top == row:
                    own.add(meaning)
                known = cells.get(meaning)
                between = between_parts(column, meaning)
                cells[meaning] = f"{known}{between}{part}" if known and known != part else part
        return self._with_lonely_text(RawRow(row, cells, frozenset(own), tuple(by_year)))

    def _with_lonely_text(self, raw: RawRow) -> RawRow:
        grid, row = self._grid, raw.row
        filled = [
            (index, _tidy(cell, is_number=index == self._number))
            for index, cell in enumerate(grid.rows[row])
            if cell is not None
        ]
        cells = dict(raw.cells)
        if self._number is not None and filled and filled[0][0] == self._number:
            if _NUMBER.fullmatch(filled[0][1]):
                filled = filled[1:]
            else:
                cells.pop("number", None)
        is_alone = len({text for _, text in filled}) == 1
        column, text = filled[0] if is_alone else (0, "")
        joined = grid.anchors.get((row, column + 1)) == (row, column) or len(filled) > 1
        swallowed = self._swallowed(cells)
        return RawRow(row, swallowed, raw.own, raw.by_year, text, column, is_alone and joined)

    def _swallowed(self, cells: dict[str, str]) -> dict[str, str]:
        """The number that stands at the beginning of the text, as after conversion from PDF."""
        found = _SWALLOWED.match(cells.get("activity", ""))
        if not found or cells.get("number") or _LISTED.search(cells["activity"], found.end()):
            return cells
        return {**cells, "number": found[1], "activity": cells["activity"][found.end() :]}

    def _line(self, place: int, raw: RawRow) -> Line:
        first = raw.alone or raw.event
        if raw.alone and (_UNDERSCORES.search(first) or _NOTE.match(folded(first))):
            return Line(LineKind.SKIPPED, raw, reason="подпись или примечание")
        if raw.alone and self._is_section(place, raw):
            self._last_title = _parts(raw.number)
            return Line(LineKind.SECTION, raw, SectionRow(one_line(raw.alone), raw.number))
        if not raw.cells.keys() - {"number", "stage"} and not raw.by_year:
            return Line(LineKind.SKIPPED, raw, reason="номер без мероприятия")
        continues = self._previous_item is not None and self._continues(raw, self._previous_item)
        return Line(LineKind.CONTINUATION if continues else LineKind.ITEM, raw)

    @property
    def _previous_item(self) -> RawRow | None:
        """The item just above; a title between ends it."""
        previous = self._previous
        return previous.raw if previous and previous.kind is not LineKind.SECTION else None

    def _is_section(self, place: int, raw: RawRow) -> bool:
        """A row of one text: joined over columns, among the numbers, or marked as a title."""
        if raw.is_joined or raw.column == self._number:
            return True
        if raw.column > self._work_column or len(raw.alone) > _LONGEST_TITLE * 2:
            return False
        if raw.number and "number" in raw.own:
            return self._is_numbered_title(place, raw)
        if _goes_on(raw.alone) or self._has_sure_sections:
            return False
        return len(raw.alone) <= _LONGEST_TITLE

    @cached_property
    def _work_column(self) -> int:
        work = self._table.column("activity")
        return work.index if work else 0

    @cached_property
    def _has_sure_sections(self) -> bool:
        """Whether titles of this table have a mark of their own: other lonely texts go on."""
        return any(
            raw.alone and (raw.is_joined or raw.column == self._number or raw.number)
            for raw in self._raws
        )

    def _is_numbered_title(self, place: int, raw: RawRow) -> bool:
        """A number and a text, nothing else: a title when the rows below are numbered within it.

        It is one too when it has the next number after the title before, or when the numbers of the
        rows below start again.
        """
        below = self._raws[place + 1 :]
        following = next((one for one in below if one.number), None)
        if following is None:
            return False
        style = SectionRow(raw.alone, raw.number).style
        if ROMAN.match(raw.number) or style in {"caps", "part", "stage"}:
            return True
        own, next_ = _parts(raw.number), _parts(following.number)
        if len(next_) > len(own) and next_[: len(own)] == own:
            return True
        if self._last_title and _follows(self._last_title, own):
            return True
        return next_[-1:] == ("1",) and following is below[0] and not following.alone

    @cached_property
    def _is_numbered(self) -> bool:
        """Whether rows of this table have numbers at all."""
        numbered = sum(bool(raw.number) for raw in self._raws)
        return numbered * 3 > len(self._raws)

    def _continues(self, raw: RawRow, previous: RawRow) -> bool:
        """Whether a row only goes on with the one above, cut by the end of a page."""
        is_same = _parts(raw.number) == _parts(previous.number)
        if raw.number and not ("number" in raw.own and is_same):
            return False
        if raw.number:
            is_whole = {"deadline", "responsible"} <= raw.own
            return _goes_on(raw.event) or ("activity" not in raw.own and not is_whole)
        if not raw.event:
            return True
        if "activity" not in raw.own or _goes_on(raw.event):
            return "activity" in raw.own
        if not self._is_numbered:
            return False
        filled = sum(one in raw.own for one in _CELLS_OF_ITEM)
        return filled < 2 or "deadline" not in raw.own


def _tidy(value: CellValue, *, is_number: bool = False) -> str:
    """A cell as lines without needless blanks; a number that Excel took for a date as «1.2»."""
    if is_number and isinstance(value, date):
        return f"{value.day}.{value.month}"
    lines = (one_line(line) for line in as_text(value).split("\n"))
    return "\n".join(filter(None, lines))


def _goes_on(text: str) -> bool:
    return text[:1].islower() or text.startswith(_BULLETS)


def _parts(number: str) -> tuple[str, ...]:
    """«1.10.» -> ("1", "10"); a number that is not Arabic as it stands."""
    found = ARABIC.match(number)
    return tuple(found[1].split(".")) if found else (number.strip(" .)"),) if number else ()


def _follows(previous: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether a number is the next one after another on the same level."""
    if len(previous) != len(own) or not own or previous[:-1] != own[:-1]:
        return False
    return own[-1].isdecimal() and previous[-1].isdecimal() and int(own[-1]) > int(previous[-1])
