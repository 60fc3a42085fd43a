"""Register, lists, the statistical form and consents: trees, workbooks, pages."""

from datetime import date, datetime

import pytest

from nastavnik_desktop.documents.consents import ConsentFacts, participation_consent
from nastavnik_desktop.documents.lists import ListColumn, list_document
from nastavnik_desktop.documents.outline import plain_text
from nastavnik_desktop.documents.registers import RegisterRow, order_register
from nastavnik_desktop.documents.render import render_docx, render_pdf, render_xlsx
from nastavnik_desktop.documents.statistics_sheet import (
    Figure,
    FigureRow,
    FigureTable,
    HeadNode,
    Responsible,
    statistics_document,
)
from nastavnik_desktop.documents.statistics_title import TitlePage
from tests.documents.readers import opened_docx, opened_xlsx, pdf_page_sizes, pdf_pages
from tests.documents.sample_order import SCHOOL

HEADS = (
    HeadNode("Пар"),
    HeadNode(
        "Наставников",
        (HeadNode("всего"), HeadNode("из них", (HeadNode("педагоги"), HeadNode("обучающиеся")))),
    ),
)


def register(count=1):
    row = RegisterRow(
        "130-од", date(2026, 9, 8), "О закреплении наставнических пар", "Л. В. Заболотная"
    )
    return order_register(SCHOOL, "Журнал регистрации приказов", "2026 год", (row,) * count)


def statistics():
    crossed = Figure(is_crossed=True)
    rows = (
        FigureRow("«педагог – педагог»", "06", (Figure(8), Figure(9), Figure(9), crossed)),
        FigureRow("«ученик – ученик»", "01", (Figure(10), Figure(10), Figure(0), Figure(10))),
        FigureRow(
            "Всего (без повторов)",
            "11",
            (Figure(18, formula="SUM({0:0}:{1:0})"), Figure(19), Figure(9), Figure(10)),
            is_total=True,
        ),
    )
    title = TitlePage(
        form_name="Сведения о количестве участников программ наставничества",
        period="по состоянию на 12.12.2026",
        organisation="МБОУ «СОШ № 17»",
        submitters=(("школы: управлению образования", "по запросу"),),
        codes=(("Код формы по ОКУД", ""), ("Код по ОКПО", "12345678")),
    )
    table = FigureTable("Раздел 1. Участники", HEADS, rows, "Код по ОКЕИ: человек – 792")
    return statistics_document(title, (table,), Responsible("куратор", "Крутикова О. Н."))


def test_the_register_prints_its_orders_across_the_page():
    pdf = render_pdf(register(60))
    pages = pdf_pages(pdf)

    assert pdf_page_sizes(pdf)[0] == (297, 210)
    assert all("Номер приказа" in page for page in pages)
    assert pages[-1].endswith("Всего: 60 приказов.")
    assert "1 08.09.2026 130-од О закреплении наставнических пар" in pages[0]


def test_the_register_as_a_workbook_is_ready_to_print():
    sheet = opened_xlsx(render_xlsx(register(3)))["Журнал приказов"]

    assert [cell.value for cell in sheet[5]][:4] == [
        2, "08.09.2026", "130-од", "О\u00a0закреплении наставнических пар",
    ]  # fmt: skip
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.freeze_panes == "A4"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_area.endswith("$A$1:$G$7")


def people_list(rows):
    columns = (ListColumn("ФИО"), ListColumn("Стаж", is_number=True), ListColumn("Родился"))
    return list_document("Люди: педагоги/2026", columns, rows, subtitle="Отбор: все")


def test_a_list_keeps_numbers_and_dates_in_a_workbook():
    book = opened_xlsx(render_xlsx(people_list([["Ким Лев", 2.5, date(1990, 1, 31)]])))
    sheet = book["Люди  педагоги 2026"]

    assert [cell.value for cell in sheet[4]] == ["Ким Лев", 2.5, datetime(1990, 1, 31)]


@pytest.mark.parametrize("text", ["=1+1", "+7 900", "-", "@name", "=cmd|' /C calc'!A1"])
def test_a_text_never_becomes_a_formula(text):
    sheet = opened_xlsx(render_xlsx(people_list([[text, None, None]]))).worksheets[0]

    assert (sheet["A4"].value, sheet["A4"].data_type) == (text, "s")


