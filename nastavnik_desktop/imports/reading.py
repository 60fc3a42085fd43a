"""Read a school's file: sheets -> tables -> columns -> rows, with everything worth a look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.domain.search import search_key
from nastavnik_desktop.imports.by_content import NO_HEADER, table_by_content
from nastavnik_desktop.imports.checks import problems_between_rows
from nastavnik_desktop.imports.column_choices import (
    ColumnChoices,
    column_keys,
    shape_of,
    with_choices,
)
from nastavnik_desktop.imports.column_meaning import NAME_MEANINGS
from nastavnik_desktop.imports.column_words import ColumnWords
from nastavnik_desktop.imports.context import (
    class_of,
    grade_of,
    organisation_in_rows,
    read_context,
    read_order,
    titles_of,
)
from nastavnik_desktop.imports.grid import Grid, column_letter
from nastavnik_desktop.imports.kinds import (
    Column,
    Kind,
    assign_columns,
    recognise_kind,
    shown_meaning,
    without_coaches,
)
from nastavnik_desktop.imports.known_people import KnownPerson, problems_with_known
from nastavnik_desktop.imports.readers.document import Document, open_document
from nastavnik_desktop.imports.records import (
    FileReading,
    OrderMention,
    ReadColumn,
    ReadPerson,
    RowProblem,
    SkippedRow,
)
from nastavnik_desktop.imports.row_kinds import SECOND_BLOCK
from nastavnik_desktop.imports.rows import TableReader, TableRows
from nastavnik_desktop.imports.scope import Scope
from nastavnik_desktop.imports.table import Table
from nastavnik_desktop.imports.table_finding import find_tables

_TITLES_THAT_TELL = 4
"""Texts just above a table that tell its kind; farther ones are the text of a document."""

MOST_ROWS = 60_000
"""More than the people of all schools of a town: such a file is no list of people."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class _ReadTable:
    table: Table
    kind: Kind
    columns: tuple[Column, ...]
    result: TableRows


def read_file(
    path: Path,
    known_people: Sequence[KnownPerson] = (),
    progress: Progress | None = None,
    today: date | None = None,
    words: ColumnWords | None = None,
    choices: ColumnChoices | None = None,
) -> FileReading:
    """Understand a file; nothing is written.

    ``known_people`` are those of the base: namesakes and spelling with ё are compared with them.
    ``progress`` is told the number of tables read and their total. ``words`` are those of headers,
    with the user's own among them; ``choices`` the meanings she has chosen for tables of a shape.
    Raises UnreadableFile with a sentence for the user when there is nothing to read.
    """
    document = open_document(path)
    _refuse_endless(path, document)
    today = today or date.today()
    tables = _people_tables(document, words)
    found = [with_choices(one, choices or {}) for one in tables or _headless(document, today)]
    if not found:
        raise _no_table(path, document)
    read: list[_ReadTable] = []
    for number, table in enumerate(found):
        read.append(_without_known(_read_table(table, path, today), read))
        if progress:
            progress(number + 1, len(found))
    return _checked(_joined(path, document, read), read, known_people)


def _refuse_endless(path: Path, document: Document) -> None:
    rows = sum(grid.height for grid in document.grids)
    if rows > MOST_ROWS:
        raise UnreadableFile(
            f"Файл «{path.name}» не прочитан: в нём {rows} строк, а можно до {MOST_ROWS}."
            " Разделите список на несколько файлов.",
            str(path),
        )


def _people_tables(document: Document, words: ColumnWords | None) -> list[Table]:
    """Tables of visible sheets; of a Word document only those that are not for signatures."""
    grids = (grid for grid in document.grids if not grid.is_hidden)
    tables = [without_coaches(table) for grid in grids for table in find_tables(grid, words)]
    useful = [table for table in tables if not _is_signature_sheet(table)]
    return useful if document.place_key == "table" else tables


def _headless(document: Document, today: date) -> list[Table]:
    """Lists without a header, read by their content; tables of a Word document are never such."""
    if document.place_key == "table":
        return []
    visible = (grid for grid in document.grids if not grid.is_hidden)
    return [found for grid in visible if (found := table_by_content(grid, today)) is not None]


def _is_signature_sheet(table: Table) -> bool:
    """Names beside empty places for a date and a signature: a sheet of acquaintance."""
    bases = {column.meaning.base for column in table.columns}
    return bases <= {"number", "full_name", "ignored", "position", "unknown"} and any(
        "подпис" in column.header.casefold() or "ознаком" in column.header.casefold()
        for column in table.columns
    )


def _read_table(table: Table, path: Path, today: date) -> _ReadTable:
    titles = "\n".join((*titles_of(table)[-_TITLES_THAT_TELL:], table.grid.name, path.stem))
    sheet_class = class_of(table)
    kind = recognise_kind(table, titles, sheet_class is not None)
    columns = assign_columns(table, kind)
    result = TableReader(table, columns, Scope(kind, today, sheet_class, grade_of(table))).read()
    return _ReadTable(table, kind, columns, result)


def _without_known(one: _ReadTable, above: Sequence[_ReadTable]) -> _ReadTable:
    """A second block of a wide table: names again, nothing more that is read; no people anew."""
    said = {column.meaning for column in one.columns} - {"number", "ignored"}
    named = {
        _key_of(row)
        for other in above
        if other.table.grid.name == one.table.grid.name
        for row in other.result.rows
        if isinstance(row, ReadPerson)
    }
    people = [row for row in one.result.rows if isinstance(row, ReadPerson)]
    is_all_known = bool(people) and all(_key_of(row) in named for row in people)
    if not said <= NAME_MEANINGS or not is_all_known:
        return one
    again = [SkippedRow(row.row, SECOND_BLOCK, row.sheet) for row in people]
    skipped = sorted([*one.result.skipped, *again], key=lambda row: row.row or 0)
    return replace(one, result=TableRows(skipped=skipped))


