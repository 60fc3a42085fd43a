"""The report of an import as a workbook: its lines, and the table with problem cells coloured."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from nastavnik_desktop.documents.marked_tables import Mark, MarkedTable, marked_workbook
from nastavnik_desktop.imports.grid import Grid, as_text
from nastavnik_desktop.imports.readers.document import open_document
from nastavnik_desktop.imports.records import RowProblem

_MOST_ROWS = 20_000
_LETTERS = 26


def marked_report(
    path: Path,
    problems: Sequence[RowProblem],
    headings: Sequence[str],
    lines: Sequence[Sequence[str]],
) -> bytes:
    """A sheet of the report's lines, then the sheets of the file with problem cells coloured.

    A problem of a whole row colours its first cell; every coloured cell has a note with the words.
    """
    report = MarkedTable("Отчёт", [list(headings), *map(list, lines)], has_heading=True)
    return marked_workbook([report, *_sheets(path, problems)])


def _sheets(path: Path, problems: Sequence[RowProblem]) -> Iterator[MarkedTable]:
    by_sheet: defaultdict[str, list[RowProblem]] = defaultdict(list)
    for problem in problems:
        by_sheet[problem.sheet].append(problem)
    grids = [grid for grid in open_document(path).grids if grid.height and not grid.is_hidden]
    for grid in grids:
        own = by_sheet.get(grid.name, [])
        own += by_sheet.get("", []) if len(grids) == 1 else []
        yield MarkedTable(grid.name, _texts(grid), _marks(own))


def _texts(grid: Grid) -> list[list[str]]:
    return [[as_text(cell) for cell in row] for row in grid.rows[:_MOST_ROWS]]


def _marks(problems: Sequence[RowProblem]) -> dict[tuple[int, int], Mark]:
    marks: dict[tuple[int, int], Mark] = {}
    for problem in problems:
        if problem.row is None or problem.row > _MOST_ROWS:
            continue
        place = (problem.row - 1, _column_index(problem.column))
        former = marks.get(place)
        note = f"{former.note}; {problem.message}" if former else problem.message
        marks[place] = Mark(problem.level, note)
    return marks


def _column_index(column: str) -> int:
    """The number of a column from 0: letters as in Excel, or the number in a Word table."""
    if column.isdigit():
        return int(column) - 1
    number = 0
    for letter in column:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return max(number - 1, 0)
