"""``read-table``: what the import understands of a file, in JSON; nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nastavnik_desktop.imports.known_people import KnownPerson
from nastavnik_desktop.imports.reading import read_file
from nastavnik_desktop.imports.reading_json import reading_as_json


def reading_json(path: Path, known_people: Sequence[KnownPerson] = ()) -> dict[str, Any]:
    """The reading of a file, compared with known people.

    Raises UnreadableFile with a sentence for the user.
    """
    return reading_as_json(read_file(path, known_people))
