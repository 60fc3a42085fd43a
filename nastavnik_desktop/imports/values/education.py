"""Education in a cell: its level, and whether it is a teacher's («высшее педагогическое»)."""

from __future__ import annotations

import re

from nastavnik_desktop.domain.employment import EducationLevel
from nastavnik_desktop.imports.values.text import folded

_LEVELS = (
    (EducationLevel.STUDYING, re.compile(r"(?<!\w)(?:студент|обучается|учится|незаконч|неоконч)")),
    (
        EducationLevel.SECONDARY_VOCATIONAL,
        re.compile(r"ср\w*\.?[\s-]*(?:проф|спец)|(?<!\w)спо(?!\w)|колледж|техникум|училищ"),
    ),
    (
        EducationLevel.HIGHER,
        re.compile(
            r"высш|(?<!\w)в/о(?!\w)|университет|институт|академи|магистр|бакалавр|специалитет"
        ),
    ),
    (EducationLevel.SECONDARY_GENERAL, re.compile(r"средн\w*\s+(?:общ|полн)|11\s+классов")),
)
_OF_TEACHERS = re.compile(r"(?<!не)(?<!не )педаг|учитель|пединститут|педвуз|педучилищ|педколледж")


def education_level_in(text: str) -> EducationLevel | None:
    """The only level that a cell names; several, as of two diplomas, give the highest of them."""
    found = [level for level, pattern in _LEVELS if pattern.search(folded(text))]
    if EducationLevel.HIGHER in found and EducationLevel.STUDYING not in found:
        return EducationLevel.HIGHER
    return found[0] if found else None


def is_educational(text: str) -> bool:
    """Whether a cell says that the education is a teacher's."""
    return _OF_TEACHERS.search(folded(text)) is not None
