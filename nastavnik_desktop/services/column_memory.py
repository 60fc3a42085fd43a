"""What the user has taught the import: her own wordings of headers, and meanings she has chosen.

Both are JSON files in her data folder. ``columns.json`` has the form of the program's own list of
wordings and is written by hand; ``column-choices.json`` is written by the program.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nastavnik_desktop.config.json_values import from_json, to_json
from nastavnik_desktop.config.paths import made_folder
from nastavnik_desktop.domain.errors import StorageUnavailable
from nastavnik_desktop.imports.column_choices import ColumnChoices
from nastavnik_desktop.imports.column_words import ColumnWords

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
        self._write(json.dumps(to_json(kept), ensure_ascii=False, indent=1))

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

    def _write(self, text: str) -> None:
        path = made_folder(self._folder) / CHOICES
        temporary = path.with_suffix(".new")
        try:
            temporary.write_text(text, encoding="utf-8")
            temporary.replace(path)
        except OSError as error:
            raise StorageUnavailable(
                f"Не удалось запомнить названия столбцов: {error.strerror or error}.",
                "Проверьте право записи и свободное место на диске.",
            ) from error
