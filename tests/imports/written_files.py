"""A generated table written to a file of any format that schools use."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter

from tests.imports.generator import SchoolTable

FORMATS = ("xlsx", "csv cp1251 ;", "csv utf-8 ,", "csv utf-8-sig ;", "csv utf-16 tab", "ods")
_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)


def write_table(folder: Path, table: SchoolTable, form: str) -> Path:
    """Write the table; a text format is «csv», its encoding and its separator."""
    kind, *details = form.split()
    path = folder / f"таблица.{kind}"
    if kind == "xlsx":
        _write_workbook(path, table)
    elif kind == "ods":
        _write_open_document(path, table)
    else:
        encoding, sign = details
        path.write_bytes(_as_text(table, "\t" if sign == "tab" else sign).encode(encoding))
    return path


def _write_workbook(path: Path, table: SchoolTable) -> None:
    book = xlsxwriter.Workbook(str(path))
    days = book.add_format({"num_format": "dd.mm.yyyy"})
    sheet = book.add_worksheet(table.name)
    for top, left, bottom, right in table.merges:
        sheet.merge_range(top, left, bottom, right, "")
    for row, cells in enumerate(table.cells):
        for column, value in enumerate(cells):
            if isinstance(value, date):
                moment = datetime(value.year, value.month, value.day)
                sheet.write_datetime(row, column, moment, days)
            elif isinstance(value, str):
                sheet.write_string(row, column, value)
            elif value is not None:
                sheet.write(row, column, value)
    for column in table.hidden_columns:
        sheet.set_column(column, column, None, None, {"hidden": True})
    book.close()


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)


def _as_text(table: SchoolTable, separator: str) -> str:
    width = max(map(len, table.cells))
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator, lineterminator="\r\n")
    for cells in table.cells:
        shown = [_shown(value) for value in cells]
        writer.writerow([*shown, *[""] * (width - len(shown))])
    return stream.getvalue()


def _write_open_document(path: Path, table: SchoolTable) -> None:
    rows = "".join(
        f"<table:table-row>{''.join(map(_open_cell, cells))}</table:table-row>"
        if cells
        else "<table:table-row><table:table-cell/></table:table-row>"
        for cells in table.cells
    )
    content = (
        f'<office:document-content {_NAMESPACES} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="{table.name}">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)


def _open_cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, date):
        day = f'office:value-type="date" office:date-value="{value:%Y-%m-%d}"'
        return f"<table:table-cell {day}><text:p>{value:%d.%m.%Y}</text:p></table:table-cell>"
    if isinstance(value, int | float):
        number = f'office:value-type="float" office:value="{value}"'
        return f"<table:table-cell {number}><text:p>{value}</text:p></table:table-cell>"
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'
