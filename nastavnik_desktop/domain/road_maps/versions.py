"""Which items of a newer file are the ones of a kept road map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from nastavnik_desktop.domain.road_maps.findings import bare, stems
from nastavnik_desktop.domain.road_maps.kept import KeptItem
from nastavnik_desktop.domain.search import search_key

GONE_SECTION = "Нет в новой редакции"
"""The section of items that the newer file has no more: they wait there for the user."""
_FEWEST_COMMON = 2
_SHARE_OF_SAME = 0.5
_SHARE_OF_STEMS = 0.5


@dataclass(frozen=True)
class Pairs:
    """``kept_ids`` says for each item of the file which kept item it is, None for a new one.

    ``gone`` are the kept items that the file has no more.
    """

    kept_ids: tuple[int | None, ...]
    gone: tuple[int, ...]

    @property
    def same(self) -> int:
        """How many items both have."""
        return len(self.kept_ids) - self.added

    @property
    def added(self) -> int:
        """How many items only the file has."""
        return self.kept_ids.count(None)

    @property
    def is_newer_version(self) -> bool:
        """Whether the file is another version of the road map: half of the shorter is the same."""
        shorter = min(len(self.kept_ids), self.same + len(self.gone))
        return self.same >= max(_FEWEST_COMMON, _SHARE_OF_SAME * shorter)


def paired(kept: Sequence[KeptItem], read: Sequence[KeptItem]) -> Pairs:
    """Pair by number and words, then by words alone, then by number where words are alike."""
    found: dict[int, int] = {}
    for key in (_number_and_words, _words):
        _pair_by(key, kept, read, found)
    _pair_alike(kept, read, found)
    taken = set(found.values())
    ids = tuple(found.get(place) for place in range(len(read)))
    return Pairs(ids, tuple(item.item_id for item in kept if item.item_id not in taken))


def _number_and_words(item: KeptItem) -> Hashable:
    return bare(item.number), _words(item)


def _words(item: KeptItem) -> str:
    return search_key(" ".join(item.event.split()))


def _pair_by(
    key: Callable[[KeptItem], Hashable],
    kept: Sequence[KeptItem],
    read: Sequence[KeptItem],
    found: dict[int, int],
) -> None:
    """Rows of the same key in their order; rows without words are nobody's."""
    free: defaultdict[Hashable, list[int]] = defaultdict(list)
    for item in _untaken(kept, found):
        if item.event:
            free[key(item)].append(item.item_id)
    for place, item in enumerate(read):
        if place not in found and free.get(key(item)):
            found[place] = free[key(item)].pop(0)


def _pair_alike(kept: Sequence[KeptItem], read: Sequence[KeptItem], found: dict[int, int]) -> None:
    """The same number, and half of the words: its wording was changed."""
    free = {bare(item.number): item for item in _untaken(kept, found) if item.number}
    for place, item in enumerate(read):
        other = free.get(bare(item.number)) if item.number and place not in found else None
        if other is None:
            continue
        old, new = stems(other.event), stems(item.event)
        if len(old & new) >= _SHARE_OF_STEMS * max(1, min(len(old), len(new))):
            found[place] = free.pop(bare(item.number)).item_id


def _untaken(kept: Iterable[KeptItem], found: dict[int, int]) -> list[KeptItem]:
    taken = set(found.values())
    return [item for item in kept if item.item_id not in taken]
