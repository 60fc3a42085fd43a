"""The whole base as one workbook: every kind of record, real dates, texts that stay texts."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import openpyxl

from nastavnik_desktop.domain.employment import Absence, AbsenceKind, FurtherPost
from nastavnik_desktop.domain.people import PoolSide
from tests.factory import (
    CONSENTED_ON,
    TODAY,
    YEAR,
    consent,
    make_order,
    make_pairing,
    make_person,
    make_student,
    teacher_draft,
)


def sheets_of(services):
    """Rows of every sheet as dictionaries of what is filled."""
    book = openpyxl.load_workbook(BytesIO(services.everything.workbook()))
    found = {}
    for sheet in book.worksheets:
        head, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [
            {name: cell for name, cell in zip(head, row, strict=True) if cell is not None}
            for row in rows
        ]
    return found


def test_an_empty_base_gives_empty_sheets(new_services):
    assert sheets_of(new_services) == {
        "Люди": [], "Ученики": [], "Классы": [], "Базы года": [],
        "Обучение наставников": [], "Согласия": [], "Пары и группы": [],
        "Журнал приказов": [],
    }  # fmt: skip


def test_every_kind_of_record_has_its_sheet(services):
    make_order(services, make_pairing(services))
    make_student(services)
    found = sheets_of(services)
    assert [row["Фамилия"] for row in found["Люди"]] == ["Крутикова", "Петров"]
    (student,) = found["Ученики"]
    assert student["Представитель"] == "Соколова Инна Львовна"
    assert student["Дата рождения"].year == 2012
    assert found["Классы"][0]["Класс"] == "9А"
    (pairing,) = found["Пары и группы"]
    assert (pairing["Наставник"], pairing["Наставляемый"]) == (
        "Крутикова Ольга Николаевна",
        "Петров Иван Ильич",
    )
    assert pairing["С"].date() == TODAY
    (order,) = found["Журнал приказов"]
    assert (order["Номер"], order["Дата"]) == (pairing["Приказ"], pairing["Дата приказа"])


def test_the_work_and_the_pool_are_told_whole(services):
    card = teacher_draft(mentor_side=PoolSide(joined_on=TODAY, strengths=("ЕГЭ", "проекты")))
    work = replace(
        card.employment,
        rate_hundredths=125,
        is_educational=True,
        further_posts=(FurtherPost("тьютор", "", 50),),
        absences=(Absence(AbsenceKind.SICK, TODAY),),
    )
    services.people.save(replace(card, employment=work), YEAR)
    found = sheets_of(services)
    (row,) = found["Люди"]
    assert (row["Ставка"], row["Педагогическое"]) == ("1,25", "да")
    assert row["Другие должности"] == "тьютор, 0,5 ставки"
    assert row["Отсутствие"] == "больничный с 08.09.2026"
    (pool,) = found["Базы года"]
    assert (pool["Фамилия"], pool["Компетенции"]) == ("Ёлкина", "ЕГЭ; проекты")


def test_people_of_the_archive_are_there_too(services):
    person_id = make_person(services)
    services.people.archive([person_id])
    assert sheets_of(services)["Люди"][0]["В архиве с"].date() == TODAY


def test_a_text_is_never_a_formula(services):
    make_person(services, notes="=cmd|' /C calc'!A0")
    content = services.everything.workbook()
    with ZipFile(BytesIO(content)) as parts:
        written = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in written


def test_consents_are_exported_with_their_days(services):
    person_id = make_person(services, "Ёлкина")
    consent(services, person_id)
    (row,) = sheets_of(services)["Согласия"]
    assert (row["Фамилия"], row["Подписано"].date()) == ("Ёлкина", CONSENTED_ON)
