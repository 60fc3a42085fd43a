"""The section of an item at its new place."""

import pytest

from nastavnik_desktop.domain.road_maps.kept import KeptItem
from nastavnik_desktop.domain.road_maps.placing import sections_at

ITEMS = [
    KeptItem(1, item_id=key, sections=sections)
    for key, sections in ((1, ("А",)), (2, ("А",)), (3, ("Б",)), (4, ("Б",)), (5, ("В",)))
]


@pytest.mark.parametrize(
    ("moved", "before", "expected"),
    [
        ([1], 3, None),
        ([1], 4, ("Б",)),
        ([1], None, ("В",)),
        ([5], 3, ("А",)),
        ([5], 1, ("А",)),
        ([3], 5, None),
        ([1, 3], 5, ("Б",)),
        ([1, 2, 3, 4, 5], None, None),
    ],
)
def test_a_section_is_never_parted_by_a_row_of_another_one(moved, before, expected):
    assert sections_at(ITEMS, moved, before) == expected
