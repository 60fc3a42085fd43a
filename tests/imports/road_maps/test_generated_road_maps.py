"""Road maps of every layout and format, generated with their expected reading, are read back."""

from __future__ import annotations

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik_desktop.imports.road_maps.reading import is_road_map, read_road_map
from nastavnik_desktop.imports.road_maps.reading_json import road_map_as_json
from tests.imports.road_maps.differences import differences, flat
from tests.imports.road_maps.generated_maps import LAYOUTS, road_map
from tests.imports.road_maps.written_maps import FORMATS, write_map

EXAMPLES = {"pdf": 6}


def as_written(items: list[dict[str, object]], form: str, layout: str) -> list[dict[str, object]]:
    """Text formats know no joined cells: a number that covered several rows stands once."""
    if form not in {"csv", "txt"} or layout != "B":
        return items
    told: list[dict[str, object]] = []
    for number, item in enumerate(items):
        is_same = number and items[number - 1]["section"] == item["section"]
        told.append({key: item[key] for key in item if key != "number" or not is_same})
    return told


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_generated_road_map_is_read_back(form, layout):
    @settings(max_examples=EXAMPLES.get(form, 25), deadline=None)
    @given(st.integers(0, 10**6))
    def check(seed: int) -> None:
        made = road_map(Random(seed), layout)
        with TemporaryDirectory() as folder:
            path = write_map(Path(folder), made, form)
            read = flat(road_map_as_json(read_road_map(path)))
            assert is_road_map(path)
        expected = flat({**made.facts, "items": as_written(made.items, form, layout)})
        found = list(differences(expected, read))
        assert not found, "\n".join(found)

    check()
