"""Schools' tables into a base: read, previewed, written in one step, and never twice."""

import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from nastavnik_desktop.bootstrap import build_services
from nastavnik_desktop.config.app_settings import AppSettings
from nastavnik_desktop.domain.errors import Cancelled, RuleViolation, UnreadableFile
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.pairings import PairingKind
from nastavnik_desktop.domain.people import (
    PersonKind,
    QualificationCategory,
    ServiceLength,
)
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.import_preview import Decision, Likeness, LineDecision
from tests.db.content import rows_of
from tests.factory import YEAR, make_person, teacher_draft

TABLES = Path(__file__).resolve().parents[1] / "data" / "tables"
STAFF = TABLES / "01-staff-school17.xlsx"
MENTORS = TABLES / "База наставников 2023-2024.xlsx"
MENTEES = TABLES / "03-mentees-mr42.xlsx"
STUDENTS = TABLES / "06-students-by-class.xlsx"
FILES = [STAFF, MENTORS, MENTEES, STUDENTS]
YEAR_OF_MENTORS = SchoolYear(2023)


def load(services, path):
    """Read and write with the decisions that are offered."""
    preview = services.imports.read(path)
    return preview, services.imports.commit(preview)


def table(tmp_path, *rows, name="Список.xlsx"):
    """A workbook with one sheet of these rows."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    path = tmp_path / name
    book.save(path)
    return path


def people(services, year=YEAR):
    return {row.name.full: row for row in services.people.rows(year)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_table_fills_an_empty_base_and_the_second_time_changes_nothing(services, base, path):
    preview, imported = load(services, path)
    created = [line for line in preview.lines if line.decision is Decision.CREATE]
    assert len(created) == preview.counts["create"] > 20
    found = {row.name.key for row in services.people.rows(preview.year)}
    assert {line.draft.name.key for line in created} <= found
    assert imported.message.startswith("Файл загружен: ")
    before = rows_of(base)
    again, second = load(services, path)
    assert rows_of(base) == before
    assert again.counts["create"] == again.counts["fill"] == 0
    assert second.pairings.pairing_ids == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_one_undo_takes_an_import_back(services, base, path):
    before = rows_of(base)
    load(services, path)
    assert services.history.undo().message == f"Отменено: Загружен файл «{path.name}»"
    assert rows_of(base) == before
    services.history.redo()
    assert services.people.rows(services.imports.read(path).year)


def test_all_tables_one_after_another_and_all_undone(services, base):
    before = rows_of(base)
    for path in FILES:
        load(services, path)
    assert services.bases.check() == []
    for _ in FILES:
        services.history.undo()
    assert rows_of(base) == before


def test_a_preview_writes_nothing(services, base):
    before = rows_of(base)
    services.imports.read(STAFF)
    assert rows_of(base) == before


def test_a_staff_list_becomes_cards(services):
    load(services, STAFF)
    names = people(services)
    assert len(services.people.rows(YEAR)) == 32
    row = names["Карапетян Гаянэ Арменовна"]
    card = services.people.draft(row.person_id, YEAR)
    assert card.kind is PersonKind.STAFF
    assert card.employment.category is QualificationCategory.HIGHEST
    assert card.employment.teaching_service == ServiceLength(31 * 12, date(2023, 9, 1))
    assert card.sex == "f"
    # Two women of one full name are two cards.
    namesakes = [
        row
        for row in services.people.rows(YEAR)
        if row.name == FullName("Иванова", "Мария", "Сергеевна")
    ]
    assert len(namesakes) == 2


def test_the_school_year_of_the_file_wins(services):
    preview, _ = load(services, MENTORS)
    assert preview.year == YEAR_OF_MENTORS
    mentors = [row for row in services.people.rows(YEAR_OF_MENTORS) if row.is_mentor]
    assert len(mentors) >= 20
    assert not any(row.is_mentor for row in services.people.rows(YEAR))


def test_pairs_that_a_base_of_mentors_names_are_made(services):
    load(services, STAFF)
    _, imported = load(services, MENTORS)
    rows = services.pairings.rows(YEAR_OF_MENTORS)
    assert sorted(row.pairing_id for row in rows) == imported.pairings.pairing_ids
    titles = {(row.mentor.name.last_name, row.mentees[0].name.last_name) for row in rows}
    assert ("Кравчук", "Тимофеев") in titles
    assert {row.kind for row in rows} == {PairingKind.PAIR}
    unresolved = imported.as_json()["unresolved"]
    assert {"address", "what"} == set(unresolved[0])


def test_blanks_are_filled_and_other_values_are_only_listed(services, tmp_path):
    person_id = make_person(services, "Щёголева", phone="", email="own@school17.example")
    path = table(
        tmp_path,
        ["ФИО", "Должность", "Предмет", "Телефон", "E-mail"],
        ["Щеголева Анна Петровна", "учитель", "физика", "8 (900) 000-12-34", "b@school.example"],
    )
    preview, imported = load(services, path)
    (line,) = preview.lines
    assert (line.likeness, line.decision) == (Likeness.SAME, Decision.FILL)
    filled = {one.field: one.read for one in line.differences if one.is_filled}
    listed = {one.field: (one.known, one.read) for one in line.differences if not one.is_filled}
    assert filled == {"phone": "+79000001234"}
    assert listed == {"email": ("own@school17.example", "b@school.example")}
    card = services.people.draft(person_id, YEAR)
    assert (card.phone, card.email) == ("+79000001234", "own@school17.example")
    assert card.name.last_name == "Щёголева"
    assert imported.message.endswith("дополнено 1")


def test_people_of_the_base_who_are_not_in_the_file_stay_as_they_are(services, tmp_path):
    kept = make_person(services, "Щёголева", phone="+79000000001")
    before = services.people.draft(kept, YEAR)
    load(services, table(tmp_path, ["ФИО", "Должность"], ["Ёлкина Анна Петровна", "учитель"]))
    assert services.people.draft(kept, YEAR) == before


def test_a_similar_person_is_not_loaded_until_she_is_chosen(services, tmp_path):
    person_id = make_person(services, "Щёголева", phone="")
    path = table(
        tmp_path,
        ["ФИО", "Должность", "Телефон"],
        ["Щегалева Анна Петровна", "учитель", "8 900 000 12 34"],
        ["Ёлкина Анна Петровна", "учитель", ""],
    )
    preview = services.imports.read(path)
    similar, new = preview.lines
    assert (similar.likeness, similar.decision) == (Likeness.SIMILAR, Decision.SKIP)
    assert new.decision is Decision.CREATE
    assert [one.person_id for one in similar.candidates] == [person_id]
    assert similar.candidates[0].reason == "похоже на опечатку"
    imported = services.imports.commit(preview)
    assert imported.message.endswith("не загружено 1")
    assert services.people.draft(person_id, YEAR).phone == ""
    chosen = services.imports.decide(preview, similar, person_id)
    services.imports.commit(services.imports.read(path).with_line(chosen))
    assert services.people.draft(person_id, YEAR).phone == "+79000001234"
    assert set(people(services)) == {"Щёголева Анна Петровна", "Ёлкина Анна Петровна"}


def test_cancelling_in_the_middle_leaves_nothing(services, base):
    before = rows_of(base)
    preview = services.imports.read(STAFF)

    def stop_half_way(done, total):
        if done > total // 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        services.imports.commit(preview, stop_half_way)
    assert rows_of(base) == before
    with pytest.raises(Cancelled):
        services.imports.read(STAFF, lambda *_: (_ for _ in ()).throw(Cancelled()))


def test_a_person_chosen_meanwhile_gone_is_told_and_nothing_is_written(services, base, tmp_path):
    make_person(services, "Щёголева", phone="")
    path = table(
        tmp_path,
        ["ФИО", "Должность", "Телефон"],
        ["Ёлкина Анна Петровна", "учитель", ""],
        ["Щёголева Анна Петровна", "учитель", "8 900 000 12 34"],
    )
    preview = services.imports.read(path)
    services.history.undo()
    before = rows_of(base)
    with pytest.raises(RuleViolation, match="больше нет в базе"):
        services.imports.commit(preview)
    assert rows_of(base) == before
    with pytest.raises(RuleViolation, match="больше нет в базе"):
        services.imports.decide(preview, preview.lines[1], 404)


def test_a_row_that_the_rules_refuse_is_left_out(services, tmp_path):
    path = table(
        tmp_path,
        ["ФИО", "Должность", "Дата рождения"],
        ["Ёлкина Анна Петровна", "учитель", ""],
        ["Щукина Анна Петровна" + "я" * 200, "учитель", ""],
    )
    load(services, path)
    assert list(people(services)) == ["Ёлкина Анна Петровна"]


def test_a_file_that_cannot_be_read_is_told(services, base, tmp_path):
    before = rows_of(base)
    with pytest.raises(UnreadableFile, match="повреждён"):
        services.imports.read(TABLES / "08-broken-copy.xlsx")
    empty = table(tmp_path, ["просто слова"], name="Пусто.xlsx")
    with pytest.raises(UnreadableFile, match="Пусто"):
        services.imports.read(empty)
    assert rows_of(base) == before


def test_an_order_that_a_table_names_becomes_an_external_entry(services, tmp_path):
    path = tmp_path / "Пары.xls"
    shutil.copyfile(TABLES / "07-pairs-lyceum3.xls", path)
    preview, imported = load(services, path)
    assert imported.pairings.order_numbers == ["156-од", "3-од"]
    later, order = services.orders.rows(preview.year)
    assert (order.number, order.order_date, order.is_external) == (
        "156-од",
        date(2023, 8, 31),
        True,
    )
    assert (later.number, later.pairings_count) == ("3-од", 1)
    assert order.pairings_count == len(imported.pairings.pairing_ids) - 1 > 10
    with pytest.raises(RuleViolation, match="текста в программе нет"):
        services.orders.file(order.order_id, "pdf")
    again = services.imports.commit(services.imports.read(path))
    assert (again.pairings.pairing_ids, again.pairings.order_numbers) == ([], [])


PAIRS_HEADER = ["Наставник", "Наставляемый", "Форма", "Приказ"]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("№ 17 – ОД от 31.08.2026", "17 – ОД"),
        ("№156-од от31.08.2026 г.", "156-од"),
        ("№ 01-03\\482 от 31.08.2026, п. 2", "01-03\\482"),
    ],
)
def test_the_number_of_a_named_order_is_read_whole(services, tmp_path, written, number):
    people = ["Крутикова Ольга Николаевна", "Петров Иван Ильич", "учитель – учитель"]
    _, imported = load(services, table(tmp_path, PAIRS_HEADER, [*people, written]))
    assert imported.pairings.order_numbers == [number]


@pytest.mark.parametrize("written", ["№ " + "7" * 40 + " от 31.08.2026", "№ 1 от 31.08.1825"])
def test_an_order_that_no_register_could_hold_is_only_listed(services, tmp_path, written):
    people = ["Крутикова Ольга Николаевна", "Петров Иван Ильич", "учитель – учитель"]
    _, imported = load(services, table(tmp_path, PAIRS_HEADER, [*people, written]))
    assert len(imported.pairings.pairing_ids) == 1
    assert imported.pairings.order_numbers == []
    assert "приказ не внесён в журнал" in imported.pairings.unresolved[0]["what"]


def test_an_import_makes_a_copy_of_the_base_first(sqlite_path, tmp_path):
    settings = AppSettings(backup_folder=str(tmp_path / "копии"))
    services = build_services(sqlite_path, settings, create=True)
    services.people.save(teacher_draft(), YEAR)
    load(services, STUDENTS)
    assert len(services.bases.backups()) == 1
    services.close()


def test_service_of_a_table_is_true_on_the_first_day_of_its_year(services, tmp_path):
    path = table(
        tmp_path,
        ["ФИО", "Должность", "Предмет", "Педстаж"],
        ["Ёлкина Анна Петровна", "учитель", "физика", "12 лет 5 мес."],
    )
    load(services, path)
    (row,) = services.people.rows(YEAR)
    assert row.teaching_service == ServiceLength(144, YEAR.first_day)


def test_a_person_of_two_rows_gets_what_both_tell_and_a_second_import_nothing(services, tmp_path):
    rows = (
        ["ФИО", "Должность", "Телефон", "E-mail"],
        ["Пак Анна Львовна", "учитель", "8 900 000 00 01", ""],
        ["Зуев Олег Ильич", "учитель", "", ""],
        ["Пак Анна Львовна", "учитель", "", "pak@school.example"],
    )
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    path = tmp_path / "Кадры.xlsx"
    book.save(path)
    person_id = make_person(services, "Пак", first_name="Анна", patronymic="Львовна")
    services.imports.commit(services.imports.read(path))

    card = services.people.draft(person_id, YEAR)
    assert (card.phone, card.email) == ("+79000000001", "pak@school.example")
    again = services.imports.read(path)
    assert again.counts == {"unchanged": 2, "skip": 1}


def test_a_later_row_of_another_person_takes_back_what_it_told(services, tmp_path):
    path = tmp_path / "Кадры.xlsx"
    book = openpyxl.Workbook()
    for row in (
        ["ФИО", "Должность", "E-mail"],
        ["Пак Анна Львовна", "учитель", ""],
        ["Пак Анна Львовна", "учитель", "pak@school.example"],
    ):
        book.active.append(row)
    book.save(path)
    preview = services.imports.read(path)
    later = preview.lines[1]
    decided = services.imports.decided(preview, [LineDecision(later.address, Decision.CREATE)])
    services.imports.commit(decided)
    emails = sorted(row.email for row in services.people.rows(YEAR))
    assert emails == ["", "pak@school.example"]


def test_the_first_of_two_rows_fills_a_card_without_the_other_person(services, tmp_path):
    make_person(services, "Пак", first_name="Анна", patronymic="Львовна")
    path = tmp_path / "Кадры.xlsx"
    book = openpyxl.Workbook()
    for row in (
        ["ФИО", "Телефон", "E-mail"],
        ["Пак Анна Львовна", "8 900 000 00 01", ""],
        ["Пак Анна Львовна", "", "pak@school.example"],
    ):
        book.active.append(row)
    book.save(path)
    preview = services.imports.read(path)
    later = preview.lines[1]
    decided = services.imports.decided(preview, [LineDecision(later.address, Decision.CREATE)])
    services.imports.commit(decided)
    told = sorted((row.phone, row.email) for row in services.people.rows(YEAR))
    assert told == [("", "pak@school.example"), ("+79000000001", "")]
