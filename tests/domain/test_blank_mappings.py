"""Mappings of blanks: written and read again, found in the next quarter's file."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.documents.blanks.xlsx_blank import read_xlsx
from nastavnik_desktop.domain.blanks import Blank, CellPlace
from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.domain.filling.filled import written_value
from nastavnik_desktop.domain.filling.headings import Headings, headings_of
from nastavnik_desktop.domain.filling.known_texts import KnownText
from nastavnik_desktop.domain.filling.mapping import (
    BlankMapping,
    MappedCell,
    at_home,
    best_found,
    found_in,
)
from nastavnik_desktop.domain.filling.mapping_json import mapping_json, read_mapping
from nastavnik_desktop.domain.filling.proposals import proposals
from nastavnik_desktop.domain.filling.sources import Counted, FormCell, Known, Written
from tests.blank_samples import FORMS, SHEET, list_workbook, quarter_workbook
from tests.domain.test_blank_proposals import FORMS as TITLES

SOURCES = st.one_of(
    st.builds(
        Counted,
        st.sampled_from(("pairings", "mentors", "mentees", "rates")),
        st.sampled_from(
            ((), (("sex", "f"),), (("mentoring_form", "own-7"), ("occupation", "educator")))
        ),
    ),
    st.builds(FormCell, st.just("oo1-3.1"), st.sampled_from(("01", "11")), st.integers(3, 17)),
    st.builds(Known, st.sampled_from(KnownText)),
    st.builds(Written, st.text(max_size=20)),
)
CELLS = st.lists(
    st.builds(
        MappedCell,
        st.builds(CellPlace, st.text(min_size=1, max_size=9), st.integers(1, 99),
                  st.integers(1, 99)),
        SOURCES,
        st.builds(Headings, st.tuples(st.text(max_size=9)), st.just(())),
        is_proposed=st.booleans(),
    ),
    unique_by=lambda cell: cell.place,
    max_size=12,
)  # fmt: skip


@given(CELLS, st.text(max_size=20))
def test_a_mapping_is_read_as_it_was_written(cells, title):
    mapping = BlankMapping(title, "0" * 64).having(*cells)
    assert read_mapping(json.loads(json.dumps(mapping_json(mapping)))) == mapping


def test_a_mapping_by_hand_may_be_short():
    content = {
        "cells": [
            {"cell": "b3", "indicator": "mentors", "where": {"sex": "f"}},
            {"cell": "Сведения!C3", "form": "participants", "row": "11", "column": "5"},
            {"cell": "'Лист 2'!D3", "value": 12.5},
            {"sheet": SHEET, "cell": "A3", "text": "responsible"},
        ]
    }
    found = {
        (one.place.sheet, one.place.address): one.source for one in read_mapping(content).cells
    }
    assert found == {
        ("", "B3"): Counted("mentors", (("sex", "f"),)),
        (SHEET, "C3"): FormCell("participants", "11", 5),
        ("Лист 2", "D3"): Written("12,5"),
        (SHEET, "A3"): Known(KnownText.RESPONSIBLE),
    }


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ({"cell": "B", "value": 1}, "ячейка B"),
        ({"cell": "B3"}, "indicator, form, text, value"),
        ({"cell": "B3", "value": 1, "text": "inn"}, "indicator, form, text, value"),
        ({"cell": "B3", "indicator": "weather"}, "неизвестный показатель «weather»"),
        ({"cell": "B3", "indicator": "mentors", "where": {"sex": "x"}}, "«sex: x»"),
        ({"cell": "B3", "text": "weather"}, "school_short_name"),
        ({"cell": "B3", "form": "pupils", "row": "01"}, "ячейка B3"),
        ({"cell": "B3", "indicator": "mentors", "where": []}, "ячейка B3"),
        ("B3", "объект JSON"),
    ],
)
def test_a_mistake_in_a_mapping_is_named_with_its_cell(cell, words):
    with pytest.raises(UnreadableFile, match=words):
        read_mapping({"cells": [cell]})


@pytest.mark.parametrize("content", [[], {}, {"cells": {}}, "B3"])
def test_what_is_no_mapping_is_told(content):
    with pytest.raises(UnreadableFile, match="список ячеек"):
        read_mapping(content)


def test_a_cell_named_twice_is_a_mistake():
    cells = [{"cell": "B3", "value": 1}, {"cell": "B3", "value": 2}]
    with pytest.raises(UnreadableFile, match="дважды"):
        read_mapping({"cells": cells})


def mapped(content):
    """The blank with the program's own proposals as its confirmed mapping."""
    blank = read_xlsx(content)
    return BlankMapping("бланк", blank.shape).having(*proposals(blank, TITLES)).confirmed()


