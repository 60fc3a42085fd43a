"""Control rules of a form as its definition states them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from nastavnik_desktop.domain.problems import Level

Address = tuple[str, int]
"""A cell by the code of its row and the number of its column: ("01", 3)."""


class Relation(StrEnum):
    """How the left side of a control rule stands to the right one (both are sums).

    IMPLIES: where the left side is not zero, the right one is not. NEAR_LAST_YEAR compares the
    left side with itself a year ago, SAME_IN_FORM with the same cells of another form.
    """

    EQUAL = "equal"
    AT_LEAST = "at_least"
    AT_LEAST_EACH = "at_least_each"
    AT_MOST = "at_most"
    COVERED = "covered"
    IMPLIES = "implies"
    NEAR_LAST_YEAR = "near_last_year"
    SAME_IN_FORM = "same_in_form"


@dataclass(frozen=True)
class ControlLine:
    """A rule in one line of the table: the cells of both sides."""

    place: str
    left: tuple[Address, ...]
    right: tuple[Address, ...]


@dataclass(frozen=True)
class ControlRule:
    """A check of figures: ``left`` and ``right`` are numbers of columns or codes of rows.

    A rule of columns is checked in each of ``rows``, a rule of rows in each of ``columns``.
    COVERED asks that everybody of the left side is found in one part of the right one.
    ``limit_percent`` is how far a figure may move in a year, ``form`` the code of another form,
    in which ``other_cells`` are compared, or without them the same cells.
    """

    text: str
    relation: Relation
    left: tuple[int, ...] | tuple[str, ...]
    right: tuple[int, ...] | tuple[str, ...]
    rows: tuple[str, ...]
    columns: tuple[int, ...]
    level: Level = Level.ERROR
    limit_percent: int = 0
    form: str = ""
    other_cells: tuple[Address, ...] = ()

    def lines(self) -> list[ControlLine]:
        """Every line of the table in which the rule is checked."""
        if self.is_of_rows:
            return [
                ControlLine(
                    f"графа {number}",
                    tuple((str(code), number) for code in self.left),
                    tuple((str(code), number) for code in self.right),
                )
                for number in self.columns
            ]
        return [
            ControlLine(
                f"строка {code}",
                tuple((code, int(number)) for number in self.left),
                tuple((code, int(number)) for number in self.right),
            )
            for code in self.rows
        ]

    @property
    def is_of_rows(self) -> bool:
        """Whether the rule compares rows; otherwise it compares columns."""
        return all(isinstance(name, str) for name in self.left)
