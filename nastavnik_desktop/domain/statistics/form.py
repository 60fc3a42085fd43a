"""The definition of a statistical form: title page, tables with headings and rows, rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from nastavnik_desktop.domain.dates import coming_january
from nastavnik_desktop.domain.statistics.control_rules import Address, ControlRule
from nastavnik_desktop.domain.statistics.formula import Formula

_YEAR = re.compile(r"\{year(?:-(\d+))?\}")


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
    form_number: str = ""


@dataclass(frozen=True)
class Selector:
    """What stands in a cell: an indicator narrowed by groups, a formula, or what was typed in.

    ``where`` maps a grouping to a value. ``given`` names a figure that the user enters for a
    year. ``shows`` asks for texts of what is counted («requisites», «link») instead of a number.
    """

    indicator: str = ""
    where: Mapping[str, str] = field(default_factory=dict)
    formula: Formula | None = None
    given: str = ""
    shows: str = ""


@dataclass(frozen=True)
class FormColumn:
    """A column: its headings from the top level down, and what stands in its cells.

    The columns of titles and row codes have neither ``selector`` nor ``part``. A row may fill
    the ``part`` that the column names in a way of its own. ``years_back`` moves the date to the
    end of a former year.
    """

    number: int
    heading: tuple[str, ...]
    selector: Selector | None = None
    part: str = ""
    years_back: int = 0
    decimals: int = 0

    @property
    def has_figures(self) -> bool:
        """Whether the column is filled by the program or the user."""
        return self.selector is not None or bool(self.part)


@dataclass(frozen=True)
class FormRow:
    """A row; one without ``where`` is a total. ``crossed`` are its columns filled by «х».

    ``code`` is unique in the form, ``number`` is what is printed. ``level`` is the depth of a
    part: «из них» stands a step to the right of its whole. ``parts`` fill columns that ask the
    row.
    """

    code: str
    title: str
    where: Mapping[str, str] = field(default_factory=dict)
    crossed: frozenset[int] = frozenset()
    level: int = 0
    number: str = ""
    parts: Mapping[str, Selector] = field(default_factory=dict)

    @property
    def is_total(self) -> bool:
        """Whether the row holds whatever is counted."""
        return not self.where and not self.parts

    @property
    def printed(self) -> str:
        """The number of the row as the paper shows it."""
        return self.number or self.code


@dataclass(frozen=True)
class Heading:
    """A heading of the table: above other headings, or of one column («number»)."""

    title: str
    children: tuple[Heading, ...] = ()
    number: int | None = None


@dataclass(frozen=True)
class FormTable:
    """A table of a form; ``units`` is the note of ОКЕИ codes above it."""

    title: str
    short_title: str
    units: str
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]

    @property
    def counted_columns(self) -> tuple[FormColumn, ...]:
        """Columns that hold figures or texts."""
        return tuple(column for column in self.columns if column.has_figures)

    def column(self, number: int) -> FormColumn:
        """The column of a number; KeyError when there is none."""
        return {column.number: column for column in self.columns}[number]

    def headings(self) -> tuple[Heading, ...]:
        """Headings of the columns of figures as a tree: equal neighbours are one heading."""
        return _headings(self.counted_columns, 0)

    def is_of_text(self, column: FormColumn) -> bool:
        """Whether words stand in a column."""
        selectors = (selector_of(row, column) for row in self.rows)
        return any(one is not None and one.shows for one in selectors)


@dataclass(frozen=True)
class Signature:
    """Who signs: the words over the line of the responsible person, and whether the head does."""

    title: str = ""
    has_head: bool = False


@dataclass(frozen=True)
class StatisticsForm:
    """A form; a cell is named by the code of its row, unique in the form, and its column."""

    code: str
    title: str
    short_title: str
    title_page: TitlePage
    tables: tuple[FormTable, ...]
    rules: tuple[ControlRule, ...]
    signature: Signature = Signature()
    given: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    note: str = ""

    @property
    def rows(self) -> tuple[FormRow, ...]:
        """Rows of all tables."""
        return tuple(row for table in self.tables for row in table.rows)

    def row(self, code: str) -> FormRow:
        """The row of a code; KeyError when there is none."""
        return {row.code: row for row in self.rows}[code]

    def table_of(self, code: str) -> FormTable:
        """The table in which a row stands; KeyError when there is no such row."""
        return {row.code: table for table in self.tables for row in table.rows}[code]

    def column(self, address: Address) -> FormColumn:
        """The column of a cell."""
        return self.table_of(address[0]).column(address[1])

    def cells(self) -> Iterator[tuple[FormRow, FormColumn]]:
        """Every cell, row by row."""
        for table in self.tables:
            for row in table.rows:
                for column in table.counted_columns:
                    yield row, column

    def formulas(self) -> list[tuple[FormRow, FormColumn, Formula]]:
        """Cells made of others, each after those it is made of; ValueError when there is none."""
        pending = {
            (row.code, column.number): (row, column, selector.formula)
            for row, column in self.cells()
            if (selector := selector_of(row, column)) is not None
            and selector.formula is not None
            and column.number not in row.crossed
        }
        ordered = []
        while pending:
            ready = [address for address in pending if not _waits(address, pending)]
            if not ready:
                raise ValueError("формулы ссылаются друг на друга по кругу")
            ordered += [pending.pop(address) for address in ready]
        return ordered

    @property
    def years_back(self) -> int:
        """How many years before the date its earliest column looks."""
        numbers = [one.years_back for table in self.tables for one in table.columns]
        return max(numbers, default=0)

    def default_of(self, name: str, row: str, year: int) -> str:
        """What the definition itself gives for a figure that the user may enter."""
        return self.given.get(name, {}).get(row, {}).get(str(year), "")

    def dated(self, as_of: date) -> StatisticsForm:
        """The form with the years of a date in its texts: «{year}», «{year-1}», «{january}»."""
        return replace(
            self,
            title=_with_year(self.title, as_of),
            tables=tuple(_dated(table, as_of) for table in self.tables),
        )


def selector_of(row: FormRow, column: FormColumn) -> Selector | None:
    """What a cell holds; None for one that stays blank. The row's groups come on top of it."""
    return row.parts.get(column.part) or column.selector


def _waits(
    address: Address, pending: Mapping[Address, tuple[FormRow, FormColumn, Formula]]
) -> bool:
    """Whether a formula is made of figures that are not worked out yet."""
    formula = pending[address][2]
    return any((one.row or address[0], one.number) in pending for one in formula.references)


def _dated(table: FormTable, as_of: date) -> FormTable:
    columns = tuple(
        replace(column, heading=tuple(_with_year(title, as_of) for title in column.heading))
        for column in table.columns
    )
    return replace(table, title=_with_year(table.title, as_of), columns=columns)


def _with_year(title: str, as_of: date) -> str:
    january = str(coming_january(as_of).year)
    return _YEAR.sub(
        lambda found: str(as_of.year - int(found[1] or 0)), title.replace("{january}", january)
    )


def _headings(columns: Iterable[FormColumn], level: int) -> tuple[Heading, ...]:
    found = []
    for title, alike in groupby(columns, key=lambda column: column.heading[level]):
        below = tuple(alike)
        if len(below) == 1 and len(below[0].heading) == level + 1:
            found.append(Heading(title, number=below[0].number))
        else:
            found.append(Heading(title, _headings(below, level + 1)))
    return tuple(found)
