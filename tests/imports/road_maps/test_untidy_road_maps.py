"""Road maps as they come: numbers that Excel changed, copies of sheets, lists below, page marks."""

from __future__ import annotations

from datetime import date

import docx
import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import SimpleDocTemplate

from nastavnik_desktop.imports.road_maps.reading import read_road_map
from tests.imports.road_maps.generated_maps import WrittenMap, WrittenRow
from tests.imports.road_maps.written_maps import write_map

HEADER = ["№", "Мероприятие", "Срок", "Ответственный", "Результат"]


def texts(*rows):
    return [WrittenRow(tuple(row)) for row in (HEADER, *rows)]


def read(tmp_path, rows, form="csv", above=("Дорожная карта МБОУ СОШ № 7 на 2023-2024 уч. год",)):
    return read_road_map(write_map(tmp_path, WrittenMap(list(above), rows, []), form))


def test_numbers_and_days_that_a_spreadsheet_has_changed(make_book):
    rows = [
        [None, None, None, "УТВЕРЖДАЮ"],
        [None, None, None, "Директор МБОУ СОШ № 4"],
        [None, None, None, "приказ от 01.09.2025 № 77-о"],
        ["ДОРОЖНАЯ КАРТА по наставничеству МБОУ СОШ № 4 на 2025-2026 уч.год"],
        HEADER,
        [1, "Подготовка"],
        *(
            [float(f"1.{n}"), f"Дело {n}", date(2025, 9, n), "Завуч", "Приказ"]
            for n in range(1, 10)
        ),
        [1.1, "Дело 10", "октябрь", "Завуч", "Приказ"],
        [1.11, "Дело 11", "октябрь", "Завуч", "Приказ"],
        [2, "Внедрение"],
        [date(2025, 1, 2), "Пары", "ноябрь", "Куратор", "Приказ"],
        [],
        ["Директор ___________ Зорина А.П."],
        ["Перечень школ"],
        ["№", "Наименование школы", "Модели наставничества, используемые в школе"],
        [1, "СОШ № 1", "«Педагог-педагог»"],
        [2, "СОШ № 2", "«Ученик-ученик»"],
    ]
    sheet = ("План", rows, ())
    path = make_book(sheet, ("План (2)", rows, ()))

    reading = read_road_map(path)

    numbers = [one.number for one in reading.items]
    assert numbers == [*(f"1.{n}" for n in range(1, 12)), "2.1"]
    assert reading.items[2].deadline == "03.09.2025"
    assert {one.sections for one in reading.items} == {("Подготовка",), ("Внедрение",)}
    assert [(one.name, one.model) for one in reading.schools] == [
        ("СОШ № 1", "«Педагог-педагог»"), ("СОШ № 2", "«Ученик-ученик»")
    ]  # fmt: skip
    assert [one.reason for one in reading.skipped] == ["подпись или примечание"]
    assert reading.approved_by is not None
    assert (reading.approved_by.day, reading.approved_by.number) == (date(2025, 9, 1), "77-о")


def test_a_row_cut_by_a_page_end_goes_on_without_a_number(tmp_path):
    rows = texts(
        ["1", "Подготовка положения о", "до 1 октября", "Завуч,", "Проект"],
        ["", "наставничестве", "", "куратор", "положения"],
        ["2", "Обу-", "май", "Завуч", ""],
        ["", "чение", "", "", ""],
    )

    items = read(tmp_path, rows).items

    assert [one.event for one in items] == ["Подготовка положения о наставничестве", "Обучение"]
    assert items[0].responsible == "Завуч, куратор"
    assert items[0].result == "Проект положения"


def test_a_repeated_number_goes_on_or_has_a_deadline_of_its_own(tmp_path):
    rows = texts(
        ["1", "Издание сборника", "до 1 октября", "Завуч", "Сборник"],
        ["1", "материалов", "", "", ""],
        ["2", "Размещение", "август 2024 г.", "Завуч", "Сайт"],
        ["2", "", "май 2024 г.", "Куратор", ""],
    )

    items = read(tmp_path, rows).items

    assert [(one.number, one.event) for one in items] == [
        ("1", "Издание сборника материалов"), ("2", "Размещение"), ("2", "")
    ]  # fmt: skip


