"""The definition of a statistical form: title page, headings, rows, columns, control rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from nastavnik_desktop.domain.problems import Level


@dataclass(frozen=True)
class TitlePage:
    """Texts of a title page in the order in which statistical forms print them.

    A text that is empty is not printed: so ``okud`` (code of the form), until it is entered.
    """

    observation: str
    confidentiality: str
    warning: str
    delivery: str
    respondents: str
    due: str
    form_name: str
    edition: str
    periodicity: str
    okud: str = ""


@dataclass(frozen=True)
class FormColumn:
    """A column: its headings from the top level down, and what it counts.

    The columns of titles and row codes have no indicator. ``where`` narrows the indicator:
    grouping -> value.
    """

    number: int
    heading: tuple[str, ...]
    indicator: str = ""
    where: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FormRow:
    """A row; one without ``where`` is a total. ``crossed`` are its columns filled by «х».

    ``section`` is the heading above the first row of a part of the table.
    """

    code: str
    title: str
    section: str = ""
    where: Mapping[str, str] = field(default_factory=dict)
    crossed: frozenset[int] = frozenset()

    @property
    def is_total(self) -> bool:
        """Whether the row holds whatever is counted."""
        return not self.where


class Relation(StrEnum):
    """How the left side of a control rule stands to the right one (both are sums)."""

    EQUAL = "equal"
    AT_LEAST = "at_least"
    AT_LEAST_EACH = "at_least_each"
    AT_MOST = "at_most"
    COVERED = "covered"


Address = tuple[str, int]
"""A cell by the code of its row and the number of its column: ("01", 3)."""


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
    """

    text: str
    relation: Relation
    left: tuple[int, ...] | tuple[str, ...]
    right: tuple[int, ...] | tuple[str, ...]
    rows: tuple[str, ...]
    columns: tuple[int, ...]
    level: Level = Level.ERROR

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


@dataclass(frozen=True)
class HeadingCell:
    """A cell of a table's head, with the rows and columns it spans."""

    text: str
    column: int
    level: int
    columns: int
    levels: int


@dataclass(frozen=True)
class StatisticsForm:
    """A form; ``units`` is the note of ОКЕИ codes above the table."""

    code: str
    title: str
    short_title: str
    units: str
    title_page: TitlePage
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]
    rules: tuple[ControlRule, ...]
    responsible: str

    @property
    def counted_columns(self) -> tuple[FormColumn, ...]:
        """Columns that hold figures."""
        return tuple(column for column in self.columns if column.indicator)

    def row(self, code: str) -> FormRow:
        """The row of a code; KeyError when there is none."""
        return {row.code: row for row in self.rows}[code]

    def column(self, number: int) -> FormColumn:
        """The column of a number; KeyError when there is none."""
        return {column.number: column for column in self.columns}[number]

    def heading_cells(self) -> list[HeadingCell]:
        """The table's head by levels: equal neighbours are joined, short headings go down."""
        depth = max(len(column.heading) for column in self.columns)
        cells: list[HeadingCell] = []
        for level in range(depth):
            cells += self._heading_level(level, depth)
        return cells

    def _heading_level(self, level: int, depth: int) -> list[HeadingCell]:
        cells: list[HeadingCell] = []
        before: tuple[str, ...] = ()
        for index, column in enumerate(self.columns):
            path = column.heading[: level + 1]
            is_last = len(column.heading) == level + 1
            if len(path) <= level:
                before = ()
            elif path == before and not is_last:
                joined = cells.pop()
                cells.append(HeadingCell(joined.text, joined.column, level, joined.columns + 1, 1))
            else:
                levels = depth - level if is_last else 1
                cells.append(HeadingCell(path[-1], index, level, 1, levels))
                before = path
        return cells
