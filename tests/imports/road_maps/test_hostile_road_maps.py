"""Spoiled, foreign and enormous road maps: read or refused with a sentence, never more."""

from __future__ import annotations

import random
from pathlib import Path
from random import Random

import pytest

from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.domain.road_maps.linting import findings_in
from nastavnik_desktop.imports.road_maps.reading import is_road_map, read_road_map
from tests.imports.hostile_files import GIANTS, open_document
from tests.imports.road_maps.generated_maps import LAYOUTS, road_map
from tests.imports.road_maps.hostile_pdfs import GIANT_PDFS, one_page, stream, write_pdf
from tests.imports.road_maps.written_maps import FORMATS, write_map
from tests.imports.test_hostile_files import guard, spoiled_part

pytestmark = pytest.mark.logs("")  # the library of PDF complains of what it finds
MAPS = Path(__file__).resolve().parents[2] / "data" / "roadmaps"
SOURCES = sorted(path.name for path in MAPS.iterdir() if path.suffix == ".docx")
SPOILED = {"pdf": 60}


def read_or_refuse(path: Path) -> str:
    """«read», or the sentence of the refusal; anything else fails the test."""
    refusal = ""
    with guard():
        try:
            reading = read_road_map(path)
            findings_in(reading)
            assert reading.items
        except UnreadableFile as error:
            refusal = error.message
    assert not refusal or (path.name in refusal and refusal.endswith("."))
    return refusal or "read"


def spoiled(whole: bytes, chance: random.Random) -> bytes:
    """Cut short, bits turned over, a piece repeated, a piece taken away."""
    content, place = bytearray(whole), chance.randrange(len(whole))
    how = chance.randrange(4)
    if how == 0:
        del content[place:]
    elif how == 1:
        for _ in range(chance.choice((1, 5, 40))):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    elif how == 2:
        content[place:place] = content[place : place + chance.randrange(500)]
    else:
        del content[place : place + chance.randrange(3000)]
    return bytes(content)


@pytest.mark.parametrize("form", FORMATS)
def test_spoiled_copies_of_every_format(tmp_path, form):
    chance = random.Random(form)
    sources = [
        write_map(tmp_path, road_map(Random(n), "ABD"[n]), form).read_bytes() for n in range(3)
    ]
    path = tmp_path / f"копия.{form}"
    for number in range(SPOILED.get(form, 150)):
        path.write_bytes(spoiled(sources[number % 3], chance))
        read_or_refuse(path)


@pytest.mark.parametrize("name", SOURCES)
def test_spoiled_copies_of_sent_road_maps(tmp_path, name):
    chance = random.Random(name)
    whole = (MAPS / name).read_bytes()
    path = tmp_path / "копия.docx"
    for _ in range(60):
        path.write_bytes(spoiled(whole, chance))
        read_or_refuse(path)


def test_spoiled_parts_of_an_odt(tmp_path):
    """The archive is sound here, so that the reader of XML meets the nonsense itself."""
    import zipfile

    chance = random.Random(5)
    source = write_map(tmp_path, road_map(Random(5), "A"), "odt")
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    path = tmp_path / "часть.odt"
    for _ in range(120):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("mimetype", parts["mimetype"])
            archive.writestr("content.xml", spoiled_part(parts["content.xml"], chance))
        read_or_refuse(path)


def test_random_bytes_after_the_sign_of_a_pdf(tmp_path):
    chance = random.Random(7)
    path = tmp_path / "случай.pdf"
    for _ in range(150):
        path.write_bytes(b"%PDF-1.5\n" + chance.randbytes(chance.randrange(1, 3000)))
        assert read_or_refuse(path) != "read"


@pytest.mark.parametrize("name", [name for name in GIANTS if not name.endswith("xlsx")])
def test_giants_of_office_files(tmp_path, name):
    assert read_or_refuse(GIANTS[name](tmp_path / name)) != "read"


@pytest.mark.parametrize("name", GIANT_PDFS)
def test_giants_of_pdf(tmp_path, name):
    path = GIANT_PDFS[name](tmp_path / name)
    with guard():
        assert read_or_refuse(path) != "read"


def test_giants_of_odt(tmp_path):
    names = ("rows", "columns", "nested")
    row = "<table:table-row{}><table:table-cell{}/></table:table-row>"
    repeated = row.format(' table:number-rows-repeated="9999999"', "")
    wide = row.format("", ' table:number-columns-repeated="9999999"')
    nested = "<text:list>" * 5000 + "</text:list>" * 5000
    for name, rows in zip(names, (repeated * 200, wide, nested), strict=True):
        path = open_document(tmp_path / f"{name}.odt", (rows,))
        content = path.read_bytes().replace(
            b"opendocument.spreadsheet", b"opendocument.text\0\0\0\0\0\0\0"
        )
        path.write_bytes(content)
        assert read_or_refuse(path) != "read"


def test_a_scan_is_refused_in_words(tmp_path):
    image = stream(
        b"\x80" * 100,
        b"/Type/XObject/Subtype/Image/Width 10/Height 10/ColorSpace/DeviceGray/BitsPerComponent 8",
    )
    path = one_page(
        tmp_path / "скан.pdf", stream(b"q 500 0 0 700 0 0 cm /I Do Q"),
        b"<</XObject<</I 9 0 R>>>>", {9: image},
    )  # fmt: skip

    message = read_or_refuse(path)

    assert "это скан" in message
    assert "Word" in message


def test_a_pdf_with_a_password_is_refused_in_words(tmp_path):
    import pikepdf

    plain = write_map(tmp_path, road_map(Random(1), "A"), "pdf")
    path = tmp_path / "пароль.pdf"
    with pikepdf.open(plain) as document:
        document.save(path, encryption=pikepdf.Encryption(owner="а", user="б"))

    assert "паролем" in read_or_refuse(path)


def test_a_pdf_without_tables_and_an_empty_one(tmp_path):
    text = one_page(tmp_path / "текст.pdf", stream(b"BT /F1 9 Tf 50 700 Td (Plan) Tj ET"))
    empty = write_pdf(
        tmp_path / "пустой.pdf",
        {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[]/Count 0>>"},
    )

    assert "не найдена таблица" in read_or_refuse(text)
    assert read_or_refuse(empty) != "read"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_generated_road_maps_are_recognised_and_lists_of_people_are_not(tmp_path, layout):
    assert is_road_map(write_map(tmp_path, road_map(Random(3), layout), "docx"))
    tables = MAPS.parent / "tables"
    for path in tables.iterdir():
        if path.suffix != ".json" and not path.name.startswith("08-"):
            assert not is_road_map(path), path.name
