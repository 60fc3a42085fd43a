"""What the readers of cells must know of the table in which a cell stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from nastavnik_desktop.imports.facts import Facts
from nastavnik_desktop.imports.grid import CellValue
from nastavnik_desktop.imports.kinds import Column, Kind
from nastavnik_desktop.imports.values.classes import SchoolClass


@dataclass(frozen=True)
class Scope:
    """The kind of the table, the day of reading, the class or the grade that the sheet is of."""

    kind: Kind
    today: date
    sheet_class: SchoolClass | None = None
    sheet_grade: int | None = None


CellReader: TypeAlias = Callable[[Facts, CellValue, Column, Scope], None]
