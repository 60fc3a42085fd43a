"""Workbooks of Excel and LibreOffice as grids."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.imports.grid import Grid, Merge, clean_value, without_tail
from nastavnik_desktop.imports.readers.safety import FileKind, broken_file, protected_file
from nastavnik_desktop.imports.readers.sheet_scan import SheetScan, scan_sheets

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


def read_workbook(path: Path, kind: FileKind) -> tuple[Grid, ...]:
    """All sheets of a workbook; raises UnreadableFile when it is damaged or far too big."""
    from python_calamine import CalamineError, PasswordError, load_workbook

    try:
        scans = scan_sheets(path) if kind is FileKind.XLSX else {}
        with path.open("rb") as file, load_workbook(file) as workbook:
            return tuple(_grids(path, workbook, scans))
    except PasswordError as error:
        raise protected_file(path) from error
    except (
        CalamineError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, OSError,
        ElementTree.ParseError, NotImplementedError, IndexError, OverflowError,
    ) as error:  # fmt: skip
        raise broken_file(path) from error
    except BaseException as error:
        # A panic of the parser is no Exception and cannot be imported; all else goes on its way.
        if type(error).__name__ == "PanicException":
            raise broken_file(path) from error
        raise


def _grids(path: Path, workbook: CalamineWorkbook, scans: dict[str, SheetScan]) -> Iterator[Grid]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for about in workbook.sheets_metadata:
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        scan = scans.get(about.name, SheetScan())
        if scan.filled.is_too_big:
            raise _too_big(path, about.name, scan)
        rows, merges = (
            _filled_cells(path, about.name, scan)
            if scan.formatted.is_too_big
            else _all_cells(workbook, about.name)
        )
        is_hidden = about.visible is not SheetVisibleEnum.Visible
        yield _grid(about.name, rows, merges, scan, is_hidden=is_hidden)


def _all_cells(
    workbook: CalamineWorkbook, name: str
) -> tuple[Sequence[Sequence[object]], tuple[Merge, ...]]:
    sheet = workbook.get_sheet_by_name(name)
    merges = tuple(
        Merge(top, left, bottom, right)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    )
    return sheet.to_python(skip_empty_area=False), merges


def _filled_cells(
    path: Path, name: str, scan: SheetScan
) -> tuple[Sequence[Sequence[object]], tuple[Merge, ...]]:
    """A sheet formatted down to its last cell: only the part with values is taken, row by row."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        sheet = book[name]
        sheet.reset_dimensions()
        rows = sheet.iter_rows(
            max_row=scan.filled.last_row, max_col=scan.filled.last_column, values_only=True
        )
        return list(rows), scan.merges
    finally:
        book.close()


def _grid(
    name: str,
    values: Sequence[Sequence[object]],
    merges: tuple[Merge, ...],
    scan: SheetScan,
    *,
    is_hidden: bool,
) -> Grid:
    rows = tuple(tuple(map(clean_value, row)) for row in without_tail(values))
    notices: tuple[str, ...] = ()
    if scan.empty_formulas:
        notice = (
            f"На листе «{name}» есть формулы без вычисленного значения ({scan.empty_formulas})."
            " Откройте файл в Excel, сохраните и загрузите снова."
        )
        notices = (notice,)
    inside = tuple(merge for merge in merges if merge.top < len(rows))
    return Grid(name, rows, inside, scan.hidden_columns, (), is_hidden, notices)


def _too_big(path: Path, sheet: str, scan: SheetScan) -> UnreadableFile:
    return UnreadableFile(
        f"Файл «{path.name}» не прочитан: на листе «{sheet}» заполнена ячейка слишком далеко"
        f" от начала (строка {scan.filled.last_row}, столбец {scan.filled.last_column})."
        " Удалите лишние строки и столбцы или скопируйте список на новый лист.",
        sheet,
    )
