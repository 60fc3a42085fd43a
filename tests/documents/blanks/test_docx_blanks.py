"""A blank in Word is filled inside its tables: the look of the cells and all else stay."""

import io
import zipfile

import pytest
from docx import Document
from docx.shared import Pt

from nastavnik_desktop.documents.blanks.docx_blank import fill_docx, read_docx
from nastavnik_desktop.domain.blanks import CellPlace
from nastavnik_desktop.domain.errors import UnreadableFile

PART = "word/document.xml"


@pytest.fixture(scope="module")
def blank():
    document = Document()
    document.add_heading("Информация о наставничестве", 1)
    layout = document.add_table(1, 2)
    layout.cell(0, 1).text = "Приложение № 1"
    table = document.add_table(4, 4, style="Table Grid")
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Показатель"
    table.cell(0, 1).merge(table.cell(0, 3)).text = "Количество"
    for column, words in enumerate(("пар", "групп", "всего"), start=1):
        table.cell(1, column).text = words
    table.cell(2, 0).text = "педагог – педагог"
    run = table.cell(2, 1).paragraphs[0].add_run("…")
    run.bold, run.font.size = True, Pt(9)
    table.cell(2, 1).paragraphs[0].add_run(" шт.")
    table.cell(3, 0).text = "ученик – ученик"
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def place(row, column, table=2):
    return CellPlace(f"Таблица {table}", row, column)


def table_of(content):
    return Document(io.BytesIO(content)).tables[1]


def test_values_stand_in_their_cells(blank):
    table = table_of(fill_docx(blank, {place(3, 3): 7, place(4, 4): 2.5, place(4, 2): "а & б"}))
    assert [table.cell(2, 2).text, table.cell(3, 3).text, table.cell(3, 1).text] == [
        "7",
        "2,5",
        "а & б",
    ]
    assert table.cell(2, 0).text == "педагог – педагог"


def test_words_that_stood_there_give_their_look_to_the_value(blank):
    cell = table_of(fill_docx(blank, {place(3, 2): 12})).cell(2, 1)
    assert cell.text == "12"
    first = cell.paragraphs[0].runs[0]
    assert (first.text, first.bold, first.font.size) == ("12", True, Pt(9))


def test_every_other_part_is_the_same_to_the_byte(blank):
    filled = fill_docx(blank, {place(3, 3): 7})
    with zipfile.ZipFile(io.BytesIO(blank)) as old, zipfile.ZipFile(io.BytesIO(filled)) as new:
        assert old.namelist() == new.namelist()
        changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert changed == {PART}


def test_nothing_but_the_cell_changes_in_the_document(blank):
    with zipfile.ZipFile(io.BytesIO(blank)) as archive:
        before = archive.read(PART)
    with zipfile.ZipFile(io.BytesIO(fill_docx(blank, {place(3, 3): 7}))) as archive:
        after = archive.read(PART)
    run = b'<w:r><w:t xml:space="preserve">7</w:t></w:r>'
    assert after.count(run) == 1
    restored = after.replace(b"<w:p>" + run + b"</w:p>", b"<w:p/>")
    assert restored == before


def test_joined_cells_are_shown_and_addressed_by_the_grid(blank):
    sheet = read_docx(blank).sheet("Таблица 2")
    assert sheet.column_headings(3, 4) == ("Количество", "всего")
    assert sheet.column_headings(3, 1) == ("Показатель",)
    assert sheet.row_headings(4, 3) == ("ученик – ученик",)
    assert sheet.place(1, 3) == place(1, 2)
    assert sheet.cell_at(2, 1).rows == 2


def test_a_place_that_is_not_there_is_told(blank):
    with pytest.raises(UnreadableFile, match="Таблица 2, строка 9, ячейка 1"):
        fill_docx(blank, {place(9, 1): 7})
    with pytest.raises(UnreadableFile, match="Лист1"):
        fill_docx(blank, {CellPlace("Лист1", 1, 1): 7})


def test_the_placeholder_of_a_control_becomes_a_value(blank):
    control = (
        b"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>"
        + "Введите число".encode()
        + b"</w:t></w:r></w:sdtContent></w:sdt>"
    )
    with zipfile.ZipFile(io.BytesIO(blank)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    start = parts[PART].index("групп".encode())
    empty = parts[PART].index(b"<w:p/>", start)
    parts[PART] = parts[PART][:empty] + b"<w:p>" + control + b"</w:p>" + parts[PART][empty + 6 :]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    with zipfile.ZipFile(io.BytesIO(fill_docx(target.getvalue(), {place(3, 3): 7}))) as archive:
        xml = archive.read(PART)
    assert b"showingPlcHdr" not in xml
    assert b'<w:sdtPr></w:sdtPr><w:sdtContent><w:r><w:t xml:space="preserve">7</w:t>' in xml


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a zip"])
def test_files_that_are_none_are_refused(content):
    with pytest.raises(UnreadableFile):
        read_docx(content)
    with pytest.raises(UnreadableFile):
        fill_docx(content, {place(1, 1): 7})
