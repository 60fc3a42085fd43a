"""To which section an item belongs after it was put to another place."""

from __future__ import annotations

from collections.abc import Sequence

from nastavnik_desktop.domain.road_maps.kept import KeptItem


def sections_at(
    items: Sequence[KeptItem], moved: Sequence[int], before_id: int | None
) -> tuple[str, ...] | None:
    """The titles for items that come before another one (None: to the end).

    Where one of the new neighbours has the section of all moved items, they keep it (None is
    answered); else they come into the section of the row above, and at the top of the row below:
    a section is never parted by a row of another one.
    """
    rest = [item for item in items if item.item_id not in moved]
    own = {item.sections for item in items if item.item_id in moved}
    ids = [item.item_id for item in rest]
    at = ids.index(before_id) if before_id in ids else len(rest)
    neighbours = [item.sections for item in rest[max(0, at - 1) : at + 1]]
    if not neighbours or (len(own) == 1 and own & set(neighbours)):
        return None
    return neighbours[0]