def test_a_list_prints_dates_numbers_and_blanks_as_people_write_them():
    text = plain_text(people_list([["Ким Лев", 2.5, date(1990, 1, 31)], ["Пак Яна", 3, None]]))

    assert text.endswith("Ким Лев | 2,5 | 31.01.1990\nПак Яна | 3 | ")


def test_a_wide_list_is_turned():
    columns = tuple(ListColumn(f"Столбец {number}") for number in range(10))

    assert list_document("Широкий", columns, [["значение подлиннее"] * 10]).page.landscape
    assert not people_list([]).page.landscape


def test_an_empty_list_can_be_printed():
    assert "ФИО" in pdf_pages(render_pdf(people_list([])))[0]


def test_the_statistical_form_has_a_title_page_and_numbered_columns():
    title, table = pdf_pages(render_pdf(statistics()))

    assert "КОНФИДЕНЦИАЛЬНОСТЬ ГАРАНТИРУЕТСЯ" in title
    assert "СВЕДЕНИЯ О КОЛИЧЕСТВЕ УЧАСТНИКОВ" in title
    assert "12345678" in title
    assert "1 2 3 4 5 6" in table
    assert "«педагог – педагог» 06 8 9 9 х" in table
    assert "Всего (без повторов) 11 18 19 9 10" in table
    assert "Крутикова О. Н." in table


def test_the_statistical_workbook_counts_by_itself():
    sheet = opened_xlsx(render_xlsx(statistics()))["Раздел 1"]
    cells = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value}
    first = next(row for row in sheet.iter_rows() if row[0].value == "«педагог\u00a0– педагог»")
    total = next(cell for value, cell in cells.items() if str(value).startswith("=SUM"))

    column = total.column_letter
    assert total.value == f"=SUM({column}{first[0].row}:{column}{first[0].row + 1})"
    assert "х" in cells
    assert any(merged.size["columns"] == 3 for merged in sheet.merged_cells.ranges)


def test_the_headings_of_a_form_are_merged_in_a_word_table():
    table = opened_docx(render_docx(statistics())).tables[-2]

    assert [cell.text for cell in table.rows[0].cells][3:] == ["Наставников"] * 3
    assert [cell.text for cell in table.rows[2].cells][4:] == ["педагоги", "обучающиеся"]


def test_many_columns_are_headed_by_turned_texts():
    heads = tuple(HeadNode(f"Показатель {number}") for number in range(12))
    row = FigureRow("строка", "01", tuple(Figure(number) for number in range(12)))
    table = FigureTable("Раздел", heads, (row,))
    document = statistics_document(TitlePage("Форма", "", ""), (table,), Responsible())

    assert "Показатель 11" in pdf_pages(render_pdf(document))[1]


def consent(**changes):
    facts = {
        "school": SCHOOL,
        "director": "Директору МБОУ «СОШ № 17»\nЗаболотной Л. В.",
        "person": "Авдеев Кирилл Романович",
        "about": "6 «А» класс",
        "role": "наставляемого",
        "form": "ученик – ученик",
        "starts_on": date(2026, 9, 8),
        "ends_on": date(2027, 5, 28),
    }
    return participation_consent(ConsentFacts(**(facts | changes)))


def test_a_consent_for_a_minor_is_signed_by_the_representative():
    page = pdf_pages(render_pdf(consent(is_minor=True)))[0]

    assert "на участие моего ребенка в программе наставничества" in page
    assert "законный представитель Авдеев Кирилл Романович, 6 «А» класс" in page
    assert "в роли наставляемого с 08.09.2026 по 28.05.2027" in page


def test_an_employee_is_told_of_his_right_to_refuse():
    text = plain_text(consent(is_work=True, about="учитель физики", role="наставника"))

    assert "не менее чем за три рабочих дня (ст. 351.8 Трудового кодекса" in text
    assert "Я, | Авдеев Кирилл Романович" in text


def test_a_consent_without_dates_has_blanks_and_fits_one_page():
    pages = pdf_pages(render_pdf(consent(starts_on=None, ends_on=None, is_work=True)))

    assert "с ____.____.20____ по ____.____.20____" in pages[0]
    assert len(pages) == 1
