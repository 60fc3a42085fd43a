"""Blanks as authorities send them, made afresh for every test."""

import io
import zipfile

from docx import Document
from openpyxl import Workbook
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation

SHEET = "Сведения"
LINE = Side(style="thin")
RULED = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
QUARTER = "Сведения о реализации целевой модели наставничества за {quarter}"
HEADS = (
    ("Форма наставничества", "Количество пар", "Количество групп", "Наставников, чел.", None,
     "Наставляемых, чел.", None, "Итого участников"),
    (None, None, None, "всего", "из них педагоги", "всего", "из них молодые специалисты", None),
)  # fmt: skip
FORMS = ("«Ученик – ученик»", "педагог-педагог", "Всего (без повторов)")
FIRST_ROW = 7


def quarter_workbook(quarter="IV квартал 2026 года", forms=FORMS):
    """A table of forms of mentoring with merged headings, a drop-down, totals and a protection."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = SHEET
    sheet["A1"] = QUARTER.format(quarter=quarter)
    sheet["A1"].font = Font(bold=True)
    sheet.merge_cells("A1:H1")
    sheet["A2"], sheet["A3"] = "Наименование организации", "Ответственный исполнитель, телефон"
    for row in (2, 3):
        for column in range(1, 9):
            sheet.cell(row, column).border = RULED
    sheet.merge_cells("B2:H2")
    _table(sheet, forms)
    _extras(workbook, sheet)
    return _saved(workbook)


def _table(sheet, forms):
    rows = [*HEADS, tuple(range(1, 9)), *((title, *[None] * 7) for title in forms)]
    for row, line in enumerate(rows, start=FIRST_ROW - 3):
        for column, value in enumerate(line, start=1):
            cell = sheet.cell(row, column, value)
            cell.border, cell.fill = RULED, PatternFill("solid", fgColor="FFF2F2F2")
    for merged in ("A4:A5", "B4:B5", "C4:C5", "D4:E4", "F4:G4", "H4:H5"):
        sheet.merge_cells(merged)
    for row in range(FIRST_ROW, FIRST_ROW + len(forms)):
        sheet.cell(row, 8, f"=D{row}+F{row}")


def _extras(workbook, sheet):
    drop_down = DataValidation(type="list", formula1='"да,нет"')
    drop_down.add("J2")
    sheet.add_data_validation(drop_down)
    sheet.protection.sheet = True
    hidden = workbook.create_sheet("Справочник")
    hidden.sheet_state = "hidden"
    hidden["A1"] = f"={SHEET}!H9"


def list_workbook(*titles):
    """A blank of two columns: an indicator and its value in every row."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Показатели"
    for row, words in enumerate((("Показатель", "Значение"), *((one, None) for one in titles)), 1):
        for column, value in enumerate(words, start=1):
            sheet.cell(row, column, value).border = RULED
    return _saved(workbook)


def quarter_document():
    """A Word table of indicators, with a paragraph before it."""
    document = Document()
    document.add_heading("Информация о наставничестве", 1)
    rows = (
        ("Показатель", "Количество"),
        ("Наименование организации", ""),
        ("Количество наставников, всего", ""),
        ("из них педагогические работники", ""),
        ("Количество наставляемых", "…"),
    )
    table = document.add_table(len(rows), 2, style="Table Grid")
    for row, words in enumerate(rows):
        for column, text in enumerate(words):
            table.cell(row, column).text = text
    return _saved(document)


def _saved(made):
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def parts_of(content):
    """The parts of an office file by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}
