"""A blank of the authority from opening to the filled file, over a school counted by hand."""

import io
import re
import zipfile
from datetime import date

import pytest
from docx import Document
from openpyxl import load_workbook
from sqlalchemy import event

from db import journal
from nastavnik_desktop.bootstrap import Services
from nastavnik_desktop.domain.blanks import CellPlace
from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile
from nastavnik_desktop.domain.filling.known_texts import KnownText
from nastavnik_desktop.domain.filling.mapping import MappedCell
from nastavnik_desktop.domain.filling.sources import Counted, FormCell, Known, Written
from tests.blank_samples import (
    FORMS,
    SHEET,
    list_workbook,
    parts_of,
    quarter_document,
    quarter_workbook,
)
from tests.domain.statistics_school import AS_OF, BEHIND, EXTERNAL, SCHOOL, figures_by_hand
from tests.factory import make_school
from tests.services.statistics_base import write_facts

ROWS = {7: "01", 8: "06", 9: "11"}
COLUMNS = {"B": 3, "C": 4, "D": 5, "E": 6, "F": 10, "G": 12}
"""Rows and columns of the blank, and what they are in the form «Участники»."""


@pytest.fixture
def services(base):
    write_facts(base, SCHOOL, external=EXTERNAL)
    made = Services(base)
    make_school(made, executor_phone="8 (000) 000-17-18")
    return made


@pytest.fixture
def blank(tmp_path):
    path = tmp_path / "Бланк IV квартал.xlsx"
    path.write_bytes(quarter_workbook())
    return path


def accepted(services, path):
    """The blank with everything that the program proposes."""
    services.blanks.accept_proposals(services.blanks.open(path))
    return services.blanks.open(path)


def filled_file(services, opened, path):
    filled = services.blanks.fill(opened, AS_OF)
    services.blanks.write(opened.file, filled, path)
    return path


def test_every_figure_of_the_filled_blank_is_the_one_counted_by_hand(services, blank, tmp_path):
    opened = accepted(services, blank)
    out = filled_file(services, opened, tmp_path / opened.file.filled_name)
    sheet = load_workbook(out)[SHEET]
    by_hand = figures_by_hand()
    for row, code in ROWS.items():
        for letter, column in COLUMNS.items():
            expected = by_hand[code, column]
            value = sheet[f"{letter}{row}"].value
            assert value == (expected or 0), (letter, row)
    assert sheet["B2"].value == services.school.get().short_name
    assert sheet["B3"].value == "8 (000) 000-17-18"


def test_behind_a_cell_stand_the_people_counted_in_it(services, blank):
    filled = services.blanks.fill(accepted(services, blank), AS_OF)
    cell = filled.at(CellPlace.parse(SHEET, "F9"))
    records = services.statistics.people_of(cell.report, *cell.address)
    assert {record.record_id for record in records} == BEHIND["11", 10]
    assert all(record.reason for record in records)
    assert "Наставляемые пар и групп" in services.blanks.explain(filled, cell.mapped)


def test_nothing_but_the_cells_of_the_sheet_changes_in_the_file(services, blank, tmp_path):
    out = filled_file(services, accepted(services, blank), tmp_path / "готово.xlsx")
    before, after = parts_of(blank.read_bytes()), parts_of(out.read_bytes())
    assert list(before) == list(after)
    changed = {name for name in before if before[name] != after[name]}
    written, looking_at_it = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"
    assert changed == {written, looking_at_it}
    sheet = after["xl/worksheets/sheet1.xml"]
    kept = rb"<(mergeCells|sheetProtection|dataValidations|cols|pageMargins)\b.*?(/>|</\1>)"
    former = before["xl/worksheets/sheet1.xml"]
    assert [one[0] for one in re.finditer(kept, former)] == [
        one[0] for one in re.finditer(kept, sheet)
    ]
    styles = re.compile(rb'<c r="([A-Z]+\d+)" s="(\d+)"')
    assert dict(styles.findall(former)).items() <= dict(styles.findall(sheet)).items()
    assert b"<f>D9+F9</f></c>" in sheet
    assert b'<sheetCalcPr fullCalcOnLoad="1"/>' in sheet
    assert zipfile.is_zipfile(out)


