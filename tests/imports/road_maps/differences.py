"""Differences between an expected and a real reading of a road map, item by item."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

BESIDES = frozenset(("file", "deadline_read", "tasks"))


def flat(value: Any) -> Any:
    """The same without what the expected readings do not tell; a run of blanks is one blank."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [flat(one) for one in value]
    if isinstance(value, dict):
        return {key: flat(one) for key, one in value.items() if key not in BESIDES}
    return value


def differences(expected: dict[str, Any], read: dict[str, Any]) -> Iterator[str]:
    """Sentences; nothing when both are the same."""
    for key in sorted({*expected, *read} - {"items"}):
        if expected.get(key) != read.get(key):
            yield f"{key}: ожидалось {expected.get(key)!r}, прочитано {read.get(key)!r}"
    pairs = zip_longest(expected["items"], read["items"], fillvalue={})
    for number, (one, other) in enumerate(pairs, 1):
        for key in sorted({*one, *other}):
            if one.get(key) != other.get(key):
                yield (
                    f"{number} ({one.get('number')}) {key}: "
                    f"ожидалось {one.get(key)!r}, прочитано {other.get(key)!r}"
                )
