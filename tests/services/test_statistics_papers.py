"""The filled form as a workbook and as PDF, read back."""

import io
from dataclasses import replace

import docx
import openpyxl
import pypdfium2
import pytest

from db.models import SchoolModel
from nastavnik_desktop.documents.preview import page_texts
from nastavnik_desktop.domain.errors import RuleViolation, StorageUnavailable
from nastavnik_desktop.services.statistics import StatisticsService
from nastavnik_desktop.services.statistics_forms import FORM_CODES
from tests.domain.statistics_school import AS_OF, FIGURES, SCHOOL
from tests.services.statistics_base import write_facts


@pytest.fixture
def statistics(sqlite_base):
    with sqlite_base.begin("Сведения о школе") as session:
        session.add(
            SchoolModel(
                school_id=1,
                full_name="Муниципальное учреждение «Школа № 17»",
                short_name="МБОУ «СОШ № 17»",
                address="г. Зареченск, ул. Школьная, д. 5",
                okpo="12345678",
                coordinator_name="Белова Ирина Олеговна",
                coordinator_title="заместитель директора",
                executor_phone="2-17-18",
            )
        )
    write_facts(sqlite_base, SCHOOL, external={"77"})
    return StatisticsService(sqlite_base)


@pytest.fixture
def report(statistics):
    return statistics.report("participants", AS_OF)


def plain(text):
    return text.replace("\u00a0", " ").replace("\u2003", "")


def test_a_workbook_holds_the_figures_as_numbers(statistics, report, tmp_path):
    path = tmp_path / "Участники.xlsx"
    assert statistics.export(report, path).message == "Сохранено: Участники.xlsx"
    sheet = openpyxl.load_workbook(path)["Участники"]
    printed = {
        row[1].value: [cell.value for cell in row if cell.value is not None][2:]
        for row in sheet.iter_rows()
        if row[1].value in FIGURES
    }
    for code, written in FIGURES.items():
        expected = ["х" if figure == "х" else int(figure) for figure in written.split()]
        first = 2 if code == "11" else 0
        assert printed[code][first:] == expected[first:]


def test_totals_of_pairs_are_formulas_and_totals_of_people_are_not(statistics, report):
    content = statistics.render(report, "xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Участники"]
    (total,) = [row for row in sheet.iter_rows() if row[1].value == "11"]
    first_row = total[0].row - 10
    values = [cell.value for cell in total]
    for letter in ("C", "D"):
        parts = "+".join(f"{letter}{first_row + shift}" for shift in range(10))
        assert f"={parts}" in values
    assert len([value for value in values if str(value).startswith("=")]) == 2


def test_a_pdf_is_two_pages_with_the_school_the_date_and_the_person(statistics, report):
    document = pypdfium2.PdfDocument(statistics.render(report, "pdf"))
    try:
        pages = [plain(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()
    assert len(pages) == 2
    for words in ("ФЕДЕРАЛЬНОЕ СТАТИСТИЧЕСКОЕ НАБЛЮДЕНИЕ", "по состоянию на 12.12.2026",
                  "МБОУ «СОШ № 17»", "12345678", "ул. Школьная"):  # fmt: skip
        assert words in pages[0]
    for words in ("«ученик – ученик»", "Всего (без повторов)", "Белова Ирина Олеговна",
                  "человек – 792", "2-17-18"):  # fmt: skip
        assert words in pages[1]


def test_an_empty_report_has_neither_zeros_nor_a_school(sqlite_base):
    statistics = StatisticsService(sqlite_base)
    content = statistics.render(statistics.report("participants", AS_OF), "xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Участники"]
    values = {cell.value for row in sheet.iter_rows() for cell in row}
    assert "х" in values
    assert 0 not in values


def test_a_format_that_is_not_written_is_refused(statistics, report, tmp_path):
    with pytest.raises(RuleViolation, match=r"Файл \.odt программа не пишет"):
        statistics.export(report, tmp_path / "Участники.odt")


def test_a_folder_that_is_not_there_is_told(statistics, report, tmp_path):
    with pytest.raises(StorageUnavailable, match="файл не записан"):
        statistics.export(report, tmp_path / "нет" / "Участники.xlsx")


def test_a_corrected_figure_carries_its_mark_and_a_note_on_every_paper(statistics, report):
    draft = replace(statistics.figure_draft(report, ("11", 10)), text="14", reason="двое с 12.12")
    statistics.enter(report, ("11", 10), draft)
    corrected = statistics.report("participants", AS_OF)
    note = "* Исправлено вручную: строка 11, графа 10 – 14, по базе 12. двое с 12.12"
    book = openpyxl.load_workbook(io.BytesIO(statistics.render(corrected, "xlsx")))["Участники"]
    cells = [cell for row in book.iter_rows() for cell in row]
    (marked,) = [cell for cell in cells if str(cell.number_format).endswith('"*"')]
    assert marked.value == 14
    assert note in [plain(str(cell.value)) for cell in cells]
    with pypdfium2.PdfDocument(statistics.render(corrected, "pdf")) as pdf:
        text = plain(" ".join(page.get_textpage().get_text_range() for page in pdf))
    assert "14*" in text
    assert "по базе 12" in text
    word = docx.Document(io.BytesIO(statistics.render(corrected, "docx")))
    assert note in [plain(paragraph.text) for paragraph in word.paragraphs]
    assert "14*" in [cell.text for table in word.tables for row in table.rows for cell in row.cells]


def test_a_form_without_corrections_has_no_marks(statistics, report):
    with pypdfium2.PdfDocument(statistics.render(report, "pdf")) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "*" not in text


@pytest.mark.parametrize("code", FORM_CODES)
def test_no_page_parts_the_signature_and_no_placeholder_is_printed(statistics, code):
    pages = page_texts(statistics.render(statistics.report(code, AS_OF), "pdf"))
    (signed,) = [page for page in pages if "(подпись)" in page]
    assert "(дата составления документа)" in signed
    assert "№" in signed, "the signature stands under its table"
    text = plain(" ".join(pages))
    assert "{" not in text
    assert "JANUARY" not in text
    if code == "oo1-3.3":
        assert "НА 1 ЯНВАРЯ 2027 ГОДА" in " ".join(text.split())
