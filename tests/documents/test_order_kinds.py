"""Orders of every kind: the approved text, the same read back from PDF and Word."""

from dataclasses import replace
from pathlib import Path

import pytest

from nastavnik_desktop.documents.measure import text_mm
from nastavnik_desktop.documents.order_facts import Participant
from nastavnik_desktop.documents.order_tables import pairs_table
from nastavnik_desktop.documents.order_templates import shipped_template
from nastavnik_desktop.documents.orders import order_document
from nastavnik_desktop.documents.outline import plain_text
from nastavnik_desktop.documents.page import PRESETS, preset_by_code
from nastavnik_desktop.documents.render import render_docx, render_pdf
from nastavnik_desktop.documents.snapshot import from_json, to_json
from nastavnik_desktop.documents.tree import NumberedClauses, Table
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderKind, TableLayout
from tests.documents import sample_order
from tests.documents.readers import docx_part, opened_docx, pdf_font_names, pdf_pages
from tests.documents.sample_kinds import SAMPLES

GOLDEN = Path(__file__).parents[1] / "golden"
KINDS = sorted(SAMPLES)


def order(kind, **changes):
    return order_document(replace(SAMPLES[kind], **changes), shipped_template(kind.value))


@pytest.mark.parametrize("kind", KINDS)
def test_the_text_of_each_kind_is_the_approved_one(kind):
    approved = (GOLDEN / f"order_{kind.value}.txt").read_text(encoding="utf-8")
    assert plain_text(order(kind)) + "\n" == approved


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_is_read_back_from_both_files(kind):
    made = order(kind)
    wanted = set(plain_text(made).replace("|", " ").split())
    pdf, word = render_pdf(made), render_docx(made)
    in_pdf = set(" ".join(pdf_pages(pdf)).split())
    body = opened_docx(word).element.body
    in_word = " ".join(part.text or "" for part in body.iter() if part.tag.endswith("}t"))
    in_word = set(in_word.replace("\u00a0", " ").split())
    numbers = {word for word in wanted if word.rstrip(".").replace(".", "").isdigit()}
    assert wanted - in_pdf == set()
    assert wanted - in_word - numbers == set()
    assert all("Tinos" in name for name in pdf_font_names(pdf))


@pytest.mark.parametrize("kind", KINDS)
def test_an_order_of_each_kind_is_kept_and_printed_again(kind):
    made = order(kind)
    assert from_json(to_json(made)) == made


def test_numbers_go_on_behind_a_table_in_one_list_of_word():
    made = order(OrderKind.AMENDMENT)
    starts = [one.starts_at for one in made.blocks if isinstance(one, NumberedClauses)]
    assert starts == [1, 5, 7]
    xml = docx_part(render_docx(made), "word/document.xml")
    lists = {part.split('"')[0] for part in xml.split('<w:numId w:val="')[1:]}
    assert len(lists) == 1


def test_a_table_that_the_order_has_not_is_said():
    template = replace(shipped_template("other"), clauses="Строка.\n[таблица 2]")
    with pytest.raises(RuleViolation, match="таблица 2, а в приказе такой нет") as caught:
        order_document(SAMPLES[OrderKind.OTHER], template)
    assert caught.value.field == "clauses"


TITLES = {
    TableLayout.SHORT: ["№\nп/п", "Ф. И. О. наставника, должность",
                        "Ф. И. О. наставляемого, должность"],
    TableLayout.FULL: ["№\nп/п", "Наставник", "Должность, категория, стаж", "Наставляемый",
                       "Должность, стаж", "Ролевая модель", "Срок реализации программы"],
    TableLayout.CONSENTS: ["№\nп/п", "Наставник", "Должность, категория, стаж", "Наставляемый",
                           "Должность, стаж", "Ролевая модель", "Срок реализации программы",
                           "Согласие, дополнительное соглашение",
                           "С приказом ознакомлен (подпись, дата)"],
    TableLayout.PUPILS: ["№\nп/п", "Наставник", "Должность, категория, стаж", "Наставляемый",
                         "Должность, стаж", "Направление (запрос)",
                         "Классный руководитель, куратор пары"],
    TableLayout.GROUPS: ["№\nп/п", "Наставник", "Состав группы", "Кол-во", "Тема, направление",
                         "Срок реализации программы"],
    TableLayout.ORGANISATION: ["№\nп/п", "Наставник", "Должность, категория, стаж",
                               "Организация, учебное заведение", "Наставляемый",
                               "Должность, стаж", "Ролевая модель", "Срок реализации программы"],
}  # fmt: skip


@pytest.mark.parametrize("layout", TITLES)
def test_columns_of_each_layout(layout):
    annex = replace(sample_order.TEACHERS, layout=layout)
    table = pairs_table(annex, 247, 12)
    assert [cell.text for cell in table.rows[0].cells] == TITLES[layout]
    assert table.header_rows == 1
    assert len(table.widths_mm) == len(TITLES[layout])
    group = [row for row in table.rows if row.cells[0].text == "2."]
    assert [row.cells[0].rowspan for row in group] == [3]


