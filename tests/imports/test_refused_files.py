"""Files that cannot be read: a sentence that says what, where and what to do; never a crash."""

from __future__ import annotations

import contextlib
import random
import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.imports.reading import read_file

TABLES = Path(__file__).resolve().parents[1] / "data" / "tables"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
SOURCES = sorted(path.name for path in TABLES.iterdir() if path.suffix != ".json")


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_file(path)
    return refused.value.message


def test_file_cut_short_while_it_was_copied():
    message = refusal(TABLES / "08-broken-copy.xlsx")

    assert "08-broken-copy.xlsx" in message
    assert "повреждён" in message
    assert "Возьмите файл заново" in message


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("пустой.xlsx", b"", "он пустой"),
        ("фото.xlsx", b"\xff\xd8\xff\xe0" + b"x" * 1000, "это не таблица"),
        ("~$список.xlsx", b"x", "служебная копия открытого файла"),
        ("пароль.xlsx", OLE + b"\0" * 999 + "EncryptedPackage".encode("utf-16-le"), "паролем"),
        ("приказ.doc", OLE + b"\0" * 999 + "WordDocument".encode("utf-16-le"), "как .docx"),
        ("книга.xls", OLE + b"\0" * 999 + "Workbook".encode("utf-16-le"), "повреждён"),
        ("текст.csv", "просто текст".encode(), "не найдена шапка"),
        ("байты.csv", bytes(range(256)) * 9, "не текстовая таблица"),
    ],
)  # fmt: skip
def test_foreign_content(tmp_path, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)

    message = refusal(path)

    assert words in message
    assert name in message
    assert message.endswith(".")


def test_missing_file_and_folder(tmp_path):
    assert "его нет на месте" in refusal(tmp_path / "нет.xlsx")
    assert "это папка" in refusal(tmp_path)


def test_file_that_another_program_keeps_closed(tmp_path, monkeypatch):
    path = tmp_path / "открыт.xlsx"
    path.write_bytes(b"PK\x03\x04")

    def denied(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)

    assert "Закройте его в Excel" in refusal(path)


def test_file_of_hundred_megabytes(tmp_path):
    path = tmp_path / "большой.xlsx"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)

    assert "слишком большой: 100 МБ" in refusal(path)


def test_archive_that_unpacks_into_hundreds_of_megabytes(tmp_path):
    path = tmp_path / "бомба.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(320):
                part.write(bytes(1024 * 1024))

    assert "в распакованном виде" in refusal(path)


def test_other_archives_and_documents_are_known_by_their_content(tmp_path):
    other = tmp_path / "архив.xlsx"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("readme.txt", "x")
    disguised = tmp_path / "приказ.xlsx"
    disguised.write_bytes((TABLES / "04-order-pairs.docx").read_bytes())

    old = tmp_path / "новая книга.xls"
    old.write_bytes((TABLES / "01-staff-school17.xlsx").read_bytes())
    new = tmp_path / "старая книга.xlsx"
    new.write_bytes((TABLES / "07-pairs-lyceum3.xls").read_bytes())

    assert "это архив" in refusal(other)
    assert len(read_file(old).people) == 32
    assert len(read_file(new).pairs) == 17
    assert len(read_file(disguised).pairs) == 17


def test_value_in_the_last_cell_of_a_sheet_is_named(tmp_path):
    path = tmp_path / "далеко.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Список")
    sheet.write_row(0, 0, ["№", "ФИО", "Класс"])
    sheet.write(1048575, 16383, "x")
    book.close()

    assert re.search(r"«Список».*строка 1048576, столбец 16384", refusal(path))


def test_formatted_but_empty_rows_and_columns_do_no_harm(tmp_path):
    path = tmp_path / "рамки.xlsx"
    book = xlsxwriter.Workbook(str(path))
    border = book.add_format({"border": 1})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["№", "ФИО", "Класс"])
    sheet.write_row(1, 0, [1, "Зорин Лев Ильич", "5А"])
    for row in (500, 100_000, 1048575):
        sheet.write_blank(row, 16383, None, border)
    book.close()

    assert len(read_file(path).people) == 1


def test_cells_of_thousands_of_letters_are_read(tmp_path):
    path = tmp_path / "длинно.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["№", "ФИО", "Класс", "Телефон", "Дата рождения", "Примечание"])
    for row, sign in enumerate(("а", "А ", "1", "-", "(", ". ", "А.", "1/", "²"), 1):
        sheet.write_row(row, 0, [1, "Зорин Лев", *[(sign * 10_000)[:10_000]] * 4])
    book.close()

    assert len(read_file(path).people) == 9


@pytest.mark.parametrize("name", SOURCES)
def test_damaged_bytes_are_read_or_refused(tmp_path, name):
    chance = random.Random(name)
    whole = (TABLES / name).read_bytes()
    path = tmp_path / f"копия{Path(name).suffix}"
    for attempt in range(24):
        content = bytearray(whole)
        if attempt % 2:
            del content[chance.randrange(len(content)) :]
        else:
            for _ in range(chance.choice((1, 5, 40))):
                content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(bytes(content))
        with contextlib.suppress(UnreadableFile):
            assert read_file(path).header_rows


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [
        ("cp1251", ";"), ("cp866", ";"), ("koi8-r", ";"),
        ("utf-8", ","), ("utf-8-sig", "\t"), ("utf-16", ";"),
    ],
)  # fmt: skip
def test_text_tables_of_every_code_page(tmp_path, encoding, separator):
    path = tmp_path / "список.csv"
    lines = ["N|ФИО|Класс|Примечание", '1|Зорин Лев Ильич|5А|"две\nстроки"', "2|Ким Алла|5Б|"]
    path.write_bytes("\r\n".join(lines).replace("|", separator).encode(encoding))

    people = read_file(path).people

    assert [(person.row, person.last_name) for person in people] == [(2, "Зорин"), (3, "Ким")]
    assert people[0].note == "две строки"