def test_the_blank_itself_stays_as_it_was_sent(services, blank, tmp_path):
    sent = blank.read_bytes()
    opened = accepted(services, blank)
    filled_file(services, opened, tmp_path / "готово.xlsx")
    filled = services.blanks.fill(opened, AS_OF)
    with pytest.raises(RuleViolation, match="это сам бланк"):
        services.blanks.write(opened.file, filled, blank)
    assert blank.read_bytes() == sent
    services.blanks.write(opened.file, filled, blank, may_replace=True)
    assert blank.read_bytes() != sent


def test_the_filled_file_keeps_its_kind(services, blank, tmp_path):
    opened = accepted(services, blank)
    filled = services.blanks.fill(opened, AS_OF)
    with pytest.raises(RuleViolation, match=r"останется файлом \.xlsx"):
        services.blanks.write(opened.file, filled, tmp_path / "готово.docx")


def test_the_mapping_is_found_again_in_the_next_quarter(services, blank, tmp_path):
    mapping = accepted(services, blank).mapping
    following = tmp_path / "Бланк на 2027 год.xlsx"
    following.write_bytes(quarter_workbook("I квартал 2027 года"))
    found = services.blanks.open(following)
    assert (found.mapping, found.note) == (mapping, "")


def test_the_mapping_goes_with_its_headings_into_a_changed_file(services, blank, tmp_path):
    before = accepted(services, blank)
    changed = tmp_path / "Новый бланк.xlsx"
    changed.write_bytes(quarter_workbook(forms=("«Учитель – учитель»", *FORMS)))
    found = services.blanks.open(changed)
    assert found.mapping.title == "Новый бланк"
    assert "из бланка «Бланк IV квартал»; сдвинулось: 18\u00a0ячеек. Проверьте" in found.note
    filled = services.blanks.fill(found, AS_OF)
    first = services.blanks.fill(before, AS_OF)
    for letter in COLUMNS:
        there, here = (CellPlace.parse(SHEET, f"{letter}{row}") for row in (9, 10))
        assert filled.at(here).value == first.at(there).value


def test_a_mapping_is_one_step_that_is_undone(base, services, blank):
    accepted(services, blank)
    journal.undo(base)
    assert services.blanks.open(blank).mapping.cells == ()
    journal.redo(base)
    assert len(services.blanks.open(blank).mapping.cells) == 20


def test_cells_are_set_and_taken_away_one_by_one(services, blank):
    opened = services.blanks.open(blank)
    place = CellPlace.parse(SHEET, "D9")
    cell = MappedCell(place, Counted("mentors"))
    services.blanks.keep(opened.mapping.having(cell), "Ячейка D9")
    again = services.blanks.open(blank)
    assert again.mapping.cells == (cell,)
    assert [one.place for one in services.blanks.propose(again)].count(place) == 0
    services.blanks.keep(again.mapping.without(place), "Ячейка D9 освобождена")
    assert services.blanks.open(blank).mapping.mapping_id is None


def test_all_kinds_of_what_may_stand_in_a_cell(services, tmp_path):
    path = tmp_path / "список.xlsx"
    path.write_bytes(list_workbook(*"абвгде"))
    opened = services.blanks.open(path)
    sources = (
        FormCell("educators", "08", 7),
        FormCell("participants", "01", 6),
        Known(KnownText.QUARTER),
        Written("нет"),
        Written("12,5"),
        FormCell("documents", "02", 4),
    )
    cells = [
        MappedCell(CellPlace("Показатели", row, 2), source)
        for row, source in enumerate(sources, start=2)
    ]
    services.blanks.keep(opened.mapping.having(*cells), "Разметка")
    filled = services.blanks.fill(services.blanks.open(path), AS_OF)
    report = services.statistics.report("educators", AS_OF)
    share = float(report.cells["08", 7].figure)
    documents = services.statistics.report("documents", AS_OF).cells["02", 4].text
    assert [cell.value for cell in filled.cells] == [
        share, "х", "4 квартал 2026 года", "нет", 12.5, documents or None,
    ]  # fmt: skip


