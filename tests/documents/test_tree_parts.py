"""Small parts of the renderers: grid of cells, numbers of clauses, sheets, previews."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.documents.grid import placed_cells
from nastavnik_desktop.documents.numbering import numbered
from nastavnik_desktop.documents.page import PageSetup
from nastavnik_desktop.documents.preview import page_count, render_page, render_pages
from nastavnik_desktop.documents.render import render_docx, render_pdf, render_xlsx
from nastavnik_desktop.documents.tree import (
    AnnexMark,
    Cell,
    Clause,
    Document,
    LeftRight,
    NumberedClauses,
    PageBreak,
    PageFoot,
    Paragraph,
    Role,
    Row,
    Run,
    Section,
    SignatureLine,
    Spacer,
    Table,
)
from nastavnik_desktop.domain.errors import UnreadableFile
from tests.documents.readers import opened_docx, opened_xlsx, pdf_pages

EVERY_BLOCK = Document(
    "Всё сразу",
    (
        Paragraph((Run("обычный "), Run("жирный ", bold=True), Run("наклонный", italic=True))),
        LeftRight("слева", "справа"),
        NumberedClauses((Clause("пункт"), Clause("подпункт", 2), Clause("ещё", 3))),
        SignatureLine("Исполняющий обязанности директора школы", "И. И. Иванов"),
        PageFoot(("Исполнитель",)),
        PageBreak(),
        AnnexMark(("Приложение",)),
        Paragraph.of("Таблица", Role.TITLE),
        Table((1.0, 2.0), (Row((Cell("шапка", colspan=2),)), Row((Cell("а"), Cell("б")))), 1),
        Spacer(12.0),
        Paragraph.of("примечание", Role.NOTE),
        Section(PageSetup(landscape=True, shows_numbers=False), "Второй [лист]"),
        Paragraph.of("конец"),
    ),
    sheet_name="Второй лист",
)


def test_every_block_is_printed_in_every_format():
    pages = pdf_pages(render_pdf(EVERY_BLOCK))
    word = opened_docx(render_docx(EVERY_BLOCK))
    book = opened_xlsx(render_xlsx(EVERY_BLOCK))

    assert len(pages) == 3
    assert "обычный жирный наклонный" in pages[0]
    assert "1.1.1. ещё" in pages[0]
    assert pages[2] == "конец"
    assert "обычный жирный наклонный" in [paragraph.text for paragraph in word.paragraphs]
    assert book.sheetnames == ["Второй лист", "Второй  лист"]
    assert book.worksheets[1]["A1"].value == "конец"


def test_sheets_of_one_name_are_told_apart():
    section = Section(PageSetup(), "лист")
    document = Document("", (section, section), sheet_name="Лист")

    assert opened_xlsx(render_xlsx(document)).sheetnames == ["Лист", "лист (2)", "лист (3)"]


def test_cells_are_placed_around_the_merged_ones():
    table = Table(
        (1, 1, 1),
        (
            Row((Cell("a", rowspan=2), Cell("b", colspan=2))),
            Row((Cell("c"), Cell("d"))),
        ),
    )

    assert [(placed.cell.text, placed.row, placed.column) for placed in placed_cells(table)] == [
        ("a", 0, 0), ("b", 0, 1), ("c", 1, 1), ("d", 1, 2),
    ]  # fmt: skip


def test_a_row_with_a_missing_cell_is_refused():
    with pytest.raises(ValueError, match="row 0"):
        list(placed_cells(Table((1, 1), (Row((Cell(),)),))))


def test_sub_items_are_counted_under_their_item():
    levels = (1, 2, 2, 1, 2, 3, 1)
    clauses = NumberedClauses(tuple(Clause("", level) for level in levels))

    assert [number for number, _ in numbered(clauses)] == [
        "1.", "1.1.", "1.2.", "2.", "2.1.", "2.1.1.", "3.",
    ]  # fmt: skip


@given(st.lists(st.integers(1, 3), max_size=12))
def test_numbers_of_clauses_never_repeat(levels):
    clauses = NumberedClauses(tuple(Clause("", level) for level in [1, *levels]))
    numbers = [number for number, _ in numbered(clauses)]

    assert len(set(numbers)) == len(numbers)


def test_a_turned_page_is_filed_by_the_same_edge():
    turned = PageSetup(left_mm=30, right_mm=10, top_mm=20, bottom_mm=15).turned()

    assert (turned.top_mm, turned.right_mm, turned.bottom_mm, turned.left_mm) == (30, 20, 10, 15)
    assert (turned.text_width_mm, turned.text_height_mm) == (262, 170)


def test_pages_become_pictures_of_the_asked_size():
    pdf = render_pdf(EVERY_BLOCK)
    first, _, last = render_pages(pdf, 72)

    assert page_count(pdf) == 3
    assert (first.width, first.height) == (596, 842)
    assert last.width > last.height
    assert len(first.rgb) == first.stride * first.height
    assert first.rgb[:3] == b"\xff\xff\xff"
    assert any(first.rgb[index] < 100 for index in range(0, len(first.rgb), 3))
    assert render_page(pdf, 2, 72) == last


def test_a_broken_pdf_is_refused_in_words():
    with pytest.raises(UnreadableFile, match="повреждён"):
        page_count(b"%PDF-1.4 nothing")


def test_a_missing_page_is_refused_in_words():
    with pytest.raises(UnreadableFile, match="нет страницы 9"):
        render_page(render_pdf(EVERY_BLOCK), 8, 72)
