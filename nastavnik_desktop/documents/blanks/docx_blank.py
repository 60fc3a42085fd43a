"""A blank in Word: its tables read for showing, filled inside the document."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nastavnik_desktop.documents.blanks.package import DAMAGED, part_of, with_parts
from nastavnik_desktop.documents.blanks.table_cells import TableCells
from nastavnik_desktop.domain.blanks import Blank, BlankCell, BlankSheet, BlankValue, CellPlace
from nastavnik_desktop.domain.errors import UnreadableFile

if TYPE_CHECKING:
    from docx.oxml.table import CT_Row, CT_Tbl, CT_Tc

_DOCUMENT = "word/document.xml"
_WRAPPERS = ("w:sdt", "w:sdtContent", "w:customXml", "w:smartTag")


def read_docx(content: bytes) -> Blank:
    """Tables «Таблица 1», «Таблица 2» …; a document without tables has no sheets.

    Columns are those of the table's grid, as ``fill_docx`` counts them.
    """
    from docx import Document
    from docx.oxml.ns import qn

    try:
        body = Document(io.BytesIO(content)).element.body
    except DAMAGED as error:
        raise UnreadableFile("Бланк не прочитан: файл повреждён. Возьмите его заново.") from error
    return Blank(
        tuple(
            BlankSheet(f"Таблица {number}", tuple(_cells(table)))
            for number, table in enumerate(body.iter(qn("w:tbl")), start=1)
        )
    )


def fill_docx(content: bytes, values: Mapping[CellPlace, BlankValue]) -> bytes:
    """The document with the values in their cells; every other part is the same."""
    filled = TableCells(part_of(content, _DOCUMENT)).filled(values)
    return with_parts(content, {_DOCUMENT: filled})


@dataclass(frozen=True)
class _Placed:
    """A cell of a row with the column of the grid at which it begins."""

    column: int
    cell: CT_Tc


def _cells(table: CT_Tbl) -> Iterator[BlankCell]:
    rows = [_placed(line) for line in _inside(table, "w:tr")]
    for row, line in enumerate(rows):
        for placed in line:
            cell = placed.cell
            if cell.vMerge != "continue":
                yield BlankCell(
                    row + 1,
                    placed.column,
                    _text(cell),
                    rows=1 + _continued(rows[row + 1 :], placed.column),
                    columns=cell.grid_span,
                    is_ruled=True,
                )


def _placed(line: CT_Row) -> list[_Placed]:
    found, column = list[_Placed](), 1 + line.grid_before
    for cell in _inside(line, "w:tc"):
        found.append(_Placed(column, cell))
        column += cell.grid_span
    return found


def _continued(below: Sequence[Sequence[_Placed]], column: int) -> int:
    """Over how many rows below a joined cell reaches."""
    count = 0
    for line in below:
        if not any(one.column == column and one.cell.vMerge == "continue" for one in line):
            break
        count += 1
    return count


def _inside(parent: Any, name: str) -> Iterator[Any]:  # noqa: ANN401 - elements of lxml
    """Children of a name, those inside content controls and custom XML too."""
    from docx.oxml.ns import qn

    wrappers = {qn(one) for one in _WRAPPERS}
    for child in parent.iterchildren():
        if child.tag == qn(name):
            yield child
        elif child.tag in wrappers:
            yield from _inside(child, name)


def _text(cell: CT_Tc) -> str:
    from docx.oxml.ns import qn

    words = (
        "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        for paragraph in _inside(cell, "w:p")
    )
    return "\n".join(words).strip()
