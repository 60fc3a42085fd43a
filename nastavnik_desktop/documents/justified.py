"""Blanks of justified text: those that do not stretch would stand out among the wide ones."""

from __future__ import annotations

import re

from nastavnik_desktop.domain.full_name import NBSP

_SHORT_WORD = re.compile(rf"(?<![\w-])([А-Яа-яЁё]{{1,2}}){NBSP}(?=\w)")


def loosened(text: str) -> str:
    """The text whose short words («в», «по») may end a line and keep a blank that stretches.

    Word processors never stretch a non-breaking blank: in a justified line «в целях» would look
    like one word. Numbers, dates and initials stay bound.
    """
    return _SHORT_WORD.sub(r"\1 ", text)
