"""Generated tables with noise are read back to the facts from which they were made."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from nastavnik_desktop.imports.reading import read_file
from nastavnik_desktop.imports.reading_json import reading_as_json
from tests.imports.generator import SchoolTable, school_table
from tests.imports.written_files import FORMATS, write_table

TODAY = date(2026, 11, 21)
KINDS = ("staff", "mentors", "mentees", "students", "pairs")
TABLES_OF_A_KIND = 40


def differences(table: SchoolTable, read: dict[str, Any], form: str) -> Iterator[str]:
    """Every difference between a table's facts and its reading, in words."""
    if read["kind"] != table.kind:
        yield f"kind: {read['kind']}"
    for key in ("organisation", "school_year"):
        if read.get(key) != table.facts.get(key):
            yield f"{key}: {table.facts.get(key)!r} read as {read.get(key)!r}"
    if "csv" not in form and list(read["header_rows"]) != table.header_rows:
        yield f"header rows: {table.header_rows} read as {read['header_rows']}"
    meanings = [column["meaning"] for column in read["columns"]]
    if meanings != table.meanings:
        yield f"columns: {table.meanings} read as {meanings}"
    skipped = {row["row"] for row in read["skipped"] if row["what"] != "название списка"}
    if skipped != table.skipped:
        yield f"skipped: {sorted(table.skipped)} read as {sorted(skipped)}"
    yield from row_differences(table, read)


def row_differences(table: SchoolTable, read: dict[str, Any]) -> Iterator[str]:
    wanted = {row["row"]: row for row in table.rows}
    found = {row["row"]: row for row in read["rows"]}
    for number in sorted(wanted.keys() | found.keys()):
        one, other = wanted.get(number, {}), found.get(number, {})
        for key in sorted(one.keys() | other.keys()):
            if one.get(key) != other.get(key):
                yield f"row {number} {key}: {one.get(key)!r} read as {other.get(key)!r}"
    problems = {(one["row"], one["code"]) for one in read["problems"]}
    for row, code in sorted(problems ^ table.problems):
        yield f"row {row}: {'missed' if (row, code) in table.problems else 'found'} {code}"


def form_of(table: SchoolTable, number: int) -> str:
    """The format in which a table is written; only .xlsx keeps merged cells."""
    form = FORMATS[0] if number % 2 else FORMATS[number // 2 % len(FORMATS)]
    return "xlsx" if table.merges else form


@pytest.mark.parametrize("number", range(TABLES_OF_A_KIND))
@pytest.mark.parametrize("kind", KINDS)
def test_table_is_read_back(tmp_path, kind, number):
    table = school_table(kind, number)
    form = form_of(table, number)
    path = write_table(tmp_path, table, form)

    read = json.loads(json.dumps(reading_as_json(read_file(path, today=TODAY)), ensure_ascii=False))

    assert not (found := list(differences(table, read, form))), "\n".join([form, *found])
