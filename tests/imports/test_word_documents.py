"""Tables of Word documents: orders with their annexes, plain lists."""

from __future__ import annotations

from datetime import date

import docx
import pytest

from nastavnik_desktop.imports.kinds import Kind
from nastavnik_desktop.imports.reading import read_file
from nastavnik_desktop.imports.records import OrderMention


def add_table(document, rows):
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    return table


@pytest.fixture
def order(tmp_path):
    document = docx.Document()
    for text in (
        "Муниципальное казённое общеобразовательное учреждение «Гимназия № 2»",
        "П Р И К А З",
        "от 02.09.2024 г.                № 88-од",
        "Об организации наставничества в 2024/2025 учебном году",
        "1. Закрепить наставников, согласно приказу от 01.02.2023 № 5.",
    ):
        document.add_paragraph(text)
    pairs = [
        ["№ п/п", "ФИО наставника, должность", "ФИО наставляемого, должность", "Срок"],
        ["1", "Котова О.И., учитель", "Белов Иван Ильич, учитель физики", "02.09.24-31.05.25"],
        ["2", "Орлов Иван Ильич – учитель истории высшей категории (стаж 20 лет)",
         "1) Рыжова Анна Львовна (учитель права)\n2) Дроздова Инна Олеговна, 1 год", "весь год"],
        ["", "", "Чернов Пётр Ильич, учитель труда", ""],
    ]  # fmt: skip
    add_table(document, pairs)
    document.add_paragraph("С приказом ознакомлены:")
    add_table(document, [["ФИО", "Подпись", "Дата"], ["Котова О.И.", "", ""]])
    path = tmp_path / "приказ.docx"
    document.save(str(path))
    return read_file(path, today=date(2026, 11, 21))


def test_requisites_of_the_order_and_nothing_else(order):
    assert order.order == OrderMention(
        "88-од", date(2024, 9, 2), "Об организации наставничества в 2024/2025 учебном году"
    )
    assert order.organisation == "МКОУ «Гимназия № 2»"
    assert order.school_year == "2024-2025"


def test_pairs_of_the_annex_with_details_in_the_cells(order):
    first, second = order.pairs

    assert order.kind is Kind.PAIRS
    assert (first.mentor.initials, first.mentor.position) == ("О.И.", "учитель")
    assert (first.start, first.end) == (date(2024, 9, 2), date(2025, 5, 31))
    assert (second.mentor.category, second.mentor.experience_years) == ("высшая", 20)
    assert [mentee.last_name for mentee in second.mentees] == ["Рыжова", "Дроздова", "Чернов"]
    assert second.mentees[1].experience_years == 1


def test_sheet_of_acquaintance_is_not_a_list_of_people(order):
    assert [(row.sheet, row.reason) for row in order.skipped] == [
        ("2", "лист ознакомления: подписи, не пары")
    ]


def test_plain_list_of_staff(tmp_path):
    document = docx.Document()
    document.add_paragraph("Список молодых специалистов МБОУ СОШ № 3")
    rows = [["№", "Ф.И.О.", "Должность", "Стаж"], ["1", "Зуева Анна Львовна", "учитель", "б/с"]]
    add_table(document, rows)
    path = tmp_path / "список.docx"
    document.save(str(path))

    reading = read_file(path)

    assert (reading.kind, reading.organisation) == (Kind.STAFF, "МБОУ СОШ № 3")
    assert reading.people[0].experience_years == 0
    assert reading.order is None
