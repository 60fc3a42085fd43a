"""Files that want to hurt: enormous, deeply nested, repeated a million times."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, repeat
from pathlib import Path

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_BOMB = (
    '<?xml version="1.0"?><!DOCTYPE bomb [<!ENTITY a "лесть">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
HEADER = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>ФИО</t></is></c>'
    '<c r="B1" t="inlineStr"><is><t>Класс</t></is></c></row>'
)


def write_parts(path: Path, parts: dict[str, str | Iterable[str]]) -> Path:
    """An archive of XML parts; a part may come in pieces."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            with archive.open(name, "w", force_zip64=True) as part:
                for piece in (content,) if isinstance(content, str) else content:
                    part.write(piece.encode())
    return path


def _types(main: str, kind: str) -> str:
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{kind}.main+xml"/></Types>'
    )


def _link(target: str, kind: str) -> str:
    link = f'<Relationship Id="rId1" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{link}</Relationships>'


def workbook(path: Path, rows: Iterable[str], after: Iterable[str] = (), before: str = "") -> Path:
    """A workbook of one sheet with these rows of XML."""
    sheet = chain(
        (before, f'<worksheet xmlns="{_MAIN}"><sheetData>'), rows, ("</sheetData>",), after,
        ("</worksheet>",),
    )  # fmt: skip
    book = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>'
        '<sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    return write_parts(
        path,
        {
            "[Content_Types].xml": _types("xl/workbook.xml", f"{_SHEET_TYPE}.sheet"),
            "_rels/.rels": _link("xl/workbook.xml", "officeDocument"),
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": _link("worksheets/sheet1.xml", "worksheet"),
            "xl/worksheets/sheet1.xml": sheet,
        },
    )


def word_document(path: Path, body: Iterable[str], before: str = "") -> Path:
    """A Word document with this body of XML."""
    opening = f'{before}<w:document xmlns:w="{_WORD}"><w:body>'
    return write_parts(
        path,
        {
            "[Content_Types].xml": _types("word/document.xml", f"{_WORD_TYPE}.document"),
            "_rels/.rels": _link("word/document.xml", "officeDocument"),
            "word/document.xml": chain((opening,), body, ("</w:body></w:document>",)),
        },
    )


def open_document(path: Path, rows: Iterable[str], before: str = "") -> Path:
    """A spreadsheet of LibreOffice with these rows of XML."""
    names = " ".join(f'xmlns:{n}="{_OPEN}:{n}:1.0"' for n in ("office", "table", "text"))
    opening = (
        f'{before}<office:document-content {names} office:version="1.2"><office:body>'
        '<office:spreadsheet><table:table table:name="Лист1">'
    )
    closing = "</table:table></office:spreadsheet></office:body></office:document-content>"
    return write_parts(
        path,
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": chain((opening,), rows, (closing,)),
        },
    )


