"""Spoiled, foreign and enormous files: read or refused with a sentence, never more than that."""

from __future__ import annotations

import random
import signal
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import openpyxl
import pytest

from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.imports.reading import read_file
from tests.imports.generator import school_table
from tests.imports.hostile_files import GIANTS
from tests.imports.written_files import write_table

TABLES = Path(__file__).resolve().parents[1] / "data" / "tables"
SOURCES = sorted(path.name for path in TABLES.iterdir() if path.suffix != ".json")
ARCHIVES = [
    name for name in SOURCES if name.endswith(("xlsx", "docx")) and not name.startswith("08")
]
SUFFIXES = (".xlsx", ".xls", ".csv", ".docx", ".ods", ".txt", "")
BEGINNINGS = (b"", b"PK\x03\x04", bytes.fromhex("d0cf11e0a1b11ae1"), b"\xff\xfe", b"\xef\xbb\xbf")
SPOILED_COPIES = 130
RANDOM_FILES = 600
SPOILED_PARTS = 60
LONGEST_S = 10
BUILDABLE = ("xlsx", "ods", "csv cp1251 ;")


@contextmanager
def guard() -> Iterator[None]:
    """A file over which the reader sits longer than this is a hang."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"no answer in {LONGEST_S} s")

    known = signal.signal(signal.SIGALRM, stop)
    signal.alarm(LONGEST_S)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, known)


def read_or_refuse(path: Path) -> str:
    """«read», or the sentence of the refusal; anything else fails the test."""
    refusal = ""
    with guard():
        try:
            assert read_file(path).header_rows
        except UnreadableFile as error:
            refusal = error.message
    assert not refusal or (path.name in refusal and refusal.endswith("."))
    return refusal or "read"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_random_bytes(tmp_path, suffix):
    chance = random.Random(suffix)
    path = tmp_path / f"случай{suffix}"
    for number in range(RANDOM_FILES // len(SUFFIXES)):
        path.write_bytes(BEGINNINGS[number % 5] + chance.randbytes(chance.randrange(1, 3000)))
        assert read_or_refuse(path) != "read"


@pytest.mark.parametrize("name", SOURCES)
def test_spoiled_copies(tmp_path, name):
    """Cut short, bits turned over, a piece repeated, pieces of two files joined."""
    chance = random.Random(name)
    whole = (TABLES / name).read_bytes()
    other = (TABLES / chance.choice(SOURCES)).read_bytes()
    path = tmp_path / f"копия{Path(name).suffix}"
    for number in range(SPOILED_COPIES):
        content, place = bytearray(whole), chance.randrange(len(whole))
        if number % 4 == 0:
            del content[place:]
        elif number % 4 == 1:
            for _ in range(chance.choice((1, 5, 40))):
                content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        elif number % 4 == 2:
            content[place:place] = content[place : place + chance.randrange(500)]
        else:
            content[place:] = other[chance.randrange(len(other)) :]
        path.write_bytes(bytes(content))
        read_or_refuse(path)


def spoiled_part(content: bytes, chance: random.Random) -> bytes:
    """The XML of a part with some of its bytes taken away, repeated or made others."""
    text, place = bytearray(content), chance.randrange(len(content) + 1)
    length = chance.choice((1, 3, 30, 300))
    how = chance.randrange(4)
    if how == 0:
        del text[place : place + length]
    elif how == 1:
        text[place:place] = text[place : place + length]
    elif how == 2:
        text[place : place + 1] = bytes((chance.randrange(256),))
    else:
        for digit in b"0123456789":
            if chance.random() < 0.1:
                text = text.replace(bytes((digit,)), bytes((chance.choice(b"09"),)))
    return bytes(text)


def spoil_parts(source: Path, path: Path) -> None:
    """Checksums are right here, so that the readers of XML meet the nonsense themselves."""
    chance = random.Random(source.name)
    with zipfile.ZipFile(source) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    chosen = [entry for entry in parts if entry.endswith((".xml", ".rels"))]
    for _ in range(SPOILED_PARTS):
        spoiled = chance.choice(chosen)
        with zipfile.ZipFile(path, "w") as archive:
            for entry, content in parts.items():
                spoil = spoiled_part(content, chance) if entry == spoiled else content
                archive.writestr(entry, spoil)
        read_or_refuse(path)


@pytest.mark.parametrize("name", ARCHIVES)
def test_spoiled_parts_of_sound_archives(tmp_path, name):
    spoil_parts(TABLES / name, tmp_path / f"часть{Path(name).suffix}")


def test_spoiled_parts_of_an_open_document(tmp_path):
    spoil_parts(write_table(tmp_path, school_table("staff", 1), "ods"), tmp_path / "часть.ods")


@pytest.mark.parametrize("form", BUILDABLE)
def test_spoiled_cells_of_generated_tables(tmp_path, form):
    """Cells changed places, were cut, emptied or filled with signs of other programs."""
    chance = random.Random(form)
    signs = ("=cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0", "=HYPERLINK(\"x\")", "\x00", "'",
             "<script>", "{{7*7}}", "%s%n", "../../etc", "\u202e", "🙂", "#ССЫЛКА!", "1e309", "-0",
             "NaN", "9" * 400, "А" * 5000)  # fmt: skip
    for number in range(120):
        table = school_table(chance.choice(("staff", "mentors", "mentees", "pairs")), number)
        filled = [(r, c) for r, row in enumerate(table.cells) for c in range(len(row))]
        for _ in range(chance.randrange(1, 12)):
            (row, column), (other, place) = chance.choice(filled), chance.choice(filled)
            how = chance.randrange(3)
            value = table.cells[other][place] if how == 0 else None
            if how == 1:
                value = chance.choice([sign for sign in signs if sign != "\x00" or "csv" in form])
            table.cells[row][column] = value
        if form != "xlsx":
            table.merges.clear()
        for row in table.cells:
            row[:] = [_writable(cell, form) for cell in row]
        read_or_refuse(write_table(tmp_path, table, form))


def _writable(cell: object, form: str) -> object:
    if not isinstance(cell, str):
        return cell
    return cell.encode("cp1251", "replace").decode("cp1251") if "cp1251" in form else cell


def test_formulas_are_never_calculated(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["ФИО", "Должность", "Телефон"])
    book.active.append(["Пак Анна Львовна", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")'])
    path = tmp_path / "формулы.xlsx"
    book.save(path)

    reading = read_file(path)

    assert [(person.position, person.phone) for person in reading.people] == [("", "")]
    assert "формулы без вычисленного значения (2)" in reading.notices[0]


@pytest.fixture(scope="module")
def giants(tmp_path_factory):
    folder = tmp_path_factory.mktemp("giants")
    return {name: make(folder / name) for name, make in GIANTS.items()}


@pytest.mark.parametrize("name", GIANTS)
def test_giants(giants, name):
    read_or_refuse(giants[name])
