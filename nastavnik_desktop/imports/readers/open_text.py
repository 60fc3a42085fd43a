"""Tables of a text document of LibreOffice (.odt) as grids, with the paragraphs around them.

Layout of the file: OASIS OpenDocument 1.2, part 1, chapters 5 (text) and 9 (tables).
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from nastavnik_desktop.imports.grid import MOST_COLUMNS, CellValue, Grid, Merge, clean_value
from nastavnik_desktop.imports.readers.safety import broken_file

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_PARAGRAPHS = frozenset((f"{_TEXT}p", f"{_TEXT}h"))
_BREAKS = frozenset((f"{_TEXT}line-break", f"{_TEXT}tab", f"{_TEXT}s"))
_UNSEEN = frozenset((f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}tracked-changes"))
_ROW_GROUPS = frozenset(
    (f"{_TABLE}table-header-rows", f"{_TABLE}table-rows", f"{_TABLE}table-row-group")
)
_CELLS = frozenset((f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"))
_MOST_REPEATED_ROWS = 200
_MOST_ROWS = 20_000
_LARGEST_CONTENT = 40 * 1024 * 1024
_DEEPEST = 60
"""Elements inside each other; a document of a school has a dozen."""


@dataclass
class _Walk:
    """What was met so far on the way through the body."""

    grids: list[Grid] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)


def read_open_text(path: Path) -> tuple[tuple[Grid, ...], tuple[str, ...]]:
    """Tables (named by their number from 1) and all paragraphs of the body.

    Raises UnreadableFile when the document is damaged.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo("content.xml").file_size > _LARGEST_CONTENT:
                raise ValueError("too long for a document")
            root = ElementTree.fromstring(archive.read("content.xml"))
        body = root.find(f"{_OFFICE}body/{_OFFICE}text")
        walk = _Walk()
        _visit(body if body is not None else Element("none"), walk, 0)
    except (
        zipfile.BadZipFile, zlib.error, ElementTree.ParseError, KeyError, ValueError, EOFError,
        OSError, NotImplementedError, RecursionError,
    ) as error:  # fmt: skip
        raise broken_file(path) from error
    return tuple(walk.grids), tuple(walk.paragraphs)


def _visit(element: Element, walk: _Walk, depth: int) -> None:
    if depth > _DEEPEST:
        raise ValueError("nested too deeply")
    for child in element:
        if child.tag == f"{_TABLE}table":
            walk.grids.append(_grid(child, str(len(walk.grids) + 1), tuple(walk.before)))
            walk.before = []
        elif child.tag in _PARAGRAPHS:
            text = clean_value(_text_of(child))
            if isinstance(text, str):
                walk.before.append(text)
                walk.paragraphs.append(text)
        elif child.tag not in _UNSEEN:
            _visit(child, walk, depth + 1)


def _grid(table: Element, name: str, text_before: tuple[str, ...]) -> Grid:
    rows: list[tuple[CellValue, ...]] = []
    merges: list[Merge] = []
    for row in _rows(table):
        cells: list[CellValue] = []
        for cell in row:
            if cell.tag not in _CELLS:
                continue
            across, down = _number(cell, "columns-spanned"), _number(cell, "rows-spanned")
            if (across > 1 or down > 1) and cell.tag == f"{_TABLE}table-cell":
                top, left = len(rows), len(cells)
                merges.append(Merge(top, left, top + down - 1, left + across - 1))
            is_covered = cell.tag == f"{_TABLE}covered-table-cell"
            value = None if is_covered else clean_value(_cell_text(cell))
            cells.extend([value] * min(_number(cell, "columns-repeated"), MOST_COLUMNS))
            if len(cells) > MOST_COLUMNS:
                raise ValueError("too many columns")
        repeated = _number(row, "rows-repeated")
        rows.extend([tuple(cells)] * min(repeated, _MOST_REPEATED_ROWS))
        if len(rows) > _MOST_ROWS:
            raise ValueError("too many rows")
    return Grid(name, tuple(rows), tuple(merges), text_before=text_before)


def _rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child)


def _number(element: Element, name: str) -> int:
    """A count of cells or rows; one where nothing is said."""
    return max(1, int(element.get(f"{_TABLE}number-{name}") or 1))


def _cell_text(cell: Element) -> str:
    """Paragraphs of a cell and of the lists in it, each on a line of its own."""
    return "\n".join(_text_of(found) for found in cell.iter() if found.tag in _PARAGRAPHS)


def _text_of(element: Element) -> str:
    return "".join(_pieces(element, 0))


def _pieces(element: Element, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        raise ValueError("nested too deeply")
    yield element.text or ""
    for child in element:
        if child.tag in _BREAKS:
            yield "\n" if child.tag == f"{_TEXT}line-break" else " "
        elif child.tag not in _UNSEEN and child.tag not in _PARAGRAPHS:
            yield from _pieces(child, depth + 1)
        yield child.tail or ""
