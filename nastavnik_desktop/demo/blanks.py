"""A blank such as an authority sends, to try the filling with the training school."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_SHEET = "Сведения"
_TITLE = "Сведения о реализации целевой модели наставничества за IV квартал 2026 года"
_FACTS = ("Наименование организации", "Ответственный исполнитель", "Контактный телефон")
_HEADS = (
    ("Форма наставничества", "Количество пар", "Количество групп", "Наставников, чел.", "",
     "Наставляемых, чел.", "", "", "Участников, всего"),
    ("", "", "", "всего", "из них педагоги", "всего", "из них молодые специалисты", "с ОВЗ", ""),
)  # fmt: skip
_FORMS = ("ученик – ученик", "педагог – педагог", "студент – ученик", "Итого (без повторов)")
_MERGED = ("A6:A7", "B6:B7", "C6:C7", "D6:E6", "F6:H6", "I6:I7")
_FIRST_HEAD, _FIRST_FORM, _COLUMNS = 6, 8, 9
_WIDTHS = (34, 12, 12, 11, 13, 11, 16, 11, 14)


def write_blank(path: Path) -> Path:
    """A workbook with merged headings, formulas of totals and the facts that are always asked."""
    from openpyxl import Workbook
    from openpyxl.worksheet.properties import PageSetupProperties

    workbook = Workbook()
    sheet = workbook.active
    if sheet is None:
        raise RuntimeError("a new workbook has a sheet")
    sheet.title = _SHEET
    _write_words(sheet)
    _rule(sheet)
    for at, width in enumerate(_WIDTHS):
        sheet.column_dimensions["ABCDEFGHI"[at]].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    workbook.save(path)
    return path


def _write_words(sheet: Worksheet) -> None:
    from openpyxl.styles import Font

    sheet["A1"], sheet["A1"].font = _TITLE, Font(bold=True, size=13)
    sheet.merge_cells("A1:I1")
    for row, fact in enumerate(_FACTS, start=2):
        sheet.cell(row, 1, fact)
        sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=_COLUMNS)
    for row, heads in enumerate(_HEADS, start=_FIRST_HEAD):
        for column, words in enumerate(heads, start=1):
            sheet.cell(row, column, words or None)
    for merged in _MERGED:
        sheet.merge_cells(merged)
    for row, title in enumerate(_FORMS, start=_FIRST_FORM):
        sheet.cell(row, 1, title)
        sheet.cell(row, _COLUMNS, f"=D{row}+F{row}")


def _rule(sheet: Worksheet) -> None:
    from openpyxl.styles import Alignment, Border, PatternFill, Side

    line = Side(style="thin")
    ruled = Border(left=line, right=line, top=line, bottom=line)
    ground = PatternFill("solid", fgColor="FFE7EEF7")
    rows = (*range(2, 5), *range(_FIRST_HEAD, _FIRST_FORM + len(_FORMS)))
    for row in rows:
        for column in range(1, _COLUMNS + 1):
            cell = sheet.cell(row, column)
            cell.border = ruled
            if _FIRST_HEAD <= row < _FIRST_FORM:
                cell.fill = ground
                cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