def text_cell(address: str, text: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def letters(number: int) -> str:
    """Excel's name of a column by its number from 1."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def _rows(cell: str) -> Iterator[str]:
    return (f'<row r="{n}">{cell.format(n)}</row>' for n in range(2, LAST_ROW + 1))


def _word_table(rows: int, cells: int) -> Iterator[str]:
    cell = "<w:tc><w:p><w:r><w:t>Зорин Лев</w:t></w:r></w:p></w:tc>"
    yield "<w:tbl>"
    yield from repeat(f"<w:tr>{cell * cells}</w:tr>", rows)
    yield "</w:tbl>"


def _sparse(path: Path) -> Path:
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(100 * 1024 * 1024)
    return path


def _many_entries(path: Path) -> Path:
    return write_parts(path, {f"xl/{n}.xml": "<x/>" for n in range(30_000)})


def _text(path: Path, content: str) -> Path:
    path.write_text(content, "utf-8")
    return path


def _merges(ranges: Iterable[str]) -> Iterator[str]:
    yield "<mergeCells>"
    yield from (f'<mergeCell ref="{one}"/>' for one in ranges)
    yield "</mergeCells>"


_WIDE_ROW = (text_cell(f"{letters(n)}1", "ФИО") for n in range(1, LAST_COLUMN + 1))
_EMPTY_CELL = '<c r="A{0}" s="0"/>'
_ODS_ROW = "<table:table-row{}><table:table-cell{}/></table:table-row>"
_ODS_FULL = (
    '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
    'table:number-columns-repeated="1024" office:value-type="string"><text:p>Зорин</text:p>'
    "</table:table-cell></table:table-row>"
)
_BODY = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"

GIANTS: dict[str, Callable[[Path], Path]] = {
    "rows.xlsx": lambda p: workbook(p, chain((HEADER,), _rows(""))),
    "formatted rows.xlsx": lambda p: workbook(p, chain((HEADER,), _rows(_EMPTY_CELL))),
    "numbered rows.xlsx": lambda p: workbook(
        p, chain((HEADER,), _rows('<c r="A{0}"><v>{0}</v></c>'))
    ),
    "columns.xlsx": lambda p: workbook(p, chain(('<row r="1">',), _WIDE_ROW, ("</row>",))),
    "merged sheet.xlsx": lambda p: workbook(p, (HEADER,), _merges(("A1:XFD1048576",))),
    "merges.xlsx": lambda p: workbook(
        p, (HEADER,), _merges(f"A{n}:B{n}" for n in range(1, 200_000))
    ),
    "merges across.xlsx": lambda p: workbook(
        p, chain((HEADER,), (f'<row r="{n}"/>' for n in range(2, 3000))),
        _merges(f"A{n}:XFD{n + 1}" for n in range(1, 3000, 2)),
    ),
    "long cell.xlsx": lambda p: workbook(
        p, (HEADER, f'<row r="2">{text_cell("A2", "Зорин Лев " * 500_000)}</row>')
    ),
    "long cells.xlsx": lambda p: workbook(
        p, chain((HEADER,), (f'<row r="{n}">{text_cell(f"A{n}", "Ли, " * 8000)}</row>'
                             for n in range(2, 60))),
    ),
    "nested.xlsx": lambda p: workbook(p, ("<a>" * 200_000, "</a>" * 200_000)),
    "entities.xlsx": lambda p: workbook(
        p, (HEADER, f'<row r="2">{text_cell("A2", "&i;")}</row>'), before=_BOMB
    ),
    "zeros.xlsx": lambda p: workbook(p, repeat("0" * 1_000_000, 320)),
    "sparse.xlsx": _sparse,
    "entries.xlsx": _many_entries,
    "repeated rows.ods": lambda p: open_document(
        p, (_ODS_ROW.format(' table:number-rows-repeated="1048576"', ""),)
    ),
    "repeated cells.ods": lambda p: open_document(p, (_ODS_FULL,)),
    "entities.ods": lambda p: open_document(p, ("<text:p>&i;</text:p>",), _BOMB),
    "rows.docx": lambda p: word_document(p, _word_table(3000, 6)),
    "cells.docx": lambda p: word_document(p, _word_table(10, 3000)),
    "nested.docx": lambda p: word_document(
        p, ("<w:tbl><w:tr><w:tc>" * 3000, "<w:p/>", "</w:tc></w:tr></w:tbl>" * 3000)
    ),
    "entities.docx": lambda p: word_document(p, (_BODY.format("&i;"),), _BOMB),
    "paragraphs.docx": lambda p: word_document(p, repeat(_BODY.format("Приказ"), 20_000)),
    "one line.csv": lambda p: _text(p, "ФИО;" * 5_000_000),
    "lines.csv": lambda p: _text(p, "ФИО;Класс\n" + "Ли Ян;5А\n" * 400_000),
    "open quote.csv": lambda p: _text(p, 'ФИО;Класс\n"' + "а;\n" * 5_000_000),
    "separators.csv": lambda p: _text(p, "ФИО,Класс\n" + "," * 20_000_000),
}  # fmt: skip
