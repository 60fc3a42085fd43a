"""Meanings of columns that the user has chosen herself, for tables of the same shape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from nastavnik_desktop.imports.column_meaning import chosen_meaning, header_words
from nastavnik_desktop.imports.table import Table

ColumnChoices: TypeAlias = Mapping[str, Mapping[str, str]]
"""By the shape of a table: the meaning («position», «mentee_phone», «ignored») by column key."""


def shape_of(table: Table) -> str:
    """What tables with the same columns in the same order have in common: the words of headers."""
    return " | ".join(header_words(column.header) for column in table.columns)


def column_keys(table: Table) -> tuple[str, ...]:
    """A name for every column: the words of its header, with a number when they come again."""
    met: Counter[str] = Counter()
    keys = []
    for column in table.columns:
        words = header_words(column.header)
        met[words] += 1
        keys.append(f"{words} #{met[words]}" if met[words] > 1 else words)
    return tuple(keys)


def with_choices(table: Table, choices: ColumnChoices) -> Table:
    """The table with the user's meanings in place of those that were recognised."""
    chosen = choices.get(shape_of(table))
    if not chosen:
        return table
    columns = zip(table.columns, column_keys(table), strict=True)
    return replace(
        table,
        columns=tuple(
            replace(one, meaning=chosen_meaning(chosen[key], one.meaning)) if key in chosen else one
            for one, key in columns
        ),
    )
