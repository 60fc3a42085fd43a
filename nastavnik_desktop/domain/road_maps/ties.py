"""What ties items of a road map to other road maps, and to the person who uses the program."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class TiedItem:
    """An item of another road map, by what is needed to name it and to go to it."""

    item_id: int
    road_map_id: int
    number: str
    event: str
    road_map: str

    @property
    def title(self) -> str:
        """«2.1 Обновить базу наставников»."""
        return f"{self.number} {' '.join(self.event.split())}".strip()


@dataclass(frozen=True)
class RoadMapTies:
    """Ties of one road map.

    ``higher`` are items of higher levels that its items may fulfil, ``fulfils`` the one that an
    item fulfils, ``fulfilled_by`` those of lower levels that fulfil an item, both by the id of
    the item. ``mine`` are items for which the coordinator of the programme answers.
    """

    higher: tuple[TiedItem, ...] = ()
    fulfils: Mapping[int, TiedItem] = field(default_factory=dict)
    fulfilled_by: Mapping[int, tuple[TiedItem, ...]] = field(default_factory=dict)
    mine: frozenset[int] = frozenset()
