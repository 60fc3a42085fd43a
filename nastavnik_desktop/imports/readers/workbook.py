"""Workbooks of Excel and LibreOffice; a scan tells of hidden columns and of far cells."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.imports.grid import Grid, Merge, clean_value
from nastavnik_desktop.imports.readers.safety import LARGEST_UNPACKED, FileKind, broken_file

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MOST_ROWS = 60_000
MOST_COLUMNS = 400
_CELL = re.compile(rb"<c [^>]*?r=\"([A-Z]{1,3})(\d{1,7})\"[^>]*?>")
_FORMULA_WITHOUT_VALUE = re.compile(rb"</f>\s*(?:<v\s*/>|<v></v>)?\s*</c>")
_HIDDEN_COLUMN = re.compile(rb"<col [^>]*?hidden=\"(?:1|true)\"[^>]*?>")
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class _SheetScan:
    """What the values alone do not tell: extent of filled cells, hidden columns, empty formulas."""

    last_row: int = 0
    last_column: int = 0
    hidden_columns: frozenset[int] = frozenset()
    empty_formulas: int = 0

    @property
    def is_too_wide(self) -> bool:
        """Whether a filled cell stands so far that a table of all cells would fill the memory."""
        return self.last_row > MOST_ROWS or self.last_column > MOST_COLUMNS


def read_workbook(path: Path, kind: FileKind) -> tuple[Grid, ...]:
    """All sheets of a workbook; raises UnreadableFile when it is damaged or far too big."""
    from python_calamine import CalamineError, PasswordError, load_workbook

    try:
        scans = _scan_sheets(path) if kind is FileKind.XLSX else {}
        with load_workbook(str(path)) as workbook:
            return tuple(_grids(path, workbook, scans))
    except PasswordError as error:
        raise UnreadableFile(
            f"Файл «{path.name}» не прочитан: он защищён паролем. Снимите пароль и сохраните файл.",
            str(path),
        ) from error
    except (
        CalamineError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, OSError,
        ElementTree.ParseError, NotImplementedError, IndexError, OverflowError,
    ) as error:  # fmt: skip
        raise broken_file(path) from error


def _grids(path: Path, workbook: CalamineWorkbook, scans: dict[str, _SheetScan]) -> Iterator[Grid]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for about in workbook.sheets_metadata:
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        scan = scans.get(about.name, _SheetScan())
        if scan.is_too_wide:
            raise _too_wide(path, about.name, scan)
        sheet = workbook.get_sheet_by_name(about.name)
        is_hidden = about.visible is not SheetVisibleEnum.Visible
        yield _grid(sheet, scan, is_hidden=is_hidden)


def _grid(sheet: CalamineSheet, scan: _SheetScan, *, is_hidden: bool) -> Grid:
    values = sheet.to_python(skip_empty_area=False)
    rows = tuple(tuple(map(clean_value, row)) for row in values)
    merges = tuple(
        Merge(top, left, bottom, right)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        if top < len(rows)
    )
    notices: tuple[str, ...] = ()
    if scan.empty_formulas:
        notice = (
            f"На листе «{sheet.name}» есть формулы без вычисленного значения"
            f" ({scan.empty_formulas}). Откройте файл в Excel, сохраните и загрузите снова."
        )
        notices = (notice,)
    return Grid(sheet.name, rows, merges, scan.hidden_columns, (), is_hidden, notices)


def _too_wide(path: Path, sheet: str, scan: _SheetScan) -> UnreadableFile:
    return UnreadableFile(
        f"Файл «{path.name}» не прочитан: на листе «{sheet}» заполнена ячейка слишком далеко"
        f" от начала (строка {scan.last_row}, столбец {scan.last_column}). Удалите лишние строки"
        " и столбцы или скопируйте список на новый лист.",
        sheet,
    )


def _scan_sheets(path: Path) -> dict[str, _SheetScan]:
    """Scan the sheets of an .xlsx by their names; a binary workbook (.xlsb) has nothing to scan."""
    with zipfile.ZipFile(path) as archive:
        if "xl/workbook.xml" not in archive.namelist():
            return {}
        return {name: _scan(archive, part) for name, part in _sheet_parts(archive).items()}


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    relations = ElementTree.fromstring(_unpacked(archive, "xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id", ""): one.get("Target", "") for one in relations}
    book = ElementTree.fromstring(_unpacked(archive, "xl/workbook.xml"))
    parts: dict[str, str] = {}
    for sheet in book.iter("{*}sheet"):
        target = targets.get(sheet.get(_RELATION_ID, ""), "").lstrip("/")
        part = target if target.startswith("xl/") else f"xl/{target}"
        if part in archive.namelist():
            parts[sheet.get("name", "")] = part
    return parts


def _scan(archive: zipfile.ZipFile, part: str) -> _SheetScan:
    xml = _unpacked(archive, part)
    last_row = last_column = 0
    for cell in _CELL.finditer(xml):
        if cell[0].endswith(b"/>"):
            continue
        last_row = max(last_row, int(cell[2]))
        last_column = max(last_column, _column_number(cell[1]))
    hidden = frozenset(number for tag in _HIDDEN_COLUMN.findall(xml) for number in _span(tag))
    return _SheetScan(last_row, last_column, hidden, len(_FORMULA_WITHOUT_VALUE.findall(xml)))


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


def _span(tag: bytes) -> range:
    first, last = (re.search(rb"\b" + name + rb"=\"(\d+)\"", tag) for name in (b"min", b"max"))
    return range(int(first[1]) - 1, min(int(last[1]), MOST_COLUMNS)) if first and last else range(0)