def test_class_teachers_are_written_by_hand_for_each_mentee_of_a_group():
    annex = replace(sample_order.TEACHERS, layout=TableLayout.PUPILS)
    rows = pairs_table(annex, 247, 12).rows[1:]
    members = sum(len(pairing.members) for pairing in annex.pairings)
    by_hand = [row.cells[-1] for row in rows]
    assert [(cell.text, cell.rowspan) for cell in by_hand] == [("", 1)] * members


@pytest.mark.parametrize("layout", TITLES)
def test_each_layout_fits_the_landscape_page(layout):
    annex = replace(sample_order.TEACHERS, layout=layout)
    facts = sample_order.facts(annexes=(annex,))
    text = " ".join(pdf_pages(render_pdf(order_document(facts, shipped_template("pairs")))))
    assert "Воробьёва-Лунёва" in text


def test_the_organisation_stands_behind_the_mentor():
    firm = Participant("Ким Лев Олегович", "инженер", "ООО «Свет»")
    pairing = replace(sample_order.TEACHERS.pairings[0], mentor=firm)
    annex = replace(sample_order.TEACHERS, pairings=(pairing,), layout=TableLayout.ORGANISATION)
    row = pairs_table(annex, 247, 12).rows[1]
    assert [cell.text for cell in row.cells[1:4]] == ["Ким Лев Олегович", "инженер", "ООО «Свет»"]


def test_pairs_in_the_text_make_no_annex():
    sentence = "Зайца Н. И., учителя физики, – наставником Петрова И. И., учителя физики"
    pairing = replace(sample_order.TEACHERS.pairings[0], sentence=sentence)
    listed = replace(sample_order.TEACHERS, pairings=(pairing,), layout=TableLayout.LIST)
    facts = sample_order.facts(annexes=(listed, replace(sample_order.PUPILS, number=1)))
    made = order_document(facts, shipped_template("pairs"))
    text = plain_text(made)
    assert f"\n1.1. {sentence}.\n2. Закрепить" in text
    assert "согласно приложению.\n" in text
    assert sum(isinstance(block, Table) for block in made.blocks) == 2


def test_requisites_in_the_corner_by_the_older_standard():
    preset = preset_by_code("gost-2016")
    made = order_document(sample_order.facts(preset=preset), shipped_template("pairs"))
    table = made.blocks[0]
    assert isinstance(table, Table)
    assert table.widths_mm[0] == 75
    assert "ПРИКАЗ" in [row.cells[0].text for row in table.rows]
    page = pdf_pages(render_pdf(made))[0]
    assert page.index("№ 17") < page.index("ПРИКАЗ") < page.index("О закреплении")


def test_the_executor_can_be_left_out():
    preset = replace(PRESETS[0], shows_executor=False)
    made = order_document(sample_order.facts(preset=preset), shipped_template("pairs"))
    assert "2-17-17" not in plain_text(made)


PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
)


def test_an_emblem_stands_above_the_requisites_of_both_files():
    school = replace(sample_order.SCHOOL, emblem=PIXEL)
    made = order_document(sample_order.facts(school=school), shipped_template("pairs"))
    assert b"/Subtype /Image" in render_pdf(made)
    assert len(opened_docx(render_docx(made)).inline_shapes) == 1
    assert from_json(to_json(made)) == made


def test_headings_of_word_are_found_by_its_navigation():
    word = opened_docx(render_docx(order(OrderKind.ROAD_MAP)))
    headings = [
        paragraph.text.replace("\u00a0", " ").split("\n")[0]
        for paragraph in word.paragraphs
        if paragraph.style.element.xpath("./w:pPr/w:outlineLvl")
    ]
    assert headings == [
        "Об утверждении дорожной карты реализации программ наставничества на 2026/27 учебный год",
        "План мероприятий (дорожная карта)",
    ]


def test_headers_of_long_tables_are_repeated_in_word():
    xml = docx_part(render_docx(order(OrderKind.RESULTS)), "word/document.xml")
    assert xml.count("<w:tblHeader/>") == 1


def test_requisites_in_the_corner_take_no_more_room_than_in_word():
    preset = preset_by_code("gost-2016")
    made = order_document(sample_order.facts(preset=preset), shipped_template("pairs"))
    pages = pdf_pages(render_pdf(made))
    assert len(pages) == 4
    assert "Л. В. Заболотная" in pages[0]


def test_the_term_of_a_row_that_is_changed_keeps_its_dash_beside_the_date():
    narrow = pairs_table(sample_order.TEACHERS, 170, 10)
    assert narrow.widths_mm[-1] >= text_mm("08.09.2026 –", 10)
