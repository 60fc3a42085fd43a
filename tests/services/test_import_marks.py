"""The report of an import with the problem cells of the file coloured."""

import io
from pathlib import Path

from openpyxl import load_workbook

from nastavnik_desktop.imports.reading import read_file
from nastavnik_desktop.services.import_marks import marked_report

TABLES = Path(__file__).parents[1] / "data" / "tables"


def report_of(name):
    path = TABLES / name
    problems = read_file(path).problems
    content = marked_report(path, problems, ("Где", "Что"), [("Кадры, K33", "=2+2")])
    return load_workbook(io.BytesIO(content))


def colour_of(cell):
    return cell.fill.fgColor.rgb if cell.fill.fill_type else None


def test_problem_cells_are_coloured_and_tell_what_is_wrong():
    book = report_of("01-staff-school17.xlsx")
    assert book.sheetnames == ["Отчёт", "Кадры"]
    sheet = book["Кадры"]
    assert sheet["K33"].value == "31.06.1987"
    assert colour_of(sheet["K33"]) == "FFFFE8B3"
    assert "31.06.1987" in sheet["K33"].comment.text
    assert colour_of(sheet["K32"]) is None
    assert colour_of(sheet["L37"]) == "FFFFE8B3"


def test_lines_of_the_report_stand_first_and_are_never_formulas():
    sheet = report_of("01-staff-school17.xlsx")["Отчёт"]
    assert [cell.value for cell in sheet[1]] == ["Где", "Что"]
    assert sheet["B2"].value == "=2+2"
    assert sheet["B2"].data_type == "s"


def test_every_sheet_of_the_file_is_there_under_a_name_that_excel_admits():
    book = report_of("06-students-by-class.xlsx")
    assert book.sheetnames[1:] == ["5А", "5б", "8 «В»"]
    assert colour_of(book["5б"]["E14"]) == "FFFFE8B3"


def test_a_word_table_has_numbers_for_columns():
    book = report_of("04-order-pairs.docx")
    assert len(book.sheetnames) > 1
