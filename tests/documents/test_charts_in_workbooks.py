"""Charts of a workbook are the spreadsheet's own: their numbers can be read and corrected."""

import io
import zipfile

import openpyxl

from nastavnik_desktop.documents.render import render_xlsx
from nastavnik_desktop.documents.tree import Cell, Document, Paragraph, Role, Row, Run, Table
from nastavnik_desktop.documents.xlsx_charts import DATA_SHEET
from nastavnik_desktop.domain.charts import Bar, BarChart, Series, TrendChart

BARS = BarChart("Кто наставники", (Bar("педагоги", 10, "10"), Bar("обучающиеся", 8, "8 из 9")))
YEARS = TrendChart(
    "По годам",
    ("2025/26", "2026/27"),
    (Series("наставляемые", (13, 22)), Series("наставники", (None, 18))),
)
TABLE = Table((60.0, 20.0), (Row((Cell("педагоги"), Cell("10", value=10.0))),))
HEADING = Paragraph((Run("Кто наставники", bold=True),), Role.PLAIN)
PAPER = Document("Диаграммы", (HEADING, TABLE, BARS, YEARS, Paragraph.of("Конец", Role.PLAIN)))


def book():
    return openpyxl.load_workbook(io.BytesIO(render_xlsx(PAPER)))


def test_a_chart_shows_the_numbers_of_the_last_sheet():
    made = book()
    assert made.sheetnames[-1] == DATA_SHEET
    rows = list(made[DATA_SHEET].iter_rows(values_only=True))
    assert rows[0][:2] == ("Кто наставники", "Значение")
    assert [row[:2] for row in rows[1:3]] == [("педагоги", 10), ("обучающиеся", 8)]
    assert rows[4][:3] == ("По годам", "наставляемые", "наставники")
    assert [row[:3] for row in rows[5:7]] == [("2025/26", 13, None), ("2026/27", 22, 18)]
    bars, years = made.worksheets[0]._charts
    assert [series.val.numRef.f for series in bars.series] == [f"'{DATA_SHEET}'!$B$2:$B$3"]
    assert [series.val.numRef.f for series in years.series] == [
        f"'{DATA_SHEET}'!$B$6:$B$7",
        f"'{DATA_SHEET}'!$C$6:$C$7",
    ]


def test_what_follows_stands_below_the_chart_and_is_printed():
    sheet = book().worksheets[0]
    (last,) = (row[0].row for row in sheet.iter_rows() if row[0].value == "Конец")
    bottom = max(chart.anchor.to.row for chart in sheet._charts)
    assert last > bottom
    assert sheet.print_area.endswith(f"${last}")


def test_a_chart_says_in_words_what_it_shows_and_its_labels_are_ours():
    with zipfile.ZipFile(io.BytesIO(render_xlsx(PAPER))) as parts:
        assert (
            "педагоги: 10; обучающиеся: 8 из 9" in parts.read("xl/drawings/drawing1.xml").decode()
        )
        assert "8 из 9" in parts.read("xl/charts/chart1.xml").decode()


def test_a_bold_line_is_bold_on_a_sheet_too():
    assert book().worksheets[0]["A1"].font.bold


def test_a_workbook_without_charts_has_no_sheet_of_numbers():
    made = openpyxl.load_workbook(io.BytesIO(render_xlsx(Document("Таблица", (TABLE,)))))
    assert len(made.sheetnames) == 1
