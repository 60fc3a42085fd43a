"""A newer file of a road map that is kept already: which item became which.

Marks and evidence hang on items, so an item that is still in the newer file stays the same item,
whatever its number, deadline or responsible are by now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from nastavnik_desktop.domain.road_maps.kept import KeptItem, KeptRoadMap, RoadMapHead

_ALIKE = 0.6
"""The least likeness of two wordings of one item that bears the same number."""
_SHARE_KNOWN = 0.5
"""The least share of items in common that makes a file a newer version."""


@dataclass(frozen=True)
class UpdatedItems:
    """``pairs`` are the items of the newer file in its order, each with the kept one it was.

    ``gone`` are kept items that the newer file does not name.
    """

    pairs: tuple[tuple[KeptItem | None, KeptItem], ...]
    gone: tuple[KeptItem, ...]


def is_newer_version(kept: KeptRoadMap, head: RoadMapHead, items: Sequence[KeptItem]) -> bool:
    """Whether a file seems to be a newer version of a kept road map of the same level and year."""
    own = (kept.head.level, kept.head.read_in, kept.head.begins_on)
    if own != (head.level, head.read_in, head.begins_on) or not items:
        return False
    known = {_words(item.event) for item in kept.items}
    common = sum(_words(item.event) in known for item in items)
    return common >= _SHARE_KNOWN * min(len(items), max(len(kept.items), 1))


def updated_items(kept: Sequence[KeptItem], read: Sequence[KeptItem]) -> UpdatedItems:
    """Join items by their words, then by their numbers where the words are alike."""
    waiting: defaultdict[str, list[KeptItem]] = defaultdict(list)
    for item in kept:
        waiting[_words(item.event)].append(item)
    found: list[KeptItem | None] = []
    for item in read:
        same = waiting[_words(item.event)]
        found.append(same.pop(0) if same else None)
    rest = [item for items in waiting.values() for item in items]
    for place, item in enumerate(read):
        if found[place] is None:
            alike = next((one for one in rest if _is_alike(one, item)), None)
            if alike is not None:
                rest.remove(alike)
                found[place] = alike
    order = {item.item_id: place for place, item in enumerate(kept)}
    gone = sorted(rest, key=lambda item: order[item.item_id])
    return UpdatedItems(tuple(zip(found, read, strict=True)), tuple(gone))


def _is_alike(kept: KeptItem, read: KeptItem) -> bool:
    if not read.number or _number(kept) != _number(read):
        return False
    return SequenceMatcher(None, _words(kept.event), _words(read.event)).ratio() >= _ALIKE


def _number(item: KeptItem) -> str:
    return item.number.strip().rstrip(".")


def _words(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").split()).rstrip(" .;,")
