"""A blank in Word: its tables read for showing, filled inside the document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from nastavnik_desktop.documents.blanks.package import part_of, with_parts
from nastavnik_desktop.documents.blanks.table_cells import TableCells
from nastavnik_desktop.domain.blanks import Blank, BlankCell, BlankSheet, BlankValue, CellPlace
from nastavnik_desktop.domain.errors import UnreadableFile

if TYPE_CHECKING:
    from docx.oxml.table import CT_Tbl, CT_Tc

_DOCUMENT = "word/document.xml"


def read_docx(content: bytes) -> Blank:
    """Tables «Таблица 1», «Таблица 2» …; a document without tables has no sheets.

    Columns are those of the table's grid, as ``fill_docx`` counts them.
    """
    from docx import Document
    from docx.oxml.ns import qn
    from lxml.etree import XMLSyntaxError

    try:
        body = Document(io.BytesIO(content)).element.body
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, XMLSyntaxError) as error:
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


def _cells(table: CT_Tbl) -> Iterator[BlankCell]:
    for row, line in enumerate(table.tr_lst, start=1):
        for cell in line.tc_lst:
            if cell.vMerge == "continue":
                continue
            rows, columns = cell.bottom - cell.top, cell.grid_span
            place = (row, cell.grid_offset + 1)
            yield BlankCell(*place, _text(cell), rows=rows, columns=columns, is_ruled=True)


def _text(cell: CT_Tc) -> str:
    from docx.oxml.ns import qn

    words = (
        "".join(text.text or "" for text in paragraph.iter(qn("w:t"))) for paragraph in cell.p_lst
    )
    return "\n".join(words).strip()