def _is_second_block(one: _ReadTable) -> bool:
    return any(row.reason == SECOND_BLOCK for row in one.result.skipped)


def _key_of(row: ReadPerson) -> str:
    return search_key(" ".join((row.last_name, row.first_name, row.patronymic, row.initials)))


def _joined(path: Path, document: Document, read: list[_ReadTable]) -> FileReading:
    used = [one for one in read if one.result.rows] or read[:1]
    rows = tuple(row for one in used for row in one.result.rows)
    titles = [title for one in used for title in titles_of(one.table)]
    texts = [*document.paragraphs, *titles] if document.paragraphs else titles
    context = read_context(texts)
    blocks = [one for one in read if one not in used and _is_second_block(one)]
    skipped = [row for one in (*used, *blocks) for row in one.result.skipped]
    return FileReading(
        file=path.name,
        kind=_kind_of(used),
        place_key=document.place_key,
        columns=tuple(column for one in used for column in _shown_columns(one, document.place_key)),
        rows=rows,
        skipped=tuple(dict.fromkeys(skipped + _skipped_besides(document, used))),
        problems=tuple(problem for one in used for problem in one.result.problems),
        header_rows=_header_rows(used),
        organisation=context.organisation or organisation_in_rows(list(rows)),
        school_year=context.school_year,
        as_of=context.as_of,
        order=_order(document, used),
        notices=_notices(document, used),
    )


def _notices(document: Document, read: list[_ReadTable]) -> tuple[str, ...]:
    told = [notice for grid in document.grids for notice in grid.notices]
    is_headless = any(not one.table.header_rows for one in read)
    return (*told, *([NO_HEADER] if is_headless else []))


def _kind_of(read: list[_ReadTable]) -> Kind:
    counted: Counter[Kind] = Counter()
    for one in read:
        counted[one.kind] += len(one.result.rows)
    return counted.most_common(1)[0][0]


def _shown_columns(read: _ReadTable, place_key: str) -> list[ReadColumn]:
    is_word = place_key == "table"
    shape, keys = shape_of(read.table), column_keys(read.table)
    return [
        ReadColumn(
            str(column.index + 1) if is_word else column_letter(column.index),
            column.source.header,
            shown_meaning(column),
            read.table.grid.name,
            key,
            shape,
            read.kind,
        )
        for column, key in zip(read.columns, keys, strict=True)
    ]


def _header_rows(read: list[_ReadTable]) -> dict[str, tuple[int, ...]]:
    headers: dict[str, tuple[int, ...]] = {}
    for one in read:
        rows = tuple(row + 1 for row in one.table.header_rows)
        known = headers.get(one.table.grid.name, ())
        headers[one.table.grid.name] = tuple(dict.fromkeys((*known, *rows)))
    return headers


def _skipped_besides(document: Document, read: list[_ReadTable]) -> list[SkippedRow]:
    """Tables of a document that are not lists of people; the title records of a CSV file."""
    used = {one.table.grid.name for one in read}
    if document.place_key == "table":
        return [
            SkippedRow(None, _reason_for(grid), grid.name)
            for grid in document.grids
            if grid.name not in used
        ]
    if document.place_key == "":
        return [
            SkippedRow(row + 1, "название списка")
            for one in read
            for row in one.table.above
            if any(cell is not None for cell in one.table.grid.rows[row])
        ]
    return []


def _reason_for(grid: Grid) -> str:
    tables = find_tables(grid)
    if any(map(_is_signature_sheet, tables)):
        return "лист ознакомления: подписи, не пары"
    return "таблица-разметка: не список людей"


def _order(document: Document, read: list[_ReadTable]) -> OrderMention | None:
    used = {one.table.grid.name for one in read}
    layout = [grid for grid in document.grids if grid.name not in used and grid.height <= 2]
    return read_order(list(document.paragraphs), layout) if document.paragraphs else None


def _checked(
    reading: FileReading, read: list[_ReadTable], known: Sequence[KnownPerson]
) -> FileReading:
    """Add what only a comparison tells: of rows with each other and with people of the base."""
    problems = [*reading.problems, *problems_between_rows(reading)]
    if known:
        problems = problems_with_known(reading, problems, known)
    order = {name: number for number, name in enumerate(reading.header_rows)}
    ordered = sorted(problems, key=lambda one: (order.get(one.sheet, 0), one.row or 0))
    return replace(reading, problems=_with_columns(ordered, read))


def _with_columns(problems: list[RowProblem], read: list[_ReadTable]) -> tuple[RowProblem, ...]:
    """Give findings of comparisons the letter of the column they speak of."""
    letters = {
        (one.table.grid.name, column.meaning): column_letter(column.index)
        for one in read
        for column in one.columns
    }
    return tuple(
        one
        if one.column or not one.field
        else replace(one, column=letters.get((one.sheet, one.field), ""))
        for one in problems
    )


def _no_table(path: Path, document: Document) -> UnreadableFile:
    is_empty = not any(cell is not None for g in document.grids for row in g.rows for cell in row)
    why = (
        "в нём нет заполненных ячеек" if is_empty else "в нём не найдена шапка таблицы с фамилиями"
    )
    return UnreadableFile(
        f"Файл «{path.name}» не прочитан: {why}. Нужна строка с названиями столбцов,"
        " например «№, ФИО, Должность, Дата рождения».",
        str(path),
    )
