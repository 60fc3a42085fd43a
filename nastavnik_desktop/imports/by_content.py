"""Lists without a header: the meaning of a column is told by what its cells hold.

A block that is copied out of Excel seldom has a header. Such a list is read only when its people
have whole names, and the user is told to look at the columns.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from nastavnik_desktop.imports.column_meaning import NAME_MEANINGS, HeaderMeaning
from nastavnik_desktop.imports.grid import CellValue, Grid, as_text
from nastavnik_desktop.imports.table import HeaderColumn, Table
from nastavnik_desktop.imports.values.categories import read_category
from nastavnik_desktop.imports.values.classes import read_class
from nastavnik_desktop.imports.values.contacts import read_emails
from nastavnik_desktop.imports.values.dates import read_date
from nastavnik_desktop.imports.values.names import is_name_word, is_patronymic, read_name
from nastavnik_desktop.imports.values.phones import read_phones
from nastavnik_desktop.imports.values.posts import is_post, is_subject
from nastavnik_desktop.imports.values.service import read_service
from nastavnik_desktop.imports.values.text import is_nothing

NO_HEADER = "В списке нет шапки: столбцы узнаны по содержанию, проверьте их на вкладке «Столбцы»."
_ROWS_THAT_TELL = 200
_SHARE = 0.6
"""A column is what most of its filled cells are; the others are somebody's slips."""
_YOUNGEST = 5
_EARLIEST_BIRTH = 1930
_SERVICE_WORDS = re.compile(r"\d\s*(?:год|лет|г\b|мес)", re.IGNORECASE)
_FULL_NUMBER = re.compile(r"\+7\d{10}")
_TITLES = {
    "number": "номера", "full_name": "имена", "last_name": "фамилии", "first_name": "имена",
    "patronymic": "отчества", "email": "почта", "phone": "телефоны", "birth_date": "дни рождения",
    "class": "классы", "category": "категории", "position": "должности", "subject": "предметы",
    "experience_years": "стаж", "unknown": "не узнано",
}  # fmt: skip


def table_by_content(grid: Grid, today: date) -> Table | None:
    """The table of a grid without a header, None when it is no list of people."""
    meanings = _names_of(grid)
    if not meanings:
        return None
    first = next(row for row in range(grid.height) if _is_named(grid, row, meanings))
    for column in range(grid.width):
        values = list(_values(grid, column, first))
        if column not in meanings and values:
            meanings[column] = _meaning_of(values, today, {*meanings.values()})
    is_told_apart = {*meanings.values()} - {"unknown", "number", *NAME_MEANINGS}
    if not is_told_apart and not _has_patronymics(grid, meanings):
        return None
    columns = tuple(
        HeaderColumn(column, f"нет заголовка: {_TITLES[base]}", HeaderMeaning(base))
        for column, base in sorted(meanings.items())
    )
    return Table(grid, (), columns, range(first, grid.height), range(first))


def _values(grid: Grid, column: int, first: int = 0) -> Iterator[CellValue]:
    for row in range(first, min(grid.height, first + _ROWS_THAT_TELL)):
        value = grid.value(row, column)
        if value is not None:
            yield value


def _are_mostly(values: list[CellValue], is_one: Callable[[CellValue], bool]) -> bool:
    return bool(values) and sum(map(is_one, values)) >= len(values) * _SHARE


def _names_of(grid: Grid) -> dict[int, str]:
    """The column of whole names, or the three columns of their parts."""
    for column in range(grid.width):
        values = list(_values(grid, column))
        if _are_mostly(values, _is_whole_name):
            return {column: "full_name"}
        if column > 1 and _are_mostly(values, _is_patronymic):
            before = [list(_values(grid, one)) for one in (column - 2, column - 1)]
            if all(_are_mostly(one, _is_name_word) for one in before):
                return {column - 2: "last_name", column - 1: "first_name", column: "patronymic"}
    return {}


def _is_named(grid: Grid, row: int, meanings: dict[int, str]) -> bool:
    column, base = next(iter(meanings.items()))
    value = grid.value(row, column)
    return _is_whole_name(value) if base == "full_name" else _is_name_word(value)


def _has_patronymics(grid: Grid, meanings: dict[int, str]) -> bool:
    """Two words with capitals are seldom anything but names when a patronymic follows them."""
    column = next(iter(meanings))
    return "patronymic" in meanings.values() or _are_mostly(
        list(_values(grid, column)), lambda value: bool(read_name(as_text(value)).patronymic)
    )


def _is_whole_name(value: CellValue) -> bool:
    name = read_name(value) if isinstance(value, str) else None
    return name is not None and name.is_name and bool(name.first_name) and not is_post(name.full)


def _is_patronymic(value: CellValue) -> bool:
    return isinstance(value, str) and is_patronymic(value)


def _is_name_word(value: CellValue) -> bool:
    return isinstance(value, str) and is_name_word(value.strip()) and not is_post(value)


def _meaning_of(values: list[CellValue], today: date, taken: set[str]) -> str:
    """The first meaning that most of the cells have and no other column has."""
    tests: tuple[tuple[str, Callable[[CellValue], bool]], ...] = (
        ("email", lambda value: bool(read_emails(value))),
        ("phone", lambda value: bool(_FULL_NUMBER.match(read_phones(value).first))),
        ("birth_date", lambda value: _is_birthday(value, today)),
        ("class", lambda value: isinstance(value, str) and read_class(value) is not None),
        (
            "category",
            lambda value: _is_category(value, today),
        ),
        ("experience_years", _is_service),
        ("subject", lambda value: isinstance(value, str) and is_subject(value)),
        ("position", lambda value: isinstance(value, str) and is_post(value)),
    )
    if _count_up(values):
        return "number" if "number" not in taken else "unknown"
    fitting = (base for base, is_one in tests if base not in taken and _are_mostly(values, is_one))
    return next(fitting, "unknown")


def _count_up(values: list[CellValue]) -> bool:
    """1, 2, 3 … as numbers or as text."""
    texts = [as_text(value).strip(" .)") for value in values]
    return texts == [str(number) for number in range(1, len(texts) + 1)]


def _is_birthday(value: CellValue, today: date) -> bool:
    day = read_date(value, today.year).day if isinstance(value, date | str) else None
    return day is not None and _EARLIEST_BIRTH <= day.year <= today.year - _YOUNGEST


def _is_category(value: CellValue, today: date) -> bool:
    """«нет» alone may be said of anything."""
    if not isinstance(value, str) or is_nothing(value):
        return False
    return bool(read_category(value, today.year).name)


def _is_service(value: CellValue) -> bool:
    if not isinstance(value, str) or not _SERVICE_WORDS.search(value):
        return False
    return read_service(value).years is not None
