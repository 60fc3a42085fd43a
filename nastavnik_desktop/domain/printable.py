"""Signs that come with pasted texts and that neither a base nor a paper can hold."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar, cast

Record = TypeVar("Record")

_LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
"""A word processor's own line breaks, as they are pasted."""
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Control characters, halves of characters, places that Unicode keeps empty (XML 1.0, Char)."""


def printable(text: str) -> str:
    """The text without them; line breaks stay, each as the usual one."""
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))


def with_printable_texts(record: Record) -> Record:
    """A record with all its texts printable, those of the records inside it too."""
    return cast("Record", _cleaned(record))


def _cleaned(value: object) -> object:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, tuple):
        return tuple(map(_cleaned, value))
    if is_dataclass(value) and not isinstance(value, type):
        changes = {one.name: _cleaned(getattr(value, one.name)) for one in fields(value)}
        return replace(value, **changes)
    return value
