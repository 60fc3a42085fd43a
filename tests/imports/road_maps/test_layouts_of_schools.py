"""Layouts that schools invent: months as titles, one column for two things, a stage per table."""

from datetime import date

import docx
import pytest

from nastavnik_desktop.imports.road_maps.reading import read_road_map

TITLE = "Дорожная карта наставничества на 2026-2027 учебный год"
TODAY = date(2026, 9, 8)


def csv(tmp_path, text, title=TITLE):
    path = tmp_path / "план.csv"
    path.write_text(f"{title}\n{text}", "utf-8")
    return read_road_map(path, today=TODAY)


def word(tmp_path, *blocks):
    """Paragraphs are texts, tables are lists of rows; a row of one text is joined over all."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=0, cols=max(map(len, block)))
        for row in block:
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=False):
                cell.text = text
            if len(row) == 1:
                cells[0].merge(cells[-1])
    path = tmp_path / "план.docx"
    document.save(path)
    return read_road_map(path, today=TODAY)


def test_a_month_above_its_rows_is_their_deadline_where_no_column_names_one(tmp_path):
    reading = word(
        tmp_path,
        TITLE,
        [
            ["№", "Мероприятие", "Ответственный"],
            ["Сентябрь"],
            ["1", "Совещание наставников", "Куратор"],
            ["Май 2027 г."],
            ["2", "Итоговый педсовет", "Директор"],
            ["Работа с родителями"],
            ["3", "Собрание", "Куратор"],
        ],
    )
    first, second, third = reading.items
    assert (first.sections, first.deadline) == (("Сентябрь",), "Сентябрь")
    assert first.deadline_read.end == date(2026, 9, 30)
    assert second.deadline_read.end == date(2027, 5, 31)
    assert (third.deadline, third.deadline_read) == ("", None)


def test_an_empty_cell_of_a_column_of_deadlines_stays_empty_below_a_month(tmp_path):
    head = "№;Мероприятие;Срок;Ответственный\n"
    text = f"{head}Сентябрь;;;\n1;Совещание;;Куратор\n2;Сбор;до 5.09;Куратор\n"
    assert [one.deadline for one in csv(tmp_path, text).items] == ["", "до 5.09"]


def test_one_column_for_the_deadline_and_the_responsible_is_parted(tmp_path):
    reading = word(
        tmp_path,
        TITLE,
        [
            ["№", "Мероприятие", "Срок / ответственный", "Результат"],
            ["1", "Семинар", "до 15 февраля\nМетодист ЦРО", "Программа"],
            ["2", "Конкурс", "II квартал\nУО,\nруководители ОО", "Положение"],
            ["3", "Отчёт", "до 15 мая, куратор", "Отчёт"],
            ["4", "Клуб", "Наставники", "План"],
        ],
    )
    assert [(one.deadline, one.responsible) for one in reading.items] == [
        ("до 15 февраля", "Методист ЦРО"),
        ("II квартал", "УО,\nруководители ОО"),
        ("до 15 мая", "куратор"),
        ("", "Наставники"),
    ]
    assert {"deadline", "responsible"} <= set(reading.columns)


def test_columns_of_their_own_are_never_parted(tmp_path):
    text = "№;Мероприятие;Срок;Ответственный\n1;Встреча;май, куратор;Директор\n"
    (item,) = csv(tmp_path, text).items
    assert (item.deadline, item.responsible) == ("май, куратор", "Директор")


@pytest.mark.parametrize("heading", ["Наименование", "Название"])
def test_a_bare_name_is_the_work_where_a_day_and_somebody_stand_beside(tmp_path, heading):
    text = f"№;{heading};Дата;Ответственный;Статус\n1;Старт программы;01.09.2026;Иванова А.П.;\n"
    (item,) = csv(tmp_path, text).items
    assert (item.event, item.deadline) == ("Старт программы", "01.09.2026")


def test_a_stage_above_the_first_of_several_tables_is_no_part_of_the_title(tmp_path):
    head = ["Сроки", "Мероприятия", "Кто отвечает"]
    first, second = ["до 1 сентября", "Приказ", "Директор"], ["май", "Отчёт", "Куратор"]
    reading = word(
        tmp_path,
        TITLE,
        "Этап 1. Подготовительный",
        [head, first],
        "Этап 2. Основной",
        [head, second],
    )
    assert reading.title == TITLE
    assert [one.sections for one in reading.items] == [
        ("Этап 1. Подготовительный",), ("Этап 2. Основной",),
    ]  # fmt: skip


def test_marks_below_quarters_and_months_are_deadlines(tmp_path):
    text = (
        "№;Мероприятия;I кв.;II кв.;III кв.;IV кв.;Ответственный\n"
        "1;Школа наставника;+;+;+;+;Куратор\n2;Мониторинг;;х;;v;Психолог\n"
        "3;Отчёт;;;;до 20.12;Завуч\n"
    )
    reading = csv(tmp_path, text, "Дорожная карта на 2026 год")
    assert [one.deadline for one in reading.items] == [
        "I кв., II кв., III кв., IV кв.", "II кв., IV кв.", "до 20.12",
    ]  # fmt: skip
    assert reading.items[1].deadline_read.occurrences == (date(2026, 6, 30), date(2026, 12, 31))
    months = "№;Мероприятие;сентябрь;октябрь;ноябрь;Ответственный\n1;Клуб;*;;*;Куратор\n"
    (item,) = csv(tmp_path, months).items
    assert item.deadline_read.occurrences == (date(2026, 9, 30), date(2026, 11, 30))


def test_a_numbered_list_inside_a_cell_keeps_its_first_number(tmp_path):
    rows = [
        ["Этап", "Мероприятия", "Сроки", "Ответственные"],
        ["Начало", "1. Издание приказов.\n2. Разработка положения.", "сентябрь", "Директор"],
    ]
    (item,) = word(tmp_path, TITLE, rows).items
    assert (item.number, item.event) == ("", "1. Издание приказов.\n2. Разработка положения.")


def test_the_days_of_the_plan_above_its_table_tell_the_year(tmp_path):
    text = (
        "Сроки реализации: 01.09.2026-31.05.2027;;;\n№;Мероприятие;Дата проведения;Отв.\n"
        "1;Стартовое совещание;02.09.26 в 14.00;Завуч\n2;Итоговая конференция;3 неделя мая;Все\n"
    )
    reading = csv(tmp_path, text, "Дорожная карта;;;")
    assert reading.read_in.label == "2026/27"
    assert reading.items[1].deadline_read.end == date(2027, 5, 21)


def test_a_row_that_speaks_of_schools_and_models_begins_no_list_of_schools(tmp_path):
    text = (
        "№;Результат;Ответственный;Срок;Мероприятие\n"
        "1.1;Анкеты;психолог;декабрь;Издание приказа\n"
        "1.2;;ОО;ежеквартально;Назначение кураторов внедрения целевой модели\n"
        "1.3;Отчёт;завуч;май;Итоги\n"
    )
    reading = csv(tmp_path, text)
    assert [one.number for one in reading.items] == ["1.1", "1.2", "1.3"]
    assert reading.schools == ()
