"""A long absence told by a note beside a name: «д/о», «декрет», «отпуск по уходу»."""

from __future__ import annotations

import re

from nastavnik_desktop.domain.employment import AbsenceKind
from nastavnik_desktop.imports.values.text import folded

_NOTES = (
    (AbsenceKind.MATERNITY, re.compile(r"(?:в\s+)?(?:д/о|декрет\w*(?:\s+отпуск\w*)?)")),
    (
        AbsenceKind.CHILD_CARE,
        re.compile(r"(?:в\s+)?(?:отп(?:уск\w*|\.)\s+по\s+уходу(?:\s+за\s+реб\w+)?|о/у)"),
    ),
)


def absence_in(note: str) -> AbsenceKind | None:
    """The absence that a note names; longer words beside it leave the meaning to the reader."""
    words = folded(note).strip(" .()")
    return next((kind for kind, pattern in _NOTES if pattern.fullmatch(words)), None)
