"""A post as papers name it: «учитель физики», not «учитель, физика»."""

from __future__ import annotations

from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.language import posts

_TEACHER = "учитель"


def post_on_paper(position_title: str, subject: str) -> str:
    """The post with its subject in the genitive where the post is a bare «учитель»."""
    title = position_title.strip()
    if title.casefold() == _TEACHER and subject.strip():
        return f"{title} {posts.decline(subject.strip(), Case.GENITIVE)}"
    if not title and subject.strip():
        return f"{_TEACHER} {posts.decline(subject.strip(), Case.GENITIVE)}"
    return title