def test_a_cell_of_a_form_that_is_not_there_stops_the_filling(services, tmp_path):
    path = tmp_path / "список.xlsx"
    path.write_bytes(list_workbook("а", "б"))
    opened = services.blanks.open(path)
    for source, words in (
        (FormCell("weather", "01", 3), "B2: формы «weather» в программе нет"),
        (FormCell("pupils", "99", 3), "B2: в форме «Обучающиеся» нет строки 99 с графой 3"),
    ):
        cell = MappedCell(CellPlace("Показатели", 2, 2), source)
        services.blanks.keep(opened.mapping.having(cell), "Разметка")
        filled = services.blanks.fill(services.blanks.open(path), AS_OF)
        with pytest.raises(RuleViolation, match=words):
            services.blanks.write(opened.file, filled, tmp_path / "готово.xlsx")
    assert not (tmp_path / "готово.xlsx").exists()


def test_gaps_in_the_cards_are_told_with_their_people(services, blank):
    filled = services.blanks.fill(accepted(services, blank), AS_OF)
    told = {problem.message: set(problem.ids) for _, problem in filled.warnings}
    (gap,) = [words for words in told if "педагогический стаж" in words]
    assert told[gap] == {5}


def test_a_table_of_word_is_filled(services, tmp_path):
    path = tmp_path / "Информация.docx"
    path.write_bytes(quarter_document())
    opened = accepted(services, path)
    out = filled_file(services, opened, tmp_path / "Информация готова.docx")
    table = Document(io.BytesIO(out.read_bytes())).tables[0]
    by_hand = figures_by_hand()
    assert [table.cell(row, 1).text for row in range(1, 5)] == [
        services.school.get().short_name,
        str(by_hand["11", 5]),
        str(by_hand["11", 6]),
        str(by_hand["11", 10]),
    ]
    before, after = parts_of(path.read_bytes()), parts_of(out.read_bytes())
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}


def test_a_mapping_goes_to_another_school_as_a_file(services, blank, tmp_path):
    opened = accepted(services, blank)
    file = tmp_path / "разметка.json"
    services.blanks.save_mapping(opened, file)
    services.blanks.keep(opened.mapping.without(*opened.mapping.by_place), "Разметка убрана")
    assert services.blanks.open(blank).mapping.cells == ()
    saved = services.blanks.take_mapping(opened.file, file)
    assert saved.message == "Загружена разметка: разметка.json"
    assert services.blanks.open(blank).mapping.cells == opened.mapping.cells


def test_a_blank_of_which_nothing_is_understood_says_what_to_do(services, tmp_path):
    path = tmp_path / "чужое.xlsx"
    path.write_bytes(list_workbook("Количество кружков"))
    with pytest.raises(RuleViolation, match="Выберите ячейку"):
        services.blanks.accept_proposals(services.blanks.open(path))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("старый.xls", b"\xd0\xcf\x11\xe0", "сохраните как «Книга Excel"),
        ("письмо.pdf", b"%PDF-1.7", r"\.xlsx или \.docx"),
        ("битый.xlsx", b"PK\x03\x04", "повреждён"),
    ],
)
def test_files_that_are_no_blanks_are_told(services, tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=words):
        services.blanks.open(path)


def test_a_document_without_tables_has_nothing_to_fill(services, tmp_path):
    path, made = tmp_path / "письмо.docx", Document()
    made.add_paragraph("Уважаемые коллеги!")
    made.save(path)
    with pytest.raises(UnreadableFile, match="нет таблиц"):
        services.blanks.open(path)


def test_the_number_of_questions_to_the_base_does_not_depend_on_the_cells(base, services, blank):
    opened = accepted(services, blank)
    asked = []

    def note(_connection, _cursor, statement, *_rest):
        asked.append(statement)

    event.listen(base.engine, "before_cursor_execute", note)
    services.blanks.fill(opened, date(2026, 12, 12))
    assert sum(one.lstrip().startswith("SELECT") for one in asked) <= 14
