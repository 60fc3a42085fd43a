"""The order as PDF, read back: names, cases, fonts, pages, breaks."""

from dataclasses import replace

import pytest

from nastavnik_desktop.documents.letterhead import Letterhead
from nastavnik_desktop.documents.order_facts import Acquainted, Participant
from nastavnik_desktop.documents.order_templates import shipped_template
from nastavnik_desktop.documents.orders import order_document
from nastavnik_desktop.documents.page import PageNumbering, PagePreset, PageSetup
from nastavnik_desktop.documents.render import render_pdf
from nastavnik_desktop.documents.tree import (
    Document,
    NumberedClauses,
    PageBreak,
    Paragraph,
    Section,
)
from tests.documents import sample_order
from tests.documents.readers import pdf_font_names, pdf_metadata, pdf_page_sizes, pdf_pages


def order_pdf(**changes):
    return render_pdf(order_document(sample_order.facts(**changes), shipped_template("pairs")))


@pytest.fixture(scope="module")
def pdf():
    return order_pdf()


def test_requisites_names_and_cases_are_on_paper(pdf):
    order, teachers, pupils, sheet = pdf_pages(pdf)

    assert "(МБОУ «СОШ № 17») ПРИКАЗ 08.09.2026 № 130-од г. Зареченск" in order
    assert "4. Заместителю директора по учебно-воспитательной работе Крутиковой О. Н.," in order
    assert "5. Специалисту по кадрам Стрелец Ю. О. подготовить" in order
    assert "Директор Л. В. Заболотная" in order
    assert "Воробьёва-Лунёва Анастасия Дмитриевна" in teachers
    assert "Приложение № 2 к приказу МБОУ «СОШ № 17» от 08.09.2026 № 130-од" in pupils
    assert "С приказом ознакомлены:" in sheet


def test_the_executor_stands_at_the_foot_of_the_signed_page(pdf):
    assert pdf_pages(pdf)[0].endswith("Крутикова Ольга Николаевна 8 (41111) 2-17-17")


def test_every_font_is_embedded(pdf):
    names = pdf_font_names(pdf)

    assert names
    assert all("+" in name and "Tinos" in name for name in names)


def test_properties_tell_what_it_is(pdf):
    metadata = pdf_metadata(pdf)

    assert "О закреплении наставнических пар (групп)" in metadata["Title"]
    assert metadata["Author"] == "МБОУ «СОШ № 17»"
    assert b"/Lang (ru-RU)" in pdf


def test_equal_orders_give_equal_bytes(pdf):
    assert order_pdf() == pdf


def test_only_annexes_lie_across(pdf):
    assert pdf_page_sizes(pdf) == [(210, 297), (297, 210), (297, 210), (210, 297)]


def test_pages_are_numbered_from_the_second_one(pdf):
    order, teachers, pupils, sheet = pdf_pages(pdf)

    assert order.startswith("Управление образования")
    assert teachers.startswith("2 ")
    assert pupils.startswith("3 ")
    assert sheet.startswith("Лист ознакомления")


def test_annexes_that_count_for_themselves_begin_without_a_number():
    preset = PagePreset("own", "", annex_numbering=PageNumbering.OWN)

    assert pdf_pages(order_pdf(preset=preset))[1].startswith("Приложение № 1")


def test_numbers_go_on_from_a_section_that_began_anew():
    text = Paragraph.of("текст")
    two_pages = (text, PageBreak(), text)
    anew, onwards = Section(PageSetup(restarts_numbering=True)), Section(PageSetup())
    document = Document("", (*two_pages, anew, *two_pages, onwards, text))

    assert [page.replace("текст", "").strip() for page in pdf_pages(render_pdf(document))] == [
        "", "2", "", "2", "3",
    ]  # fmt: skip


@pytest.mark.parametrize("length", range(1, 40, 3))
def test_a_signature_never_stands_alone(length):
    """The last clause comes to the page of the signature, however long the order is."""
    order = order_document(sample_order.facts(annexes=()), shipped_template("pairs"))
    filled = _with_clauses(order, length)
    signed = next(page for page in pdf_pages(render_pdf(filled)) if "Директор" in page)

    assert f"{length}. Пункт о деле, которому нет конца." in signed
    assert "8 (41111) 2-17-17" in signed


