"""Tables as papers, and files that are written whole or not at all."""

import io

import openpyxl
import pytest

from nastavnik_desktop.domain.errors import RuleViolation, StorageUnavailable
from nastavnik_desktop.services.copies import keep_copy, safe_name
from nastavnik_desktop.services.files import write_whole
from nastavnik_desktop.services.lists import ListService
from tests.documents.readers import pdf_pages

COLUMNS = ("ФИО", "Должность")
ROWS = [("Ёлкина Анна Петровна", "учитель физики"), ("Щукин Лев", "")]


def test_a_table_is_read_back_from_excel():
    content = ListService().render("Список сотрудников", COLUMNS, ROWS, "xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    cells = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    assert ["Ёлкина Анна Петровна", "учитель физики"] in [row[-2:] for row in cells]
    assert any("Список сотрудников" in row for row in cells)


def test_a_table_is_exported_by_the_suffix(tmp_path):
    path = tmp_path / "Список.pdf"
    saved = ListService().export("Список сотрудников", COLUMNS, ROWS, path)
    assert saved.message == "Сохранено: Список.pdf"
    assert "Ёлкина Анна Петровна" in pdf_pages(path.read_bytes())[0]
    with pytest.raises(RuleViolation, match=r"Файл \.txt программа не пишет"):
        ListService().export("Список", COLUMNS, ROWS, tmp_path / "Список.txt")


def test_a_file_that_cannot_take_its_name_leaves_the_old_one(tmp_path):
    """A folder of that name stands in the way, as a file open in Excel does on Windows."""
    path = tmp_path / "Приказ.pdf"
    path.mkdir()
    with pytest.raises(StorageUnavailable, match="нельзя записать") as refused:
        write_whole(path, b"content")
    assert "Закройте файл" in refused.value.advice
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_a_missing_folder_is_told(tmp_path):
    with pytest.raises(StorageUnavailable, match=r"Папки .*нет"):
        write_whole(tmp_path / "нет" / "Приказ.pdf", b"content")


def test_a_copy_that_the_user_may_have_changed_is_never_replaced(tmp_path):
    folder = tmp_path / "Документы"
    first = keep_copy(folder, "Приказ.docx", b"one")
    assert keep_copy(folder, "Приказ.docx", b"one") == first
    first.write_bytes(b"changed by hand")
    second = keep_copy(folder, "Приказ.docx", b"one")
    third = keep_copy(folder, "Приказ.docx", b"two")
    assert [path.name for path in (first, second, third)] == [
        "Приказ.docx",
        "Приказ (2).docx",
        "Приказ (3).docx",
    ]
    assert first.read_bytes() == b"changed by hand"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Приказ №\u00a012-од от 08.09.2026", "Приказ № 12-од от 08.09.2026"),
        ("Приказ № 181/1", "Приказ № 181-1"),
        ("01-03\\482: «О паре»?", "01-03-482- «О паре»-"),
        (" . ", "Документ"),
        ("я" * 300, "я" * 120),
    ],
)
def test_a_title_becomes_a_name_of_a_file_on_every_system(title, name):
    assert safe_name(title) == name
