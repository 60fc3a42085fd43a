"""Cells of the tables of a Word document, found and written by their bytes.

Tables are counted in the sequence in which they begin, a table inside a cell after its own; rows
and columns of the table's grid from 1: a joined cell stands at the first column that it covers.
"""

from __future__ import annotations

import re
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
from nastavnik_desktop.domain.blanks import BlankValue, CellPlace
from nastavnik_desktop.domain.errors import UnreadableFile

WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD_NAMESPACE = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_TABLE = re.compile(r"Таблица (\d+)")


@dataclass
class _Table:
    number: int
    row: int = 0
    column: int = 1
    """The column at which the present or the next cell begins."""
    span: int = 1


@dataclass
class _Cell:
    paragraph: Element | None = None
    texts: list[Element] = field(default_factory=list)
    placeholders: list[Element] = field(default_factory=list)
    look: Element | None = None


class TableCells(XmlScan):
    """All cells of a document with the bytes of their texts."""

    def __init__(self, xml: bytes) -> None:
        strict = STRICT_WORD_NAMESPACE.encode() in xml[:4096]
        super().__init__(xml, STRICT_WORD_NAMESPACE if strict else WORD_NAMESPACE)
        self._tables: list[_Table] = []
        self._count = 0
        self._around: list[_Cell] = []
        self._waiting: list[Element] = []
        self._cells: dict[tuple[int, int, int], _Cell] = {}
        self.run()

    def filled(self, values: Mapping[CellPlace, BlankValue]) -> bytes:
        """The document's XML with the values in their cells, in the look of each cell."""
        return spliced(
            self.xml,
            [one for place, value in values.items() for one in self._written(place, value)],
        )

    # The walk

    def opened(self, element: Element) -> None:
        """Count tables, rows and cells; remember the cell that texts belong to."""
        if element.name == "tbl":
            self._count += 1
            self._tables.append(_Table(self._count))
        elif self._tables:
            self._open_in(self._tables[-1], element)

    def _open_in(self, table: _Table, element: Element) -> None:
        if element.name == "tr":
            table.row, table.column = table.row + 1, 1
        elif element.name == "gridBefore":
            table.column += _number(element)
        elif element.name == "gridSpan":
            table.span = _number(element)
        elif element.name == "tc":
            table.span = 1
            cell = _Cell(placeholders=self._waiting)
            self._waiting = []
            self._cells[(table.number, table.row, table.column)] = cell
            self._around.append(cell)

    def closed(self, element: Element) -> None:
        """Note what a cell holds; its first paragraph is where a text is added."""
        if element.name == "tbl":
            self._tables.pop()
        elif element.name == "tc" and self._around:
            self._around.pop()
            self._tables[-1].column += self._tables[-1].span
        elif element.name == "showingPlcHdr" and self._is_around_a_cell():
            self._waiting.append(element)
        elif self._around:
            self._note(self._around[-1], element)

    def _is_around_a_cell(self) -> bool:
        """Whether a control holds a whole cell or row, which is yet to come."""
        names = [one.name for one in self.path if one.name in {"tbl", "tr", "tc"}]
        return bool(names) and names[-1] != "tc"

    def _note(self, cell: _Cell, element: Element) -> None:
        if element.name == "p" and cell.paragraph is None:
            cell.paragraph = element
        elif element.name == "t":
            cell.texts.append(element)
        elif element.name == "showingPlcHdr":
            cell.placeholders.append(element)
        elif element.name == "rPr" and self.path and self.path[-1].name == "pPr":
            cell.look = cell.look or element

    # The changes

    def _written(self, place: CellPlace, value: BlankValue) -> Iterator[Splice]:
        cell = self._cell(place)
        yield from (Splice(one.start, one.end, b"") for one in cell.placeholders)
        text = escaped(in_words(value))
        if cell.texts:
            first, *others = cell.texts
            yield self._replaced(first, text)
            yield from (self._replaced(other, b"") for other in others)
        elif text:
            yield self._added(cell, text)

    def _cell(self, place: CellPlace) -> _Cell:
        found = _TABLE.fullmatch(place.sheet)
        cell = self._cells.get((int(found[1]), place.row, place.column)) if found else None
        if cell is None or cell.paragraph is None:
            where = f"{place.sheet}, строка {place.row}, ячейка {place.column}"
            raise UnreadableFile(f"В бланке нет места «{where}»: это файл другой формы.", where)
        return cell

    def _replaced(self, element: Element, text: bytes) -> Splice:
        prefix = prefix_of(self.xml, element)
        new = b'<%st xml:space="preserve">%s</%st>' % (prefix, text, prefix)
        return Splice(element.start, element.end, new)

    def _added(self, cell: _Cell, text: bytes) -> Splice:
        paragraph = cell.paragraph
        if paragraph is None:
            raise UnreadableFile("В ячейке бланка нет абзаца: это файл другой формы.")
        prefix = prefix_of(self.xml, paragraph)
        look = self.xml[cell.look.start : cell.look.end] if cell.look else b""
        words = (prefix, look, prefix, text, prefix, prefix)
        run = b'<%sr>%s<%st xml:space="preserve">%s</%st></%sr>' % words
        if not paragraph.is_empty_tag:
            return Splice(paragraph.content_end, paragraph.content_end, run)
        tag = opened_tag(self.xml[paragraph.start : paragraph.tag_end])
        return Splice(paragraph.start, paragraph.end, tag + run + b"</%sp>" % prefix)


def _number(element: Element) -> int:
    """The value of ``w:gridSpan`` and the like."""
    values = (text for name, text in element.attributes.items() if name.endswith("val"))
    text = next(values, "1")
    return int(text) if text.isdecimal() else 1


def in_words(value: BlankValue) -> str:
    """A value as a Russian document writes it: a comma in numbers with decimals."""
    return value if isinstance(value, str) else str(value).replace(".", ",")
