"""A blank in Excel is filled inside its file: values in their cells, all else to the letter."""

import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.formula import ArrayFormula
from PIL import Image as Picture

from nastavnik_desktop.documents.blanks.xlsx_blank import fill_xlsx, read_xlsx
from nastavnik_desktop.domain.blanks import CellPlace, column_letters, column_number
from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile

SHEET = "Сведения"
PART = "xl/worksheets/sheet1.xml"


def styled_blank():
    """A blank with what authorities put into theirs."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = SHEET
    sheet["A1"] = "Сведения о наставничестве на 1 квартал 2026 года"
    sheet.merge_cells("A1:D1")
    for column, title in enumerate(("Организация", "пар", "групп", "Всего"), start=1):
        cell = sheet.cell(2, column, title)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="FFDDEEFF")
    sheet["A3"] = "МБОУ «СОШ № 17»"
    sheet["B3"].number_format = "0"
    sheet["D3"] = "=B3+C3"
    sheet["B5"], sheet["B5"].font = 99, Font(italic=True)
    drop_down = DataValidation(type="list", formula1='"да,нет"')
    drop_down.add("C4")
    sheet.add_data_validation(drop_down)
    sheet.conditional_formatting.add(
        "B3:C3", CellIsRule(operator="greaterThan", formula=["5"], font=Font(color="FFFF0000"))
    )
    sheet.protection.sheet = True
    sheet.print_area = "A1:D5"
    picture = io.BytesIO()
    Picture.new("RGB", (4, 4), "red").save(picture, "PNG")
    sheet.add_image(Image(picture), "F1")
    hidden = workbook.create_sheet("Справочник")
    hidden.sheet_state = "hidden"
    hidden["A1"] = f"={SHEET}!D3"
    workbook.defined_names["школы"] = DefinedName("школы", attr_text="Справочник!$A$1:$A$9")
    content = io.BytesIO()
    workbook.save(content)
    return _with_results(content.getvalue())


def _with_results(content):
    """Formulas with results that the authority's spreadsheet left in the file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    for name in (PART, "xl/worksheets/sheet2.xml"):
        parts[name] = re.sub(rb"<v ?/>|<v></v>", b"<v>0</v>", parts[name])
    return packed(parts)


def packed(parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def at(address, sheet=SHEET):
    return CellPlace.parse(sheet, address)


@pytest.fixture(scope="module")
def blank():
    return styled_blank()


def test_values_stand_in_their_cells_and_keep_their_look(blank):
    values = {at("B3"): 7, at("C3"): 2.5, at("B5"): 0, at("C5"): "нет <данных> & «прочее»"}
    sheet = load_workbook(io.BytesIO(fill_xlsx(blank, values)))[SHEET]
    assert [sheet[address].value for address in ("B3", "C3", "B5", "C5")] == [
        7,
        2.5,
        0,
        "нет <данных> & «прочее»",
    ]
    assert sheet["B5"].font.italic
    assert sheet["B3"].number_format == "0"


def test_every_other_part_is_the_same_to_the_byte(blank):
    filled = fill_xlsx(blank, {at("B3"): 7})
    before, after = parts_of(blank), parts_of(filled)
    assert list(before) == list(after)
    looking = "xl/worksheets/sheet2.xml"
    assert {name for name in before if before[name] != after[name]} == {PART, looking}
    asked = b'<sheetCalcPr fullCalcOnLoad="1"/>'
    restored = after[looking].replace(asked, b"").replace(b"</f>", b"</f><v>0</v>")
    assert restored == before[looking]


def test_the_sheet_changes_in_its_cells_only(blank):
    before, after = parts_of(blank)[PART], parts_of(fill_xlsx(blank, {at("B3"): 7}))[PART]
    restored = (
        after.replace(b"<v>7</v></c>", b"</c>")
        .replace(b'<sheetCalcPr fullCalcOnLoad="1"/>', b"")
        .replace(b"<f>B3+C3</f>", b"<f>B3+C3</f><v>0</v>")
    )
    assert before.replace(b' t="n"></c><c r="D3">', b'></c><c r="D3">') == restored


def test_formulas_stay_and_are_calculated_on_opening(blank):
    xml = parts_of(fill_xlsx(blank, {at("B3"): 7}))[PART]
    assert b"<f>B3+C3</f></c>" in xml  # the old result is gone
    assert b'</sheetData><sheetCalcPr fullCalcOnLoad="1"/>' in xml


def test_a_value_does_not_go_into_a_formula(blank):
    with pytest.raises(RuleViolation, match="D3 бланка стоит формула"):
        fill_xlsx(blank, {at("D3"): 5})


def test_another_form_is_refused_in_words(blank):
    with pytest.raises(UnreadableFile, match="нет листа «Итоги»"):
        fill_xlsx(blank, {at("B3", "Итоги"): 5})


def test_new_rows_and_cells_find_their_places(blank):
    values = {at("Z9"): 1, at("A4"): 2, at("E3"): 3, at("AA3"): 4, at("A12"): "х"}
    filled = fill_xlsx(blank, values)
    sheet = load_workbook(io.BytesIO(filled))[SHEET]
    assert [sheet[place.address].value for place in values] == list(values.values())
    xml = parts_of(filled)[PART]
    rows = [int(number) for number in re.findall(rb'<row r="(\d+)"', xml)]
    assert rows == sorted(set(rows))
    for row in re.findall(rb"<row .*?</row>", xml):
        columns = [column_number(found.decode()) for found in re.findall(rb'<c r="([A-Z]+)', row)]
        assert columns == sorted(set(columns))


def test_an_empty_text_empties_a_cell(blank):
    sheet = load_workbook(io.BytesIO(fill_xlsx(blank, {at("B5"): ""})))[SHEET]
    assert sheet["B5"].value is None
    assert sheet["B5"].font.italic


def test_a_sheet_without_rows_is_filled():
    workbook = Workbook()
    content = io.BytesIO()
    workbook.save(content)
    filled = fill_xlsx(content.getvalue(), {at("C2", "Sheet"): 5})
    assert load_workbook(io.BytesIO(filled)).active["C2"].value == 5


def test_prefixes_and_missing_addresses_of_other_programs_are_understood(blank):
    parts = parts_of(blank)
    parts[PART] = (
        b'<?xml version="1.0"?><x:worksheet '
        b'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        b"<x:row><x:c><x:v>1</x:v></x:c><x:c a='>'/></x:row>"
        b'<x:row r="3"><x:c r="B3" s="1" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData>'
        b"</x:worksheet>"
    )
    xml = parts_of(fill_xlsx(packed(parts), {at("B1"): 2, at("B3"): 7, at("B2"): 5}))[PART]
    assert b"<x:c><x:v>1</x:v></x:c><x:c a='>'><x:v>2</x:v></x:c></x:row>" in xml
    assert b'<x:row r="2"><x:c r="B2"><x:v>5</x:v></x:c></x:row><x:row r="3">' in xml
    assert b'<x:c r="B3" s="1"><x:v>7</x:v></x:c>' in xml


@pytest.mark.parametrize(
    "xml",
    [
        b"<worksheet",
        b'<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>',
        b"\xff\xfe<\x00w\x00>\x00",
        b"<other/>",
    ],
)
def test_damaged_and_dangerous_sheets_are_refused(blank, xml):
    with pytest.raises(UnreadableFile):
        fill_xlsx(packed({**parts_of(blank), PART: xml}), {at("B3"): 7})


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a zip"])
def test_files_that_are_none_are_refused(content):
    with pytest.raises(UnreadableFile):
        read_xlsx(content)
    with pytest.raises(UnreadableFile):
        fill_xlsx(content, {at("B3"): 7})


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.builds(CellPlace, st.just(SHEET), st.integers(6, 40), st.integers(1, 60)),
        st.one_of(
            st.integers(-(10**9), 10**9),
            st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: round(number, 3)),
            st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20),
        ),
        max_size=30,
    )
)
def test_whatever_is_written_is_read_back(values):
    filled = fill_xlsx(styled_blank(), values)
    sheet = load_workbook(io.BytesIO(filled))[SHEET]
    assert {place: sheet[place.address].value for place in values} == values


