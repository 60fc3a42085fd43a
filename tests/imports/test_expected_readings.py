"""Every school file is read exactly as its expected reading says; differences are shown by cell."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from nastavnik_desktop.imports.reading import read_file
from nastavnik_desktop.imports.reading_json import reading_as_json

TABLES = Path(__file__).resolve().parents[1] / "data" / "tables"
STAFF = "01-staff-school17.xlsx"
LOADED_BEFORE = {
    "База наставников 2023-2024.xlsx": (STAFF,),
    "03-mentees-mr42.xlsx": (STAFF,),
    "04-order-pairs.docx": (STAFF, "06-students-by-class.xlsx", "03-mentees-mr42.xlsx"),
}
TOLD_BY_OTHER_FILES = {"06-students-by-class.xlsx": {"organisation"}}
WHOLE = ("kind", "organisation", "school_year", "as_of", "order", "sheet", "table", "header_rows")


def school_files() -> list[str]:
    files = (path for path in TABLES.iterdir() if path.suffix != ".json")
    return sorted(path.name for path in files if not path.name.startswith("08-"))


def place(entry: dict[str, Any]) -> tuple[str, int]:
    return str(entry.get("sheet") or entry.get("table") or ""), entry.get("row") or 0


def imported_fields(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if not key.startswith("_")}


def column_key(column: dict[str, Any]) -> tuple[str, str, str, str]:
    header = " ".join(column["header"].split())
    return str(column.get("sheet", "")), str(column["column"]), header, column["meaning"]


def differences(expected: dict[str, Any], read: dict[str, Any], told: set[str]) -> Iterator[str]:
    for key in (*WHOLE, "counts"):
        if key not in told and expected.get(key) != read.get(key):
            yield f"{key}: ожидалось {expected.get(key)!r}, прочитано {read.get(key)!r}"
    for column in {*map(column_key, expected["columns"])} ^ {*map(column_key, read["columns"])}:
        yield f"столбец {column}"
    wanted = {place(row): imported_fields(row) for row in expected["rows"]}
    found = {place(row): imported_fields(row) for row in read["rows"]}
    for key in sorted({*wanted, *found}):
        one, other = wanted.get(key, {}), found.get(key, {})
        for name in sorted({*one, *other}):
            if one.get(name) != other.get(name):
                yield f"{key} {name}: ожидалось {one.get(name)!r}, прочитано {other.get(name)!r}"
    for entry in {*map(place, expected["skipped"])} ^ {*map(place, read["skipped"])}:
        yield f"пропущенная строка {entry}"
    for problem in problem_keys(expected) ^ problem_keys(read):
        yield f"замечание {problem}"


def problem_keys(reading: dict[str, Any]) -> set[tuple[object, ...]]:
    return {
        (*place(one), one["code"], one["level"], one.get("field")) for one in reading["problems"]
    }


@pytest.mark.parametrize("name", school_files())
def test_file_is_read_as_expected(name, known_from):
    expected = json.loads((TABLES / f"{Path(name).stem}.expected.json").read_text("utf-8"))
    known = known_from(*LOADED_BEFORE.get(name, ()))

    reading = read_file(TABLES / name, known, today=date(2026, 11, 21))

    read = json.loads(json.dumps(reading_as_json(reading), ensure_ascii=False))
    found = list(differences(expected, read, TOLD_BY_OTHER_FILES.get(name, set())))
    assert not found, "\n".join(found)


def test_what_is_imported_besides_stands_under_its_own_keys():
    read = reading_as_json(read_file(TABLES / "06-students-by-class.xlsx"))

    first = read["rows"][0]

    assert first["_sex"] == "ж"
    assert first["_address"] == "г. Зареченск, ул. Школьная, д. 3"


def test_problems_carry_the_address_of_their_cell():
    reading = read_file(TABLES / STAFF)

    impossible = next(one for one in reading.problems if one.code == "bad_date")

    assert impossible.address == "Кадры, K33"


def test_without_known_people_nobody_is_compared_with_the_base():
    codes = {one.code for one in read_file(TABLES / "03-mentees-mr42.xlsx").problems}

    assert "yo" not in codes


def test_progress_is_told_for_every_table():
    steps: list[tuple[int, int]] = []

    read_file(TABLES / "06-students-by-class.xlsx", progress=lambda *step: steps.append(step))

    assert steps == [(1, 3), (2, 3), (3, 3)]
