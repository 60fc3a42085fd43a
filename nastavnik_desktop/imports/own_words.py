"""A user's own list of column wordings: the content of her ``columns.json`` as a list of lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nastavnik_desktop.imports.column_meaning import header_words

OwnWords = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Wordings by group («headers», «meanings», «names», «roles») and meaning."""

WHOLE = "headers"
LISTED = (WHOLE, "meanings", "names")
LONGEST_WORDING = 160


@dataclass(frozen=True)
class ColumnWording:
    """How a column is headed and what it holds.

    ``group`` is «headers» for a whole heading; the others hold phrases that a heading contains,
    written in the file by hand.
    """

    text: str
    meaning: str
    group: str = WHOLE

    @property
    def is_whole(self) -> bool:
        """Whether the heading is this and nothing else."""
        return self.group == WHOLE

    @property
    def key(self) -> str:
        """By what two headings are the same."""
        return header_words(self.text) if self.is_whole else self.text


def wordings_in(own: OwnWords) -> list[ColumnWording]:
    """The lines of the list; words of roles stay in the file and are no lines."""
    return [
        ColumnWording(text, meaning, group)
        for group in LISTED
        for meaning, texts in own.get(group, {}).items()
        for text in texts
    ]


def with_wording(
    own: OwnWords, before: ColumnWording | None, after: ColumnWording | None
) -> OwnWords:
    """The list with one line put in the place of another; None adds a line or takes it away.

    Another line about the same heading gives way: a heading has one meaning.
    """
    gone = {(one.group, one.key) for one in (before, after) if one is not None}
    kept = [one for one in wordings_in(own) if (one.group, one.key) not in gone]
    lines = [*kept, after] if after is not None else kept
    groups: dict[str, dict[str, tuple[str, ...]]] = {
        group: dict(words) for group, words in own.items() if group not in LISTED
    }
    for line in lines:
        words = groups.setdefault(line.group, {})
        words[line.meaning] = (*words.get(line.meaning, ()), line.text)
    return groups


def problem_of_wording(text: str) -> str:
    """What keeps a text from being a heading of a column; empty when nothing does."""
    if not header_words(text):
        return "Напишите название столбца так, как оно стоит в файле."
    if len(text) > LONGEST_WORDING:
        return f"Название столбца не бывает длиннее {LONGEST_WORDING} знаков."
    return ""
