"""A post as papers name it: «учитель физики», not «учитель, физика»."""

from __future__ import annotations

import re

from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.language import posts

_TEACHER = "учитель"
_BETWEEN_SUBJECTS = re.compile(r"(\s+и\s+|,\s*)")
_PLURAL_SUBJECTS = {"начальные классы": "начальных классов"}


def post_on_paper(position_title: str, subject: str) -> str:
    """The post; a bare «учитель» takes its subjects in the genitive."""
    title, taught = position_title.strip(), subject.strip()
    if taught and title.casefold() in {"", _TEACHER}:
        return f"{title or _TEACHER} {_genitive(taught)}"
    return title


def _genitive(subjects: str) -> str:
    """«русский язык и литература» -> «русского языка и литературы», word by word."""
    return "".join(
        part if _BETWEEN_SUBJECTS.fullmatch(part) else _one_in_genitive(part)
        for part in _BETWEEN_SUBJECTS.split(subjects)
    )


def _one_in_genitive(subject: str) -> str:
    known = _PLURAL_SUBJECTS.get(subject.casefold())
    return known or posts.decline(subject, Case.GENITIVE)
