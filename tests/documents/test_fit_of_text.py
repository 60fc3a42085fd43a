"""Words, columns and lines: nothing is broken in the middle, nothing is glued together."""

import re
from dataclasses import replace

import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.documents.justified import loosened
from nastavnik_desktop.documents.lists import ListColumn, list_document
from nastavnik_desktop.documents.measure import lines_needed, longest_word_mm, text_mm
from nastavnik_desktop.documents.order_templates import shipped_template
from nastavnik_desktop.documents.orders import order_document
from nastavnik_desktop.documents.pdf_text import FONT, register_fonts
from nastavnik_desktop.documents.render import render_docx, render_pdf, render_xlsx
from nastavnik_desktop.documents.tree import Cell, Document, Paragraph, Role, Row, Table
from nastavnik_desktop.documents.widths import fitted, with_spare_room
from nastavnik_desktop.domain.full_name import NBSP
from tests.documents import sample_order
from tests.documents.readers import opened_docx, opened_xlsx, pdf_pages

LONG_MODEL = "лидер педагогического сообщества – педагог, испытывающий профессиональные затруднения"


@pytest.mark.parametrize(
    "text", ["Воробьёва-Лунёва Анастасия", "учитель физики", "№ 130-од, ШКОЛА"]
)
def test_a_text_is_as_wide_as_the_font_makes_it(text):
    register_fonts()
    from reportlab.pdfbase.pdfmetrics import stringWidth

    assert text_mm(text, 12) == pytest.approx(stringWidth(text, FONT, 12) / 72 * 25.4, rel=0.06)


def test_a_double_word_asks_for_its_longer_half():
    assert longest_word_mm(["преподаватель-организатор"], 12) == text_mm("преподаватель-", 12)


def test_a_text_without_an_end_asks_for_no_more_than_a_long_word():
    assert longest_word_mm(["ы" * 4000], 12) == 50


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 1), ("физика", 1), ("учитель физики", 2), ("один\nдва", 2), ("ы" * 20, 4)],
)
def test_lines_of_a_narrow_column(text, lines):
    assert lines_needed(text, 16, 12) == lines


columns_strategy = st.lists(
    st.tuples(st.floats(1, 100), st.floats(1, 40), st.floats(0, 200)), min_size=1, max_size=12
)


@given(columns_strategy, st.floats(50, 300))
def test_columns_fill_the_page_and_hold_their_words(columns, total):
    wanted, least, _ = zip(*columns, strict=True)
    widths = fitted(wanted, least, total)

    assert sum(widths) == pytest.approx(total)
    if sum(least) < total:
        pairs = zip(widths, least, strict=True)
        assert all(width >= floor - 1e-6 for width, floor in pairs)


def test_spare_room_goes_first_to_those_who_lack_little():
    assert with_spare_room((50, 50), (80, 60), 115) == (55, 60)


def test_words_of_a_role_model_stay_whole():
    pair = replace(sample_order.TEACHERS.pairings[0], role_model=LONG_MODEL)
    annex = replace(sample_order.TEACHERS, pairings=(pair,))
    order = order_document(sample_order.facts(annexes=(annex,)), shipped_template("pairs"))
    lines = pypdfium2.PdfDocument(render_pdf(order))[1].get_textpage().get_text_range()

    for word in re.findall(r"\w+", LONG_MODEL):
        assert word in lines


def test_a_list_keeps_its_texts_in_one_line_when_the_page_is_wide_enough():
    names = ["Ким Лев"] * 30 + ["Константинопольская Александра Владимировна"]
    document = list_document(
        "Список", [ListColumn("ФИО"), ListColumn("Класс")], [(name, "5А") for name in names]
    )
    sheet = opened_xlsx(render_xlsx(document)).active

    heights = {sheet.row_dimensions[row].height for row in range(3, 30)}
    assert sheet.row_dimensions[sheet.max_row].height in heights


def test_short_words_of_justified_lines_may_end_a_line_and_numbers_may_not():
    text = f"В{NBSP}целях по{NBSP}плану №{NBSP}5 с{NBSP}И.{NBSP}И.{NBSP}Ким, 8{NBSP}мая"

    assert loosened(text) == f"В целях по плану №{NBSP}5 с И.{NBSP}И.{NBSP}Ким, 8{NBSP}мая"


def test_only_justified_paragraphs_are_loosened():
    text = f"в{NBSP}целях"
    document = Document("", (Paragraph.of(text), Paragraph.of(text, Role.TITLE)))
    word = opened_docx(render_docx(document))

    assert [paragraph.text for paragraph in word.paragraphs] == ["в целях", text]


def test_a_title_at_the_top_of_a_page_stands_at_the_margin():
    document = Document("", (Paragraph.of("Список", Role.TITLE), Paragraph.of("Ещё", Role.TITLE)))
    first, second = opened_docx(render_docx(document)).paragraphs

    assert first.paragraph_format.space_before == Pt(0)
    assert second.paragraph_format.space_before is None


def indented_table():
    rows = (Row((Cell("учителя – всего"),)), Row((Cell("физики", indent=2),)))
    return Document("", (Table((100.0,), rows),))


def test_parts_of_a_sum_stand_to_the_right_in_every_format():
    document = indented_table()
    page = pypdfium2.PdfDocument(render_pdf(document))[0].get_textpage()
    text = page.get_text_range()
    whole, part = (page.get_charbox(text.index(word))[0] for word in ("учителя", "физики"))
    cell = opened_docx(render_docx(document)).tables[0].cell(1, 0)
    indent = cell.paragraphs[0]._p.pPr.find(qn("w:ind"))

    assert part - whole > 15
    assert int(indent.get(qn("w:left"))) == 360
    assert opened_xlsx(render_xlsx(document)).active["A2"].alignment.indent == 2


def test_the_text_of_a_page_is_read_from_top_to_bottom():
    page = pdf_pages(render_pdf(order_document(sample_order.facts(), shipped_template("pairs"))))[0]
    marks = ["Управление образования", "ПРИКАЗ", "08.09.2026", "г. Зареченск", "ПРИКАЗЫВАЮ:",
             "1. Закрепить", "Основание:", "Директор", "Крутикова Ольга Николаевна"]  # fmt: skip
    places = [page.rindex(mark) if mark == marks[-1] else page.index(mark) for mark in marks]

    assert places == sorted(places)
