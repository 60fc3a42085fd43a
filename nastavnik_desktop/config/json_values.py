"""Typed values to and from JSON, by their annotations.

Known are str, bool, int, float, dates, string enums, ``tuple[X, ...]``, ``Mapping[str, X]``,
``X | None`` and dataclasses of these. A value of another shape is a ValueError, never guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints


def to_json(value: object) -> object:
    """The value in the shapes that ``json.dumps`` knows."""
    if is_dataclass(value):
        return {item.name: to_json(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def from_json(kind: Any, raw: object) -> Any:
    """The JSON value as the annotated type ``kind``; raises ValueError when it is not one.

    Fields that a dataclass has and the JSON lacks get their defaults; others are ignored.
    """
    if is_dataclass(kind):
        return _dataclass_from(kind, raw)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is UnionType:
        return None if raw is None else from_json(inner[0], raw)
    if origin is tuple:
        return tuple(from_json(inner[0], item) for item in _checked(list, raw))
    if origin in (Mapping, dict):
        return {key: from_json(inner[1], item) for key, item in _checked(dict, raw).items()}
    return _plain_from(kind, raw)


def _plain_from(kind: Any, raw: object) -> Any:
    if issubclass(kind, StrEnum):
        return kind(_checked(str, raw))
    if kind is date:
        return date.fromisoformat(_checked(str, raw))
    return _checked(kind, raw)


def _dataclass_from(kind: Any, raw: object) -> Any:
    given = _checked(dict, raw)
    kinds = get_type_hints(kind)
    names = [item.name for item in fields(kind) if item.name in given]
    return kind(**{name: from_json(kinds[name], given[name]) for name in names})


def _checked(kind: type, raw: object) -> Any:
    if kind is float and type(raw) is int:
        return float(raw)
    if type(raw) is not kind:  # bool is an int for Python, and is not one here
        raise ValueError(f"{kind.__name__} expected")
    return raw
