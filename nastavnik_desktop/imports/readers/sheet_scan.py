"""A quick look at the XML of an .xlsx: what values alone do not tell, and how far they reach."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from nastavnik_desktop.imports.grid import MOST_COLUMNS, Merge
from nastavnik_desktop.imports.readers.safety import LARGEST_UNPACKED

LARGEST_AREA = 3_000_000
_CELL_ADDRESS = re.compile(rb"<c [^>]*?r=\"([A-Z]{1,3})(\d{1,7})\"")
_FILLED_CELL_ADDRESS = re.compile(rb"<c [^>]*?r=\"([A-Z]{1,3})(\d{1,7})\"[^>]*(?<!/)>")
_MERGE = re.compile(rb"<mergeCell ref=\"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})\"")
_FORMULA_WITHOUT_VALUE = re.compile(rb"</f>\s*(?:<v\s*/>|<v></v>)?\s*</c>")
_HIDDEN_COLUMN = re.compile(rb"<col [^>]*?hidden=\"(?:1|true)\"[^>]*?>")
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Extent:
    """The last row and column that hold something, from 1."""

    last_row: int = 0
    last_column: int = 0

    @property
    def is_too_big(self) -> bool:
        """Whether a table of all cells up to here would fill the memory."""
        return self.last_column > MOST_COLUMNS or self.last_row * self.last_column > LARGEST_AREA


@dataclass(frozen=True)
class SheetScan:
    """Extent of cells with values and of all cells, joined cells, hidden columns, formulas."""

    filled: Extent = Extent()
    formatted: Extent = Extent()
    merges: tuple[Merge, ...] = ()
    hidden_columns: frozenset[int] = frozenset()
    empty_formulas: int = 0


def scan_sheets(path: Path) -> dict[str, SheetScan]:
    """Scan the sheets by their names; a binary workbook (.xlsb) has nothing to scan.

    Raises zipfile.BadZipFile, KeyError or ElementTree.ParseError when the file is damaged.
    """
    with zipfile.ZipFile(path) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return {}
        return {name: _scan(archive, part) for name, part in _sheet_parts(archive).items()}


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    relations = ElementTree.fromstring(_unpacked(archive, "xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id", ""): one.get("Target", "") for one in relations}
    book = ElementTree.fromstring(_unpacked(archive, "xl/workbook.xml"))
    parts: dict[str, str] = {}
    for sheet in book.findall(".//{*}sheet"):
        target = targets.get(sheet.get(_RELATION_ID, ""), "").lstrip("/")
        part = target if target.startswith("xl/") else f"xl/{target}"
        if part in archive.namelist():
            parts[sheet.get("name", "")] = part
    return parts


def _scan(archive: zipfile.ZipFile, part: str) -> SheetScan:
    xml = _unpacked(archive, part)
    formatted = _extent(_CELL_ADDRESS.findall(xml))
    filled = _extent(_FILLED_CELL_ADDRESS.findall(xml)) if formatted.is_too_big else formatted
    hidden = frozenset(number for tag in _HIDDEN_COLUMN.findall(xml) for number in _span(tag))
    return SheetScan(
        filled,
        formatted,
        tuple(map(_merge, _MERGE.finditer(xml))),
        hidden,
        len(_FORMULA_WITHOUT_VALUE.findall(xml)),
    )


def _extent(addresses: list[tuple[bytes, bytes]]) -> Extent:
    columns = {letters for letters, _ in addresses}
    rows = {row for _, row in addresses}
    return Extent(max(map(int, rows), default=0), max(map(_column_number, columns), default=0))


def _unpacked(archive: zipfile.ZipFile, part: str) -> bytes:
    """The part's bytes; one that grows beyond what its header promises is damaged."""
    with archive.open(part) as stream:
        content = stream.read(LARGEST_UNPACKED + 1)
    if len(content) > LARGEST_UNPACKED:
        raise zipfile.BadZipFile(part)
    return content


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _merge(found: re.Match[bytes]) -> Merge:
    left, right = _column_number(found[1]) - 1, _column_number(found[3]) - 1
    return Merge(int(found[2]) - 1, left, int(found[4]) - 1, right)


def _span(tag: bytes) -> range:
    """The columns of a ``<col>`` element, from 0."""
    first, last = (re.search(rb"\b" + name + rb"=\"(\d+)\"", tag) for name in (b"min", b"max"))
    return range(int(first[1]) - 1, min(int(last[1]), MOST_COLUMNS)) if first and last else range(0)
