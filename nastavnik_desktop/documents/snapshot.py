"""A tree as JSON and back: the snapshot that an issued order keeps for ever."""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Union, cast, get_args, get_origin, get_type_hints

from nastavnik_desktop.documents import tree
from nastavnik_desktop.documents.tree import Document
from nastavnik_desktop.domain.errors import UnreadableFile

VERSION = 1
_BLOCKS: dict[str, type] = {block.__name__: block for block in get_args(tree.Block)}


def to_json(document: Document) -> str:
    """The document as JSON text; ``from_json`` gives an equal document."""
    return json.dumps({"version": VERSION, "document": _encoded(document)}, ensure_ascii=False)


def from_json(text: str) -> Document:
    """The document of a snapshot.

    Fields that are missing take their defaults, so that older snapshots stay readable.
    Raises UnreadableFile when the text is no snapshot or was made by a newer program.
    """
    try:
        stored = json.loads(text)
        version, encoded = stored["version"], stored["document"]
        if version > VERSION:
            raise UnreadableFile("Документ сохранён более новой версией программы. Обновите её.")
        return cast("Document", _decoded(Document, encoded))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableFile("Сохранённый текст документа повреждён: прочитать его нельзя.") from (
            error
        )


def _encoded(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        named = {item.name: _encoded(getattr(value, item.name)) for item in fields(value)}
        kind = type(value).__name__
        return {"block": kind, **named} if kind in _BLOCKS else named
    if isinstance(value, tuple):
        return [_encoded(item) for item in value]
    return value


def _decoded(expected: object, value: object) -> object:
    """The value rebuilt as the annotated type of its field."""
    origin = get_origin(expected)
    if origin in (Union, types.UnionType):
        return _decoded_choice(expected, value)
    if origin is tuple:
        return tuple(_decoded(get_args(expected)[0], item) for item in cast("list[object]", value))
    if isinstance(expected, type) and is_dataclass(expected):
        return _decoded_record(expected, cast("dict[str, object]", value))
    return cast("Callable[[object], object]", expected)(value)


def _decoded_choice(expected: object, value: object) -> object:
    """A block by its name, or an optional value."""
    if isinstance(value, dict):
        return _decoded_record(_BLOCKS[value["block"]], value)
    return None if value is None else _decoded(get_args(expected)[0], value)


def _decoded_record(record: type, value: dict[str, object]) -> object:
    hints = _hints(record)
    return record(**{name: _decoded(hints[name], value[name]) for name in hints if name in value})


@cache
def _hints(record: type) -> dict[str, object]:
    return get_type_hints(record)
