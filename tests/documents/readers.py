"""Reading finished files back: texts of PDF pages, fonts, paragraphs of DOCX."""

import io
import re
import zipfile

import docx
import openpyxl
import pypdfium2
from docx.table import _Cell
from docx.text.paragraph import Paragraph

_HYPHEN_AT_END = "\ufffe"


def pdf_pages(pdf):
    """Text of every page with single plain blanks; words broken at a hyphen are joined."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_range() for page in document]
    return [
        " ".join(text.replace("\u00a0", " ").replace(_HYPHEN_AT_END, "-").split()) for text in texts
    ]


def pdf_page_sizes(pdf):
    """Width and height of every page in whole millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    return [tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in document]


def pdf_metadata(pdf):
    return pypdfium2.PdfDocument(pdf).get_metadata_dict()


def pdf_font_names(pdf):
    """Names of all fonts that the file refers to; an embedded subset has a prefix «ABCDEF+»."""
    return {name.decode("ascii") for name in re.findall(rb"/BaseFont\s*/([^\s/]+)", pdf)}


def opened_docx(content):
    return docx.Document(io.BytesIO(content))


def docx_lines(word):
    """Texts in reading order with plain blanks, a line per paragraph and per row of a table."""
    for block in word.iter_inner_content():
        if isinstance(block, Paragraph):
            lines = [block.text]
        else:
            lines = [" | ".join(_cell_texts(block, row)) for row in block.rows]
        for line in "\n".join(lines).replace("\u00a0", " ").split("\n"):
            if line.strip():
                yield line


def _cell_texts(table, row):
    """Each cell once, though it may lie over several columns or rows."""
    return [_Cell(cell, table).text.replace("\n", " ") for cell in row._tr.tc_lst]


def docx_part(content, name):
    """The XML text of a part, such as «word/header1.xml»."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode("utf-8")


def opened_xlsx(content):
    return openpyxl.load_workbook(io.BytesIO(content))
