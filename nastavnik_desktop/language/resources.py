"""Word lists of the language room: exceptions to the general rules, kept as data."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "language"


@cache
def word_lists(name: str) -> dict[str, Any]:
    """The parsed ``resources/language/<name>.json``; read once."""
    parsed: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return parsed
