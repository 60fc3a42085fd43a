"""Word lists of the import: data in ``resources/import``, which a user's own file may extend."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from nastavnik_desktop.imports.values.text import folded

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "import"


@cache
def load_words(name: str) -> dict[str, Any]:
    """The parsed ``resources/import/<name>.json``; read once."""
    parsed: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return parsed


@cache
def word_list(name: str) -> tuple[str, ...]:
    """A list of ``words.json`` as written."""
    return tuple(load_words("words")[name])


@cache
def folded_words(name: str) -> frozenset[str]:
    """A list of ``words.json`` in the form in which texts are compared."""
    return frozenset(folded(word) for word in word_list(name))


@cache
def folded_starts(name: str) -> tuple[str, ...]:
    """A list of ``words.json`` for ``str.startswith``, in the form in which texts are compared."""
    return tuple(sorted(folded_words(name)))
