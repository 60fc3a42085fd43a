"""Lists of people in text documents of LibreOffice and in PDF go the same way as those of Word."""

from __future__ import annotations

import pytest

from nastavnik_desktop.imports.reading import read_file
from nastavnik_desktop.imports.reading_json import reading_as_json
from tests.imports.road_maps.generated_maps import WrittenMap, WrittenRow
from tests.imports.road_maps.written_maps import write_map

ROWS = (
    ("№", "ФИО", "Должность", "Дата рождения"),
    ("1", "Зорина Анна Петровна", "учитель физики", "05.03.1980"),
    ("2", "Ким Олег Львович", "учитель музыки", "11.12.1990"),
)


@pytest.mark.parametrize("form", ["docx", "odt", "pdf"])
def test_a_list_of_people(tmp_path, form):
    rows = [WrittenRow(row) for row in ROWS]
    written = WrittenMap(["Список учителей МБОУ «СОШ № 7»"], rows, [])

    reading = read_file(write_map(tmp_path, written, form))

    assert [(one.row, one.last_name, one.position) for one in reading.people] == [
        (2, "Зорина", "учитель физики"), (3, "Ким", "учитель музыки")
    ]  # fmt: skip
    assert reading.people[1].birth_date.isoformat() == "1990-12-11"
    assert reading_as_json(reading)["organisation"] == "МБОУ «СОШ № 7»"
