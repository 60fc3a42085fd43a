"""What tests of the import share: school files, invented workbooks, known people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.imports.known_people import KnownPerson
from nastavnik_desktop.imports.reading import read_file

TABLES = Path(__file__).resolve().parents[1] / "data" / "tables"
TODAY = date(2026, 11, 21)

Row = Sequence[object]
Merge = tuple[int, int, int, int]
Sheet = tuple[str, Sequence[Row], Sequence[Merge]]


@pytest.fixture
def tables() -> Path:
    return TABLES


@pytest.fixture
def known_from() -> Callable[..., list[KnownPerson]]:
    """People of files that a school has loaded before, each once."""

    def collect(*names: str) -> list[KnownPerson]:
        people: dict[tuple[str, int | None], KnownPerson] = {}
        for name in names:
            for person in read_file(TABLES / name, today=TODAY).people:
                full = FullName(person.last_name, person.first_name, person.patronymic)
                year = person.birth_date.year if person.birth_date else person.birth_year
                known = KnownPerson(
                    len(people), full, person.birth_date, year, person.school_class, person.position
                )
                people.setdefault((full.key, year), known)
        return list(people.values())

    return collect


@pytest.fixture
def make_book(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook of sheets: a name, rows of cells, joined ranges."""

    def make(*sheets: Sheet, file: str = "список.xlsx") -> Path:
        path = tmp_path / file
        book = xlsxwriter.Workbook(str(path))
        day_format = book.add_format({"num_format": "dd.mm.yyyy"})
        for name, rows, merges in sheets:
            sheet = book.add_worksheet(name)
            for row_number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, date):
                        moment = datetime(value.year, value.month, value.day)
                        sheet.write_datetime(row_number, column, moment, day_format)
                    elif isinstance(value, str):
                        sheet.write_string(row_number, column, value)
                    elif value is not None:
                        sheet.write(row_number, column, value)
            for top, left, bottom, right in merges:
                sheet.merge_range(top, left, bottom, right, rows[top][left])
        book.close()
        return path

    return make