def _with_clauses(order, length) -> Document:
    blocks = list(order.blocks)
    index = next(i for i, block in enumerate(blocks) if isinstance(block, NumberedClauses))
    clause = replace(blocks[index].clauses[0], text="Пункт о деле, которому нет конца.", level=1)
    blocks[index] = NumberedClauses((clause,) * length, keeps_last_with_next=True)
    return replace(order, blocks=tuple(blocks))


@pytest.fixture(scope="module")
def long_annex_pages():
    pair, group = sample_order.TEACHERS.pairings
    annex = replace(sample_order.TEACHERS, pairings=(pair, group) * 150)
    return pdf_pages(order_pdf(annexes=(annex,), acquainted=()))[1:]


def test_three_hundred_pairs_lose_nobody(long_annex_pages):
    text = " ".join(long_annex_pages)

    assert text.count("Карапетян Гаянэ Арменовна") == 150
    assert text.count("Мамедов Рауф Эльчин оглы") == 150
    assert "300. Заяц Никита Игоревич" in text


def test_the_heading_of_a_long_table_is_on_every_page(long_annex_pages):
    assert len(long_annex_pages) > 20
    assert all("Ролевая модель" in page for page in long_annex_pages)


def test_a_group_is_not_torn_from_its_mentor(long_annex_pages):
    for page in long_annex_pages:
        assert page.count("Заяц Никита") == page.count("Мамедов Рауф")


def test_a_row_higher_than_a_page_is_split_and_not_lost():
    member = sample_order.mentee("Ким Лев", "начало " + "очень длинное описание " * 300 + "конец")
    pair = replace(sample_order.TEACHERS.pairings[0], members=(member,))
    annex = replace(sample_order.TEACHERS, pairings=(pair,))
    pages = pdf_pages(order_pdf(annexes=(annex,)))

    assert any("начало" in page for page in pages)
    assert any("конец" in page for page in pages)


def test_marks_of_markup_are_printed_as_they_are():
    pages = pdf_pages(order_pdf(director_post="Директор <b>&amp; сын</b>"))

    assert "Директор <b>&amp; сын</b>" in pages[0]


WORDS, ONE_WORD = "слово " * 700, "ы" * 4000
PAIR, GROUP = sample_order.TEACHERS.pairings


def annex_of(pairing):
    return {"annexes": (replace(sample_order.TEACHERS, pairings=(PAIR, pairing)),)}


@pytest.mark.parametrize("text", [WORDS, ONE_WORD, WORDS[:690]], ids=["words", "word", "kept"])
@pytest.mark.parametrize(
    "changes",
    [
        lambda text: {
            "school": Letterhead(full_name=text, short_name=text, founder=text, place=text)
        },
        lambda text: {"director_post": text, "director_name": text[:300]},
        lambda text: {"grounds": (text,), "regulation": text},
        lambda text: annex_of(replace(PAIR, mentor=Participant(text, text))),
        lambda text: annex_of(replace(GROUP, mentor=Participant("Ким", text), role_model=text)),
        lambda text: {"acquainted": (Acquainted(text, text),)},
    ],
    ids=["school", "director", "grounds", "pair", "group", "acquainted"],
)
def test_a_very_long_text_is_printed_to_its_end(changes, text):
    pages = pdf_pages(order_pdf(**changes(text + "конец")))

    assert "конец" in "".join(pages).replace(" ", "")


def test_a_double_word_wider_than_its_column_breaks_at_the_hyphen():
    pair = replace(PAIR, mentor=Participant("Ким Лев", "преподаватель-организатор"))
    page = render_pdf(
        order_document(sample_order.facts(**annex_of(pair)), shipped_template("pairs"))
    )

    assert "преподаватель-организатор" in pdf_pages(page)[1]


def test_a_group_that_outgrows_a_page_goes_on_under_a_repeated_heading():
    about = "учитель изобразительного искусства, соответствие занимаемой должности, стаж 3 года"
    member = sample_order.mentee("Воробьёва-Лунёва Анастасия Дмитриевна", f"{about}, {about}")
    pages = pdf_pages(order_pdf(**annex_of(replace(GROUP, members=(member,) * 6))))[1:4]

    assert sum(page.count("Воробьёва-Лунёва Анастасия") for page in pages) == 6
    assert all("Ролевая модель" in page for page in pages[:2])
