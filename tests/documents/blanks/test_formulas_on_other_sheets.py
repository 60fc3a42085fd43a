"""Formulas of other sheets that look at what was written lose their old results, no others do."""

import io
import re
import shutil
import subprocess
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from nastavnik_desktop.documents.blanks.xlsx_blank import fill_xlsx
from nastavnik_desktop.domain.blanks import CellPlace

OLD = b"<v>999</v>"


def blank(**formulas):
    """A sheet «Ввод» that is filled, and a sheet for each formula, with results from before."""
    workbook = Workbook()
    workbook.active.title = "Ввод"
    workbook.active["B2"] = 1
    for name, formula in formulas.items():
        workbook.create_sheet(name.replace("_", " "))["A1"] = formula
    workbook.defined_names["пар_всего"] = DefinedName("пар_всего", attr_text="'Ввод'!$B$2")
    workbook.defined_names["дважды"] = DefinedName("дважды", attr_text="пар_всего*2")
    target = io.BytesIO()
    workbook.save(target)
    parts = parts_of(target.getvalue())
    return packed({name: re.sub(rb"<v ?/>|<v></v>", OLD, part) for name, part in parts.items()})


def packed(parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def filled(content):
    return fill_xlsx(content, {CellPlace.parse("Ввод", "B2"): 7})


def touched(content):
    before, after = parts_of(content), parts_of(filled(content))
    return sorted(name for name in before if before[name] != after[name])


def sheet(number):
    return f"xl/worksheets/sheet{number}.xml"


@pytest.mark.parametrize(
    "formula",
    [
        "=Ввод!B2*2",
        "='Ввод'!$B$2",
        "=SUM(Ввод!B1:B9)",
        "=ввод!B2",
        "=пар_всего+1",
        "=дважды",
        '=INDIRECT("Ввод!B2")',
        "=SUM(Ввод:Свод!B2)",
        "=Таблица1[Всего]",
    ],
)
def test_what_may_look_at_the_written_sheet_is_calculated_anew(formula):
    content = blank(Свод=formula)
    assert touched(content) == [sheet(1), sheet(2)]
    xml = parts_of(filled(content))[sheet(2)]
    assert OLD not in xml
    assert b"</f></c>" in xml
    assert b'fullCalcOnLoad="1"' in xml


@pytest.mark.parametrize(
    "formula", ["=1+1", "='Ввод данных'!B2", "=[1]Лист!A1", '="Ввод"', "=SUM(A2:A9)"]
)
def test_a_sheet_that_cannot_look_there_stays_to_the_byte(formula):
    assert touched(blank(Свод=formula, Ввод_данных="=2")) == [sheet(1)]


def test_a_chain_of_sheets_is_followed():
    content = blank(Первый="=Второй!A1", Второй="='Третий'!A1", Третий="=Ввод!B2", Иной="=3")
    assert touched(content) == [sheet(1), sheet(2), sheet(3), sheet(4)]


def test_sheets_without_formulas_are_not_even_walked(monkeypatch):
    content = blank(Справочник="просто слова")
    assert touched(content) == [sheet(1)]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
def test_libreoffice_shows_the_new_results_on_every_sheet(tmp_path):
    path = tmp_path / "бланк.xlsx"
    path.write_bytes(filled(blank(Свод="=Ввод!B2*2", Итог="=Свод!A1+дважды")))
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", every_sheet, "--outdir", tmp_path, path],
        check=True,
        capture_output=True,
        timeout=120,
    )
    shown = {
        name: (tmp_path / f"бланк-{name}.csv").read_text().strip() for name in ("Свод", "Итог")
    }
    assert shown == {"Свод": "14", "Итог": "28"}
