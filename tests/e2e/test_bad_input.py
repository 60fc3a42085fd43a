"""What bad input gets in the window: a sentence that says what, where and what to do."""

import sqlite3
from pathlib import Path

import pytest

from nastavnik_desktop.domain.people import PersonKind
from tests.e2e.program import plain_texts_in
from tests.factory import make_person, make_school
from tests.ui.school_window import button_in
from ui.dialogs.person_dialog import PersonDialog
from ui.requests import ImportList

TABLES = Path(__file__).parents[1] / "data" / "tables"
MEGABYTE = 1 << 20


@pytest.fixture
def program(start, open_services):
    with open_services() as (services, path):
        make_school(services)
        make_person(services, "Ёлкина")
    made = start(path)
    made.open("people")
    return made


def broken(path):
    path.write_bytes((TABLES / "01-staff-school17.xlsx").read_bytes()[:9000])


def empty(path):
    path.write_bytes(b"")


def foreign(path):
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000))


def protected(path):
    """Excel puts a workbook with a password into a container of the old format."""
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4096))


def huge(path):
    with path.open("wb") as file:
        file.truncate(101 * MEGABYTE)


@pytest.mark.parametrize("spoil", [broken, empty, foreign, protected, huge])
def test_a_list_that_cannot_be_read_is_named_and_nothing_is_written(program, tmp_path, spoil):
    path = tmp_path / "список сотрудников.xlsx"
    spoil(path)
    program.window.open_page("people", ImportList(path))
    program.settle()
    (sentence,) = program.prompts.errors
    assert "список сотрудников.xlsx" in sentence
    assert "не прочитан: " in sentence
    assert program.names == ["Ёлкина Анна Петровна"]


def test_a_list_that_is_gone_is_named(program, tmp_path):
    program.window.open_page("people", ImportList(tmp_path / "нет такого.xlsx"))
    program.settle()
    (sentence,) = program.prompts.errors
    assert "нет такого.xlsx" in sentence


def text_file(path):
    path.write_text("это не база", encoding="utf-8")


def newer_base(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32))")
        connection.execute("INSERT INTO alembic_version VALUES ('9999_of_later')")
    connection.close()


def foreign_base(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE birds (name TEXT)")
    connection.close()


@pytest.mark.parametrize("spoil", [text_file, empty, foreign_base, newer_base])
def test_a_file_that_is_no_base_of_ours_is_refused_in_words_and_stays_as_it_was(
    start, tmp_path, spoil
):
    path = tmp_path / "чужая.nastavnik"
    spoil(path)
    before = path.read_bytes()
    program = start(path)
    said = " ".join(plain_texts_in(program.page.view))
    assert "чужая" in said
    assert "Создать базу своей школы" in said
    assert path.read_bytes() == before
    assert program.controller.bases.shell is None


def test_a_file_that_cannot_be_written_says_where_and_what_to_do(program, tmp_path):
    program.prompts.files.append(tmp_path / "нет папки" / "люди.xlsx")
    program.choose("Сохранить в Excel…")
    (sentence,) = program.prompts.errors
    assert "нет папки" in sentence
    assert len(sentence.splitlines()) > 1


def test_a_text_of_ten_thousand_letters_is_refused_beside_its_field(program, hand):
    long = "Я" * 10_000
    seen = []

    def fill(dialog):
        for name in ("last_name", "first_name", "patronymic", "phone", "address"):
            dialog.form.field(name).setText(long)
        button_in(dialog, "Сохранить").click()
        seen.extend(plain_texts_in(dialog))
        dialog.done(0)

    hand.when(PersonDialog, fill)
    program.page.cards.add(PersonKind.STAFF)
    program.settle()
    assert {f"{name}: не больше 100 знаков." for name in ("Фамилия", "Имя", "Отчество")} <= set(
        seen
    )
    assert "Слишком длинный текст: 10000 знаков, можно 200." in seen
    assert program.names == ["Ёлкина Анна Петровна"]


def test_a_birth_in_1825_is_asked_again(program, hand):
    seen = []

    def fill(dialog):
        dialog.form.field("last_name").setText("Пушкин")
        dialog.form.field("birth_date").setText("26.12.1825")
        button_in(dialog, "Сохранить").click()
        seen.extend(plain_texts_in(dialog))
        dialog.done(0)

    hand.when(PersonDialog, fill)
    program.page.cards.add(PersonKind.STAFF)
    program.settle()
    assert "Дата рождения не может быть раньше 1900 года." in seen
    assert program.names == ["Ёлкина Анна Петровна"]


def test_two_people_of_one_name_stand_side_by_side_with_what_tells_them_apart(program, hand):
    def fill(dialog):
        for name, words in zip(
            ("last_name", "first_name", "patronymic", "position_title"),
            ("Ёлкина", "Анна", "Петровна", "учитель химии"),
            strict=True,
        ):
            dialog.form.field(name).setText(words)
        button_in(dialog, "Сохранить").click()

    hand.when(PersonDialog, fill)
    program.page.cards.add(PersonKind.STAFF)
    program.settle()
    assert program.names == ["Ёлкина Анна Петровна"] * 2
    assert {row[1] for row in program.rows()} == {"учитель, физика", "учитель химии"}


def test_what_was_typed_is_kept_when_the_base_went_away(program, hand):
    """The file was removed or its disk unplugged: said at once, and the card is not lost."""
    path = Path(program.services.bases.info().location)
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()

    def fill(dialog):
        dialog.form.field("last_name").setText("Набранная")
        button_in(dialog, "Сохранить").click()

    hand.when(PersonDialog, fill)
    program.page.cards.add(PersonKind.STAFF)
    program.settle()
    (sentence,) = program.prompts.errors
    assert "больше нет в папке" in sentence
    (kept,) = program.services.unsaved_cards.pending_drafts()
    assert kept.draft.name.last_name == "Набранная"


def test_a_click_that_is_repeated_quickly_opens_one_card(program, hand):
    opened = []

    def look(dialog):
        opened.append(dialog)
        dialog.done(0)

    hand.when(PersonDialog, look)
    program.pick("Ёлкина")
    table = program.page.records.table
    table.opened.emit(table.picked_rows()[0])
    table.opened.emit(table.picked_rows()[0])
    program.settle()
    assert len(opened) == 1
