"""Every road map that was sent is read exactly as its expected reading says, item by item."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from nastavnik_desktop.domain.deadlines import Kind
from nastavnik_desktop.imports.readers.document import open_document
from nastavnik_desktop.imports.road_maps.reading import read_road_map
from nastavnik_desktop.imports.road_maps.reading_json import road_map_as_json
from tests.imports.road_maps.differences import differences, flat
from tests.imports.road_maps.generated_maps import WrittenMap, WrittenRow
from tests.imports.road_maps.written_maps import FORMATS, write_map

MAPS = Path(__file__).resolve().parents[2] / "data" / "roadmaps"


def expected_of(name: str) -> dict[str, object]:
    expected = json.loads((MAPS / f"{Path(name).stem}.expected.json").read_text("utf-8"))
    return (
        expected_of(expected["same_as"].replace(".expected", ""))
        if "same_as" in expected
        else expected
    )


@pytest.mark.parametrize("name", sorted(path.name for path in MAPS.glob("*.docx")))
def test_a_road_map_is_read_as_expected(name):
    read = json.loads(json.dumps(road_map_as_json(read_road_map(MAPS / name)), ensure_ascii=False))

    found = list(differences(flat(expected_of(name)), flat(read)))

    assert not found, "\n".join(found)
    assert all("deadline_read" in item for item in read["items"])


def test_deadlines_of_several_responsibles_are_told_apart():
    reading = read_road_map(MAPS / "seversk-2021.docx")
    item = next(one for one in reading.items if one.event.startswith("Организация семинаров"))

    tasks = [(one.responsible, one.reading.occurrences) for one in item.tasks]

    assert tasks == [("УО, РЦО", (date(2021, 8, 31),)), ("ОО, ДО", (date(2021, 10, 31),))]


def test_what_is_no_item_is_told_with_its_reason():
    reading = read_road_map(MAPS / "krasnoyarsk-school-2023.docx")

    assert reading.agreed_by is not None
    assert (reading.agreed_by.day, reading.agreed_by.number) == (date(2023, 8, 31), "1")
    assert "Дорожная карта" in reading.title
    assert reading.items[0].people == ("Ветров А.А.", "Берёзкина М.И.", "Сомова Е.В.")
    assert reading.items[0].deadline_read.kind is Kind.DEADLINE
    assert reading.items[0].place == "таблица 1, строка 3"


def rewritten(name: str) -> WrittenMap:
    """The first table of a Word file and the texts around it, to be written in another format."""
    document = open_document(MAPS / name)
    grid = document.grids[0]
    spans = {one.top: ((one.left, one.right),) for one in grid.merges}
    rows = []
    for row in range(grid.height):
        cells = tuple(grid.text(row, column) for column in range(grid.width))
        is_title = bool(cells[0]) and not any(cells[1:])
        across = ((0, grid.width - 1),) if is_title else ()
        rows.append(WrittenRow(cells, spans.get(row, across)))
    return WrittenMap(
        list(grid.text_before), rows, list(document.paragraphs[len(grid.text_before) :])
    )


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", sorted(path.name for path in MAPS.glob("*.docx")))
def test_a_road_map_says_the_same_in_every_format(tmp_path, name, form):
    expected = expected_of(name)
    of_other_tables = {"schools", "management_teams"}

    read = road_map_as_json(read_road_map(write_map(tmp_path, rewritten(name), form)))

    found = differences(flat({**expected, **dict.fromkeys(of_other_tables)}), flat(read))
    assert not list(found), "\n".join(differences(flat(expected), flat(read)))
