"""The base: a record saved, a backup, a table read, a list loaded twice, statistics."""

import os
import shutil
from dataclasses import replace
from datetime import date
from itertools import count
from time import perf_counter

from sqlalchemy import insert

from db import backup
from db.engine import open_base
from db.models import PersonModel
from db.queries.statistics import statistics_facts
from nastavnik_desktop.imports.reading import read_file
from tests.benchmarks.measures import Measure, milliseconds
from tests.factory import YEAR, make_person

AS_OF = date(2026, 12, 12)
NOTE = "заметка " * 250
"""Four kilobytes."""


def measures(services, folder, demo, megabytes=50, rows=10_000, rounds=5, students=5_000):
    """``services`` are over a base in ``folder``; ``demo`` is the base of the training school."""
    yield _save(services, folder, rounds)
    yield _backup(folder, megabytes, rounds)
    yield _read_table(folder, rows, rounds)
    yield from _import_students(services, folder, students)
    yield _statistics(demo, rounds)


def _written(path, content):
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _save(services, folder, rounds):
    card = services.people.draft(make_person(services), YEAR)
    numbers = count()

    def save():
        services.people.save(replace(card, phone=f"+7900{next(numbers):07d}"), YEAR)

    sync = milliseconds(lambda: _written(folder / "page", bytes(4096)), rounds * 4)
    ours = milliseconds(save, rounds * 4)
    return Measure("save a card", ours, sync, "one fsync", "<= 5 ms besides")


def _backup(folder, megabytes, rounds):
    path = folder / "большая.nastavnik"
    with open_base(path, create=True) as base:
        with base.writing() as connection:
            people = [
                {"kind": "staff", "last_name": "Ёлкина", "search_key": "елкина", "notes": NOTE}
                for _ in range(megabytes * 256)
            ]
            connection.execute(insert(PersonModel), people)
        ours = milliseconds(lambda: backup.make_copy(base, folder / "копии"), rounds)
    size = path.stat().st_size / 2**20

    def bare():
        _written(folder / "copy", path.read_bytes())

    what = f"checked backup of {size:.0f} MB"
    return Measure(what, ours, milliseconds(bare, rounds), "a copy of the file", "<= 300 ms")


def _read_table(folder, rows, rounds):
    import xlsxwriter
    from python_calamine import CalamineWorkbook

    path = folder / "Список.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    header = (
        "№ п/п", "ФИО", "Должность", "Предмет", "Категория", "Педагогический стаж", "Общий стаж",
        "Дата рождения", "Телефон", "E-mail", "Адрес", "Образование", "Методобъединение", "Пол",
        "Примечание",
    )  # fmt: skip
    sheet.write_row(0, 0, header)
    letters = "абвгдежзиклмнопрстуф"
    for number in range(rows):
        name = (
            f"Ёлкин{letters[number % 20]}{letters[number // 20 % 20]}{letters[number // 400 % 20]}"
        )
        sheet.write_row(
            number + 1,
            0,
            (
                number + 1, f"{name} Анна Петровна", "учитель", "физика", "высшая", "12 лет", 20,
                f"{number % 28 + 1:02d}.03.{1960 + number % 40}", "8 (900) 000-00-01",
                f"a{number}@school.example", "г. Заречный", "высшее", "МО", "ж", "",
            ),
        )  # fmt: skip
    book.close()

    def bare():
        CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()

    ours = milliseconds(lambda: read_file(path), min(rounds, 3))
    what = f"{rows:,} x 15 cells read and checked"
    return Measure(what, ours, milliseconds(bare, rounds), "bare calamine", "<= 1 s")


def _import_students(services, folder, count):
    """A list of students read and loaded, then the same file again; bare: their rows written."""
    path = _list_of_students(folder / "Ученики.xlsx", count)
    bare = _rows_written(folder / "students.nastavnik", count)
    for often in ("", " again"):
        started = perf_counter()
        preview = services.imports.read(path)
        read = perf_counter()
        services.imports.commit(preview)
        committed = perf_counter()
        what = f"{count:,} students{often}"
        reading, writing = (read - started) * 1000, (committed - read) * 1000
        yield Measure(f"{what}: read and compared", reading, bare, "bare rows written", "<= 2 s")
        yield Measure(f"{what}: loaded", writing, bare, "bare rows written", "<= 2 s")


def _list_of_students(path, count):
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ("ФИО", "Класс", "Дата рождения", "Пол", "ФИО родителя", "Адрес"))
    letters = "абвгдежзиклмнопрстуф"
    for number in range(count):
        last = f"Соколова{letters[number % 20]}{letters[number // 20 % 20]}{number // 400:x}"
        last = last.translate(str.maketrans("0123456789abcdef", "абвгдежзиклмнопр"))
        born = f"{number % 28 + 1:02d}.{number // 28 % 12 + 1:02d}.{2008 + number % 11}"
        school_class = f"{number % 11 + 1}{'АБВГД'[number // 11 % 5]}"
        parent = f"{last} Инна Львовна"
        row = (f"{last} Анна Ильинична", school_class, born, "ж", parent, "г. Заречный")
        sheet.write_row(number + 1, 0, row)
    book.close()
    return path


def _rows_written(path, count):
    with open_base(path, create=True) as base:
        people = [
            {"kind": "student", "last_name": "Соколова", "search_key": "соколова"}
            for _ in range(count)
        ]

        def bare():
            with base.writing() as connection:
                connection.execute(insert(PersonModel), people)

        return milliseconds(bare, 1)


def _statistics(demo, rounds):
    from nastavnik_desktop.services.statistics import StatisticsService

    with open_base(demo, writable=False) as base:
        statistics = StatisticsService(base)

        def bare():
            with base.reading() as session:
                statistics_facts(session, AS_OF)

        ours = milliseconds(lambda: statistics.report("participants", AS_OF), rounds)
        limit = milliseconds(bare, rounds)
    return Measure("statistics of the training school", ours, limit, "reading its facts", "–")


def copied(base, folder):
    """A copy of a base that the window may write to."""
    path = folder / "школа.nastavnik"
    shutil.copyfile(base, path)
    return path
