"""Posts and subjects: which words name a post, which a subject taught."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from nastavnik_desktop.imports.values.text import folded
from nastavnik_desktop.imports.wording import folded_words


@dataclass(frozen=True)
class Post:
    """A post with the subject taught, as written."""

    position: str = ""
    subject: str = ""


def is_post(text: str) -> bool:
    """Whether a text begins with the name of a post: «зам. директора по ВР», «учитель физики»."""
    return _post_pattern().match(folded(text)) is not None


def is_post_word(word: str) -> bool:
    """Whether a single word is a post and no last name: «Директор», but not «Замятин»."""
    return folded(word).strip(".") in folded_words("post_words")


def is_bare_post(text: str) -> bool:
    """Whether a post says nothing of the subject: «учитель»."""
    return folded(text) in folded_words("bare_posts")


def is_subject(text: str) -> bool:
    """Whether a text is one or several subjects in the nominative: «русский язык и литература»."""
    key = folded(text).strip(" .")
    subjects = folded_words("subjects")
    return key in subjects or all(part.strip() in subjects for part in re.split(r"\sи\s|,|/", key))


@cache
def _post_pattern() -> re.Pattern[str]:
    roots = "|".join(map(re.escape, sorted(folded_words("post_roots"))))
    words = "|".join(map(re.escape, sorted(folded_words("post_words"))))
    return re.compile(rf"(?:{roots}|(?:{words})(?![а-я]))")
