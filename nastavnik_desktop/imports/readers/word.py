"""Tables of a Word document as grids, with joined cells and the paragraphs before them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from nastavnik_desktop.imports.grid import CellValue, Grid, Merge, clean_value
from nastavnik_desktop.imports.readers.safety import broken_file

if TYPE_CHECKING:
    from docx.table import Table, _Row


def read_word(path: Path) -> tuple[tuple[Grid, ...], tuple[str, ...]]:
    """Tables (named by their number from 1) and all paragraphs of the body.

    Raises UnreadableFile when the document is damaged.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table
    from lxml.etree import XMLSyntaxError

    try:
        document = docx.Document(str(path))
        grids: list[Grid] = []
        paragraphs: list[str] = []
        before: list[str] = []
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                grids.append(_grid(block, str(len(grids) + 1), tuple(before)))
                before = []
            elif block.text.strip():
                before.append(str(clean_value(block.text)))
                paragraphs.append(before[-1])
    except (
        PackageNotFoundError, XMLSyntaxError, zipfile.BadZipFile, zlib.error, KeyError, ValueError,
        EOFError, OSError, AttributeError, IndexError, NotImplementedError,
    ) as error:  # fmt: skip
        raise broken_file(path) from error
    return tuple(grids), tuple(paragraphs)


def _grid(table: Table, name: str, text_before: tuple[str, ...]) -> Grid:
    rows: list[tuple[CellValue, ...]] = []
    extents: dict[object, list[tuple[int, int]]] = {}
    for number, row in enumerate(table.rows):
        cells: list[CellValue] = []
        for element, text in _row_cells(row):
            extents.setdefault(element, []).append((number, len(cells)))
            is_anchor = extents[element][0] == (number, len(cells))
            cells.append(clean_value(text) if is_anchor else None)
        rows.append(tuple(cells))
    return Grid(name, tuple(rows), tuple(_merges(extents)), text_before=text_before)


def _row_cells(row: _Row) -> Iterator[tuple[object, str]]:
    """Cells of a row by grid column; a joined cell comes again for each place it covers."""
    for _ in range(row.grid_cols_before):
        yield object(), ""
    for cell in row.cells:
        yield cell._tc, cell.text  # noqa: SLF001 - the identity of a joined cell


def _merges(extents: dict[object, list[tuple[int, int]]]) -> Iterator[Merge]:
    for places in extents.values():
        if len(places) > 1:
            (top, left), (bottom, right) = places[0], places[-1]
            yield Merge(top, left, bottom, right)
