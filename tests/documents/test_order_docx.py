"""The order as DOCX, read back: real styles, lists, sections, repeated headers."""

from dataclasses import replace

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from nastavnik_desktop.documents.order_templates import shipped_template
from nastavnik_desktop.documents.orders import order_document
from nastavnik_desktop.documents.render import render_docx
from tests.documents import sample_order
from tests.documents.readers import docx_lines, docx_part, opened_docx


@pytest.fixture(scope="module")
def content():
    return render_docx(order_document(sample_order.facts(), shipped_template("pairs")))


@pytest.fixture(scope="module")
def word(content):
    return opened_docx(content)


def texts(word):
    return [paragraph.text.replace("\u00a0", " ") for paragraph in word.paragraphs]


def test_text_and_cases(word):
    assert "08.09.2026\t№ 130-од" in texts(word)
    assert (
        "Заместителю директора по учебно-воспитательной работе Крутиковой О. Н., "
        "куратору программ наставничества:"
    ) in texts(word)


def test_paragraphs_have_styles_of_their_own(word):
    styles = {paragraph.text: paragraph.style.name for paragraph in word.paragraphs}

    assert styles["ПРИКАЗ"] == "Вид документа"
    assert styles["г.\u00a0Зареченск"] == "Реквизит бланка"
    assert word.styles["Normal"].font.name == "Times New Roman"
    assert word.styles["Текст документа"].paragraph_format.first_line_indent.mm == pytest.approx(
        12.5, abs=0.1
    )


def test_clauses_are_a_real_list(word):
    levels = [
        paragraph._p.pPr.numPr.ilvl.val
        for paragraph in word.paragraphs
        if paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
    ]

    assert levels == [0, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0]
    assert not any(text.startswith("1.") for text in texts(word))


def test_numbering_holds_the_pattern_of_sub_items(content):
    assert 'w:lvlText w:val="%1.%2."' in docx_part(content, "word/numbering.xml")


def test_sections_turn_for_the_annexes(word):
    assert [section.orientation for section in word.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]


def test_page_numbers_begin_on_the_second_page(word):
    order, annex, _, sheet = word.sections

    assert order.different_first_page_header_footer
    assert "PAGE" in order.header._element.xml
    assert annex.header.is_linked_to_previous
    assert not annex.different_first_page_header_footer
    assert sheet.different_first_page_header_footer


def test_table_headers_repeat_and_rows_stay_whole(word):
    pairs = word.tables[1]

    assert pairs.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in pairs.rows)


def test_rows_of_a_group_stay_with_their_mentor_and_groups_may_part(word):
    kept = [
        [bool(paragraph.paragraph_format.keep_with_next) for paragraph in row.cells[3].paragraphs]
        for row in word.tables[1].rows
    ]

    assert kept == [[False], [False], [True], [True], [False]]


def test_three_hundred_pairs_lose_nobody():
    pair, group = sample_order.TEACHERS.pairings
    annex = replace(sample_order.TEACHERS, pairings=(pair, group) * 150)
    order = order_document(
        sample_order.facts(annexes=(annex,), acquainted=()), shipped_template("pairs")
    )
    rows = [line.split(" | ") for line in docx_lines(opened_docx(render_docx(order)))]
    pairs = [cells for cells in rows if len(cells) > 5]

    assert len(pairs) == 1 + 150 * (1 + len(group.members))
    assert [cells[0] for cells in pairs if cells[1]][1:] == [f"{n}." for n in range(1, 301)]


def test_the_mentor_of_a_group_is_one_merged_cell(word):
    mentors = [row.cells[1].text for row in word.tables[1].rows]

    assert mentors == [
        "Наставник",
        "Карапетян Гаянэ Арменовна",
        *["Заяц Никита Игоревич"] * 3,
    ]


def test_the_signature_stands_in_a_table_without_lines(word):
    post, _, name = word.tables[0].rows[0].cells

    assert (post.text, name.text) == ("Директор", "Л.\u00a0В.\u00a0Заболотная")
    assert 'w:val="single"' not in word.tables[0]._tbl.xml


def test_properties_tell_what_it_is(word):
    properties = word.core_properties

    assert "О закреплении наставнических пар" in properties.title
    assert properties.author == "МБОУ «СОШ № 17»"
    assert properties.language == "ru-RU"


def test_only_used_styles_are_in_the_list(word):
    assert len(list(word.styles)) < 20
