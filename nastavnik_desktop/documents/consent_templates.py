"""Texts of consent papers, which the user's own may replace."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nastavnik_desktop.domain.consents import ConsentKind

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "templates" / "consents"


@dataclass(frozen=True)
class ConsentTemplate:
    """Texts of a consent in the language of ``templating``.

    Every line of ``paragraphs`` and ``closing`` is a paragraph, every line of ``table`` a row of
    the choice between them; a line that renders empty is left out.
    """

    subtitle: str
    paragraphs: str
    table: str = ""
    closing: str = ""


@cache
def shipped_consent(kind: ConsentKind) -> ConsentTemplate:
    """The original text of a consent."""
    stored = json.loads((_FOLDER / f"{kind.value}.json").read_text(encoding="utf-8"))
    return ConsentTemplate(
        subtitle=stored["subtitle"],
        paragraphs="\n".join(stored["paragraphs"]),
        table="\n".join(stored.get("table", ())),
        closing="\n".join(stored.get("closing", ())),
    )
