"""Word blanks that people really make: controls around rows and cells, tables in cells, joins."""

import io
import zipfile

import pytest
from docx import Document

from nastavnik_desktop.documents.blanks.docx_blank import fill_docx, read_docx
from nastavnik_desktop.domain.blanks import CellPlace

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PART = "word/document.xml"


def cell(text="", properties=""):
    run = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run}</w:p></w:tc>"


def row(*cells):
    return f"<w:tr>{''.join(cells)}</w:tr>"


def control(inside, properties=""):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def table(*rows):
    grid = "<w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>"
    return f"<w:tbl><w:tblPr/>{grid}{''.join(rows)}</w:tbl>"


def document(*tables):
    """A document with these tables in the place of its body."""
    target = io.BytesIO()
    Document().save(target)
    with zipfile.ZipFile(target) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    body = "".join(f"{one}<w:p/>" for one in tables)
    parts[PART] = f"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>".encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


def shown(content):
    """Texts by places, as the window shows them."""
    return {
        (sheet.name, one.row, one.column): one.text
        for sheet in read_docx(content).sheets
        for one in sheet.cells
    }


SAMPLES = {
    "a control around a row": document(
        table(
            row(cell("Показатель"), cell("Число")),
            control(row(cell("наставников"), cell())),
            row(cell("наставляемых"), cell()),
        )
    ),
    "a control around a cell": document(
        table(
            row(control(cell("Показатель")), cell("Число")),
            row(cell("наставников"), control(cell("Введите число"), "<w:showingPlcHdr/>")),
            row(cell("наставляемых"), cell(), cell("чел.")),
        )
    ),
    "custom XML around a row": document(
        table(
            row(cell("Показатель"), cell("Число")),
            f"<w:customXml>{row(cell('наставников'), cell())}</w:customXml>",
            row(cell("наставляемых"), cell()),
        )
    ),
    "a table in a cell": document(
        table(
            row(cell("Показатель"), cell("Число")),
            row(
                cell("наставников"),
                f"<w:tc><w:p/>{table(row(cell('внутри'), cell()))}<w:p/></w:tc>",
            ),
            row(cell("наставляемых"), cell()),
        )
    ),
    "joined cells and a row that begins later": document(
        table(
            row(cell("Показатель", '<w:gridSpan w:val="2"/>'), cell("Число")),
            row(cell("всего", '<w:vMerge w:val="restart"/>'), cell("наставников"), cell()),
            row(cell("", "<w:vMerge/>"), cell("наставляемых"), cell()),
            f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("пар")}{cell()}</w:tr>',
        )
    ),
}


@pytest.mark.parametrize("content", SAMPLES.values(), ids=SAMPLES)
def test_every_cell_that_is_shown_is_the_cell_that_is_filled(content):
    for number, place in enumerate(shown(content), start=101):
        before = shown(content)
        filled = fill_docx(content, {CellPlace(*place): number})
        after = shown(filled)
        assert after[place] == str(number)
        assert {key: text for key, text in after.items() if key != place} == {
            key: text for key, text in before.items() if key != place
        }


def test_a_filled_control_shows_its_value_and_no_more_a_placeholder():
    content = SAMPLES["a control around a cell"]
    filled = fill_docx(content, {CellPlace("Таблица 1", 2, 2): 7})
    with zipfile.ZipFile(io.BytesIO(filled)) as archive:
        xml = archive.read(PART).decode()
    assert "showingPlcHdr" not in xml
    assert "Введите число" not in xml
