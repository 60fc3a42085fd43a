"""Cells of one sheet's XML: found by their bytes, written in the same places."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from nastavnik_desktop.documents.blanks.splicing import (
    Element,
    Splice,
    XmlScan,
    escaped,
    opened_tag,
    prefix_of,
    spliced,
)
from nastavnik_desktop.documents.blanks.workbook_parts import namespace_of
from nastavnik_desktop.domain.blanks import BlankValue, CellPlace, column_number
from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile

_TYPE = re.compile(rb"""\s+t\s*=\s*("[^"]*"|'[^']*')""")
_CORNER = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")
_CALC_ON_LOAD = re.compile(rb"""\s+fullCalcOnLoad\s*=\s*("[^"]*"|'[^']*')""")


@dataclass(frozen=True)
class Area:
    """Cells that one formula fills, from the top left to the bottom right, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int

    @staticmethod
    def of(reference: str) -> list[Area]:
        """The area of «B2:B4»; none of what is no area."""
        corners = [_CORNER.fullmatch(one) for one in reference.split(":")]
        places = [(int(found[2]), column_number(found[1])) for found in corners if found]
        if not places or len(places) != len(corners):
            return []
        return [Area(*places[0], *places[-1])]

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies in the area."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass
class _Cell:
    element: Element
    column: int
    has_formula: bool = False
    cached: list[Element] = field(default_factory=list)


@dataclass
class _Row:
    element: Element
    number: int
    cells: list[_Cell] = field(default_factory=list)


class SheetCells(XmlScan):
    """A sheet's rows and cells with their bytes."""

    def __init__(self, xml: bytes) -> None:
        super().__init__(xml, namespace_of(xml))
        self.data: Element | None = None
        self.formulas: list[str] = []
        self._areas: list[Area] = []
        self._rows: list[_Row] = []
        self._calculation: Element | None = None
        self.run()

    def filled(self, values: Mapping[CellPlace, BlankValue]) -> bytes:
        """The sheet with the values in their cells.

        Formulas stay; their old results go, and the sheet asks to be calculated on opening.
        Raises RuleViolation for a value that would go into a formula.
        """
        if self.data is None:
            raise UnreadableFile("На листе бланка нет ячеек: это файл другой формы.")
        by_row: dict[int, dict[int, BlankValue]] = {}
        for place, value in values.items():
            self._refuse_result(place)
            by_row.setdefault(place.row, {})[place.column] = value
        splices = [
            *self._in_rows(by_row),
            *self._without_old_results(),
            self._calculated_on_opening(),
        ]
        return spliced(self.xml, splices)

    # The walk

    def opened(self, element: Element) -> None:
        """Note a row, a cell, a formula."""
        if element.name == "row":
            before = self._rows[-1].number if self._rows else 0
            self._rows.append(_Row(element, int(element.attributes.get("r", before + 1))))
        elif element.name == "c" and self._rows:
            self._note_cell(element)
        elif element.name == "f" and self._is_in_cell():
            self._rows[-1].cells[-1].has_formula = True
            if element.attributes.get("t") in {"array", "dataTable"}:
                self._areas += Area.of(element.attributes.get("ref", ""))

    def closed(self, element: Element) -> None:
        """Note the data and results, whose ends are known now."""
        if element.name == "sheetData":
            self.data = element
        elif element.name == "sheetCalcPr":
            self._calculation = element
        elif element.name == "f" and self._is_in_cell() and not element.is_empty_tag:
            self.formulas.append(self.text_of(element))
        elif element.name == "v" and self._is_in_cell():
            self._rows[-1].cells[-1].cached.append(element)

    def _note_cell(self, element: Element) -> None:
        cells = self._rows[-1].cells
        letters = re.match("[A-Z]+", element.attributes.get("r", ""))
        column = column_number(letters[0]) if letters else (cells[-1].column if cells else 0) + 1
        cells.append(_Cell(element, column))

    def _is_in_cell(self) -> bool:
        return any(element.name == "c" for element in self.path)

    # The changes

    def _refuse_result(self, place: CellPlace) -> None:
        """One formula may fill several cells: a value in any of them would be lost."""
        if any(area.holds(place.row, place.column) for area in self._areas):
            raise _refusal(place)

    def _in_rows(self, by_row: Mapping[int, Mapping[int, BlankValue]]) -> Iterator[Splice]:
        known = [row.number for row in self._rows]
        for number in sorted(by_row):
            at = bisect_left(known, number)
            if at < len(known) and known[at] == number:
                yield from self._in_row(self._rows[at], by_row[number])
            else:
                yield self._new_row(at, number, by_row[number])

    def _in_row(self, row: _Row, values: Mapping[int, BlankValue]) -> Iterator[Splice]:
        known = [cell.column for cell in row.cells]
        before: dict[int, list[bytes]] = {}
        for column in sorted(values):
            at = bisect_left(known, column)
            if at < len(known) and known[at] == column:
                yield self._in_cell(row.cells[at], row.number, column, values[column])
            else:
                before.setdefault(at, []).append(self._new_cell(row.number, column, values[column]))
        for at, cells in before.items():
            yield self._added(row, at, b"".join(cells))

    def _in_cell(self, cell: _Cell, row: int, column: int, value: BlankValue) -> Splice:
        if cell.has_formula:
            raise _refusal(CellPlace("", row, column))
        element = cell.element
        tag = opened_tag(_TYPE.sub(b"", self.xml[element.start : element.tag_end]))
        return Splice(element.start, element.end, self._written(tag, value))

    def _new_cell(self, row: int, column: int, value: BlankValue) -> bytes:
        address = CellPlace("", row, column).address
        return self._written(b'<%sc r="%s">' % (self._prefix, address.encode()), value)

    def _written(self, tag: bytes, value: BlankValue) -> bytes:
        """A cell with its value; an empty text leaves an empty cell with its look."""
        prefix = self._prefix
        end = b"</%sc>" % prefix
        if value == "":
            return tag + end
        if isinstance(value, str):
            typed = tag[:-1] + b' t="inlineStr">'
            words = (prefix, prefix, escaped(value), prefix, prefix)
            return typed + b'<%sis><%st xml:space="preserve">%s</%st></%sis>' % words + end
        return tag + b"<%sv>%s</%sv>" % (prefix, repr(value).encode(), prefix) + end

    def _added(self, row: _Row, at: int, cells: bytes) -> Splice:
        """Cells that were not there, before the next cell of the row or at its end."""
        element = row.element
        if at < len(row.cells):
            start = row.cells[at].element.start
            return Splice(start, start, cells)
        return self._at_the_end(element, b"row", cells)

    def _new_row(self, at: int, number: int, values: Mapping[int, BlankValue]) -> Splice:
        cells = b"".join(
            self._new_cell(number, column, values[column]) for column in sorted(values)
        )
        prefix = self._prefix
        row = b'<%srow r="%d">%s</%srow>' % (prefix, number, cells, prefix)
        if at < len(self._rows):
            start = self._rows[at].element.start
            return Splice(start, start, row)
        return self._at_the_end(self._data, b"sheetData", row)

    def _at_the_end(self, element: Element, name: bytes, added: bytes) -> Splice:
        if not element.is_empty_tag:
            return Splice(element.content_end, element.content_end, added)
        tag = opened_tag(self.xml[element.start : element.tag_end])
        end = b"</%s%s>" % (self._prefix, name)
        return Splice(element.start, element.end, tag + added + end)

    def _without_old_results(self) -> Iterator[Splice]:
        for row in self._rows:
            for cell in row.cells:
                if cell.has_formula:
                    yield from (Splice(one.start, one.end, b"") for one in cell.cached)

    def _calculated_on_opening(self) -> Splice:
        """CT_Worksheet: ``sheetCalcPr`` follows ``sheetData``."""
        if self._calculation is None:
            new = b'<%ssheetCalcPr fullCalcOnLoad="1"/>' % self._prefix
            return Splice(self._data.end, self._data.end, new)
        element = self._calculation
        tag = _CALC_ON_LOAD.sub(b"", self.xml[element.start : element.tag_end])
        end = b"/>" if tag.endswith(b"/>") else b">"
        new = tag[: -len(end)].rstrip() + b' fullCalcOnLoad="1"' + end
        return Splice(element.start, element.tag_end, new)

    @property
    def _data(self) -> Element:
        if self.data is None:
            raise UnreadableFile("На листе бланка нет ячеек: это файл другой формы.")
        return self.data

    @property
    def _prefix(self) -> bytes:
        return prefix_of(self.xml, self._data)


def _refusal(place: CellPlace) -> RuleViolation:
    return RuleViolation(f"В ячейке {place.address} бланка стоит формула: она посчитает сама.")