def test_an_item_of_which_only_the_work_is_written_is_no_section(tmp_path):
    rows = texts(
        ["1", "Приказ", "май", "Завуч", ""], ["2", "Опрос", "", "", ""],
        ["3", "Отчёт", "май", "Завуч", ""],
    )  # fmt: skip

    items = read(tmp_path, rows).items

    assert [(one.number, one.sections) for one in items] == [("1", ()), ("2", ()), ("3", ())]


def test_the_number_swallowed_by_its_text(tmp_path):
    rows = texts(["", "1.1 целевой модели наставничества", "май", "Завуч", ""],
                 ["", "1.2. Разработка", "июнь", "Завуч", ""])  # fmt: skip

    items = read(tmp_path, rows).items

    assert [(one.number, one.event) for one in items] == [
        ("1.1", "целевой модели наставничества"), ("1.2.", "Разработка")
    ]  # fmt: skip


@pytest.mark.parametrize("has_headers", [True, False])
def test_stages_as_texts_between_tables(tmp_path, has_headers):
    path = tmp_path / "этапы.docx"
    document = docx.Document()
    document.add_paragraph("Дорожная карта МБДОУ № 18, сентябрь 2022 – май 2024")
    for stage, title in enumerate(("1 этап. Подготовительный", "2 этап. Практический"), 1):
        document.add_paragraph(title)
        rows = [["1", f"Дело {stage}", "май", "Завуч", "План"]]
        if stage == 1 or has_headers:
            rows.insert(0, HEADER)
        table = document.add_table(len(rows), len(HEADER))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                table.cell(number, column).text = text
    document.save(str(path))

    items = read_road_map(path).items

    assert [(one.sections, one.event) for one in items] == [
        (("1 этап. Подготовительный",), "Дело 1"), (("2 этап. Практический",), "Дело 2")
    ]  # fmt: skip


def test_a_header_of_two_levels_and_indicators_by_year(make_book):
    rows = [
        ["Дорожная карта МБОУ СОШ № 1 на 2022-2024 годы"],
        ["№", "Мероприятие", "Сроки", None, "Ответственный", "Показатель", None],
        [None, None, "начало", "окончание", None, "2022", "2023"],
        ["1", "Обучение", "01.09.2022", "30.12.2022", "Завуч", "3", "5,5"],
    ]
    merges = [(1, 2, 1, 3), (1, 5, 1, 6), (1, 0, 2, 0), (1, 1, 2, 1), (1, 4, 2, 4)]

    (item,) = read_road_map(make_book(("План", rows, merges))).items

    assert item.deadline == "01.09.2022 – 30.12.2022"
    assert item.indicator_by_year == ((2022, 3), (2023, 5.5))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2021г. – 7, 2022г. – 9", ((2021, 7), (2022, 9))),
        ("2021 год – 10%\n2022 год: не менее 20 %", ((2021, 10), (2022, 20))),
        ("2023: 35,5", ((2023, 35.5),)),
        ("не менее 70 %", ()),
        ("2021 – 2024 гг.", ()),
    ],
)
def test_a_cell_with_a_number_for_each_year(tmp_path, cell, expected):
    header = WrittenRow((*HEADER[:4], "Показатель"))

    (item,) = read(tmp_path, [header, WrittenRow(("1", "Дело", "май", "Завуч", cell))]).items

    assert item.indicator_by_year == expected
    assert item.indicator.split() == cell.split()


def test_page_numbers_and_running_titles_do_not_part_a_table(tmp_path, monkeypatch):
    """A table over several pages of a PDF, each with its number above and a title below."""
    plain = SimpleDocTemplate.build

    def mark(canvas, document):
        canvas.setFont("Tinos", 9)
        canvas.drawString(400, landscape(A4)[1] - 20, str(document.page))
        canvas.drawString(40, 12, "Школа № 7, документ создан в программе")

    def build(self, story):
        plain(self, story, onFirstPage=mark, onLaterPages=mark)

    monkeypatch.setattr(SimpleDocTemplate, "build", build)
    rows = texts(*([str(n), f"Дело {n}", "май", "Завуч", "План"] for n in range(1, 91)))

    items = read(tmp_path, rows, "pdf").items

    assert [one.number for one in items] == [str(n) for n in range(1, 91)]
    assert {one.place.split(",")[0] for one in items} == {"таблица 1"}
