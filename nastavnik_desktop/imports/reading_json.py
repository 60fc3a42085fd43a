"""A reading in the form that ``read-table`` prints: only what the file says, dates as ISO text."""

from __future__ import annotations

from dataclasses import Field, fields, is_dataclass
from datetime import date
from typing import Any

from nastavnik_desktop.imports.records import (
    FileReading,
    ReadColumn,
    ReadPerson,
    ReadRow,
    RowProblem,
)
from nastavnik_desktop.imports.values.dates import YearMonth

_JSON_NAMES = {"school_class": "class"}
_BESIDES = frozenset(
    ("sex", "education", "address", "age", "other_parent", "category_note", "hired_on",
     "experience_total_since")
)  # fmt: skip
_BESIDES_IN_PAIRS = frozenset(("consent",))


def reading_as_json(reading: FileReading) -> dict[str, Any]:
    """The whole reading; ``sheet`` or ``table`` stands in rows where there are several."""
    places = tuple(reading.header_rows)
    is_told_apart = len(places) > 1 or reading.place_key == "table"
    result: dict[str, Any] = {
        "file": reading.file,
        "kind": reading.kind.value,
        "organisation": reading.organisation,
        "school_year": reading.school_year,
        "as_of": reading.as_of,
        "order": reading.order,
        "header_rows": _header_rows(reading),
    }
    if len(places) == 1 and reading.place_key:
        result[reading.place_key] = _place(reading, places[0])

    def placed(row: dict[str, Any], sheet: str) -> dict[str, Any]:
        if not is_told_apart or not sheet:
            return row
        return {reading.place_key: _place(reading, sheet), **row}

    return {
        **_filled(result),
        "columns": [_column(reading, one, is_told_apart=is_told_apart) for one in reading.columns],
        "rows": [placed(_row(row), row.sheet) for row in reading.rows],
        "skipped": [
            placed(_filled({"row": one.row, "what": one.reason}), one.sheet)
            for one in reading.skipped
        ],
        "problems": [placed(_problem(one), one.sheet) for one in reading.problems],
        "counts": reading.counts,
    }


def _header_rows(reading: FileReading) -> object:
    rows = reading.header_rows
    return dict(rows) if len(rows) > 1 else next(iter(rows.values()), ())


def _place(reading: FileReading, sheet: str) -> str | int:
    return int(sheet) if reading.place_key == "table" else sheet


def _column(reading: FileReading, column: ReadColumn, *, is_told_apart: bool) -> dict[str, Any]:
    shown = int(column.column) if reading.place_key == "table" else column.column
    result = {"column": shown, "header": column.header, "meaning": column.meaning}
    return {**result, "sheet": _place(reading, column.sheet)} if is_told_apart else result


def _row(row: ReadRow) -> dict[str, Any]:
    """What is imported besides the fields of the preview stands under keys that begin with _."""
    besides = _BESIDES if isinstance(row, ReadPerson) else _BESIDES_IN_PAIRS
    said = _record(row, fields(row))
    said.pop("sheet", None)
    said.pop("kind", None)
    return {f"_{name}" if name in besides else name: value for name, value in said.items()}


def _record(record: object, members: tuple[Field[Any], ...]) -> dict[str, Any]:
    return _filled({_JSON_NAMES.get(m.name, m.name): getattr(record, m.name) for m in members})


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """Only what is said; False and 0 are said too."""
    return {key: _plain(value) for key, value in values.items() if value or value == 0}


def _plain(value: object) -> object:
    if isinstance(value, date | YearMonth):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if is_dataclass(value):
        return _record(value, fields(value))
    return value


def _problem(problem: RowProblem) -> dict[str, Any]:
    result: dict[str, Any] = {
        "row": problem.row,
        "what": problem.message,
        "code": problem.code,
        "level": problem.level.value,
    }
    if problem.field:
        result["field"] = problem.field
    if problem.column:
        result["cell"] = f"{problem.column}{problem.row}"
    return result