def test_the_blank_is_shown_with_its_headings(blank):
    shown = read_xlsx(blank)
    assert [(sheet.name, sheet.is_hidden) for sheet in shown.sheets] == [
        (SHEET, False),
        ("Справочник", True),
    ]
    sheet = shown.sheet(SHEET)
    assert sheet.column_headings(3, 2) == (
        "Сведения о наставничестве на 1 квартал 2026 года",
        "пар",
    )
    assert sheet.row_headings(3, 2) == ("МБОУ «СОШ № 17»",)
    assert sheet.cell_at(3, 4).is_formula
    assert sheet.place(1, 3) == at("A1")
    assert (sheet.height, sheet.width) == (5, 4)


def test_the_next_quarter_has_the_same_shape_and_another_form_has_not(blank):
    heading = "Сведения о наставничестве на 2 квартал 2026 года"
    next_quarter = fill_xlsx(blank, {at("A1"): heading, at("B3"): 12})
    another = fill_xlsx(blank, {at("B2"): "наставников"})
    shape = read_xlsx(blank).shape
    assert read_xlsx(next_quarter).shape == shape
    assert read_xlsx(another).shape != shape


@given(st.integers(1, 16384))
def test_letters_of_columns_there_and_back(number):
    assert column_number(column_letters(number)) == number


@pytest.mark.parametrize("address", ["", "5", "B", "B0", "Б5", "B5:C6"])
def test_what_is_no_address_is_told(address):
    with pytest.raises(ValueError, match=f"^{address}$"):
        CellPlace.parse(SHEET, address)


def test_cells_that_one_formula_fills_are_its_own():
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = SHEET
    for row in range(1, 6):
        sheet.cell(row, 1, row)
        sheet.cell(row, 2, 0)
    sheet["B2"] = ArrayFormula("B2:B4", "=A2:A4*2")
    target = io.BytesIO()
    workbook.save(target)
    content = target.getvalue()
    (seen,) = read_xlsx(content).sheets
    assert [seen.cell_at(row, 2).is_formula for row in range(1, 6)] == [
        False, True, True, True, False,
    ]  # fmt: skip
    with pytest.raises(RuleViolation, match="B3 бланка стоит формула"):
        fill_xlsx(content, {at("B3"): 7})
    assert load_workbook(io.BytesIO(fill_xlsx(content, {at("B5"): 7})))[SHEET]["B5"].value == 7
