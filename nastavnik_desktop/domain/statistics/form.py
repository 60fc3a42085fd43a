"""The definition of a statistical form: title page, headings, rows, columns, control rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby

from nastavnik_desktop.domain.problems import Level


@dataclass(frozen=True)
class TitlePage:
    """Texts of a title page, as forms of the Rosstat type print them.

    ``warnings`` stand in boxes under the banner, ``edition`` are the lines of approval;
    ``okud`` is the code of the form, not printed until somebody enters it.
    """

    banner: str
    warnings: tuple[str, ...]
    respondents: str
    due: str
    edition: tuple[str, ...]
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

    ``level`` is the depth of a part: «из них» stands a step to the right of its whole.
    """

    code: str
    title: str
    where: Mapping[str, str] = field(default_factory=dict)
    crossed: frozenset[int] = frozenset()
    level: int = 0

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
class Heading:
    """A heading of the table: above other headings, or of one column («number»)."""

    title: str
    children: tuple[Heading, ...] = ()
    number: int | None = None


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

    def headings(self) -> tuple[Heading, ...]:
        """Headings of the columns of figures as a tree: equal neighbours are one heading."""
        return _headings(self.counted_columns, 0)


def _headings(columns: Iterable[FormColumn], level: int) -> tuple[Heading, ...]:
    found = []
    for title, alike in groupby(columns, key=lambda column: column.heading[level]):
        below = tuple(alike)
        if len(below) == 1 and len(below[0].heading) == level + 1:
            found.append(Heading(title, number=below[0].number))
        else:
            found.append(Heading(title, _headings(below, level + 1)))
    return tuple(found)
