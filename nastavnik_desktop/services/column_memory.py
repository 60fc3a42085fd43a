"""What the user has taught the import: her own wordings of headers, and meanings she has chosen.

Both are JSON files in her data folder. ``columns.json`` has the form of the program's own list of
wordings and may be edited by hand too; ``column-choices.json`` is of the program alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nastavnik_desktop.config.json_values import from_json, to_json
from nastavnik_desktop.config.paths import made_folder
from nastavnik_desktop.domain.errors import RuleViolation, StorageUnavailable, UnreadableFile
from nastavnik_desktop.imports.column_choices import ColumnChoices
from nastavnik_desktop.imports.column_words import ColumnWords
from nastavnik_desktop.imports.own_words import (
    ColumnWording,
    OwnWords,
    problem_of_wording,
    with_wording,
    wordings_in,
)

OWN_WORDS = "columns.json"
CHOICES = "column-choices.json"
_WORDS_KIND = Mapping[str, Mapping[str, tuple[str, ...]]]
_CHOICES_KIND = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Taught:
    """What a reading takes from the memory; ``notices`` tell which file was not understood."""

    words: ColumnWords
    choices: ColumnChoices
    notices: tuple[str, ...] = ()


class ColumnMemory:
    """The two files in one folder; a file that is not there teaches nothing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def recall(self) -> Taught:
        """Everything that was taught; a file in disorder is left out and told."""
        words, told = self._read(OWN_WORDS, _WORDS_KIND)
        choices, more = self._read(CHOICES, _CHOICES_KIND)
        try:
            return Taught(ColumnWords(words), choices, told + more)
        except ValueError:
            return Taught(ColumnWords(), choices, (*told, self._disorder(OWN_WORDS), *more))

    def remember(self, shape: str, meanings: Mapping[str, str]) -> None:
        """Keep meanings by column key for tables of this shape, beside earlier ones.

        No meanings make the program forget the shape. Raises StorageUnavailable.
        """
        known, _ = self._read(CHOICES, _CHOICES_KIND)
        kept = dict(known)
        kept.pop(shape, None)
        if meanings:
            kept[shape] = {**known.get(shape, {}), **meanings}
        self._write(CHOICES, kept)

    def wordings(self) -> list[ColumnWording]:
        """The user's own list of column wordings; raises UnreadableFile for one in disorder."""
        return wordings_in(self._own_words())

    def set_wording(self, before: ColumnWording | None, after: ColumnWording | None) -> None:
        """Add (no ``before``), change or remove (no ``after``) a line of that list.

        Everything else that the file holds stays. Raises RuleViolation for a text that heads no
        column, UnreadableFile for a file in disorder, StorageUnavailable.
        """
        problem = problem_of_wording(after.text) if after is not None else ""
        if problem:
            raise RuleViolation(problem, "text")
        self._write(OWN_WORDS, with_wording(self._own_words(), before, after))

    def _own_words(self) -> OwnWords:
        words, told = self._read(OWN_WORDS, _WORDS_KIND)
        if told:
            raise UnreadableFile(told[0])
        return words

    def _read(self, name: str, kind: object) -> tuple[Mapping[str, Any], tuple[str, ...]]:
        try:
            text = (self._folder / name).read_text(encoding="utf-8")
        except FileNotFoundError:
            return {}, ()
        except (OSError, UnicodeDecodeError):
            return {}, (self._disorder(name),)
        try:
            return from_json(kind, json.loads(text)), ()
        except ValueError:
            return {}, (self._disorder(name),)

    def _disorder(self, name: str) -> str:
        return (
            f"Файл «{self._folder / name}» с вашими названиями столбцов не понят и не учтён."
            " Исправьте его или удалите."
        )

    def _write(self, name: str, content: object) -> None:
        text = json.dumps(to_json(content), ensure_ascii=False, indent=1)
        path = made_folder(self._folder) / name
        temporary = path.with_suffix(".new")
        try:
            temporary.write_text(text, encoding="utf-8")
            temporary.replace(path)
        except OSError as error:
            raise StorageUnavailable(
                f"Не удалось запомнить названия столбцов: {error.strerror or error}.",
                "Проверьте право записи и свободное место на диске.",
            ) from error
