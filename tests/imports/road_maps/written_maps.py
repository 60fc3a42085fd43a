"""A generated road map written to a file of every format in which road maps are sent."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import xlsxwriter
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from tests.imports.road_maps.generated_maps import WrittenMap, WrittenRow

FONT = (
    Path(__file__).resolve().parents[3] / "resources" / "fonts" / "tinos" / "Tinos_400Regular.ttf"
)
FORMATS = ("docx", "xlsx", "csv", "odt", "pdf", "txt")
_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)


def write_map(folder: Path, made: WrittenMap, form: str) -> Path:
    path = folder / f"дорожная карта.{form}"
    {
        "docx": _docx, "xlsx": _xlsx, "csv": _csv, "odt": _odt, "pdf": _pdf, "txt": _pasted,
    }[form](path, made)  # fmt: skip
    return path


def _downward(rows: list[WrittenRow]) -> list[tuple[int, int, int]]:
    """Cells joined downward: the first row, the last row, the column."""
    spans = []
    for top, row in enumerate(rows):
        for column in range(len(row.cells)):
            last = top
            while last + 1 < len(rows) and column in rows[last + 1].above:
                last += 1
            if last > top and column not in row.above:
                spans.append((top, last, column))
    return spans


def _docx(path: Path, made: WrittenMap) -> None:
    document = docx.Document()
    for text in made.above:
        document.add_paragraph(text)
    table = document.add_table(len(made.rows), len(made.rows[0].cells))
    for number, row in enumerate(made.rows):
        for column, text in enumerate(row.cells):
            if text:
                table.cell(number, column).text = text
        for left, right in row.joined:
            table.cell(number, left).merge(table.cell(number, right))
    for top, last, column in _downward(made.rows):
        table.cell(top, column).merge(table.cell(last, column))
    for text in made.below:
        document.add_paragraph(text)
    document.save(str(path))


def _xlsx(path: Path, made: WrittenMap) -> None:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("План")
    start = len(made.above) + 1
    for number, text in enumerate(made.above):
        sheet.write_string(number, 0, text)
    for number, row in enumerate(made.rows, start):
        for left, right in row.joined:
            sheet.merge_range(number, left, number, right, "")
    for top, last, column in _downward(made.rows):
        sheet.merge_range(start + top, column, start + last, column, "")
    for number, row in enumerate(made.rows, start):
        for column, text in enumerate(row.cells):
            if text:
                sheet.write_string(number, column, text)
    for number, text in enumerate(made.below, start + len(made.rows) + 1):
        sheet.write_string(number, 0, text)
    book.close()


def _csv(path: Path, made: WrittenMap) -> None:
    width = len(made.rows[0].cells)
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerows([text, *[""] * (width - 1)] for text in made.above)
    writer.writerows(row.cells for row in made.rows)
    writer.writerows([text, *[""] * (width - 1)] for text in made.below)
    path.write_bytes(stream.getvalue().encode("cp1251"))


def _pasted(path: Path, made: WrittenMap) -> None:
    """As Excel puts a table on the clipboard: tabs, cells with line ends in quotes."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter="\t", lineterminator="\r\n")
    writer.writerows([text] for text in made.above)
    writer.writerows(row.cells for row in made.rows)
    writer.writerows([text] for text in made.below)
    path.write_text(stream.getvalue(), "utf-8")


def _odt(path: Path, made: WrittenMap) -> None:
    downward = {(top, column): last - top + 1 for top, last, column in _downward(made.rows)}
    rows = "".join(
        f"<table:table-row>{_odt_cells(number, row, downward)}</table:table-row>"
        for number, row in enumerate(made.rows)
    )
    above, below = ("".join(map(_odt_text, texts)) for texts in (made.above, made.below))
    content = (
        f'<office:document-content {_NAMESPACES} office:version="1.2"><office:body><office:text>'
        f'{above}<table:table table:name="Таблица1">{rows}</table:table>{below}'
        "</office:text></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)


def _odt_text(text: str) -> str:
    return "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))


def _odt_cells(number: int, row: WrittenRow, downward: dict[tuple[int, int], int]) -> str:
    cells = []
    covered = {n for left, right in row.joined for n in range(left + 1, right + 1)} | row.above
    across = {left: right - left + 1 for left, right in row.joined}
    for column, text in enumerate(row.cells):
        if column in covered:
            cells.append("<table:covered-table-cell/>")
            continue
        spans = ""
        if column in across:
            spans += f' table:number-columns-spanned="{across[column]}"'
        if (number, column) in downward:
            spans += f' table:number-rows-spanned="{downward[number, column]}"'
        cells.append(f"<table:table-cell{spans}>{_odt_text(text)}</table:table-cell>")
    return "".join(cells)


def _pdf(path: Path, made: WrittenMap) -> None:
    if "Tinos" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Tinos", str(FONT)))
    style = ParagraphStyle("cell", fontName="Tinos", fontSize=9, leading=11)
    above = ParagraphStyle("above", parent=style, spaceAfter=14)
    cells = [[Paragraph(escape(text), style) for text in row.cells] for row in made.rows]
    rules: list[tuple[object, ...]] = [("GRID", (0, 0), (-1, -1), 0.5, "black")]
    rules += [
        ("SPAN", (left, number), (right, number))
        for number, row in enumerate(made.rows)
        for left, right in row.joined
    ]
    rules += [("SPAN", (column, top), (column, last)) for top, last, column in _downward(made.rows)]
    width = len(made.rows[0].cells)
    first = 60 if made.rows[0].cells[0].startswith(("№", "N")) else 140
    wide = (landscape(A4)[0] - 60 - first) / (width - 1)
    table = Table(cells, colWidths=[first, *[wide] * (width - 1)], style=rules)
    texts = [Paragraph(escape(text), above) for text in made.above]
    below = [Paragraph(escape(text), above) for text in made.below]
    document = SimpleDocTemplate(
        str(path), pagesize=landscape(A4), leftMargin=30, rightMargin=30, topMargin=30,
        bottomMargin=30, initialFontName="Tinos",
    )  # fmt: skip
    document.build([*texts, table, *below])
