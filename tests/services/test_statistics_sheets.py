"""Every form as a workbook, a document and a text: formulas, headings, the empty report."""

import csv
import io

import openpyxl
import pytest
from docx import Document

from nastavnik_desktop.domain.statistics.entered import FigureDraft
from nastavnik_desktop.services.statistics import StatisticsService
from nastavnik_desktop.services.statistics_forms import FORM_CODES
from tests.domain.statistics_school import AS_OF, SCHOOL
from tests.services.statistics_base import write_facts


@pytest.fixture
def statistics(sqlite_base):
    write_facts(sqlite_base, SCHOOL)
    return StatisticsService(sqlite_base)


def book(statistics, code):
    report = statistics.report(code, AS_OF)
    return openpyxl.load_workbook(io.BytesIO(statistics.render(report, "xlsx")))


def row_of(sheet, number):
    return next(row for row in sheet.iter_rows() if row[1].value == number)


def figures(sheet, number):
    return [cell.value for cell in row_of(sheet, number) if cell.value is not None][2:]


@pytest.mark.parametrize("code", FORM_CODES)
def test_a_workbook_is_ready_to_print(statistics, code):
    for sheet in book(statistics, code).worksheets[1:]:
        assert sheet.print_area
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows
        assert sheet.merged_cells.ranges


def test_totals_of_the_staff_are_sums_of_their_parts(statistics):
    sheet = book(statistics, "oo1-3.3").worksheets[1]
    total = [cell for cell in row_of(sheet, "01") if cell.value is not None][2:]
    assert all(str(cell.value).startswith("=") for cell in total)
    by_ages = "+".join(cell.coordinate for cell in total[1::2])
    assert total[0].value == f"={by_ages}"
    rows = (total[1].row + shift for shift in (1, 5, 38, 39))
    assert total[1].value == "=" + "+".join(f"{total[1].column_letter}{row}" for row in rows)


def test_a_total_that_its_parts_do_not_make_stays_a_number(statistics):
    """One educator has no length of service: her total is not the sum of the bands."""
    total = figures(book(statistics, "educators").worksheets[1], "08")
    assert total[0] == 7
    assert str(total[1]).startswith("=")


def test_a_share_is_a_formula_that_survives_an_empty_row(statistics):
    sheet = book(statistics, "educators").worksheets[1]
    row = row_of(sheet, "03")[0].row
    assert figures(sheet, "03")[-1] == (
        f'=IF(COUNT(F{row},C{row})<2,"",IFERROR(F{row} / C{row} * 100,"–"))'
    )
    assert row_of(sheet, "01")[6].number_format == "0.0"


def test_a_corrected_total_is_a_number(statistics):
    report = statistics.report("pupils", AS_OF)
    statistics.enter(report, ("01", 3), FigureDraft("8", "принят вчера"))
    assert figures(book(statistics, "pupils").worksheets[1], "01")[0] == 8


def test_words_stand_in_the_check_list(statistics):
    sheet = book(statistics, "documents").worksheets[1]
    values = figures(sheet, "03")
    assert values == [
        1, "№\u00a06 от\u00a002.09.2026, Положение о\u00a0наставничестве",
        "https://school17.example/regulation.pdf",
    ]  # fmt: skip


def test_an_empty_report_fills_the_title_page_alone(sqlite_base):
    statistics = StatisticsService(sqlite_base)
    for code in ("participants", "pupils", "educators", "documents", "oo1-3.1", "oo1-3.3"):
        report = statistics.report(code, AS_OF)
        assert report.is_empty
        content = statistics.render(report, "xlsx")
        for sheet in openpyxl.load_workbook(io.BytesIO(content)).worksheets[1:]:
            values = [cell.value for row in sheet.iter_rows() for cell in row]
            assert 0 not in values
            assert "–" not in values
            assert not [value for value in values if str(value).startswith("=")]


def test_a_document_for_word_holds_every_table(statistics):
    report = statistics.report("educators", AS_OF)
    document = Document(io.BytesIO(statistics.render(report, "docx")))
    texts = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "моложе 25 лет" in [text.replace("\u00a0", " ") for text in texts]
    assert "71,4" in texts


def test_a_text_file_guards_against_formulas(statistics):
    report = statistics.report("documents", AS_OF)
    lines = statistics.render(report, "csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(lines), delimiter=";"))
    assert ["Программа наставничества", "05", "0", "", ""] in rows
    assert rows[0][0].endswith("по состоянию на 12.12.2026")