def test_the_next_quarter_has_the_same_shape():
    first = read_xlsx(quarter_workbook("III квартал 2026 года"))
    for quarter in ("IV квартал 2026 года", "1 квартал 2027 года", "II квартал 2027 года"):
        assert read_xlsx(quarter_workbook(quarter)).shape == first.shape
    assert read_xlsx(quarter_workbook(forms=FORMS[:2])).shape != first.shape
    assert read_xlsx(quarter_workbook(forms=FORMS[::-1])).shape != first.shape


def test_cells_go_with_their_headings_when_a_row_comes_between():
    mapping = mapped(quarter_workbook())
    wider = ("«Ученик – ученик»", "«Учитель – учитель»", *FORMS[1:])
    blank = read_xlsx(quarter_workbook(forms=wider))
    found = found_in(blank, mapping)
    sources = {cell.place.address: cell.source for cell in found.mapping.cells}
    before = {cell.place.address: cell.source for cell in mapping.cells}
    assert (found.lost, found.share) == (0, 1.0)
    assert found.moved == 12  # six figures of the two rows below the new one
    assert sources["D9"] == before["D8"]
    assert sources["G10"] == before["G9"]
    assert "D8" not in sources
    assert not any(cell.is_proposed for cell in found.mapping.cells)


def test_a_heading_worded_anew_makes_its_cells_proposals_again():
    mapping = mapped(list_workbook("Количество наставников", "Количество наставляемых"))
    blank = read_xlsx(list_workbook("Число наставников школы", "Количество наставляемых"))
    found = found_in(blank, mapping)
    assert [(one.place.address, one.is_proposed) for one in found.mapping.cells] == [
        ("B2", True),
        ("B3", False),
    ]


def test_another_form_is_not_taken_for_this_one():
    mapping = mapped(quarter_workbook())
    blank = read_xlsx(list_workbook("Количество кружков", "Количество секций"))
    assert best_found(blank, [mapping]) is None
    assert best_found(Blank(()), [mapping]) is None


def test_of_several_mappings_the_one_that_fits_best_is_found():
    whole = mapped(list_workbook("Количество наставников", "Количество наставляемых"))
    half = mapped(list_workbook("Количество наставников", "Количество групп"))
    blank = read_xlsx(
        list_workbook("Примечание", "Количество наставников", "Количество наставляемых")
    )
    found = best_found(blank, [half, whole])
    assert [one.source for one in found.mapping.cells] == [one.source for one in whole.cells]


def test_a_place_inside_a_joined_cell_is_its_first_one():
    blank = read_xlsx(quarter_workbook())
    mapping = read_mapping({"cells": [{"cell": "F2", "text": "place"}]})
    (cell,) = at_home(mapping, blank).cells
    assert cell.place == CellPlace.parse(SHEET, "B2")


def test_headings_end_where_another_table_begins():
    blank = read_xlsx(quarter_workbook())
    sheet = blank.sheet(SHEET)
    assert headings_of(sheet, 8, 5) == Headings(
        ("педагог-педагог",), ("Наставников, чел.", "из них педагоги")
    )
    assert headings_of(sheet, 2, 5) == Headings(("Наименование организации",), ())


@pytest.mark.parametrize(
    ("text", "value"),
    [("12", 12), ("37,5", 37.5), ("0", 0), ("0,5", 0.5), ("007", "007"), ("да", "да"), ("", ""),
     ("8 (000) 000-17-18", "8 (000) 000-17-18"), ("1234567890", "1234567890"), ("-5", "-5")],
)  # fmt: skip
def test_what_is_written_down_is_a_number_where_it_reads_as_one(text, value):
    assert written_value(text) == value
    assert isinstance(written_value(text), type(value))
