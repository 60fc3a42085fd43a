"""Columns of «База наставников» and «База наставляемых», as the form of МР-42/02 names them."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from nastavnik_desktop.domain.base_registers import (
    RegisterColumn,
    RegisterKind,
    RegisterRow,
    Value,
    columns_of,
)
from nastavnik_desktop.domain.dates import short_date
from ui.item_models.column import Align, Column

_PIXELS_PER_MM = 6
_LEAST_WIDTH = 84
_WIDTHS = {"number": 64, "name": 230, "partners": 210}


def register_columns(kind: RegisterKind, *, is_public: bool) -> list[RegisterColumn]:
    """The columns of a table: personal ones are missing in the version for publication."""
    return [column for column in columns_of(kind) if column.is_public or not is_public]


def table_columns(columns: list[RegisterColumn]) -> list[Column[RegisterRow]]:
    """The same columns for a table of the window, in one line each."""
    return [
        Column(
            column.title,
            partial(cell_text, column),
            sort_key=partial(_sort_key, column),
            align=Align.RIGHT if column.code == "number" else Align.LEFT,
            width=_WIDTHS.get(
                column.code, max(_LEAST_WIDTH, round(column.width_mm * _PIXELS_PER_MM))
            ),
            tooltip=partial(_whole_text, column),
        )
        for column in columns
    ]


def cell_text(column: RegisterColumn, row: RegisterRow) -> str:
    """A value in one line, dates as 05.09.2026."""
    lines = (line.rstrip(";,") for line in _whole_text(column, row).splitlines())
    return ", ".join(lines)


def _whole_text(column: RegisterColumn, row: RegisterRow) -> str:
    value = column.value(row)
    if isinstance(value, date):
        return short_date(value)
    return "" if value is None else str(value)


def _sort_key(column: RegisterColumn, row: RegisterRow) -> Any:  # noqa: ANN401
    """Dates and numbers by themselves; names by their key, ё as е."""
    if column.code == "name":
        return row.person.name.key
    value: Value = column.value(row)
    return value.casefold() if isinstance(value, str) else value
